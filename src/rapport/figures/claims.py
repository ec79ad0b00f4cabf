"""What the content claims: facts as plain values, given by the caller, which the documents are held to."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct

from rapport.figures.orphans import NOTHING, Allowed


class FactClaim(Struct, frozen=True):
    """One fact as the content states it.

    `low` and `high` are in base units of `unit` as the content writes it (`EUR`, `gigawatt`, `percent`),
    equal for a single value, None for a fact that is no quantity. `date` is a partial date in the content's notation
    (`2026-02-18/19`, `end-2027`), `period` the date the fact holds for; `words` is the fixed wording printed in place
    of a figure, or the name of a fact that is no figure; `status_word` is the briefing's own. Each is empty where
    absent.
    """

    key: str
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    qualifier: str = ""
    status: str = ""
    date: str = ""
    period: str = ""
    words: str = ""
    status_word: str = ""


Claims = Mapping[str, FactClaim]
"""All facts of the content by key."""


class Claimed(Struct, frozen=True):
    """What documents are held to: the facts, what may stand without one, and whether other numbers may stand yet."""

    claims: Claims
    allowed: Allowed = NOTHING
    draft: bool = False
