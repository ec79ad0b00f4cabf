"""The room on a layout: what text stands on, what it keeps clear of, and the rectangles left between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec import Struct

from rapport.look.geometry import Box, Pt
from rapport.look.house import points
from rapport.look.palette import contrast, mixed
from rapport.template.layouts import ReadLayout
from rapport.template.shapes import COVERING, DrawnShape, SeenFill, seen

UNDER = 0.9
"""Share of a text's place from which a shape is what it stands on."""
SAME = 1.25
"""Contrast up to which two grounds are one for the eye."""
THIN = 1.5
"""Points that a line is taken to be high or wide."""
WHITE = 8.0
"""Units between a text and a logo beside it."""
DECORATION = 0.45
"""Share of a room that keeping clear of a shape may cost; what would cost more is decoration, and text goes over it."""


def box(x: float, y: float, width: float, height: float) -> Box:
    """A box from bare points, never of negative size."""
    return Box(Pt(x), Pt(y), Pt(max(0.0, width)), Pt(max(0.0, height)))


def between(left: float, top: float, right: float, bottom: float) -> Box:
    """A box from its edges."""
    return box(left, top, right - left, bottom - top)


def area(place: Box) -> float:
    """Square points."""
    return place.width * place.height


def shared(one: Box, other: Box) -> float:
    """Square points that two boxes have in common."""
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return max(0.0, across) * max(0.0, down)


class Site(Struct, frozen=True):
    """A layout and its slide; `unit` is a point of a slide as large as ours, in its own points."""

    layout: ReadLayout
    sheet: Box
    unit: float

    @property
    def small(self) -> float:
        """A point of what is smallest on a slide, in the slide's own: it does not shrink with the slide."""
        return max(1.0, self.unit)

    @property
    def obstacles(self) -> tuple[Box, ...]:
        """What is drawn and is no ground: logos, lines, bands, words."""
        found = (shape.box for shape in self.layout.shapes[1:] if not self._covers(shape))
        return tuple(_thick(each) for each in found if shared(_thick(each), self.sheet))

    def _covers(self, shape: DrawnShape) -> bool:
        return shape.fill is not None and shared(shape.box, self.sheet) > COVERING * area(self.sheet)

    def ground(self, place: Box) -> SeenFill:
        """What a place looks like under its text: the topmost shape that holds nearly all of it."""
        under = SeenFill(self.layout.scheme.colours["bg1"])
        for shape in self.layout.shapes:
            fill = self._fill(shape, place)
            share = shared(shape.box, place) / max(1.0, area(place))
            if fill is None or share < 1 - UNDER:
                continue
            solid = fill.opacity >= 1
            colour = fill.colour if solid else mixed(fill.colour, under.colour, fill.opacity)
            if share >= UNDER:
                under = SeenFill(colour, fill.steady and (solid or under.steady))
            elif contrast(colour, under.colour) >= SAME:
                under = SeenFill(under.colour, steady=False)
        return under

    def _fill(self, shape: DrawnShape, place: Box) -> SeenFill | None:
        """A picture looks otherwise in each of its parts."""
        if not shape.picture or not area(shape.box):
            return shape.fill
        whole = shape.box
        edges = (
            round((place.x - whole.x) / whole.width, 1),
            round((place.y - whole.y) / whole.height, 1),
            round((place.right - whole.x) / whole.width, 1),
            round((place.bottom - whole.y) / whole.height, 1),
        )
        return seen(shape.picture, edges) or shape.fill

    def is_clear(self, place: Box, taken: Iterable[Box] = ()) -> bool:
        """Whether nothing is drawn or written in a place that lies on the slide."""
        return self.sheet.holds(place) and not any(place.overlaps(each) for each in (*self.obstacles, *taken))

    def alike(self, one: Box, other: Box) -> bool:
        """Whether text looks the same in both places."""
        first, second = self.ground(one), self.ground(other)
        return first.steady and second.steady and contrast(first.colour, second.colour) < SAME

    def cleared(self, room: Box, taken: tuple[Box, ...] = (), least: float = 0) -> Box:
        """The room without what is drawn or written in it, cut where that costs least; never to less than `least` of
        height for what is only drawn.
        """
        for each in (*taken, *self.obstacles):
            if room.overlaps(each):
                best = max(_cuts(room, each, WHITE * self.unit), key=area)
                costs_little = area(best) > (1 - DECORATION) * area(room) and best.height >= least
                room = best if costs_little or each in taken else room
        return room

    def beside(self, text: Box) -> Box:
        """A text's place, cut where something is drawn at one of its sides; the shape it stands on does not count."""
        for each in self.obstacles:
            if text.overlaps(each) and shared(text, each) < UNDER * area(text):
                left, right, *_ = _cuts(text, each, WHITE * self.unit)
                best = max(left, right, key=area)
                text = best if area(best) > (1 - DECORATION) * area(text) else text
        return text

    def widest(self, strip: Box, taken: Iterable[Box] = ()) -> Box:
        """The widest part of a strip in which nothing is drawn or written."""
        gap = 6 * self.unit
        hindering = sorted((each.x, each.right) for each in (*self.obstacles, *taken) if strip.overlaps(each))
        edges: list[float] = [strip.x]
        for left, right in hindering:
            edges += [left - gap, right + gap]
        edges.append(strip.right)
        reached, free = float(strip.x), box(strip.x, strip.y, 0, strip.height)
        for first, last in list(pairwise(edges))[::2]:
            start = max(first, reached)
            part = between(start, strip.y, max(start, last), strip.bottom)
            free = part if part.width > free.width else free
            reached = max(reached, last)
        return free


def _cuts(room: Box, other: Box, gap: float) -> Iterator[Box]:
    """The room left, right, above and below of something in it."""
    yield between(room.x, room.y, other.x - gap, room.bottom)
    yield between(other.right + gap, room.y, room.right, room.bottom)
    yield between(room.x, room.y, room.right, other.y - gap)
    yield between(room.x, other.bottom + gap, room.right, room.bottom)


def _thick(place: Box) -> Box:
    return box(place.x, place.y, max(THIN, place.width), max(THIN, place.height))


def sheet_of(width: int, height: int) -> Box:
    """The slide in its own points."""
    return box(0, 0, points(width), points(height))
