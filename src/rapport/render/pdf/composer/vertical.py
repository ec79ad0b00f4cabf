"""The vertical list: what is stacked down a column, as in TeX's page builder; galleys on their way to the pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from rapport.look.geometry import Rule
from rapport.look.palette import ColourName
from rapport.render.pdf.display.item import Item, Positioned, Turned


class BoxGround(Struct, frozen=True, eq=False):
    """A coloured ground behind neighbouring boxes, drawn once per page; `bar` runs down inside its left edge."""

    x: float
    width: float
    colour: ColourName
    bar: Rule | None = None


class Footnote(Struct, frozen=True, eq=False):
    """A note set in lines, to stand at the foot of the page that calls it."""

    key: str
    lines: tuple[VerticalBox, ...]


class VerticalBox(Struct, frozen=True, eq=False):
    """What is never divided: a line of text, a table row, a figure.

    `items` are drawn from the box's top, then `children`. `notes` are called by what stands in it or in its children.
    `reprise` is drawn above it when it comes first on a page (a table's header), None for nothing.
    """

    height: float
    items: tuple[Item, ...] = ()
    notes: tuple[Footnote, ...] = ()
    children: tuple[Child, ...] = ()
    reprise: VerticalBox | None = None
    ground: BoxGround | None = None


class Child(Struct, frozen=True, eq=False):
    """A box within a box, `y` under its top."""

    y: float
    box: VerticalBox


class Glue(Struct, frozen=True):
    """White. It vanishes at the top and at the foot of a page; of two that meet, the larger holds.

    `lent` has been taken from it, and comes back where its page has room to spare.
    """

    height: float
    lent: float = 0.0


class Keep(Struct, frozen=True):
    """No page break here."""


KEEP = Keep()
VerticalItem = VerticalBox | Glue | Keep


class BoxGroup(Struct, frozen=True, eq=False):
    """Boxes between which no page break is allowed, each with the white above it, and the notes they call.

    `height` is from the top of the first box to the bottom of the last; `lent` has been taken from each white.
    """

    gaps: tuple[float, ...]
    lent: tuple[float, ...]
    boxes: tuple[VerticalBox, ...]
    height: float
    notes: tuple[Footnote, ...]

    def singles(self) -> tuple[BoxGroup, ...]:
        """Each box as a group of its own: the last resort when the group is higher than a page."""
        each = zip(self.gaps, self.lent, self.boxes, strict=True)
        return tuple(_group([gap], [lent], [box]) for gap, lent, box in each)


def _group(gaps: list[float], lent: list[float], boxes: list[VerticalBox]) -> BoxGroup:
    height = sum([box.height for box in boxes]) + sum(gaps[1:])
    notes = [note for box in boxes if box.notes for note in box.notes]
    return BoxGroup(tuple(gaps), tuple(lent), tuple(boxes), height, tuple(notes))


def groups(items: Iterable[VerticalItem]) -> Iterator[BoxGroup]:
    """The groups of a vertical list; a break is allowed wherever boxes meet without KEEP between them."""
    gaps: list[float] = []
    lent: list[float] = []
    boxes: list[VerticalBox] = []
    gap, full, kept = 0.0, 0.0, False
    for item in items:
        if isinstance(item, Glue):
            gap, full = max(gap, item.height), max(full, item.height + item.lent)
        elif isinstance(item, Keep):
            kept = True
        else:
            if boxes and not kept:
                yield _group(gaps, lent, boxes)
                gaps, lent, boxes = [], [], []
            gaps.append(gap)
            lent.append(full - gap)
            boxes.append(item)
            gap, full, kept = 0.0, 0.0, False
    if boxes:
        yield _group(gaps, lent, boxes)


def trailing_gap(items: Sequence[VerticalItem]) -> Glue:
    """The white after the last box."""
    gap = full = 0.0
    for item in reversed(items):
        if isinstance(item, VerticalBox):
            break
        if isinstance(item, Glue):
            gap, full = max(gap, item.height), max(full, item.height + item.lent)
    return Glue(gap, full - gap)


def whole(items: Iterable[VerticalItem]) -> tuple[VerticalItem, ...]:
    """The same list with no break allowed within it."""
    kept: list[VerticalItem] = []
    for item in items:
        kept += [item, KEEP] if isinstance(item, VerticalBox) else [item]
    return tuple(kept[:-1] if kept and kept[-1] is KEEP else kept)


def paragraph(lines: Sequence[VerticalBox]) -> tuple[VerticalItem, ...]:
    """The lines of a paragraph: two at least on either side of a break."""
    last = len(lines) - 2
    items: list[VerticalItem] = []
    for number, (line, _) in enumerate(pairwise((*lines, None))):
        items.append(line)  # type: ignore[arg-type]
        if number <= last and number in (0, last):
            items.append(KEEP)
    return tuple(items)


def coupled(parts: Sequence[Sequence[VerticalItem]]) -> tuple[VerticalItem, ...]:
    """The items of a list, the first two kept together and the last two: none is left alone on its page."""
    items: list[VerticalItem] = []
    for number, part in enumerate(parts):
        items += [KEEP] if number and number in (1, len(parts) - 1) else []
        items += part
    return tuple(items)


def height(items: Iterable[VerticalItem]) -> float:
    """How high a list is when it is not divided, outer white left out."""
    return _extent(tuple(groups(items)))


def _extent(found: Sequence[BoxGroup]) -> float:
    return sum([group.height for group in found]) + sum([group.gaps[0] for group in found[1:]])


def stacked(items: Iterable[VerticalItem]) -> VerticalBox:
    """A list as one box, never divided; outer white is left out."""
    children: list[Child] = []
    y = 0.0
    for group in groups(items):
        for gap, box in zip(group.gaps, group.boxes, strict=True):
            y += gap if children else 0.0
            children.append(Child(y, box))
            y += box.height
    return VerticalBox(y, notes=tuple(note for child in children for note in child.box.notes), children=tuple(children))


def abreast(boxes: Iterable[VerticalBox]) -> VerticalBox:
    """Boxes side by side, their tops level."""
    children = tuple(Child(0.0, box) for box in boxes)
    highest = max((child.box.height for child in children), default=0.0)
    return VerticalBox(highest, notes=tuple(note for child in children for note in child.box.notes), children=children)


def lowered(box: VerticalBox, above: float, below: float = 0.0) -> VerticalBox:
    """The box with white above and below it that does not vanish."""
    return VerticalBox(above + box.height + below, notes=box.notes, children=(Child(above, box),))


def flattened(box: VerticalBox, top: float) -> Iterator[Positioned]:
    """Every item of a box and its children, with the top of its own box when the outer one stands at `top`."""
    for item in box.items:
        yield Positioned(item, top)
    for child in box.children:
        yield from flattened(child.box, top + child.y)


def held(box: VerticalBox) -> Iterator[Item]:
    """The items of a box, those on a turned page too."""
    for item, _ in flattened(box, 0.0):
        if isinstance(item, Turned):
            yield from (part.item for part in item.parts)
        else:
            yield item


def grounded(box: VerticalBox, top: float) -> Iterator[tuple[BoxGround, float, float]]:
    """Each ground of a box and its children, with top and height of the part that stands on it."""
    if box.ground is not None:
        yield box.ground, top, box.height
    for child in box.children:
        yield from grounded(child.box, top + child.y)


# Set matter on its way to the pages.


Lane = Literal["margin", "text", "full"]
"""The two columns that run side by side, and the full width, which starts below both."""


class Galley(Struct, frozen=True, dict=True):
    """A vertical list bound for one lane. Pages are tried with it again and again: what they ask for is kept."""

    lane: Lane
    items: tuple[VerticalItem, ...]

    @cached_property
    def height(self) -> float:
        """Points that its boxes take, without the white between them."""
        return sum([item.height for item in self.items if isinstance(item, VerticalBox)])

    @cached_property
    def groups(self) -> tuple[BoxGroup, ...]:
        """What no page may divide."""
        return tuple(groups(self.items))

    @cached_property
    def trailing_gap(self) -> Glue:
        """The white after the last box."""
        return trailing_gap(self.items)

    @cached_property
    def simple(self) -> bool:
        """Whether it has boxes, none of which calls a note, and nothing is drawn again above the first."""
        found = self.groups
        return bool(found) and not found[0].boxes[0].reprise and not any(group.notes for group in found)

    @cached_property
    def boxes(self) -> tuple[tuple[bool, float, float, VerticalBox], ...]:
        """Its boxes in order: whether a break may come before, the white above, what was taken from it, the box."""
        return tuple(
            (number == 0, gap, lent, box)
            for group in self.groups
            for number, (gap, lent, box) in enumerate(zip(group.gaps, group.lent, group.boxes, strict=True))
        )

    @cached_property
    def extent(self) -> float:
        """How far under the top of its first box it reaches, undivided."""
        return _extent(self.groups)


class GalleyOpening(Struct, frozen=True):
    """A section begins, `name` in the running head: on a new page unless this one has `room` points left below `gap`.

    An infinite room always opens a page; so does a section that opens the document. Pages that it opens are filled up
    to `most` of their height, so that what follows on the next is not too little. `lent` has been taken from `gap`.
    """

    name: str
    room: float = float("inf")
    gap: float = 0.0
    most: float = 1.0
    lent: float = 0.0


Matter = Galley | GalleyOpening


class TypeArea(Struct, frozen=True):
    """The room for content of every page, `top` to `bottom` measured from its upper edge, in points.

    `note_gap` is the white between content and the first note, the rule included. `run_on_share` is how much of a page
    a note begun before it may take.
    """

    top: float
    bottom: float
    note_gap: float
    run_on_share: float = 0.75

    @property
    def height(self) -> float:
        return self.bottom - self.top


class PlacedBox(Struct, frozen=True):
    """A box in its place: `y` is its top, measured from the upper edge of the page."""

    box: VerticalBox
    y: float
    lane: Lane
    repeated: bool = False
    """Drawn again at the top of a page: an artifact, since its first drawing is the content."""
    lent: float = 0.0
    """White that has been taken from above it."""


LITTLE, MOVABLE = 1 / 6, 3 / 5
"""Shares of a page: what is too little to stand on one alone, and the most that goes with it to the next."""


def bound(galleys: Iterable[Galley]) -> Iterator[Galley]:
    """The galleys, those that end where no break may come joined to the next: a heading goes with what it heads.

    What stands in the margin goes on its own way, and parts nothing.
    """
    held: Galley | None = None
    for galley in galleys:
        if held is None or galley.lane == "margin":
            joined = galley
        else:
            joined, held = replace(galley, items=(*held.items, *galley.items)), None
        if joined.lane != "margin" and joined.items and isinstance(joined.items[-1], Keep):
            held = joined
        else:
            yield joined
    if held is not None:
        yield held


def in_company(galleys: Iterable[Galley], frame: TypeArea) -> Iterator[Galley]:
    """The galleys, a small last one joined to all of the one before: alone it would leave a page nearly empty."""
    last: tuple[Galley, ...] = ()
    for galley in galleys:
        yield from last[:-1]
        last = (*last[-1:], galley)
    if len(last) > 1 and _leaves_little(last[0], last[1], frame):
        last = (replace(last[1], items=(*whole(last[0].items), KEEP, *last[1].items)),)
    yield from last


def _leaves_little(before: Galley, end: Galley, frame: TypeArea) -> bool:
    """Whether the last of two galleys fills little of a page, and both together no more than may be moved."""
    small, both = height(end.items), height((*before.items, *end.items))
    return before.lane == end.lane and small < LITTLE * frame.height and both < MOVABLE * frame.height


def tightened(galleys: Sequence[Galley], share: float) -> tuple[Galley, ...]:
    """The same galleys with a share of their white."""
    return tuple(replace(galley, items=tuple(_less(item, share) for item in galley.items)) for galley in galleys)


def _less(item: VerticalItem, share: float) -> VerticalItem:
    return Glue(item.height * share, item.height * (1 - share)) if isinstance(item, Glue) else item
