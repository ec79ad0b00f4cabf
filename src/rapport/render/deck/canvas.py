"""The slide being drawn: what its elements ask for while they are written, links above all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from msgspec import Struct
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part

from rapport.edition.edition import Furniture
from rapport.formats.ooxml.markup import EMPTY, Markup, element, guid
from rapport.formats.ooxml.package import FastPackage, relate, relate_externally
from rapport.look.charter import Charter
from rapport.render.deck.shape import Traits, identity
from rapport.render.deck.template.layouts import Layout, LayoutSlot
from rapport.render.deck.template.placeholder import DeckVoice
from rapport.slides.elements import Place

# Links of a part: addresses outside of the deck, and slides of it.

_JUMP = "ppaction://hlinksldjump"


class Links:
    """The links from one part. `targets` gives the part of each slide by its key; all exist before one is filled."""

    def __init__(self, part: Part, targets: Mapping[str, Part], voice: DeckVoice) -> None:
        self.language = voice.language
        self.names = voice.names
        self._part = part
        self._targets = targets
        self._relations: dict[str, str] = {}

    def click(self, link: str) -> Mapping[str, str]:
        """The attributes of `a:hlinkClick`; the same target keeps one relationship.

        Raises KeyError for `#key` where no slide has the key.
        """
        if not link.startswith("#"):
            return {"r_id": self._relation(link, lambda: relate_externally(self._part, link))}
        target = self._targets[link[1:]]
        return {
            "r_id": self._relation(link, lambda: relate(self._part, target, RELATIONSHIP_TYPE.SLIDE)),
            "action": _JUMP,
        }

    def _relation(self, link: str, make: Callable[[], str]) -> str:
        if link not in self._relations:
            self._relations[link] = make()
        return self._relations[link]


class SlidePart(Struct, frozen=True):
    """The part of a slide and the slide's key."""

    part: Part
    key: str


class Canvas:
    """Identities for shapes, placeholders not yet filled, and the part that takes relationships."""

    def __init__(self, package: FastPackage, leaf: SlidePart, layout: Layout, links: Links, charter: Charter) -> None:
        self.package = package
        self.part = leaf.part
        self._key = leaf.key
        self.links = links
        self.charter = charter
        self.house = layout.house
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

    def claim(self, place: Place) -> LayoutSlot | None:
        """The layout's placeholder for a place, once; None where the layout has none or it is filled."""
        return self._free.pop(place, None)
