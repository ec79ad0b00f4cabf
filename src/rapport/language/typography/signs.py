"""Rules that hold in every language: one space where several were typed, the ellipsis, the apostrophe, the minus."""

from __future__ import annotations

import re
from typing import Final

from rapport.language.characters import MINUS, NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE
from rapport.language.typography.classes import DIGIT_MASK, FIGURES, LETTER, RARE_SPACE, SP, WORD_MASK
from rapport.language.typography.rule import substitution
from rapport.language.typography.style import Style


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
