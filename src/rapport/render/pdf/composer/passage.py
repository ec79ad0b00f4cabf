"""A section on its way to the pages, set in one or more ways."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

from msgspec import Struct, field

from rapport.render.pdf.composer.fitting import tightened
from rapport.render.pdf.composer.galley import Galley
from rapport.render.pdf.composer.vertical import groups, height, trailing_gap

Density = Literal["usual", "compact", "open"]
"""How a section is set: as the charter has it, closer in company, wider alone on its page."""


class Passage(Struct, eq=False):
    """A section on its way to the pages, `name` in the running head.

    `setting` makes its galleys for a density and `choose` settles on one; `rest` are those of a long section that come
    later. `ends_part` is True where nothing follows on its last page by design; `alone` keeps it from all company.
    """

    name: str
    setting: Callable[[Density], tuple[Galley, ...]]
    choose: Callable[[Density], None]
    rest: Iterator[Galley] | None = None
    ends_part: bool = False
    alone: bool = False
    _set: dict[tuple[Density, float], tuple[Galley, ...]] = field(default_factory=dict)

    def galleys(self, density: Density, share: float = 1.0) -> tuple[Galley, ...]:
        """The galleys of a density with a share of their white, set when they are first asked for."""
        if (density, share) not in self._set:
            usual = self.setting(density) if share == 1.0 else self.galleys(density)
            self._set[density, share] = usual if share == 1.0 else tightened(usual, share)
        return self._set[density, share]


def beginning(galleys: tuple[Galley, ...], least: float) -> float:
    """The height of an opening and of what follows it, at least so high: an opening is never alone on its page."""
    opening, *rest = galleys
    needed, wanting = height(opening.items) + trailing_gap(opening.items), least
    for group in (group for galley in rest if galley.lane != "margin" for group in groups(galley.items)):
        if wanting <= 0.0:
            break
        needed += group.gaps[0] + group.height
        wanting -= group.height
    return needed
