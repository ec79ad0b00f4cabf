"""A section on its way to the pages, set in one or more ways: how much room it takes, and how to take less."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Literal

from msgspec import Struct, field

from rapport.render.pdf.composer.composer import Composer
from rapport.render.pdf.composer.vertical import (
    BoxGroup,
    Galley,
    Glue,
    TypeArea,
    VerticalBox,
    height,
    tightened,
)

TIGHTER = (1.0, 0.75, 0.5)
"""Shares of the white between things that may be tried so that a section takes a page less."""
ENDLESS = 1e9
UNSURE = 0.2
"""Share of a page by which notes and what is kept together may make pages longer than their sum."""
MARGINAL = 0.5
"""Share of a page from which a section with a margin is tried: either column may be the longer one."""


def extent(galleys: Sequence[Galley]) -> float:
    """How high galleys stand on a page without end, notes left out."""
    frame = TypeArea(0.0, ENDLESS, 0.0)
    boxes = (placed for page in Composer(frame).compose(galleys) for placed in page.placed)
    return max((placed.y + placed.box.height for placed in boxes), default=0.0)


def page_count(galleys: Sequence[Galley], frame: TypeArea) -> int:
    """How many pages galleys take when they begin one."""
    return sum(1 for _ in Composer(frame).compose(galleys))


def fitted(galleys: Sequence[Galley], frame: TypeArea) -> tuple[Galley, ...]:
    """The galleys with white space reduced only as far as saves a page."""
    if not _worth_trying(galleys, frame):
        return tuple(galleys)
    tries = [tightened(galleys, share) for share in TIGHTER]
    return min(tries, key=lambda tried: page_count(tried, frame))


def _worth_trying(galleys: Sequence[Galley], frame: TypeArea) -> bool:
    """Whether all the white that could be taken out comes near to what stands on the last page."""
    items = [item for galley in galleys if galley.lane != "margin" for item in galley.items]
    white = sum([item.height for item in items if isinstance(item, Glue)])
    full = white + sum([item.height for item in items if isinstance(item, VerticalBox)])
    if any(galley.lane == "margin" for galley in galleys):
        return full > MARGINAL * frame.height
    return full > frame.height and full % frame.height < (1 - TIGHTER[-1]) * white + UNSURE * frame.height


# A section on its way to the pages, set in one or more ways.

Density = Literal["usual", "compact", "dense", "tall", "taller", "open"]
"""How a section is set: as the charter has it, closer in company, closer still with lower charts; with higher charts,
or wider in all, where a page has room."""


class SectionPassage(Struct, eq=False):
    """A section on its way to the pages, `name` in the running head.

    `setting` makes its galleys for a density and `choose` settles on one; `rest` are those of a long section that come
    later. `ends_part` is True where nothing follows on its last page by design; `alone` keeps it from all company.
    `content` numbers what it says where pages weighed before are known again, 0 where they are not.
    """

    name: str
    setting: Callable[[Density], tuple[Galley, ...]]
    choose: Callable[[Density], None]
    rest: Iterable[Galley] | None = None
    ends_part: bool = False
    alone: bool = False
    content: int = 0
    _set: dict[tuple[Density, float], tuple[Galley, ...]] = field(default_factory=dict)
    _same: dict[Density, Density] = field(default_factory=dict)
    _shapes: dict[object, Density] = field(default_factory=dict)
    _beginnings: dict[tuple[Density, float, float], float] = field(default_factory=dict)

    def galleys(self, density: Density, share: float = 1.0) -> tuple[Galley, ...]:
        """The galleys of a density with a share of their white, set when they are first asked for."""
        if (density, share) not in self._set:
            usual = self.setting(density) if share == 1.0 else self.galleys(density)
            self._set[density, share] = usual if share == 1.0 else tightened(usual, share)
        return self._set[density, share]

    def same(self, density: Density) -> Density:
        """The first density known to fill pages exactly as this one does: prose is alike in most of them."""
        if density not in self._same:
            if not self._shapes:
                self._shapes[shape(self.galleys("usual"))] = "usual"
            self._same[density] = self._shapes.setdefault(shape(self.galleys(density)), density)
        return self._same[density]

    def beginning(self, density: Density, share: float, least: float) -> float:
        """The height of its opening and of what must follow it, found once."""
        key = density, share, least
        if key not in self._beginnings:
            self._beginnings[key] = beginning(self.galleys(density, share), least)
        return self._beginnings[key]


def shape(galleys: Iterable[Galley]) -> object:
    """All that pages ask of galleys: two with the same one fill them alike, whatever is drawn in their boxes."""
    return tuple([(each.lane, each.trailing_gap, tuple([_sizes(group) for group in each.groups])) for each in galleys])


def _sizes(group: BoxGroup) -> object:
    boxes = [(box.height, box.reprise.height if box.reprise else 0.0) for box in group.boxes]
    notes = [(note.key, tuple([line.height for line in note.lines])) for note in group.notes]
    return group.gaps, tuple(boxes), tuple(notes)


def beginning(galleys: tuple[Galley, ...], least: float) -> float:
    """The height of an opening and of what follows it, at least so high: an opening is never alone on its page."""
    opening, *rest = (galley for galley in galleys if galley.groups)
    needed, wanting = height(opening.items) + opening.trailing_gap.height, least
    for group in (group for galley in rest if galley.lane != "margin" for group in galley.groups):
        if wanting <= 0.0:
            break
        needed += group.gaps[0] + group.height
        wanting -= group.height
    return needed
