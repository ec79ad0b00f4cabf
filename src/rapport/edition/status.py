"""How far along a figure or an event is."""

from __future__ import annotations

from msgspec import Struct


class Status(Struct, frozen=True):
    """A status key of the content (`achieved`, `promised`, ...) and the word the reader sees ("Réalisé")."""

    key: str
    word: str


NO_STATUS = Status("", "")
