"""The slide being drawn: what its elements ask for while they are written."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from pptx.opc.package import Part

from rapport.edition.edition import Furniture
from rapport.formats.ooxml.markup import EMPTY, Markup, element, guid
from rapport.formats.ooxml.package import FastPackage
from rapport.look.charter import Charter
from rapport.render.deck.links import Links
from rapport.render.deck.shape import Traits, identity
from rapport.render.deck.template.layout import Layout, Slot
from rapport.slides.elements import Place


class Leaf(NamedTuple):
    """The part of a slide and the slide's key."""

    part: Part
    key: str


class Canvas:
    """Identities for shapes, placeholders not yet filled, and the part that takes relationships."""

    def __init__(self, package: FastPackage, leaf: Leaf, layout: Layout, links: Links, charter: Charter) -> None:
        self.package = package
        self.part = leaf.part
        self._key = leaf.key
        self.links = links
        self.charter = charter
        self._last_number = 1
        self._named: Counter[str] = Counter()
        self._free = {slot.place: slot for slot in layout.slots}

    @property
    def language(self) -> str:
        return self.links.language

    @property
    def names(self) -> Furniture:
        return self.links.names

    def next_number(self) -> int:
        """A number that no other shape of the slide has; 1 is the slide itself."""
        self._last_number += 1
        return self._last_number

    def identity(self, name: str, description: str = "", decorative: bool = False, link: str = "") -> Markup:
        """The identity of the next shape; its name is made its own on the slide. `link` is where the shape leads.

        LibreOffice renumbers shapes and drops their identifiers, but keeps names.
        """
        self._named[name] += 1
        count = self._named[name]
        own = f"{name} {count}" if count > 1 else name
        click = element("a:hlinkClick", **self.links.click(link)) if link else EMPTY
        traits = Traits(decorative, guid("shape", self._key, own), click)
        return identity(self.next_number(), own, description, traits)

    def claim(self, place: Place) -> Slot | None:
        """The layout's placeholder for a place, once; None where the layout has none or it is filled."""
        return self._free.pop(place, None)
