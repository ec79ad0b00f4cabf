"""Bars, the leaders of aims, and the labels beyond or within them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from rapport.look.geometry import Box, Pt
from rapport.plots.plan import Label, Look, Mark, Shape, SignAt, Trace
from rapport.plotting.bar_bench import BarFrame, Bench, sign_radius
from rapport.plotting.dress import text_colour, text_on
from rapport.plotting.placing import Crowd, Spot, Wish, moved, settle
from rapport.plotting.setting import GAP, Words
from rapport.plotting.strands import Strand

INSIDE = 4.0
"""White on each side of a label inside its bar."""


def _place(bench: Bench, frame: BarFrame, strand: Strand, at: int) -> Box | None:
    """The rectangle of a bar; None for no bar."""
    span = strand.spans[at]
    if span is None:
        return None
    before = (frame.pitch - bench.lanes * frame.thickness) / 2 + strand.lane * frame.thickness
    one, other = sorted((frame.extent.at(span[0]), frame.extent.at(span[1])))
    if bench.lying:
        top = frame.plot.y + at * frame.pitch + before
        return Box(Pt(one), Pt(top), Pt(other - one), Pt(frame.thickness))
    left = frame.plot.x + at * frame.pitch + before
    return Box(Pt(left), Pt(one), Pt(frame.thickness), Pt(other - one))


def bar_traces(bench: Bench, frame: BarFrame, crowd: Crowd) -> tuple[tuple[Trace, ...], bool]:
    """Marks first, so that no label stands on one of them; then the labels."""
    boxes = [[_place(bench, frame, strand, at) for at in range(len(strand.values))] for strand in bench.strands]
    inside = bench.chart.kind in ("stacked", "stacked-100")
    if not inside:
        crowd.boxes += [_shrunk(box) for row in boxes for box in row if box is not None]
    traces, complete = [], True
    for strand, row in zip(bench.strands, boxes, strict=True):
        wishes = [wish for at, box in enumerate(row) if box and (wish := _wish(bench, strand, at, box))]
        asked = [at for at, box in enumerate(row) if box and strand.points[at].label]
        labels, placed = settle(wishes, crowd)
        complete = complete and placed and len(wishes) == len(asked)
        traces.append(_trace(bench, frame, strand, row, tuple(labels[at] for at in sorted(labels))))
    return tuple(traces), complete


def _shrunk(box: Box) -> Box:
    """A bar as an obstacle: labels stand nearer to their own bar than to anything else."""
    return box.inset(min(1.0, box.width / 2), min(1.0, box.height / 2)) if box.width > 2 and box.height > 2 else box


def _trace(
    bench: Bench, frame: BarFrame, strand: Strand, row: Sequence[Box | None], labels: tuple[Label, ...]
) -> Trace:
    bar = bench.setting.bar(strand.status)
    is_aim = sign_radius(bench, strand) > 0
    leader = Look(None, bar.outline, bench.setting.measures.leader_weight, bar.dash) if is_aim else None
    marks: list[Mark] = []
    for at, box in enumerate(row):
        if box is None:
            continue
        if leader:
            marks += _aim(bench, strand, at, box, leader)
        else:
            marks.append(rectangle(box, strand.looks[at] if strand.looks else strand.look))
    return Trace(
        name=strand.name,
        form="bar",
        values=strand.values,
        look=Look() if leader else strand.look,
        status=strand.status,
        looks=() if leader else strand.looks,
        marks=tuple(marks),
        labels=labels,
        words=tuple(
            point.label if value is not None else "" for point, value in zip(strand.points, strand.values, strict=True)
        ),
        own=strand.own,
        leader=leader,
        series=strand.series,
    )


def rectangle(box: Box, look: Look) -> Shape:
    """An area of one look."""
    return Shape(((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)), look)


def _aim(bench: Bench, strand: Strand, at: int, box: Box, leader: Look) -> tuple[Mark, ...]:
    """The dotted line to an aim and the sign of its status at its very value."""
    x, y = box.centre
    span = strand.spans[at] or (Decimal(0), Decimal(0))
    down = span[1] < span[0]
    diameter = bench.setting.measures.target_diameter
    if bench.lying:
        end = box.x if down else box.right
        line = Shape(((box.right if down else box.x, y), (end, y)), leader, closed=False)
        return line, SignAt(strand.status, end, y, diameter)
    end = box.bottom if down else box.y
    line = Shape(((x, box.y if down else box.bottom), (x, end)), leader, closed=False)
    return line, SignAt(strand.status, x, end, diameter)


def _wish(bench: Bench, strand: Strand, at: int, box: Box) -> Wish | None:
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
