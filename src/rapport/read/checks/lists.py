"""Lists pasted into a text with their signs: they would be printed as they are typed, in one paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapport.model.blocks.block import Block
from rapport.model.blocks.words import BulletsBlock, NumberedBlock, PointsBlock
from rapport.model.content import Content, prose_of
from rapport.model.prose import Prose
from rapport.problem import Problem
from rapport.read.checks.calls import Knowledge

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
