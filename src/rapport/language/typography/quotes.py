"""Signs of every language: quotation marks by level, the apostrophe, the ellipsis, the minus, one space for several."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, Literal

from msgspec import Struct

from rapport.language.typography.rule import (
    DIGIT_MASK,
    FIGURES,
    LETTER,
    MINUS,
    NARROW_NO_BREAK_SPACE,
    NO_BREAK_SPACE,
    RARE_SPACE,
    SP,
    SPACE_MASK,
    WORD_MASK,
    Correction,
    Style,
    TypographyRule,
    substitution,
)

# Rules that hold in every language: one space where several were typed, the ellipsis, the apostrophe, the minus.


def _strongest(match: re.Match[str], style: Style) -> str:
    spaces = match[0]
    if NARROW_NO_BREAK_SPACE in spaces:
        return NARROW_NO_BREAK_SPACE
    return NO_BREAK_SPACE if NO_BREAK_SPACE in spaces else " "


COLLAPSE: Final = substitution("one-space", rf"(?<=\S)(?:{SP}{{2,}}+|{RARE_SPACE})", _strongest)
"""Several spaces are one, the strongest, and a rare one is plain; the margin of an indented line is left alone."""

ELLIPSIS: Final = substitution("ellipsis", r"(?<!\.)\.{3,}+", lambda m, s: "…", needs=(".",))

PARENTHESES: Final = substitution(
    "parentheses", rf"(?<=\(){SP}(?=[^\s)])|(?<=[^\s(]){SP}(?=\))", lambda m, s: "", needs=("()",)
)

APOSTROPHE: Final = substitution(
    "apostrophe", rf"(?<={LETTER})['´ʼ‘′](?=[\w«“\"{WORD_MASK}{DIGIT_MASK}])", lambda m, s: "’", needs=("'´ʼ‘′",)
)

MINUS_SIGN: Final = substitution(
    "minus", rf"(?<![^\s(\[«“=≤≥<>;])(?<!\n)(?<!\d{SP})-(?=\d)", lambda m, s: MINUS, needs=("-", FIGURES)
)
"""A hyphen typed against a figure and after a space; a range, an ISO date or a list mark has none of both."""


# Straight quotation marks -> those of the style, by level (« » then “ ”); pairs are found paragraph by paragraph.
#
# A mark without its pair is left as typed: nobody can tell what it was meant to enclose.

_MARKS: Final = re.compile(r"[\"«»“”]|\n[ \t]*+\n")
_CLOSERS: Final = {"»": "«", "”": "“"}
_Side = Literal["opening", "closing", "neither"]
_SIDES: Final[dict[str, _Side]] = {"«": "opening", "“": "opening", "»": "closing", "”": "closing"}
_OPENING_SIGNS: Final = "([{«“" + SPACE_MASK
_CLOSING_SIGNS: Final = ")]}»”.,;:!?…"
_EITHER_SIDE: Final = "\"’'—–-/*_|<>"
"""Signs that a quotation mark may touch on either side: a dash, an elision, the marks of emphasis."""


class _Pair(Struct, frozen=True):
    start: int
    end: int


def _edits(text: str, style: Style) -> Iterator[Correction]:
    marks: list[tuple[int, str]] = []
    for match in _MARKS.finditer(text):
        if match[0][0] == "\n":
            yield from _paragraph(text, marks, style)
            marks = []
        else:
            marks.append((match.start(), match[0]))
    yield from _paragraph(text, marks, style)


def _paragraph(text: str, marks: list[tuple[int, str]], style: Style) -> Iterator[Correction]:
    """The edits of one paragraph, in order of place: each paired mark as its level wants it."""
    pairs = _pairs(text, marks)
    starts = {pair.start for pair in pairs}
    ends = {pair.end for pair in pairs}
    level = 0
    for place, mark in marks:
        if place in starts:
            yield from _set(place, mark, style.quotes[2 if level else 0])
            level += 1
        elif place in ends:
            level -= 1
            yield from _set(place, mark, style.quotes[3 if level else 1])


def _set(place: int, mark: str, wanted: str) -> Iterator[Correction]:
    if mark not in ("«", "»") and mark != wanted:
        yield Correction(place, place + 1, wanted)


def _pairs(text: str, marks: Iterable[tuple[int, str]]) -> list[_Pair]:
    """Which marks enclose something together. Linear: what a closing mark passes over is dropped for good."""
    pairs: list[_Pair] = []
    opened: list[tuple[int, str]] = []
    waiting = {'"': 0, "«": 0, "“": 0}
    for place, mark in marks:
        side = _SIDES.get(mark) or _side(text, place, inside=waiting['"'] > 0)
        opener = _CLOSERS.get(mark, mark)
        if side == "opening":
            opened.append((place, mark))
            waiting[mark] += 1
        elif side == "closing" and waiting[opener]:
            pairs.append(_Pair(_pop(opened, waiting, opener), place))
    return pairs


def _pop(opened: list[tuple[int, str]], waiting: dict[str, int], wanted: str) -> int:
    """The place of the last `wanted` mark still open; whatever opened after it is dropped."""
    while True:
        place, opener = opened.pop()
        waiting[opener] -= 1
        if opener == wanted:
            return place


def _side(text: str, place: int, inside: bool) -> _Side:
    """What a straight mark does, told by its neighbours; where they do not tell, it closes what is open."""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    free_before = not before or before.isspace() or before in _OPENING_SIGNS
    free_after = not after or after.isspace() or after in _CLOSING_SIGNS
    could_open = (free_before or before in _EITHER_SIDE) and not free_after
    could_close = (free_after or after in _EITHER_SIDE) and not free_before
    if could_open != could_close:
        return "opening" if could_open else "closing"
    if could_open or (free_before and free_after):
        return "closing" if inside else "opening"
    return "neither"


QUOTES: Final = TypographyRule("quotes", _edits, needs=('"“”',))
