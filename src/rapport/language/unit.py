"""A unit of the content, in the words of one language."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Kind = Literal["noun", "named", "measure", "currency", "percent", "multiple", "rank", "duration"]

Width = Literal["prose", "name", "symbol"]
"""How a unit is said: as running text wants it, by its name ("mégawatts"), by its symbol where it has one ("MW")."""


class Unit(Struct, frozen=True):
    """Names and symbol of a unit.

    `kind` tells how running text says it: a measure or a percentage by its symbol (5,8 GW), a currency, a named unit
    (3 ans) or a counted noun (23 projets) by its name; a key figure shows the unit beside its number, never the noun.
    A multiple (×3), a rank (6e) and a duration (2 h 30 min) are no units beside a number: the number itself is written
    so. `scaled` is the name after million where it differs from the plural (1 million d’années). `symbol` is empty
    where there is none. `per` and `per_symbol` are what the unit is counted by, space or stroke included (" par tonne",
    "/t"), when they do not stand in the names already.
    """

    singular: str
    plural: str
    symbol: str = ""
    kind: Kind = "noun"
    scaled: str = ""
    per: str = ""
    per_symbol: str = ""

    def name(self, plural: bool) -> str:
        """Its name, as the number that it follows wants it."""
        return self.plural if plural else self.singular

    def is_symbol(self, width: Width) -> bool:
        """Whether the unit is printed by its symbol at this width."""
        by_symbol = width == "symbol" or (width == "prose" and self.kind in ("measure", "percent"))
        return bool(self.symbol) and by_symbol

    def counted_by(self, symbol: bool) -> str:
        """What it is counted by, after its symbol or after its name; empty for a plain unit."""
        return self.per_symbol if symbol else self.per
