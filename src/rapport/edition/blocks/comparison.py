"""Things set side by side."""

from __future__ import annotations

from msgspec import Struct

from rapport.edition.status import NO_STATUS, Status
from rapport.edition.text import Text
from rapport.origin import NOWHERE, Origin


class Side(Struct, frozen=True):
    """One side: its title, a date or other detail, its status and its points."""

    title: Text
    detail: Text
    items: tuple[Text, ...]
    status: Status = NO_STATUS


class Comparison(Struct, frozen=True):
    """Two sides (three at most). `remark` stands under both and may be empty."""

    sides: tuple[Side, ...]
    remark: Text = ()
    source: Text = ()
    origin: Origin = NOWHERE
