"""Charts: one series for each status, so that no axis mixes what is done with what is promised unseen."""

from __future__ import annotations

from decimal import Decimal

from rapport.edition.blocks.figures import Chart, Point, Series
from rapport.edition.text import plain
from rapport.language.axis import axis_scale
from rapport.language.quantity import Quantity, write
from rapport.model.blocks.base import FactEntry
from rapport.model.blocks.figures import ChartBlock, ChartSpec, Gap
from rapport.resolve.alternative import chart_alternative
from rapport.resolve.context import Context
from rapport.resolve.inline import line_of, text_of
from rapport.resolve.phrases import evidence_of, phrase, status, value_of
from rapport.resolve.source_line import source_line

NOTHING = Point(None, "")
"""A category that belongs to another series."""


def chart(block: ChartBlock, context: Context, section: str) -> tuple[Chart, ...]:
    """A chart with its words and its alternative."""
    spec = block.chart
    scale, unit = _scale(spec, context)
    categories, series = _series(spec, scale, context, section)
    title, measure = text_of(spec.title, context, section), text_of(spec.measure, context, section)
    remark = spec.remark.text if spec.remark else ""
    source = source_line(series, context, remark)
    alternative = chart_alternative(spec.kind, plain(measure), categories, series, context)
    message = text_of(block.message, context, section)
    return (
        Chart(spec.kind, title, measure, categories, series, source, alternative, scale, unit, message, block.origin),
    )


def _calls(spec: ChartSpec) -> tuple[FactEntry, ...]:
    listed = (item for item in spec.facts if isinstance(item, FactEntry))
    return (*listed, *(call for series in spec.series for call in series.facts))


def _scale(spec: ChartSpec, context: Context) -> tuple[Decimal, str]:
    """The base units in one unit of the axis, and the unit's symbol: those of the largest value."""
    facts = [context.fact(call.fact) for call in _calls(spec)]
    values = [abs(value) for value in map(value_of, facts) if value is not None]
    if not values:
        return Decimal(1), ""
    scale = axis_scale(values, context.locale)
    return Decimal(10) ** scale.exponent, write(Quantity.of(max(values), facts[0].unit), "unit", context.locale)


def _series(
    spec: ChartSpec, scale: Decimal, context: Context, section: str
) -> tuple[tuple[str, ...], tuple[Series, ...]]:
    if spec.series:
        categories = tuple(plain(text_of(category, context, section)) for category in spec.categories)
        series = (
            Series(
                plain(text_of(item.name, context, section)),
                status(context.fact(item.facts[0].fact).status, context),
                tuple(_point(call, scale, context) for call in item.facts),
            )
            for item in spec.series
        )
        return categories, tuple(series)
    return _series_by_status(spec, scale, context, section)


def _series_by_status(
    spec: ChartSpec, scale: Decimal, context: Context, section: str
) -> tuple[tuple[str, ...], tuple[Series, ...]]:
    """One series for each status met, the points of the others left out; a gap belongs to the first."""
    categories = tuple(_category(item, context, section) for item in spec.facts)
    statuses = list(dict.fromkeys(context.fact(call.fact).status for call in _calls(spec)))
    series = []
    for index, key in enumerate(statuses):
        points = tuple(
            _gap(index, context)
            if isinstance(item, Gap)
            else _point(item, scale, context)
            if context.fact(item.fact).status == key
            else NOTHING
            for item in spec.facts
        )
        series.append(Series(status(key, context).word, status(key, context), points))
    return categories, tuple(series)


def _category(item: FactEntry | Gap, context: Context, section: str) -> str:
    if isinstance(item, Gap):
        return plain(text_of(item.gap, context, section))
    fact = context.fact(item.fact)
    return plain(text_of(item.label or fact.name or fact.label, context, section))


def _gap(series: int, context: Context) -> Point:
    return Point(None, plain(line_of(context.furniture("not-stated"), context))) if series == 0 else NOTHING


def _point(call: FactEntry, scale: Decimal, context: Context) -> Point:
    value = value_of(context.fact(call.fact))
    label = plain(line_of(phrase(call.fact, "amount", context), context))
    return Point(value / scale if value is not None else None, label, evidence_of(call.fact, "amount", context))
