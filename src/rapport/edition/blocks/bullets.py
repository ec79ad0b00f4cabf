"""A list, two levels deep at most."""

from __future__ import annotations

from dataclasses import dataclass

from rapport.edition.text import Text
from rapport.origin import NOWHERE, Origin


@dataclass(frozen=True, slots=True)
class Item:
    """An item and its sub-items (often none)."""

    text: Text
    children: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of items; the deck's short points are one too. `title` is most often empty."""

    items: tuple[Item, ...]
    title: Text = ()
    origin: Origin = NOWHERE
