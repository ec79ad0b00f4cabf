"""House styles: where the authorities disagree, the choice is a value."""

from __future__ import annotations

from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from rapport.language.characters import EN_DASH, NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE
from rapport.language.locales import BRITISH, FRENCH


class Style(Struct, frozen=True):
    """The spaces and signs of a house style; an empty string means that nothing is set there.

    `before_high` goes before ; ! ?, `before_colon` before the colon, `inside_guillemets` after « and before »,
    `thousands` between groups of three digits, `before_percent` before % and ‰, `bond` wherever two words may not be
    parted: number and unit, day and month, title and name. `dash` opens and closes an aside. `quotes` are the marks of
    the first and of the second level. `language` chooses the rules.
    """

    name: str
    language: str = "fr"
    before_high: str = NARROW_NO_BREAK_SPACE
    before_colon: str = NO_BREAK_SPACE
    inside_guillemets: str = NO_BREAK_SPACE
    thousands: str = NARROW_NO_BREAK_SPACE
    before_percent: str = NO_BREAK_SPACE
    bond: str = NO_BREAK_SPACE
    dash: str = EN_DASH
    quotes: tuple[str, str, str, str] = ("«", "»", "“", "”")


IMPRIMERIE_NATIONALE: Final = Style("imprimerie-nationale")
"""Lexique des règles typographiques en usage à l’Imprimerie nationale, as French public documents follow it.

Asides take the en dash, lighter than the classic em dash, and numbers and unit symbols the word space, made
unbreakable: the Lexique accepts both.
"""

WITHOUT_NARROW_SPACE: Final = replace(
    IMPRIMERIE_NATIONALE, name="without-narrow-space", before_high=NO_BREAK_SPACE, thousands=NO_BREAK_SPACE
)
"""The same for media whose fonts may lack U+202F."""

PUBLICATIONS_OFFICE: Final = Style(
    "publications-office", before_high="", before_colon="", inside_guillemets="", thousands=NO_BREAK_SPACE
)
"""Interinstitutional Style Guide of the European Union, French edition: no space before ; : ! ? nor inside « »."""

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

STYLES: Final = {
    style.name: style for style in (IMPRIMERIE_NATIONALE, WITHOUT_NARROW_SPACE, PUBLICATIONS_OFFICE, ENGLISH)
}
_LOCALE_STYLES: Final = {FRENCH: IMPRIMERIE_NATIONALE, BRITISH: ENGLISH}


def style_of(locale: str) -> Style:
    """The house style that texts written in `locale` take. Raises KeyError for an unknown locale."""
    return _LOCALE_STYLES[locale]
