"""A list, two levels deep at most."""

from __future__ import annotations

from msgspec import Struct

from rapport.edition.text import Text
from rapport.origin import NOWHERE, Origin


class Item(Struct, frozen=True):
    """An item and its sub-items (often none)."""

    text: Text
    children: tuple[Text, ...] = ()


class Bullets(Struct, frozen=True):
    """A list of items; the deck's short points are one too. `title` is most often empty."""

    items: tuple[Item, ...]
    title: Text = ()
    origin: Origin = NOWHERE
