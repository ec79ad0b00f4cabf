"""A section set more than once: each setting has its own elements, and only the chosen one's are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rapport.formats.pdf.tags.tree import AnnotationKid, Element, MarkedContentKid
from rapport.render.pdf.blocks.context import Context
from rapport.render.pdf.composer.fitting import in_company
from rapport.render.pdf.composer.galley import Galley
from rapport.render.pdf.composer.passage import Density

Kids = list[Element | MarkedContentKid | AnnotationKid]
SetGalleys = Callable[[Context], Iterator[Galley]]


class Variants:
    """The settings of one section under `element`; `set_galleys` makes its galleys for a context."""

    def __init__(self, context: Context, element: Element, set_galleys: SetGalleys) -> None:
        self._context = context
        self._element = element
        self._set_galleys = set_galleys
        self._known = context.notes.called
        self._galleys: dict[Density, tuple[Galley, ...]] = {}
        self._kids: dict[Density, Kids] = {}

    def first(self) -> Iterator[Galley]:
        """The usual setting, as it is made."""
        return in_company(self._set_galleys(self._context), self._context.frame)

    def keep(self, density: Density, galleys: tuple[Galley, ...]) -> None:
        """Remember a setting just made."""
        self._galleys[density] = galleys
        self._kids[density] = self._element.kids

    def galleys(self, density: Density) -> tuple[Galley, ...]:
        """The galleys of a setting, made when they are first asked for."""
        if density not in self._galleys:
            self._element.kids = []
            self._context.notes.forget(self._known)
            context = self._context.set_as(density)
            self.keep(density, tuple(in_company(self._set_galleys(context), context.frame)))
        return self._galleys[density]

    def choose(self, density: Density) -> None:
        """Settle on a setting: its elements alone are in the structure."""
        if density in self._kids:
            self._element.kids = self._kids[density]
