"""How far along a figure or an event is."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct


class Status(Struct, frozen=True):
    """A status key of the content (`achieved`, `promised`, ...) and the word the reader sees ("Réalisé")."""

    key: str
    word: str


NO_STATUS = Status("", "")


class Evidence(Struct, frozen=True):
    """The fact a figure prints, and where it comes from.

    `fact` is the fact's key in the content; `form` the form it is printed in (`full`, `short`, `value`, ...).
    `low` and `high` are the quantity in its base unit (equal for a single value); both are None for a fact that is
    a date, a name or fixed words. `source` and `locator` say where the figure stands ("bilan-ia-2026", "§ 4").
    """

    fact: str
    form: str
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    qualifier: str = ""
    status: str = ""
    source: str = ""
    locator: str = ""
