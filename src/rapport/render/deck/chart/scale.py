"""Geometry of a plot: how much of the frame it fills, and where its scale ends so that labels find room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from rapport.render.deck.chart.data import Sheet
from rapport.render.deck.markup import EMPTY, Markup, element
from rapport.slides.elements import ChartFrame

_LINE = 1.35
"""Height of a line of text per size, with some air."""
_CHARACTER = 0.56
"""Mean width of a bold character per size; only reserves room, nothing is set by it."""
_LARGEST_NAMES, _LARGEST_LABELS = 0.38, 0.5
"""The most of the width that names of categories, or labels of bars, may take from a plot."""


@dataclass(frozen=True, slots=True)
class Plot:
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
    """Columns and lines: names below, labels above the highest mark."""
    width, height = frame.box.width, frame.box.height
    pitch = width / max(1, len(sheet.categories))
    lines = max((_lines(name, frame.category_size, pitch) for name in sheet.categories), default=1)
    below = min(0.5, (lines * frame.category_size * _LINE + 4) / height)
    head = (_label_lines(sheet) * frame.label_size * _LINE + 3) / (height * (1 - below))
    return Plot(0, 0, 1, 1 - below, *_ends(sheet, head))


def _lying(frame: ChartFrame, sheet: Sheet) -> Plot:
    """Bars: names at the left, labels after the longest bar; stacked bars carry theirs inside."""
    names = max((len(name) for name in sheet.categories), default=0) * frame.category_size * _CHARACTER + 8
    left = min(_LARGEST_NAMES, names / frame.box.width)
    if frame.chart.kind == "stacked":
        return Plot(left, 0, 1 - left, 1, *_stack_ends(sheet))
    words = max((_longest_line(label) for series in sheet.series for label in series.labels), default=0)
    tail = min(_LARGEST_LABELS, (words * frame.label_size * _CHARACTER + 8) / (frame.box.width * (1 - left)))
    return Plot(left, 0, 1 - left, 1, *_ends(sheet, tail))


def _ends(sheet: Sheet, free: float) -> tuple[Decimal | None, Decimal | None]:
    """From zero to where `free` (a share of the plot) is left beyond the largest value."""
    return _scale([value for series in sheet.series for value in series.values if value is not None], free)


def _stack_ends(sheet: Sheet) -> tuple[Decimal | None, Decimal | None]:
    """From zero to the highest stack."""
    rows = zip(*(series.values for series in sheet.series), strict=True)
    return _scale([sum((value for value in row if value is not None), Decimal(0)) for row in rows], 0)


def _scale(values: Sequence[Decimal], free: float) -> tuple[Decimal | None, Decimal | None]:
    if not values or min(values) < 0 or max(values) == 0:
        return None, None
    largest = max(values)
    beyond = 1 - Decimal(str(round(min(free, _LARGEST_LABELS), 4)))
    three_more_digits = Decimal(1).scaleb(largest.adjusted() - 3)
    return Decimal(0), (largest / beyond).quantize(three_more_digits, ROUND_CEILING)


def _label_lines(sheet: Sheet) -> int:
    return max((label.count("\n") + 1 for series in sheet.series for label in series.labels), default=1)


def _longest_line(label: str) -> int:
    return max(map(len, label.split("\n")))


def _lines(words: str, size: float, width: float) -> int:
    return max(1, -(-round(len(words) * size * _CHARACTER) // max(1, round(width))))


def _share(value: float) -> str:
    return f"{value:.5f}"
