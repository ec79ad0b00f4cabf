"""Figures shown large."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from msgspec import Struct

from rapport.edition.evidence import Evidence
from rapport.edition.status import Status
from rapport.edition.text import Text
from rapport.origin import NOWHERE, Origin


class KeyFigure(Struct, frozen=True):
    """One tile: qualifier ("plus de"), number ("2,6"), unit ("Md€", may be empty), label and status.

    `number` holds the source's own words ("la moitié") where the fact has fixed wording; `value` is then its Decimal
    or None.
    """

    qualifier: str
    number: str
    unit: str
    label: Text
    status: Status
    evidence: Evidence
    value: Decimal | None = None
    origin: Origin = NOWHERE


class KeyFigures(Struct, frozen=True):
    """A set of tiles. `role` is `main` where the figures are the subject, `aside` where they stand beside prose.

    `title` may be empty. `source` is the source line ("Source : ...").
    """

    figures: tuple[KeyFigure, ...]
    source: Text
    role: Literal["main", "aside"] = "main"
    title: Text = ()
    origin: Origin = NOWHERE
