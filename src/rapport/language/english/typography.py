"""English composition: curly marks, spaced dashes, what no line may part, and its house styles."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from rapport.language.lexicon import UNITS
from rapport.language.typography.quotes import APOSTROPHE, COLLAPSE, ELLIPSIS, MINUS_SIGN, PARENTHESES, QUOTES
from rapport.language.typography.rule import (
    CAPITAL,
    DIGIT_MASK,
    END_OF_WORD,
    NOT_IN_WORD,
    SP,
    SPACES,
    WORD_MASK,
    Style,
    TypographyRule,
    substitution,
)

# English words that are bound to the figure or the name beside them.

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
COUNTED_SCALES: Final = ("million", "billion", "trillion")
TITLES: Final = ("Mr", "Mrs", "Ms", "Dr")
"""British usage: no full stop after a title that keeps its last letter."""
WEAK_ENDS: Final = frozenset(
    """
    a about all almost an and are as at be been but by can could did do does for from had has have if in into is it its
    least less may might more nearly no nor not of on or our over per shall should some than that the their these
    this those to up was were what when where which who will with without would
    """.split()
)
"""Words that no line of a title ends on: they announce the next one."""


ENGLISH: Final = Style(
    "english",
    language="en",
    before_high="",
    before_colon="",
    inside_guillemets="",
    thousands=",",
    before_percent="",
    quotes=("“", "”", "‘", "’"),
)
"""English as the same documents print it: curly marks, spaced en dashes, numbers bound to what they count."""

AMERICAN: Final = replace(ENGLISH, name="american")

ENGLISH_STYLES: Final = {"en_GB": ENGLISH, "en_US": AMERICAN}
"""By locale."""


# English composition: curly marks, spaced dashes, and what no line may part.

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

ENGLISH_RULES: Final[tuple[TypographyRule, ...]] = (
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
