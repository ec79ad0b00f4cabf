"""A section can become slides and pages: where markup may stand, what tables hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rapport.model.blocks.figures import AnnexBlock, ChartBlock, ImageBlock, TableBlock, TableSpec, TimelineBlock
from rapport.model.blocks.meeting import MatrixBlock, MatrixSpec, Party
from rapport.model.blocks.words import PointsBlock
from rapport.model.content import Content, Section, facts_in, prose_of
from rapport.model.prose import CITATION, PLACEHOLDER, VISUAL, Prose
from rapport.origin import Origin
from rapport.problem import Problem
from rapport.read.checks.blocks import trends_of_table
from rapport.read.checks.calls import NOTE_CALL, Knowledge
from rapport.read.checks.charts import measure_of
from rapport.read.meant import did_you_mean

MARKUP = re.compile(
    rf"{NOTE_CALL.pattern}|{PLACEHOLDER.pattern}|{CITATION.pattern}|\[[^\[\]]*\](?:\([^()]*\)|\{{lang=[^{{}}]*\}})"
)


def notes_have_a_place(content: Content, _knowledge: Knowledge) -> Iterator[Problem]:
    """A footnote is called where a section's text stands: titles, openers and what sections share have no foot."""
    shared = (*content.briefings.values(), *content.facts.values())
    titles = (prose for section in content.sections.values() for prose in prose_of(_titles(section)))
    for prose in (*prose_of(shared), *titles):
        for match, place in prose.find(NOTE_CALL):
            message = f"une note ne peut être appelée ici\u00a0: «\u00a0{match[0]}\u00a0»"
            yield Problem("footnote-misplaced", message, place, "appelez-la dans le texte de la section")


def _titles(section: Section) -> list[Any]:
    names = ("title", "annex", "status_key")
    titles = (block.__dict__.get(name) for block in section.blocks for name in names)
    opening = (section.message, section.lead) if section.kind == "divider" else ()
    return [section.title, section.summary, *opening, *(title for title in titles if isinstance(title, Prose))]


def plain_words_have_no_markup(content: Content, _knowledge: Knowledge) -> Iterator[Problem]:
    """Words that are printed as they are call nothing: braces and brackets would be printed too."""
    for prose in prose_of(list(_plain_words(content))):
        for match, place in prose.find(MARKUP):
            message = f"ce texte est imprimé tel quel, «\u00a0{match[0]}\u00a0» compris"
            yield Problem("markup-misplaced", message, place, "écrivez des mots seuls, ou dites-le dans un paragraphe")


def _plain_words(content: Content) -> Iterator[Any]:
    for section in content.sections.values():
        for block in section.blocks:
            yield from _plain_words_of(block)
    for fact in content.facts.values():
        yield from (fact.locator, fact.period_words, fact.words)
    for source in content.sources.values():
        yield from (source.title, source.short, source.author, source.publisher, source.places)
    for acronym in content.acronyms.values():
        yield from (acronym.expansion, acronym.definition)
    for briefing in content.briefings.values():
        yield briefing.event.place if briefing.event else None
        yield tuple(briefing.status_words.values())
        yield from ((contact.name, *contact.details) for contact in briefing.contacts)


def _plain_words_of(block: Any) -> Iterator[Any]:
    if isinstance(block, AnnexBlock):
        yield block.remark
    elif isinstance(block, TimelineBlock):
        yield from (moment.when for moment in block.timeline)


# A section can become slides and pages.


VISUALS = (ChartBlock, TableBlock, MatrixBlock, TimelineBlock, ImageBlock)
LONGEST_SENTENCE = 30  # words, more than are said in one breath
SENTENCE_END = re.compile(r"(?<=[.!?])[ \n]+(?=[A-ZÀÂÇÉÈÊÎÔÛ«\"{])|(?<=।)[ \n]+")


def visuals_are_there(content: Content, _knowledge: Knowledge) -> Iterator[Problem]:
    """A chart or table that a text names by its key is in the same briefing, and no two have one key."""
    keys = {key: _keyed(section) for key, section in content.sections.items()}
    known = {name: place for place, names in keys.items() for name in names}
    told: set[Origin] = set()
    for briefing in content.briefings.values():
        sections = [content.sections[key] for key in briefing.sections if key in content.sections]
        yield from _once(sections, told)
        here = {name for key in briefing.sections for name in keys.get(key, ())}
        for prose in prose_of(sections):
            for match, place in prose.find(VISUAL):
                if match[1] not in here and place not in told:
                    told.add(place)
                    yield _absent(match[1], place, known)


