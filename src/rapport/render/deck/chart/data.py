"""A chart's numbers and labels as the sheet that readers edit: a column of values and one of labels for each series."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Literal

from msgspec import Struct

from rapport.edition.blocks.figures import Chart, Point, Series
from rapport.edition.evidence import NO_STATUS, Status
from rapport.edition.furniture import Furniture

_BASELINE_KINDS = ("bar", "column", "stacked", "line")
_NO_SIGNS: Mapping[str, str] = MappingProxyType({})
_GAP = "\u00a0"
"""White between a lying bar and its label, which office programs set against each other."""


class PlotSeries(Struct, frozen=True):
    """A series as plotted. A `note` series has no mark: its labels say, on the baseline, that a value is missing.

    `values` and `labels` go with the categories; a missing value is None, a missing label empty. `column` is the
    sheet's column of the values, from 1; the labels stand `label_column`.
    """

    name: str
    status: Status
    values: tuple[Decimal | None, ...]
    labels: tuple[str, ...]
    column: int
    label_column: int
    role: Literal["data", "note"] = "data"


class Sheet(Struct, frozen=True):
    """What is plotted, and the sheet it stands on: categories in column 0, from row 2 on; headers in row 1."""

    name: str
    categories: tuple[str, ...]
    series: tuple[PlotSeries, ...]
    number_format: str

    def range(self, column: int) -> str:
        """The cells of a column below its header, as a formula names them."""
        letter = column_letter(column)
        return f"'{self.name}'!${letter}$2:${letter}${len(self.categories) + 1}"

    def header(self, column: int) -> str:
        """The header cell of a column."""
        return f"'{self.name}'!${column_letter(column)}$1"


def sheet(chart: Chart, names: Furniture, signs: Mapping[str, str] = _NO_SIGNS) -> Sheet:
    """The sheet of a chart: all values first, then all labels.

    `signs` are characters for statuses, by key, whose bars end on their sign: the label begins with it.
    """
    drawn = [
        (series.name, series.status, _values(series), _labels(chart, series, signs.get(series.status.key, "")))
        for series in chart.series
    ]
    if note := _note(chart):
        drawn.append(note)
    series = tuple(
        PlotSeries(title, status, values, labels, at, at + len(drawn), "data" if at <= len(chart.series) else "note")
        for at, (title, status, values, labels) in enumerate(drawn, start=1)
    )
    return Sheet(names("data"), chart.categories, series, _number_format(chart, names))


def column_letter(column: int) -> str:
    """The name of a column counted from 0: A, B, ..., Z, AA."""
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _values(series: Series) -> tuple[Decimal | None, ...]:
    return tuple(point.value for point in series.points)


def _labels(chart: Chart, series: Series, sign: str) -> tuple[str, ...]:
    """What stands on the marks; where looks do not tell series apart, one mark of each also says its name."""
    labels = [_label(chart, point, sign) for point in series.points]
    named = _named_point(chart, labels)
    if named >= 0 and series.name and _look_alike(chart):
        gap = _GAP if labels[named].startswith(_GAP) else ""
        labels[named] = f"{gap}{series.name}\n{labels[named]}"
    return tuple(labels)


def _label(chart: Chart, point: Point, sign: str) -> str:
    """The label, away from the end of a lying bar, after the sign on it; over the sign on the end of a column."""
    if point.value is None:
        return ""
    if chart.kind == "bar":
        words = [sign, point.label] if sign else [point.label]
        return _GAP.join((*reversed(words), "") if point.value < 0 else ("", *words))
    return f"{point.label}\n{sign}" if sign and chart.kind == "column" else point.label


def _look_alike(chart: Chart) -> bool:
    """Whether the reader needs names: lines cross, and series of one status are drawn the same."""
    statuses = {series.status.key for series in chart.series}
    return len(chart.series) > 1 and (chart.kind == "line" or len(statuses) < len(chart.series))


def _named_point(chart: Chart, labels: list[str]) -> int:
    """The last point of a line, the first of bars; -1 where there is none."""
    present = [index for index, label in enumerate(labels) if label]
    if not present:
        return -1
    return present[-1] if chart.kind == "line" else present[0]


def _note(chart: Chart) -> tuple[str, Status, tuple[Decimal | None, ...], tuple[str, ...]] | None:
    """The series that notes missing values, None where none is missing or where there is no baseline to write on."""
    labels = tuple(_missing_labels(chart))
    if chart.kind not in _BASELINE_KINDS or not any(labels):
        return None
    values = tuple(Decimal(0) if label else None for label in labels)
    return next(filter(None, labels)), NO_STATUS, values, labels


def _missing_labels(chart: Chart) -> Iterator[str]:
    """What is said of each category without any value; empty for the others."""
    for index in range(len(chart.categories)):
        points = [series.points[index] for series in chart.series]
        missing = all(point.value is None for point in points)
        yield next((point.label for point in points if point.label), "") if missing else ""


def _number_format(chart: Chart, names: Furniture) -> str:
    """Thousands apart and as many decimals as the values have. A prefix asks for the language's own separators."""
    values = [point.value for series in chart.series for point in series.points if point.value is not None]
    decimals = max((_decimals(value) for value in values), default=0)
    return f"{names('number-format')}#,##0" + ("." + "0" * decimals if decimals else "")


def _decimals(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
