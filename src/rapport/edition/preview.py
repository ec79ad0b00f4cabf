"""What a page or a slide looks like, in small."""

from __future__ import annotations

from msgspec import Struct

from rapport.edition.picture import Picture


class Preview(Struct, frozen=True):
    """A page or slide in small: its number from 1, its title (may be empty) and its picture."""

    number: int
    title: str
    picture: Picture
