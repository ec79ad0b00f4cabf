"""English composition: curly marks, spaced dashes, and what no line may part."""

from __future__ import annotations

from typing import Final

from rapport.language.characters import SPACES
from rapport.language.english.lexicon import COUNTED_SCALES, MONTHS, TITLES
from rapport.language.lexicon.symbols import UNITS
from rapport.language.typography.classes import CAPITAL, DIGIT_MASK, END_OF_WORD, NOT_IN_WORD, SP, WORD_MASK
from rapport.language.typography.quotes import QUOTES
from rapport.language.typography.rule import Rule, substitution
from rapport.language.typography.signs import APOSTROPHE, COLLAPSE, ELLIPSIS, MINUS_SIGN, PARENTHESES

_FIGURE: Final = rf"(?<=[\d{DIGIT_MASK}{WORD_MASK}])"
"""Just after a figure; one with a decimal point is protected as a version would be."""

POSSESSIVE: Final = substitution("possessive", r"(?<=s)'(?=\s[\w\"“])", lambda m, s: "’", needs=("'",))
MEASURE: Final = substitution(
    "measure",
    rf"{_FIGURE}{SP}(?=(?:{'|'.join((*UNITS, *COUNTED_SCALES))}){END_OF_WORD})",
    lambda m, s: s.bond,
    needs=(SPACES,),
)
DAY_MONTH: Final = substitution(
    "day-month", rf"(?<=\d){SP}(?=(?:{'|'.join(MONTHS)}){END_OF_WORD})", lambda m, s: s.bond
)
MONTH_YEAR: Final = substitution(
    "month-year",
    rf"{NOT_IN_WORD}(?P<month>{'|'.join(MONTHS)}){SP}(?=\d{{4}}(?!\d))",
    lambda m, s: m["month"] + s.bond,
)
TITLE_NAME: Final = substitution(
    "title-name", rf"{NOT_IN_WORD}(?P<title>{'|'.join(TITLES)})\.?{SP}(?={CAPITAL})", lambda m, s: m["title"] + s.bond
)
DASH: Final = substitution(
    "dash", rf"(?<=[^\s\d]){SP}(?:--?|–){SP}(?=\S)", lambda m, s: f"{s.bond}{s.dash} ", needs=("-–",)
)

ENGLISH_RULES: Final[tuple[Rule, ...]] = (
    COLLAPSE,
    ELLIPSIS,
    APOSTROPHE,
    POSSESSIVE,
    QUOTES,
    PARENTHESES,
    MINUS_SIGN,
    MEASURE,
    DAY_MONTH,
    MONTH_YEAR,
    TITLE_NAME,
    DASH,
)
