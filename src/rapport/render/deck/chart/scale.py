"""Geometry of a plot: how much of the frame it fills, and where its scale ends so that labels find room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from msgspec import Struct

from rapport.formats.ooxml.markup import EMPTY, Markup, element
from rapport.render.deck.chart.data import Sheet
from rapport.slides.elements import ChartFrame

_LINE = 1.35
"""Height of a line of text per size, with some air."""
_CHARACTER = 0.56
"""Mean width of a bold character per size; only reserves room, nothing is set by it."""
_GAP = 4
"""White between names or labels and marks, in points."""
_LARGEST_NAMES, _LARGEST_LABELS = 0.38, 0.5
"""The most of the width that names of categories, or labels of bars, may take from a plot."""


class Plot(Struct, frozen=True):
    """The inner plot area as shares of the frame, and the ends of the value axis (None: the application chooses)."""

    x: float
    y: float
    width: float
    height: float
    minimum: Decimal | None
    maximum: Decimal | None


def plot(frame: ChartFrame, sheet: Sheet) -> Plot:
    """The plot of a chart with axes."""
    if frame.chart.kind in ("bar", "stacked"):
        return _lying(frame, sheet)
    return _upright(frame, sheet)


def layout(area: Plot) -> Markup:
    """`c:layout` of the plot area."""
    return element(
        "c:layout",
        element(
            "c:manualLayout",
            element("c:layoutTarget", val="inner"),
            element("c:xMode", val="edge"),
            element("c:yMode", val="edge"),
            element("c:x", val=_share(area.x)),
            element("c:y", val=_share(area.y)),
            element("c:w", val=_share(area.width)),
            element("c:h", val=_share(area.height)),
        ),
    )


def limits(area: Plot) -> Markup:
    """`c:max` and `c:min` of the value axis."""
    most = element("c:max", val=format(area.maximum, "f")) if area.maximum is not None else EMPTY
    least = element("c:min", val=format(area.minimum, "f")) if area.minimum is not None else EMPTY
    return Markup(most + least)


def _upright(frame: ChartFrame, sheet: Sheet) -> Plot:
    """Columns and lines: names below, labels above the marks."""
    width, height = frame.box.width, frame.box.height
    pitch = width / max(1, len(sheet.categories))
    lines = max((_lines(name, frame.category_size, pitch) for name in sheet.categories), default=1)
    below = min(0.5, (lines * frame.category_size * _LINE + _GAP) / height)

    def label_height(label: str) -> float:
        return ((label.count("\n") + 1) * frame.label_size * _LINE + _GAP) / (height * (1 - below))

    return Plot(0, 0, 1, 1 - below, *_ends(_marks(sheet), label_height))


def _lying(frame: ChartFrame, sheet: Sheet) -> Plot:
    """Bars: names at the left, labels beyond their ends; stacked bars carry theirs inside."""
    names = max((len(name) for name in sheet.categories), default=0) * frame.category_size * _CHARACTER + 2 * _GAP
    left = min(_LARGEST_NAMES, names / frame.box.width)

    def label_width(label: str) -> float:
        longest = max(map(len, label.split("\n")))
        return (longest * frame.label_size * _CHARACTER + 2 * _GAP) / (frame.box.width * (1 - left))

    marks = _stacks(sheet) if frame.chart.kind == "stacked" else _marks(sheet)
    return Plot(left, 0, 1 - left, 1, *_ends(marks, label_width))


Mark = tuple[Decimal, str]
"""How far a mark reaches, and the label beyond its end (may be empty)."""


def _marks(sheet: Sheet) -> list[Mark]:
    return [
        (value, label)
        for series in sheet.series
        for value, label in zip(series.values, series.labels, strict=True)
        if value is not None
    ]


def _stacks(sheet: Sheet) -> list[Mark]:
    rows = zip(*(series.values for series in sheet.series), strict=True)
    return [(sum((value for value in row if value is not None), Decimal(0)), "") for row in rows]


def _ends(marks: Sequence[Mark], room: Callable[[str], float]) -> tuple[Decimal | None, Decimal | None]:
    """From zero to where every mark and its label are inside; `room` is the share of the plot that a label takes."""
    if all(value == 0 for value, _ in marks):
        return None, None
    if any(value < 0 for value, _ in marks):
        return _both_ends(marks, room)
    end = max(value / (1 - _share_of(label, room, _LARGEST_LABELS)) for value, label in marks)
    return Decimal(0), _rounded(end, ROUND_CEILING)


def _both_ends(marks: Sequence[Mark], room: Callable[[str], float]) -> tuple[Decimal, Decimal]:
    """The same on either side of zero: beyond the farthest mark of each side, the room of its largest label."""
    below, above = ([mark for mark in marks if (mark[0] < 0) == negative] for negative in (True, False))
    low, high = (max((abs(value) for value, _ in side), default=Decimal(0)) for side in (below, above))
    left, right = (
        max((_share_of(label, room, _LARGEST_LABELS / 2) for _, label in side), default=Decimal(0))
        for side in (below, above)
    )
    span = (low + high) / (1 - left - right)
    return _rounded(-low - left * span, ROUND_FLOOR), _rounded(high + right * span, ROUND_CEILING)


def _share_of(label: str, room: Callable[[str], float], most: float) -> Decimal:
    """What a label takes of the plot, to four digits: the same on every machine."""
    return Decimal(str(round(min(room(label), most), 4))) if label else Decimal(0)


def _rounded(end: Decimal, direction: str) -> Decimal:
    """An end of the axis, to four significant digits."""
    return end.quantize(Decimal(1).scaleb(end.adjusted() - 3), direction)


def _lines(words: str, size: float, width: float) -> int:
    return max(1, -(-round(len(words) * size * _CHARACTER) // max(1, round(width))))


def _share(value: float) -> str:
    return f"{value:.5f}"
