"""References to cells of the workbook, with what stood there when the deck was made."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from rapport.formats.ooxml.markup import EMPTY, Markup, element, join, text
from rapport.render.deck.chart.data import PlotSeries, Sheet
from rapport.render.deck.chart.workbook import DAY_FORMAT, number

C15 = "http://schemas.microsoft.com/office/drawing/2012/chart"
_LABEL_RANGE = "{02D57815-91ED-43cb-92C2-25804820EDAC}"


def series_name(sheet: Sheet, series: PlotSeries) -> Markup:
    """`c:tx`: the header of the series' column."""
    return element("c:tx", _strings(sheet.header(series.column), [series.name]))


def categories(sheet: Sheet) -> Markup:
    """`c:cat`: the first column, dates as numbers."""
    if not sheet.days:
        return element("c:cat", _strings(sheet.range(0), sheet.categories))
    return element("c:cat", _numbers(sheet.range(0), tuple(map(Decimal, sheet.days)), DAY_FORMAT))


def values(sheet: Sheet, series: PlotSeries, name: str = "c:val") -> Markup:
    """`c:val`; a missing value has no point, so that nothing is drawn for it."""
    held = _padded(series.trace.values, sheet)
    return element(name, _numbers(sheet.range(series.column), held, sheet.number_format))


def across(sheet: Sheet, series: PlotSeries) -> Markup:
    """`c:xVal` of a scatter's series."""
    held = _padded(series.trace.across, sheet)
    return element("c:xVal", _numbers(sheet.range(series.across_column), held, sheet.number_format))


def label_range(sheet: Sheet, series: PlotSeries) -> Markup:
    """The extension of a series whose labels are the texts of cells (MS-ODRAWXML 2.24.3.20)."""
    if series.label_column < 0:
        return EMPTY
    cache = element("c15:dlblRangeCache", element("c:ptCount", val=sheet.rows), _cached(series.labels))
    cells = element("c15:datalabelsRange", element("c15:f", text(sheet.range(series.label_column))), cache)
    return element("c:extLst", element("c:ext", cells, uri=_LABEL_RANGE, xmlns_c15=C15))


def _padded(held: tuple[Decimal | None, ...], sheet: Sheet) -> tuple[Decimal | None, ...]:
    return held + (None,) * (sheet.rows - len(held))


def _numbers(formula: str, held: tuple[Decimal | None, ...], code: str) -> Markup:
    cache = element(
        "c:numCache",
        element("c:formatCode", text(code)),
        element("c:ptCount", val=len(held)),
        join(_point(index, value) for index, value in enumerate(held) if value is not None),
    )
    return element("c:numRef", element("c:f", text(formula)), cache)


def _strings(formula: str, words: Iterable[str]) -> Markup:
    listed = list(words)
    cache = element("c:strCache", element("c:ptCount", val=len(listed)), _cached(listed))
    return element("c:strRef", element("c:f", text(formula)), cache)


def _cached(words: Iterable[str]) -> Markup:
    return join(element("c:pt", element("c:v", text(word)), idx=index) for index, word in enumerate(words) if word)


def _point(index: int, value: Decimal) -> Markup:
    return element("c:pt", element("c:v", text(number(value))), idx=index)
