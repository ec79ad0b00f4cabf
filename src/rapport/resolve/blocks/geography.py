"""Countries and places -> a map: projected, cut to what is shown, with no more points than are seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import cos, hypot, radians

from rapport.edition.blocks.surroundings import Map, Place
from rapport.edition.picture import Point, Ring
from rapport.edition.text import Span, Text, plain
from rapport.model.blocks.figures import MapBlock, PlaceSpec
from rapport.resolve.context import ResolveContext, evidence_of, phrase, status
from rapport.resolve.inline import line_of, source_line, text_of

Bounds = tuple[float, float, float, float]
"""West, south, east and north."""
MARGIN = 0.04
"""White round what is shown, as a share of its larger side."""
NEAR = 0.35
"""How far from a country's largest piece of land another may lie and still be shown, as a share of its larger side."""
ON = 0.05
"""How far from land, as a share of its larger side, a place still stands on it: a harbour lies on the drawn coast."""
LEAST = 0.004
"""Share of the largest piece of land from which an island is shown."""
FINE = 0.0015
"""What a simplified outline may differ from the true one, in heights of the map."""


def geography(block: MapBlock, context: ResolveContext, section: str) -> tuple[Map, ...]:
    """The map of its countries and places."""
    spec = block.map
    spots = [(float(place.at[1]), float(place.at[0])) for place in spec.places]
    land = [ring for key in spec.countries for ring in _shown(context.content.outlines[key], spots)]
    narrow = _narrowing([*spots, *(point for ring in land for point in ring)])
    rings = [[(x * narrow, -y) for x, y in ring] for ring in land]
    marks = [(x * narrow, -y) for x, y in spots]
    left, top, width, height = _frame([*marks, *(point for ring in rings for point in ring)])
    scaled = [tuple(((x - left) / height, (y - top) / height) for x, y in ring) for ring in rings]
    places = tuple(
        _place(place, ((x - left) / height, (y - top) / height), context, section)
        for place, (x, y) in zip(spec.places, marks, strict=True)
    )
    caption = text_of(spec.caption, context, section)
    source = source_line(places, context, context.furniture("map-outlines"))
    outlines, message = tuple(map(simplified, scaled)), text_of(block.message, context, section)
    return (
        Map(
            outlines,
            width / height,
            places,
            _alternative(caption, places, context),
            caption,
            source,
            message,
            block.origin,
        ),
    )


def _alternative(caption: Text, places: Iterable[Place], context: ResolveContext) -> str:
    names = ", ".join(plain(place.name) for place in places)
    return plain(line_of(context.furniture("map-alternative", plain(caption), names), context))


def _place(spec: PlaceSpec, at: Point, context: ResolveContext, section: str) -> Place:
    fact = context.fact(spec.fact) if spec.fact else None
    key = spec.status or (fact.status if fact else None)
    return Place(text_of(spec.name, context, section), _told(spec, context, section), status(key, context), *at)


def _told(spec: PlaceSpec, context: ResolveContext, section: str) -> Text:
    """The author's words, else the fact's figure."""
    if spec.text is not None or not spec.fact:
        return text_of(spec.text, context, section)
    figure = plain(line_of(phrase(spec.fact, "amount", context), context))
    return (Span(figure, evidence=evidence_of(spec.fact, "amount", context)),)


def _shown(rings: Sequence[Ring], spots: Sequence[Point] = ()) -> Iterator[Ring]:
    """The pieces of land that places stand on, else the largest, and those near one that are large enough to be seen.

    So a place overseas shows its own land, and not that of the capital an ocean away.
    """
    held = [ring for ring in rings if any(_near(_bounds(ring), (*spot, *spot), ON) for spot in spots)]
    anchors = held or [max(rings, key=_area)]
    for ring in rings:
        own = _bounds(ring)
        near = (anchor for anchor in anchors if _near(_bounds(anchor), own, NEAR))
        if any(ring is anchor for anchor in anchors) or any(_area(ring) > LEAST * _area(anchor) for anchor in near):
            yield ring


def _near(land: Bounds, other: Bounds, share: float) -> bool:
    """Whether another lies within bounds, or no farther from them than a share of their larger side."""
    left, bottom, right, top = land
    west, south, east, north = other
    reach = share * max(right - left, top - bottom)
    return west > left - reach and east < right + reach and south > bottom - reach and north < top + reach


def _area(ring: Ring) -> float:
    pairs = zip(ring, (*ring[1:], ring[0]), strict=True)
    return abs(sum(x * north - east * y for (x, y), (east, north) in pairs)) / 2


def _bounds(points: Iterable[Point]) -> Bounds:
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _narrowing(points: Sequence[Point]) -> float:
    """How much shorter a degree of longitude is than one of latitude, in the middle of what is shown."""
    _, bottom, _, top = _bounds(points)
    return cos(radians((bottom + top) / 2))


def _frame(points: Sequence[Point]) -> tuple[float, float, float, float]:
    """Left, top, width and height of what is shown, with white round it."""
    left, top, right, bottom = _bounds(points)
    white = MARGIN * max(right - left, bottom - top)
    return left - white, top - white, right - left + 2 * white, bottom - top + 2 * white


def simplified(ring: Sequence[Point]) -> Ring:
    """The ring without the points that nobody would miss (Douglas and Peucker); its ends stay."""
    kept = {0, len(ring) - 1}
    spans = [(0, len(ring) - 1)]
    while spans:
        first, last = spans.pop()
        away, at = max(
            ((_distance(ring[n], ring[first], ring[last]), n) for n in range(first + 1, last)), default=(0, 0)
        )
        if away > FINE:
            kept.add(at)
            spans += [(first, at), (at, last)]
    return tuple((round(ring[n][0], 5), round(ring[n][1], 5)) for n in sorted(kept))


def _distance(point: Point, start: Point, end: Point) -> float:
    """From a point to the line through two others; to the first where they are one, as the ends of a ring are."""
    (x, y), (x0, y0), (x1, y1) = point, start, end
    length = hypot(x1 - x0, y1 - y0)
    if length == 0:
        return hypot(x - x0, y - y0)
    return abs((x1 - x0) * (y0 - y) - (x0 - x) * (y1 - y0)) / length