def _keyed(section: Section) -> tuple[str, ...]:
    return tuple(key for block in section.blocks if (key := block.__dict__.get("key")))


def _once(sections: Sequence[Section], told: set[Origin]) -> Iterator[Problem]:
    met: set[str] = set()
    for section in sections:
        for block in section.blocks:
            key = block.__dict__.get("key")
            if key in met and key.origin not in told:
                told.add(key.origin)
                hint = "donnez à chaque graphique ou tableau une clé à lui"
                yield Problem("visual-repeated", f"deux visuels ont la clé «\u00a0{key}\u00a0»", key.origin, hint)
            met |= {key} if key else set()


def _absent(key: str, place: Origin, known: Mapping[str, str]) -> Problem:
    hint = did_you_mean(key, sorted(known)) or "donnez cette clé au graphique ou au tableau\u00a0: «\u00a0key: …\u00a0»"
    if key in known:
        hint = f"il est dans la section «\u00a0{known[key]}\u00a0», que ce dossier n’a pas"
    return Problem("visual-unknown", f"aucun graphique ni tableau n’a la clé «\u00a0{key}\u00a0»", place, hint)


def visuals_have_messages(content: Content, _knowledge: Knowledge) -> Iterator[Problem]:
    """From a section's second visual on, a message is needed: the visual gets a slide of its own."""
    for section in content.sections.values():
        if "deck" not in section.media:
            continue
        visuals = [block for block in section.blocks if isinstance(block, VISUALS) and "deck" in block.media]
        for block in visuals[1:]:
            if block.message is None:
                hint = "ajoutez «\u00a0message:\u00a0»\u00a0: ce sera le titre de sa diapositive"
                yield Problem(
                    "visual-without-message",
                    "le deuxième visuel d’une section a besoin d’un message",
                    block.origin,
                    hint,
                )


def points_rest_on_prose(content: Content, _knowledge: Knowledge) -> Iterator[Problem]:
    """A fact shown in a deck's point occurs elsewhere in its section, so that the brief shows it too."""
    for section in content.sections.values():
        pointed = [block for block in section.blocks if isinstance(block, PointsBlock)]
        elsewhere = _facts_outside_points(section) if pointed else ()
        for block in pointed:
            for match, place in (found for point in block.points for found in point.find(PLACEHOLDER)):
                if match[1] not in elsewhere:
                    message = f"«\u00a0{match[1]}\u00a0» n’est pas dans le texte de la section"
                    yield Problem("point-not-in-prose", message, place, _in_prose(match[1], content))


def _in_prose(key: str, content: Content) -> str:
    """The line that gives a fact in the brief too, with its status where a sentence has to say it."""
    fact = content.facts.get(key)
    label = fact.label.text.replace("\\", "\\\\").replace('"', '\\"') if fact else key
    said = "" if fact is None or fact.bounds is None or fact.status in SETTLED else f" ({{{key}:status}})"
    line = f'- paragraph: "{label[:1].upper()}{label[1:]}: {{{key}}}{said}."'
    return f"le dossier doit le donner aussi\u00a0: appelez-le dans un paragraphe de la section, par exemple\n{line}"


SETTLED = ("achieved", "measured")
"""Statuses that need no word in a sentence."""


def _facts_outside_points(section: Section) -> set[str]:
    shown = [block for block in section.blocks if "brief" in block.media or "brief" not in section.media]
    blocks = tuple(block for block in shown if not isinstance(block, PointsBlock))
    written = (section.message, section.lead, blocks, section.footnotes)
    return {key for part in written for key in facts_in(part)}


def sentences_are_short(prose: Prose, _knowledge: Knowledge) -> Iterator[Problem]:
    """A sentence has thirty words at most: it will be read aloud."""
    for sentence in SENTENCE_END.split(prose.text):
        count = len(sentence.split())
        if count > LONGEST_SENTENCE:
            start = " ".join(sentence.split()[:3])
            message = f"phrase de {count} mots\u00a0: «\u00a0{start}…\u00a0»"
            hint = "coupez-la\u00a0: trente mots au plus"
            yield Problem("sentence-long", message, prose.place_of(start), hint, "warning")


# A table holds what its kind needs; a matrix of positions a stance for each topic, in few words.


PARTIES = (3, 12)
"""How many parties a matrix compares; fewer are better told in a comparison, more in groups."""
MOST_TOPICS = 8
MOST_WORDS = 4
"""Words of a cell: two say a position, four do with an article."""


