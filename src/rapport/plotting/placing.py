"""Labels in the places they may stand, the most wanted first; gridlines that leave them alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.text import Evidence
from rapport.look.geometry import Box, Pt
from rapport.look.palette import TextColour
from rapport.plots import Label, Mark, Place, Plan, Shape
from rapport.plotting.setting import GAP, Words

CLEAR = 2.0
"""Points that part a label from any other thing."""

Segment = tuple[tuple[float, float], tuple[float, float]]


class Spot(Struct, frozen=True, gc=False):
    """A place a label may take: where its box stands, and how a native chart says so."""

    box: Box
    place: Place
    shift: tuple[float, float] = (0.0, 0.0)


class Wish(Struct, frozen=True):
    """Words that ask for a place; a greater `rank` is served later. `spots` may be made as they are tried, once."""

    words: Words
    spots: Iterable[Spot]
    index: int
    rank: float
    colour: TextColour
    evidence: Evidence | None = None


class Crowd(Struct):
    """What already stands in the frame."""

    frame: Box
    boxes: list[Box]
    lines: list[Segment]

    def has_room(self, box: Box) -> bool:
        """Whether nothing comes within `CLEAR` of a box that stays in the frame."""
        frame, x, y = self.frame, box.x, box.y  # written out: it is asked of every label in every place it may take
        if x < frame.x - NEXT or y < frame.y - NEXT:
            return False
        if x + box.width > frame.x + frame.width + NEXT or y + box.height > frame.y + frame.height + NEXT:
            return False
        left, top = x - CLEAR, y - CLEAR
        right, bottom = x + box.width + CLEAR, y + box.height + CLEAR
        for other in self.boxes:
            x, y = other.x, other.y
            if (
                x < right - NEXT
                and y < bottom - NEXT
                and x + other.width > left + NEXT
                and y + other.height > top + NEXT
            ):
                return False
        near = [line for line in self.lines if _is_near(line, left, right)]
        if not near:
            return True
        grown = Box(Pt(left), Pt(top), Pt(right - left), Pt(bottom - top))
        return not any(crosses(line, grown) for line in near)


NEXT = 0.01
"""Points by which boxes may share an edge."""


def _is_near(line: Segment, left: float, right: float) -> bool:
    """Whether a segment has a part between two abscissas."""
    one, other = line[0][0], line[1][0]
    return (one <= right or other <= right) and (one >= left or other >= left)


def settle(wishes: Iterable[Wish], crowd: Crowd) -> tuple[dict[int, Label], bool]:
    """The labels that found a place, by their index, and whether all did; `crowd` grows by them."""
    found: dict[int, Label] = {}
    complete = True
    for wish in sorted(wishes, key=lambda each: (each.rank, each.index)):
        spot = next((spot for spot in wish.spots if crowd.has_room(spot.box)), None)
        if spot is None:
            complete = False
            continue
        crowd.boxes.append(spot.box)
        found[wish.index] = labelled(wish, spot)
    return found, complete


def labelled(wish: Wish, spot: Spot) -> Label:
    """A wish in its place."""
    words = wish.words
    align = {"l": 1.0, "r": 0.0}.get(spot.place, 0.5)
    return Label(
        words.lines,
        spot.box,
        words.size,
        words.pitch,
        words.ascent,
        wish.colour,
        words.bold,
        align,
        index=wish.index,
        place=spot.place,
        shift=spot.shift,
        evidence=wish.evidence,
    )


def around(words: Words, x: float, y: float, radius: float, places: Sequence[Place]) -> tuple[Spot, ...]:
    """The spots around a marker."""
    reach = radius + GAP
    corners = {
        "t": (x - words.width / 2, y - reach - words.height),
        "b": (x - words.width / 2, y + reach),
        "l": (x - reach - words.width, y - words.height / 2),
        "r": (x + reach, y - words.height / 2),
    }
    return tuple(
        Spot(Box(Pt(corners[place][0]), Pt(corners[place][1]), Pt(words.width), Pt(words.height)), place)
        for place in places
    )


def moved(spot: Spot, dx: float, dy: float) -> Spot:
    """A spot shifted from where its place alone puts it."""
    return Spot(spot.box.moved(dx, dy), spot.place, (spot.shift[0] + dx, spot.shift[1] + dy))


def crosses(line: Segment, box: Box) -> bool:
    """Whether a segment enters a box (Liang and Barsky's clipping)."""
    (x0, y0), (x1, y1) = line
    dx, dy = x1 - x0, y1 - y0
    low, high = 0.0, 1.0
    for step, room in ((-dx, x0 - box.x), (dx, box.right - x0), (-dy, y0 - box.y), (dy, box.bottom - y0)):
        if step == 0:
            if room < 0:
                return False
            continue
        part = room / step
        low, high = (max(low, part), high) if step < 0 else (low, min(high, part))
        if low > high:
            return False
    return True


def spread(middles: Sequence[float], heights: Sequence[float], top: float, bottom: float) -> tuple[float, ...]:
    """Middles moved as little as keeps boxes apart, in their order, between two edges; as they are where none holds."""
    if sum(heights) + CLEAR * (len(heights) - 1) > bottom - top:
        return tuple(middles)
    order = sorted(range(len(middles)), key=lambda at: middles[at])
    placed = dict(enumerate(middles))
    for _ in range(4 * len(order) + 4):
        edge = top
        for at in order:
            placed[at] = max(placed[at], edge + heights[at] / 2)
            edge = placed[at] + heights[at] / 2 + CLEAR + 0.02
        edge = bottom
        for at in reversed(order):
            placed[at] = min(placed[at], edge - heights[at] / 2)
            edge = placed[at] - heights[at] / 2 - CLEAR - 0.02
    return tuple(placed[at] for at in range(len(middles)))


# Gridlines that leave the words alone: broken where a label stands on them.


AROUND = 1.5
"""White between a label and the line it stands on, at the sides."""


def cleared(plan: Plan) -> Plan:
    """The plan with its gridlines broken at the labels of its marks, which know that they stand on one."""
    lines = [mark for mark in plan.under if isinstance(mark, Shape) and not mark.closed]
    traces = tuple(
        replace(trace, labels=tuple(_grounded(label, lines) for label in trace.labels)) for trace in plan.traces
    )
    boxes = [label.box for trace in traces for label in trace.labels if label.on_line]
    return replace(plan, traces=traces, under=tuple(_broken(plan.under, boxes))) if boxes else plan


def _grounded(label: Label, lines: Sequence[Shape]) -> Label:
    ink = label.box.inset(0, 0.14 * label.pitch)
    struck = label.place != "ctr" and any(crosses((line.points[0], line.points[-1]), ink) for line in lines)
    return replace(label, on_line=True) if struck else label


def _broken(marks: Sequence[Mark], boxes: Sequence[Box]) -> Iterator[Mark]:
    for mark in marks:
        if not isinstance(mark, Shape) or mark.closed:
            yield mark
            continue
        along = 0 if mark.points[0][1] == mark.points[-1][1] else 1
        yield from _pieces(mark, along, boxes)


def _pieces(mark: Shape, along: int, boxes: Sequence[Box]) -> Iterator[Shape]:
    """The parts of a level or upright line outside of the boxes it enters."""
    line = (mark.points[0], mark.points[-1])
    (start, end), across = sorted(point[along] for point in line), mark.points[0][1 - along]
    gaps = sorted(
        (box.x - AROUND, box.right + AROUND) if along == 0 else (box.y, box.bottom)
        for box in boxes
        if crosses(line, box)
    )
    for low, high in (*gaps, (end, end)):
        if low > start:
            ends = ((start, across), (low, across)) if along == 0 else ((across, start), (across, low))
            yield replace(mark, points=ends)
        start = max(start, high)
