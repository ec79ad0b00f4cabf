"""How to read the statuses."""

from __future__ import annotations

from msgspec import Struct

from rapport.edition.status import Status
from rapport.edition.text import Text
from rapport.origin import NOWHERE, Origin


class StatusKey(Struct, frozen=True):
    """Each status used, and what it means; `remark` is a sentence beside it."""

    title: Text
    remark: Text
    entries: tuple[tuple[Status, Text], ...]
    origin: Origin = NOWHERE
