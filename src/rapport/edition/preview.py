"""What a page or a slide looks like, in small."""

from __future__ import annotations

from dataclasses import dataclass

from rapport.edition.picture import Picture


@dataclass(frozen=True, slots=True)
class Preview:
    """A page or slide in small: its number from 1, its title (may be empty) and its picture."""

    number: int
    title: str
    picture: Picture
