"""How far along a figure or an event is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Status:
    """A status key of the content (`achieved`, `promised`, ...) and the word the reader sees ("Réalisé")."""

    key: str
    word: str


NO_STATUS = Status("", "")
