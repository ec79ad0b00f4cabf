"""The slide being drawn: what its elements ask for while they are written."""

from __future__ import annotations

from collections.abc import Mapping

from pptx.opc.package import Part

from rapport.look.charter import Charter
from rapport.render.deck.links import Links
from rapport.render.deck.names import Name, names
from rapport.render.deck.package import FastPackage
from rapport.render.deck.template.layout import Layout, Slot
from rapport.slides.elements import Place


class Canvas:
    """Numbers for shapes, placeholders not yet filled, and the part that takes relationships."""

    def __init__(self, package: FastPackage, part: Part, layout: Layout, links: Links, charter: Charter) -> None:
        self.package = package
        self.part = part
        self.links = links
        self.charter = charter
        self._last_number = 1
        self._free = {slot.place: slot for slot in layout.slots}

    @property
    def language(self) -> str:
        return self.links.language

    @property
    def names(self) -> Mapping[Name, str]:
        return names(self.links.language)

    def next_number(self) -> int:
        """A number that no other shape of the slide has; 1 is the slide itself."""
        self._last_number += 1
        return self._last_number

    def claim(self, place: Place) -> Slot | None:
        """The layout's placeholder for a place, once; None where the layout has none or it is filled."""
        return self._free.pop(place, None)
