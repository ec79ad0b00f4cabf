"""House styles: where the authorities disagree, the choice is a value."""

from __future__ import annotations

from msgspec import Struct

from rapport.language.characters import EN_DASH, NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE


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
