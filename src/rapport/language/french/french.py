"""French, and its house styles where the authorities disagree."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from rapport.language.french import dates, grammar
from rapport.language.french.grammar import FRENCH_SCALES, FRENCH_THOUSANDS, amount, before, met, of, ordinal, per, said
from rapport.language.french.typography import bonds, figures, spacing, words
from rapport.language.french.typography import bonds as calendar
from rapport.language.french.typography.spacing import DASHES, DIALOGUE
from rapport.language.french.units import FRENCH_DENOMINATORS, FRENCH_UNITS
from rapport.language.french.words import FRENCH_WORDS
from rapport.language.language import Counting, Dating, Language
from rapport.language.typography.quotes import APOSTROPHE, COLLAPSE, ELLIPSIS, MINUS_SIGN, PARENTHESES, QUOTES
from rapport.language.typography.rule import NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE, Style, TypographyRule

IMPRIMERIE_NATIONALE: Final = Style("imprimerie-nationale")
"""Lexique des règles typographiques en usage à l’Imprimerie nationale, as French public documents follow it.

Asides take the en dash, lighter than the classic em dash, and numbers and unit symbols the word space, made
unbreakable: the Lexique accepts both.
"""

WITHOUT_NARROW_SPACE: Final = replace(
    IMPRIMERIE_NATIONALE, name="without-narrow-space", before_high=NO_BREAK_SPACE, thousands=NO_BREAK_SPACE
)
"""The same style for media whose fonts may lack U+202F."""

PUBLICATIONS_OFFICE: Final = Style(
    "publications-office", before_high="", before_colon="", inside_guillemets="", thousands=NO_BREAK_SPACE
)
"""Interinstitutional Style Guide of the European Union, French edition: no space before ; : ! ? nor inside « »."""

ROMANDE: Final = replace(
    IMPRIMERIE_NATIONALE,
    name="romande",
    before_colon=NARROW_NO_BREAK_SPACE,
    inside_guillemets=NARROW_NO_BREAK_SPACE,
    before_percent=NARROW_NO_BREAK_SPACE,
    quotes=("«", "»", "‹", "›"),
)
"""Guide du typographe romand: thin spaces throughout, simple guillemets inside; thousands as in France."""

FRENCH_STYLES: Final = {"fr_FR": IMPRIMERIE_NATIONALE, "fr_CH": ROMANDE}
"""By locale."""


# The rules of French composition in their order: signs, words, figures, what binds them, last the spaces of signs.

FRENCH_RULES: Final[tuple[TypographyRule, ...]] = (
    COLLAPSE,
    words.POINTED,
    ELLIPSIS,
    spacing.ETC,
    spacing.ELISION_SPACE,
    APOSTROPHE,
    spacing.YEAR_APOSTROPHE,
    spacing.WORD_APOSTROPHE,
    spacing.ENGLISH_AND,
    spacing.SINGLE_QUOTES,
    QUOTES,
    spacing.TYPED_GUILLEMETS,
    spacing.OPENING_GUILLEMET,
    spacing.CLOSING_GUILLEMET,
    spacing.INNER_QUOTES,
    spacing.AFTER_CLOSING,
    PARENTHESES,
    spacing.LOW,
    words.PLURAL_ACRONYMS,
    words.ACCENTS,
    words.INNER_ACCENTS,
    words.INITIAL_A,
    words.A_HOUR,
    words.INITIAL_CA,
    words.OE,
    words.AE,
    words.MISTER,
    words.POINTLESS_TITLES,
    words.NUMERO,
    bonds.SIGN_NUMBER,
    bonds.PLUS_NUMBER,
    bonds.SIGN_MASK,
    bonds.ARTICLE,
    bonds.ABBREVIATIONS,
    figures.NTH,
    figures.FIRST_FEMININE,
    figures.FIRST_MASCULINE,
    figures.SECOND,
    MINUS_SIGN,
    figures.TIMES,
    figures.SPACED_MINUS,
    figures.GROUPED,
    figures.RANGE_END,
    figures.RANGE_START,
    figures.DECIMALS,
    figures.CURRENCY,
    figures.CODE,
    figures.COUNTRY,
    figures.BARE_SCALE,
    figures.PERCENT,
    figures.POWERS,
    figures.CELSIUS,
    figures.DEGREE,
    calendar.CAPITAL_HOUR,
    calendar.HOUR,
    figures.UNGROUPED,
    figures.UNIT,
    calendar.TIME,
    calendar.DURATION,
    figures.TOLERANCE,
    calendar.FIRST_OF_RANGE,
    calendar.DAY_MONTH,
    calendar.DAY_PAIR,
    calendar.MONTH_YEAR,
    calendar.LOWER_MONTH,
    calendar.LOWER_WEEKDAY,
    bonds.REFERENCE_NUMBER,
    bonds.NUMEROS,
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
    DIALOGUE,
    DASHES,
    spacing.COLON,
    spacing.HIGH,
)


# French.


FRENCH: Final = Language(
    code="fr",
    called=("français", "francais"),
    words=FRENCH_WORDS,
    counting=Counting(
        units=dict.fromkeys(FRENCH_STYLES, FRENCH_UNITS),
        scales=FRENCH_SCALES,
        thousands=FRENCH_THOUSANDS,
        is_plural=grammar.is_plural,
        pluralise=grammar.pluralise,
        singular=grammar.singular,
        amount=amount,
        of=of,
        per=per,
        denominators=FRENCH_DENOMINATORS,
        also=" et",
        preceded=before,
        met=met,
        ordinal=ordinal,
        said=said,
    ),
    dating=Dating(dates.write, grammar.write, "{1} à {2}"),
    styles=FRENCH_STYLES,
    rules=FRENCH_RULES,
    hyphenation="fr",
    semicolon=f"{NARROW_NO_BREAK_SPACE}; ",
)
