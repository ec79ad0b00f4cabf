"""Gridlines that leave the words alone: broken where a label stands on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from rapport.look.geometry import Box
from rapport.plots.plan import Label, Mark, Plan, Shape
from rapport.plotting.placing import crosses

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
