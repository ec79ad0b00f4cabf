"""A plan's numbers and labels as the sheet that readers edit: a column of values and one of labels for each series."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from rapport.edition.edition import Furniture
from rapport.plots import Label, Plan, Trace
from rapport.plotting.extent import serial


class PlotSeries(Struct, frozen=True):
    """A series as plotted: its trace, and the columns of its cells, counted from 0.

    `labels` are the words of all its points, those that are not shown on the marks too; an empty one is no cell.
    `across_column` is -1 where the values go with the categories.
    """

    trace: Trace
    labels: tuple[str, ...]
    column: int
    label_column: int
    across_column: int = -1

    @property
    def name(self) -> str:
        return self.trace.name

    @property
    def shown(self) -> dict[int, Label]:
        """The labels that stand on the marks, by point."""
        return {label.index: label for label in self.trace.labels}


class DataSheet(Struct, frozen=True):
    """What is plotted, and the sheet it stands on: categories in column 0, from row 2 on; headers in row 1.

    `days` are the categories as a spreadsheet counts dates, where the axis is true to time.
    """

    name: str
    categories: tuple[str, ...]
    series: tuple[PlotSeries, ...]
    number_format: str
    rows: int
    days: tuple[int, ...] = ()

    def range(self, column: int) -> str:
        """The cells of a column below its header, as a formula names them."""
        letter = column_letter(column)
        return f"'{self.name}'!${letter}$2:${letter}${self.rows + 1}"

    def header(self, column: int) -> str:
        """The header cell of a column."""
        return f"'{self.name}'!${column_letter(column)}$1"


def sheet(plan: Plan, names: Furniture) -> DataSheet:
    """The sheet of a plan: all values first, then all labels."""
    crossed = plan.across is not None
    width = 2 if crossed else 1
    first_label = 1 + width * len(plan.traces)
    labelled = [trace for trace in plan.traces if any(_labels(trace))]
    series = []
    for at, trace in enumerate(plan.traces):
        column = 1 + width * at
        label_column = first_label + labelled.index(trace) if trace in labelled else -1
        across = column if crossed else -1
        series.append(PlotSeries(trace, _labels(trace), column + (1 if crossed else 0), label_column, across))
    rows = max((len(trace.values) for trace in plan.traces), default=len(plan.categories))
    days = tuple(serial(day) for day in plan.dates)
    return DataSheet(names("data"), plan.categories, tuple(series), _number_format(plan, names), max(rows, 1), days)


def column_letter(column: int) -> str:
    """The name of a column counted from 0: A, B, ..., Z, AA."""
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _labels(trace: Trace) -> tuple[str, ...]:
    """The words of each point; as they stand on its mark, where they do."""
    shown = {label.index: "\n".join(label.lines) for label in trace.labels}
    words = trace.words or ("",) * len(trace.values)
    return tuple(shown.get(at, text) for at, text in enumerate(words))


def _number_format(plan: Plan, names: Furniture) -> str:
    """Thousands apart and as many decimals as the values have. A prefix asks for the language's own separators."""
    held = (value for trace in plan.traces for value in (*trace.values, *trace.across))
    return number_format(max((decimals(value) for value in held if value is not None), default=0), names)


def number_format(places: int, names: Furniture) -> str:
    """A number format of so many decimals."""
    return f"{names('number-format')}#,##0" + ("." + "0" * places if places else "")


def decimals(value: Decimal) -> int:
    """How many decimals a value has."""
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
