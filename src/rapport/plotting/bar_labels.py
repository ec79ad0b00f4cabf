"""What stands beside bars: their labels, and the lines that tie the steps of a waterfall."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from rapport.look.geometry import Box, Pt
from rapport.plots import Shape
from rapport.plotting.bar_frames import BarFrame, Bench, sign_radius
from rapport.plotting.dress import text_colour, text_on
from rapport.plotting.placing import Spot, Wish, moved
from rapport.plotting.setting import GAP, Words, hairline
from rapport.plotting.strands import Strand

INSIDE = 4.0
"""White on each side of a label inside its bar."""


def wish_of(bench: Bench, strand: Strand, at: int, box: Box) -> Wish | None:
    """A label beyond the end of its bar, or within; None where it does not fit within."""
    point = strand.points[at]
    if not point.label or not _is_telling(bench, strand, at):
        return None
    look = strand.looks[at] if strand.looks else strand.look
    words = bench.setting.words(point.label, bench.size, bold=True)
    rank = 0.0 if point.highlighted else 1.0
    if strand.place == "ctr":
        if words.width + 2 * INSIDE > box.width or words.height > box.height:
            return None
        x, y = box.centre
        spot = Spot(Box(Pt(x - words.width / 2), Pt(y - words.height / 2), Pt(words.width), Pt(words.height)), "ctr")
        return Wish(words, (spot,), at, rank, text_on(look.fill), point.evidence)
    reach = sign_radius(bench, strand)
    spot = _beyond(bench, words, box, strand, at)
    colour = text_colour(look) if not reach else "accent"
    return Wish(words, (spot, *_aside(bench, spot, box)), at, rank, colour, point.evidence)


def _aside(bench: Bench, spot: Spot, box: Box) -> tuple[Spot, ...]:
    """Over a column that is narrower than its label, the label may begin or end with it."""
    spare = (spot.box.width - box.width) / 2
    if bench.lying or spare <= 0 or not bench.axis.ticks:
        return ()
    return moved(spot, spare, 0.0), moved(spot, -spare, 0.0)


def _is_telling(bench: Bench, strand: Strand, at: int) -> bool:
    """Where a scale is shown, the labels of bars that all have one are too many: the ends and extremes say enough."""
    if not bench.axis.ticks or strand.place == "ctr" or bench.chart.kind == "combined":
        return True
    known = [place for place, value in enumerate(strand.values) if value is not None and strand.points[place].label]
    held = {place: strand.values[place] or Decimal(0) for place in known}
    extremes = (max(known, key=lambda place: held[place]), min(known, key=lambda place: held[place]))
    return at in (known[0], known[-1], *extremes) or strand.points[at].highlighted


def _beyond(bench: Bench, words: Words, box: Box, strand: Strand, at: int) -> Spot:
    span = strand.spans[at] or (Decimal(0), Decimal(0))
    reach = sign_radius(bench, strand)
    gap = GAP + reach
    x, y = box.centre
    if bench.lying:
        left = box.x - gap - words.width if span[1] < 0 else box.right + gap
        place = Box(Pt(left), Pt(y - words.height / 2), Pt(words.width), Pt(words.height))
        return Spot(place, "outEnd", (-reach if span[1] < 0 else reach, 0.0))
    down = span[1] < 0
    top = box.bottom + gap if down else box.y - gap - words.height
    place = Box(Pt(x - words.width / 2), Pt(top), Pt(words.width), Pt(words.height))
    return Spot(place, "outEnd", (0.0, reach if down else -reach))


def step_lines(bench: Bench, frame: BarFrame) -> Iterator[Shape]:
    """A hairline at the level that a bar ends at, from it to the next one; none around what is not known."""
    if bench.chart.kind != "waterfall":
        return
    margin = (frame.pitch - frame.thickness) / 2
    levels = [_level(bench, at) for at in range(len(bench.chart.categories))]
    for at, (level, following) in enumerate(pairwise(levels)):
        if level is not None and following is not None:
            y = frame.extent.at(level)
            left = frame.plot.x + (at + 1) * frame.pitch - margin
            yield Shape(((left, y), (left + 2 * margin, y)), hairline(bench.setting), closed=False)


def _level(bench: Bench, at: int) -> Decimal | None:
    """Where the bar of a category ends."""
    return next((span[1] for strand in bench.strands if (span := strand.spans[at]) is not None), None)
