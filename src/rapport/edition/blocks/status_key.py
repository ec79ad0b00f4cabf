"""How to read the statuses."""

from __future__ import annotations

from dataclasses import dataclass

from rapport.edition.status import Status
from rapport.edition.text import Text
from rapport.origin import NOWHERE, Origin


@dataclass(frozen=True, slots=True)
class StatusKey:
    """Each status used, and what it means; `remark` is a sentence beside it."""

    title: Text
    remark: Text
    entries: tuple[tuple[Status, Text], ...]
    origin: Origin = NOWHERE
