"""The rules in their order: signs, words, figures, what binds them, and last the spaces of signs."""

from __future__ import annotations

from typing import Final

from rapport.language.typography import bonds, calendar, figures, ordinals, spacing, words
from rapport.language.typography.dashes import DASHES
from rapport.language.typography.english import ENGLISH_RULES
from rapport.language.typography.manuscript import Manuscript, revised
from rapport.language.typography.quotes import QUOTES
from rapport.language.typography.rule import Rule
from rapport.language.typography.style import Style

_FRENCH: Final[tuple[Rule, ...]] = (
    spacing.COLLAPSE,
    words.POINTED,
    spacing.ELLIPSIS,
    spacing.ETC,
    spacing.ELISION_SPACE,
    spacing.APOSTROPHE,
    spacing.YEAR_APOSTROPHE,
    QUOTES,
    spacing.TYPED_GUILLEMETS,
    spacing.OPENING_GUILLEMET,
    spacing.CLOSING_GUILLEMET,
    spacing.INNER_QUOTES,
    spacing.PARENTHESES,
    spacing.LOW,
    words.PLURAL_ACRONYMS,
    words.ACCENTS,
    words.INITIAL_A,
    words.A_HOUR,
    words.INITIAL_CA,
    words.OE,
    words.AE,
    words.MISTER,
    words.POINTLESS_TITLES,
    bonds.SIGN_NUMBER,
    ordinals.NTH,
    ordinals.FIRST_FEMININE,
    ordinals.FIRST_MASCULINE,
    ordinals.SECOND,
    figures.MINUS_SIGN,
    figures.TIMES,
    figures.GROUPED,
    figures.DECIMALS,
    figures.CURRENCY,
    figures.COUNTRY,
    figures.BARE_SCALE,
    figures.PERCENT,
    figures.POWERS,
    figures.CELSIUS,
    figures.DEGREE,
    calendar.HOUR,
    figures.UNGROUPED,
    figures.UNIT,
    calendar.TIME,
    calendar.DURATION,
    figures.TOLERANCE,
    calendar.FIRST_OF_RANGE,
    calendar.DAY_MONTH,
    calendar.MONTH_YEAR,
    calendar.LOWER_MONTH,
    calendar.LOWER_WEEKDAY,
    bonds.REFERENCE_NUMBER,
    bonds.CODE_ARTICLE,
    bonds.CENTURY,
    bonds.TITLE_NAME,
    bonds.INITIALS,
    bonds.NUMBER_NOUN,
    bonds.VERBATIM_NOUN,
    bonds.ORDINAL_NOUN,
    bonds.PART_OF_YEAR,
    bonds.NAMED_NUMBER,
    spacing.ET_CETERA,
    DASHES,
    spacing.COLON,
    spacing.HIGH,
)

RULES: Final = {"fr": _FRENCH, "en": ENGLISH_RULES}
"""By the language of the style."""


def compose(typed: Manuscript, style: Style) -> Manuscript:
    """`typed` after every rule, in order."""
    characters = frozenset(typed.text)
    for rule in RULES[style.language]:
        if rule.applies(typed.text, characters) and (edits := tuple(rule.find(typed.text, style))):
            typed = revised(typed, edits)
            characters = frozenset(typed.text)
    return typed
