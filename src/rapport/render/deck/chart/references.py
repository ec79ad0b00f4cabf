"""References to cells of the workbook, with what stood there when the deck was made."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from rapport.formats.ooxml.markup import Markup, element, join, text
from rapport.render.deck.chart.data import PlotSeries, Sheet
from rapport.render.deck.chart.workbook import number

C15 = "http://schemas.microsoft.com/office/drawing/2012/chart"
_LABEL_RANGE = "{02D57815-91ED-43cb-92C2-25804820EDAC}"


def series_name(sheet: Sheet, series: PlotSeries) -> Markup:
    """`c:tx`: the header of the series' column."""
    return element("c:tx", _strings(sheet.header(series.column), [series.name]))


def categories(sheet: Sheet) -> Markup:
    """`c:cat`: the first column."""
    return element("c:cat", _strings(sheet.range(0), sheet.categories))


def values(sheet: Sheet, series: PlotSeries) -> Markup:
    """`c:val`; a missing value has no point, so that nothing is drawn for it."""
    cache = element(
        "c:numCache",
        element("c:formatCode", text(sheet.number_format)),
        element("c:ptCount", val=len(series.values)),
        join(_point(index, value) for index, value in enumerate(series.values) if value is not None),
    )
    return element("c:val", element("c:numRef", element("c:f", text(sheet.range(series.column))), cache))


def label_range(sheet: Sheet, series: PlotSeries) -> Markup:
    """The extension of a series whose labels are the texts of cells (MS-ODRAWXML 2.24.3.20)."""
    cache = element(
        "c15:dlblRangeCache",
        element("c:ptCount", val=len(series.labels)),
        _cached(series.labels),
    )
    cells = element("c15:datalabelsRange", element("c15:f", text(sheet.range(series.label_column))), cache)
    return element("c:extLst", element("c:ext", cells, uri=_LABEL_RANGE, xmlns_c15=C15))


def _strings(formula: str, words: Iterable[str]) -> Markup:
    listed = list(words)
    cache = element("c:strCache", element("c:ptCount", val=len(listed)), _cached(listed))
    return element("c:strRef", element("c:f", text(formula)), cache)


def _cached(words: Iterable[str]) -> Markup:
    return join(element("c:pt", element("c:v", text(word)), idx=index) for index, word in enumerate(words) if word)


def _point(index: int, value: Decimal) -> Markup:
    return element("c:pt", element("c:v", text(number(value))), idx=index)