def tables_are_whole(content: Content, _knowledge: Knowledge) -> Iterator[Problem]:
    """A table has facts, or columns and rows of words, each row with a cell for each column."""
    for section in content.sections.values():
        for block in section.blocks:
            if isinstance(block, TableBlock):
                yield from _form_of_table(block.table)
                yield from _bars_of_table(block.table, content)
                yield from trends_of_table(block.table, content)


def _bars_of_table(spec: TableSpec, content: Content) -> Iterator[Problem]:
    """Bars compare lengths: of facts alone, of one status and one unit."""
    if not spec.bars:
        return
    calls = (*spec.facts, *(call for group in spec.groups for call in group.facts))
    facts = [(call, content.facts[call.fact]) for call in calls if call.fact in content.facts]
    if not facts:
        yield Problem("table-bars", "des barres comparent des faits", spec.origin, "retirez «\u00a0bars\u00a0»")
    for call, fact in facts:
        first = facts[0][1]
        if fact.bounds is None or fact.status != first.status or measure_of(fact) != measure_of(first):
            message = f"«\u00a0{call.fact}\u00a0» n’a pas le statut et l’unité des autres barres"
            hint = "retirez «\u00a0bars\u00a0», ou faites deux tableaux"
            yield Problem("table-bars", message, call.fact.origin, hint)


def _form_of_table(spec: TableSpec) -> Iterator[Problem]:
    facts, words = bool(spec.facts or spec.groups), bool(spec.columns or spec.rows)
    if facts == words or bool(spec.columns) != bool(spec.rows):
        hint = "donnez «\u00a0facts\u00a0» ou «\u00a0groups\u00a0», ou bien «\u00a0columns\u00a0» et «\u00a0rows\u00a0»"
        yield Problem("table-form", "ce tableau n’a pas ce qu’il lui faut", spec.origin, hint)
        return
    for column in spec.columns[1:]:
        if not column.text:
            hint = "seule la première, qui nomme les lignes, peut rester sans titre"
            yield Problem("text-empty", "cette colonne n’a pas de titre", column.title.origin, hint)
    widths = [column.width for column in spec.columns if column.width is not None]
    if any(not 0 < width <= 100 for width in widths) or sum(widths) > 100:
        hint = "donnez à chacune une part de cent, et moins de cent à toutes"
        message = f"les colonnes demandent {sum(widths):g}\u00a0% de la largeur"
        yield Problem("table-width", message, spec.origin, hint)
    for row in spec.rows:
        expected = 1 if row.kind == "group" else len(spec.columns)
        if len(row.cells) != expected:
            message = f"cases\u00a0: {len(row.cells)}, attendues\u00a0: {expected}"
            hint = "donnez une case par colonne, une seule pour un intertitre («\u00a0kind: group\u00a0»)"
            yield Problem("table-row", message, row.origin, hint)


def matrices_are_whole(content: Content, _knowledge: Knowledge) -> Iterator[Problem]:
    """Three to twelve parties, each with as many stances as there are topics, each in a few words."""
    for section in content.sections.values():
        for block in section.blocks:
            if isinstance(block, MatrixBlock):
                yield from _size(block.matrix)
                for party in block.matrix.parties:
                    yield from _row(party, block.matrix)


def _size(spec: MatrixSpec) -> Iterator[Problem]:
    count, (least, most) = len(spec.parties), PARTIES
    if not least <= count <= most:
        hint = "de deux, faites une comparaison\u00a0; de plus de douze, des groupes, ou un tableau"
        yield Problem("matrix-parties", f"parties\u00a0: {count}, attendues\u00a0: {least} à {most}", spec.origin, hint)
    if len(spec.topics) > MOST_TOPICS:
        message = f"sujets\u00a0: {len(spec.topics)}, au plus\u00a0: {MOST_TOPICS}"
        yield Problem("matrix-topics", message, spec.topics[MOST_TOPICS].origin, "faites deux matrices")


def _row(party: Party, spec: MatrixSpec) -> Iterator[Problem]:
    if len(party.stances) != len(spec.topics):
        message = f"positions\u00a0: {len(party.stances)}, sujets\u00a0: {len(spec.topics)}"
        hint = "donnez-en une par sujet\u00a0; «\u00a0unknown\u00a0» s’il faut encore la connaître"
        yield Problem("matrix-row", message, party.origin, hint)
    for stance in party.stances:
        if stance.text is not None and len(stance.text.text.split()) > MOST_WORDS:
            message = f"«\u00a0{stance.text.text}\u00a0» a plus de {MOST_WORDS} mots"
            hint = "deux mots suffisent\u00a0; le reste va dans un tableau"
            yield Problem("matrix-words", message, stance.text.origin, hint, "warning")
