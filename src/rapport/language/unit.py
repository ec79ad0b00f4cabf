"""A unit of the content, in the words of one language."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Kind = Literal["noun", "named", "measure", "currency", "percent"]

Width = Literal["prose", "name", "symbol"]
"""How a unit is said: as running text wants it, by its name ("mégawatts"), by its symbol where it has one ("MW")."""


class Unit(Struct, frozen=True):
    """Names and symbol of a unit.

    `kind` tells how running text says it: a measure or a percentage by its symbol (5,8 GW), a currency, a named unit
    (3 ans) or a counted noun (23 projets) by its name; a key figure shows the unit beside its number, never the noun.
    `scaled` is the name after million where it differs from the
    plural (1 million d’années). `symbol` is empty where there is none.
    """

    singular: str
    plural: str
    symbol: str = ""
    kind: Kind = "noun"
    scaled: str = ""

    def name(self, plural: bool) -> str:
        """Its name, as the number that it follows wants it."""
        return self.plural if plural else self.singular

    def is_symbol(self, width: Width) -> bool:
        """Whether the unit is printed by its symbol at this width."""
        by_symbol = width == "symbol" or (width == "prose" and self.kind in ("measure", "percent"))
        return bool(self.symbol) and by_symbol
