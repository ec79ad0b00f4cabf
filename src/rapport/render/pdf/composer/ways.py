"""The ways in which sections that are tried together are set, and what their pages cost."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from math import inf
from typing import Literal

from msgspec import Struct

from rapport.render.pdf.composer.fitting import Density, SectionPassage
from rapport.render.pdf.composer.vertical import GalleyOpening, Matter, TypeArea


class WeighedPages:
    """The weights of pages seen before, by what their passages say, for callers that make up a document repeatedly."""

    MOST = 1_000
    """Passages that are remembered: those of some hundred saves."""

    def __init__(self) -> None:
        self._numbers: dict[object, int] = {}
        self._free = count(1)
        self.found: dict[object, tuple[float, bool, bool, float, int]] = {}

    def number(self, content: object) -> int:
        """The number of what a passage says, from 1; the same for equal contents, and for no others ever."""
        if len(self._numbers) > self.MOST:
            self._numbers.clear()
            self.found.clear()
        if content not in self._numbers:
            self._numbers[content] = next(self._free)
        return self._numbers[content]


ENOUGH, NEAR, FULL = 0.74, 0.02, 0.9
"""Shares of a page's height: under the first it looks empty, beyond the last more would not look better.

Readers see an empty page under 0.7, and boxes reach a little below their ink; what lacks no more than the second is
rather left than made up for at the cost of other pages.
"""
LEAST_ROOM, LEAST_MATTER = 0.28, 0.08
"""Shares of a page: what must be left for a section to begin there, and what must follow its opening."""
PAGE, EMPTY, COMPANY, DIVIDED = 0.35, 1.0, 0.06, 0.6
"""Costs of a page, of one used too little, of a section that does not open a page, of one that needlessly turns it."""
LACKING = 5.0
"""Cost of all the height of a page."""
LAST = 0.15
"""Share of the cost of an empty page that the last page of a part bears: its end is seen to be one."""


class Way(Struct, frozen=True):
    """How the sections of a group are set: density, share of the white between things, and what that costs.

    Passage number `apart` has a density of its `own`, empty for that of the others, and fills a page up to `most`
    before the next one is begun.
    """

    density: Density
    share: float
    cost: float
    most: float = 1.0
    own: Density | Literal[""] = ""
    apart: int = 0

    def of(self, number: int) -> Density:
        """The density of a passage of the group."""
        return self.own if self.own and number == self.apart else self.density


USUAL = Way("usual", 1.0, 0.0)
CLOSER = (Way("usual", 0.75, 0.04), Way("usual", 0.5, 0.08))
COMPACT = (Way("compact", 1.0, 0.1), Way("compact", 0.75, 0.14), Way("compact", 0.5, 0.2))
OPEN = Way("open", 1.0, 0.05)
DENSE = (Way("dense", 1.0, 0.2), Way("dense", 0.75, 0.24), Way("dense", 0.5, 0.28))
EVEN, EVENED = (0.95, 0.9, 0.85, 0.8, 0.76), 0.2
"""Shares of a page that a section may fill so that the next page has its part, and what such white costs."""
HIGHER: tuple[tuple[Density, float], ...] = (("tall", 0.03), ("taller", 0.05), ("open", 0.07))
"""How one section of several may fill a page that they would leave rather empty, and what that costs."""

SHARED: tuple[tuple[Density, float], ...] = (("usual", 1.0), ("usual", 0.75), ("usual", 0.5), ("compact", 1.0))
WHITE = 0.16
"""How the others are set then, and what all their white costs."""

Effort = int
"""What may be tried: 0 for less white, 1 for other densities, 2 for white at the foot, 3 for higher drawings too."""
GREATEST = 3  # all of it


class PageSheet(Struct, frozen=True):
    """What pages are made up on: the frame, and the white above a section that joins another one."""

    frame: TypeArea
    gap: float


def ways(count: int, effort: Effort) -> Iterator[Way]:
    """The ways to set so many passages, the usual one left out, in the order in which they are tried."""
    yield from CLOSER
    if effort and count == 1:
        yield OPEN
    if effort:
        yield from COMPACT
    if effort > 1:
        for apart in range(count):
            yield from (Way(density, 1.0, EVENED, most, "", apart) for most in EVEN for density in ("usual", "open"))
    if effort == GREATEST:
        yield from DENSE
        for apart in range(count):
            yield from (
                Way(density, share, price + (1 - share) * WHITE, 1.0, own, apart)
                for own, price in HIGHER
                for density, share in SHARED
            )


def opened(passage: SectionPassage, number: int, way: Way, sheet: PageSheet) -> Iterator[Matter]:
    """What passage `number` of a group set that way is made up of."""
    density, height = way.of(number), sheet.frame.height
    needed = passage.beginning(density, way.share, LEAST_MATTER * height) if number else inf
    room = max(needed, LEAST_ROOM * height)
    most = way.most if number == way.apart else 1.0
    yield GalleyOpening(passage.name, room, way.share * sheet.gap, most, (1 - way.share) * sheet.gap)
    yield from passage.galleys(density, way.share)


def continuous_ways() -> Iterator[Way]:
    """The ways to set sections that follow one another without opening pages."""
    yield from (*COMPACT, *DENSE)


def emptiness(share: float) -> float:
    """What it costs that no more than this share of a page is used."""
    lacking, missing = max(0.0, FULL - share), max(0.0, ENOUGH - share)
    return 4 * lacking**2 + EMPTY * min(1.0, missing / NEAR) + LACKING * missing
