"""Where things are and who is who: maps, people."""

from __future__ import annotations

from msgspec import Struct

from rapport.edition.picture import Picture, Ring
from rapport.edition.text import KeptRunningText, KeptText, Status, Text
from rapport.origin import NOWHERE, Origin


class Place(Struct, frozen=True):
    """A place of a map, `x` and `y` from its top left corner; what is there (may be empty), and its status."""

    name: KeptText
    text: KeptText
    status: Status
    x: float
    y: float


class Map(Struct, frozen=True):
    """Outlines of countries, closed, and places on them, in a frame `width` wide and 1 high."""

    outlines: tuple[Ring, ...]
    width: float
    places: tuple[Place, ...]
    alternative: str
    caption: Text
    source: Text = ()
    message: Text = ()
    origin: Origin = NOWHERE


class Person(Struct, frozen=True):
    """Someone: how the name is said, office and position may be empty; `initials` stand for an absent portrait."""

    name: KeptText
    said: KeptText
    office: KeptRunningText
    position: KeptRunningText
    initials: str
    portrait: Picture | None = None


class People(Struct, frozen=True):
    """Who is who."""

    people: tuple[Person, ...]
    title: Text = ()
    message: Text = ()
    origin: Origin = NOWHERE


Surroundings = Map | People
"""Both are seen at a glance."""
