"""What blocks of words and tables must hold: lists without typed signs, answers that say something, rows for trends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rapport.language.languages import LANGUAGES
from rapport.model.blocks.figures import TableSpec
from rapport.model.blocks.words import BulletsBlock, NumberedBlock, PointsBlock, QuestionsBlock
from rapport.model.content import Block, Content, prose_of
from rapport.model.fact import Fact
from rapport.model.prose import Prose
from rapport.problem import Problem
from rapport.read.checks.calls import Knowledge
from rapport.read.checks.charts import measure_of

SPACE = r"[ \t\u00a0\u202f]"
BULLET = rf"[•‣⁃▪▫●○◦∙·■□➢➤►✓✔]{SPACE}*(?=[^\s\d])|[–—-]{SPACE}+(?=[^\W\d])"
RANK = rf"(?:\d{{1,2}}|[a-h])[.)]{SPACE}+(?=[^\W\d])"
SIGN = re.compile(rf"(?P<bullet>{BULLET})|(?P<rank>{RANK})")
BEFORE = re.compile(r"[ \t]*[\"']?")
"""What a line of a file may hold before its words: its indentation, the quotation mark of the whole."""
OWN = "retirez-le\u00a0: la liste met le sien"


def lists_are_lists(content: Content, _knowledge: Knowledge) -> Iterator[Problem]:
    """Text bears no sign of a list; an item of one needs none."""
    for section in content.sections.values():
        for block in section.blocks:
            items = tuple(_items(block))
            own = frozenset(map(id, items))
            for prose in items:
                if found := SIGN.match(prose.text):
                    yield _told(found, prose, OWN)
            for prose in prose_of(block):
                if id(prose) not in own:
                    yield from _typed(prose)


def _items(block: Block) -> Iterator[Prose]:
    """The texts of a list, at both levels; none for a block that is no list."""
    if isinstance(block, PointsBlock):
        yield from block.points
    elif isinstance(block, BulletsBlock | NumberedBlock):
        for item in block.bullets if isinstance(block, BulletsBlock) else block.numbered:
            yield from (item.text, *item.items)


def _typed(prose: Prose) -> Iterator[Problem]:
    """A text whose first line has a bullet, or whose lines have several signs: one rank names a paragraph."""
    lines = [line[end.end() :] if (end := BEFORE.match(line)) else line for line in prose.raw.split("\n")]
    signs = [found for line in lines if (found := SIGN.match(line))]
    if signs and (len(signs) > 1 or signs[0]["bullet"]):
        kind = "bullets" if signs[0]["bullet"] else "numbered"
        items = (found.string[found.end() :].strip().strip("\"'") for found in signs)
        written = "\n".join(f'    - "{item}"' for item in items)
        yield _told(signs[0], prose, f"faites-en un bloc\u00a0:\n- {kind}:\n{written}")


def _told(sign: re.Match[str], prose: Prose, hint: str) -> Problem:
    message = f"signe de liste tapé\u00a0: «\u00a0{sign[0].strip()}\u00a0»"
    return Problem("list-typed", message, prose.place_of(sign[0].strip()), hint, "warning")


UNSAID = ("not-stated", "not-stated-period")
"""What tables say where nothing is known: words of the furniture."""


@cache
def _unsaid() -> re.Pattern[str]:
    """Those words in any language, in any gender and number."""
    said = {language.words.furniture[key] for language in LANGUAGES.values() for key in UNSAID}
    return re.compile(
        rf"\s*(?:{'|'.join(map(re.escape, sorted(said, key=len, reverse=True)))})e?s?(?!\w)", re.IGNORECASE
    )


def answers_say_something(content: Content, _knowledge: Knowledge) -> Iterator[Problem]:
    """« Non précisé » stands in tables and among the gaps; an answer says what is known first."""
    for section in content.sections.values():
        for block in section.blocks:
            for asked in block.questions if isinstance(block, QuestionsBlock) else ():
                said = asked.say or asked.answer
                if said and (found := _unsaid().match(said.text)):
                    message = f"une réponse ne commence pas par «\u00a0{found[0].strip()}\u00a0»"
                    hint = "dites d’abord ce que l’on sait\u00a0; ce qui manque va dans «\u00a0gaps\u00a0»"
                    yield Problem("answer-unsaid", message, said.origin, hint, "warning")


CALL = re.compile(r"\{(?P<fact>[\w-]+)(?::[\w-]+)?\}")
"""A cell that is one figure and nothing else."""
DIGIT = re.compile(r"\d")
TYPED = "écrivez chaque chiffre par la clé de son fait, entre accolades"
PARTED = "retirez «\u00a0trend\u00a0», ou faites deux tableaux"
FEWEST = 3
"""Figures from which a row goes somewhere."""


def trends_of_table(spec: TableSpec, content: Content) -> Iterator[Problem]:
    """Rows of words, each of three figures or more of one status and one unit."""
    if not spec.trend:
        return
    if not spec.rows:
        hint = "retirez «\u00a0trend\u00a0», ou écrivez «\u00a0columns\u00a0» et «\u00a0rows\u00a0»"
        yield Problem("table-trend", "une tendance suit les chiffres d’une ligne", spec.origin, hint)
    for row in spec.rows:
        found = (CALL.fullmatch(cell.text.strip(" ")) for cell in row.cells)
        facts = [content.facts[match["fact"]] for match in found if match and match["fact"] in content.facts]
        if row.kind != "group" and (len(facts) < FEWEST or len({_kind(fact) for fact in facts}) > 1):
            message = "cette ligne n’a pas trois chiffres d’un même statut et d’une même unité"
            typed = any(DIGIT.search(cell.text) for cell in row.cells[1:] if not CALL.fullmatch(cell.text.strip(" ")))
            yield Problem("table-trend", message, row.origin, TYPED if typed else PARTED)


def _kind(fact: Fact) -> tuple[object, ...]:
    return fact.bounds is None, fact.status, measure_of(fact)
