"""Ordinals: « 2ème » -> « 2e », « 1ère » -> « 1re », « XXIème » -> « XXIe » (Lexique, « nombres ordinaux »)."""

from __future__ import annotations

import re
from typing import Final

from rapport.language.typography.classes import END_OF_WORD, FIGURES, ROMAN
from rapport.language.typography.rule import substitution

_START: Final = r"(?<![\w.,])"
_NOT_ROMAN: Final = r"(?![CDLM]e)"
"""« Le », « Ce », « De » and « Me » are words, not numerals."""

_NUMERAL: Final = rf"(?:\d++|{_NOT_ROMAN}{ROMAN}(?<=\w))"

NTH: Final = substitution(
    "nth",
    rf"{_START}{_NUMERAL}(?P<long>(?i:i?[èeé]me)|(?<=[\dIVX])è)(?=s?{END_OF_WORD})",
    lambda m, s: m[0].removesuffix(m["long"]) + "e",
    needs=(FIGURES + "IVXLC", "mMè"),
)
FIRST_FEMININE: Final = substitution(
    "first-feminine",
    rf"{_START}[1I](?:i?[èe]re)(?=s?{END_OF_WORD})",
    lambda m, s: f"{m[0][0]}re",
    needs=(("1i", "1è", "1e", "Ii", "Iè", "Ie"),),
)
FIRST_MASCULINE: Final = substitution(
    "first-masculine", rf"{_START}[1I]ier(?=s?{END_OF_WORD})", lambda m, s: f"{m[0][0]}er", needs=(("1ier", "Iier"),)
)
SECOND: Final = substitution(
    "second", rf"{_START}2n(?=des?{END_OF_WORD}|ds?{END_OF_WORD})", lambda m, s: "2", needs=(("2n",),)
)

ORDINAL: Final = rf"{_START}(?:[1I](?:er|re)s?|2de?s?|{_NUMERAL}es?){END_OF_WORD}"
"""An ordinal as typeset."""
RAISED: Final = re.compile(rf"{_START}{_NUMERAL}(?P<letters>(?<=[1I])(?:er|re)s?|(?<=2)de?s?|es?){END_OF_WORD}")
"""The same; its letters are raised."""
