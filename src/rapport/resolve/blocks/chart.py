"""Charts: one series for each status, one scale for all, numbers on the marks and their unit in the measure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.blocks.figures import Chart, Point, Series, ValueAxis
from rapport.edition.text import plain
from rapport.model.blocks.figures import GOING_ON, ChartBlock, ChartSpec, SeriesGap, SeriesSpec
from rapport.model.fact import Fact
from rapport.model.located import FactEntry
from rapport.resolve.alternative import chart_alternative, line_alternatives
from rapport.resolve.context import ResolveContext, evidence_of, label_of, period_of, status, value_of, with_number
from rapport.resolve.inline import line_of, source_line, text_of
from rapport.resolve.plotted import (
    Plotted,
    ScaleEnds,
    Zero,
    dates_of,
    in_order,
    in_words,
    measure_with_unit,
    notation_of,
    of_series,
    plotted_number,
    plotted_scale,
    tick_words,
    value_axis,
    with_every_year,
)

NOTHING = Point(None, "")
"""A category that belongs to another series."""

ZERO: dict[str, Zero] = {"line": "near", "dots": "never", "slope": "never", "scatter": "never"}
"""The kinds whose scale need not hold zero, since they compare places and not lengths."""

SUMMED = ("stacked", "area")


class Draft(Struct, frozen=True):
    """A chart's block, the context it is resolved in, and how its numbers are printed."""

    spec: ChartSpec
    context: ResolveContext
    section: str
    numbers: Plotted

    def words(self, text: object) -> str:
        """A text of the author's, plain."""
        return plain(text_of(text, self.context, self.section))  # type: ignore[arg-type]


def chart(block: ChartBlock, context: ResolveContext, section: str) -> tuple[Chart, ...]:
    """A chart with its words, its scale and its alternative."""
    spec = block.chart
    facts = [context.fact(call.fact) for call in _calls(spec)]
    said = text_of(spec.measure, context, section)
    numbers = plotted_scale(_along_left(spec, context) or facts, context.locale, plain(said))
    draft = Draft(spec, context, section, numbers)
    categories, series = _series(draft)
    measure = said
    if spec.kind == "scatter":  # whose axes say their units
        series = _across(draft, series)
    else:
        measure = measure_with_unit(measure, numbers, context)
    measure = with_number(measure, label_of(block, context), ())
    made = Chart(
        kind=spec.kind,
        title=text_of(spec.title, context, section),
        measure=measure,
        categories=categories,
        series=series,
        source=source_line(series, context, spec.remark, section),
        alternative="",
        scale=Decimal(10) ** numbers.scale.exponent,
        unit=numbers.symbol,
        message=text_of(block.message, context, section),
        origin=block.origin,
        dates=dates_of(categories),
        reading=text_of(spec.reading, context, section),
    )
    ordered = in_order(with_every_year(made), spec.order, sole=bool(spec.facts))
    named = in_words(ordered.dates, context.locale) or ordered.categories
    drawn = replace(ordered, axis=_axis(ordered, draft), categories=named)
    alone = zip(drawn.series, line_alternatives(drawn, context), strict=True)
    told = tuple(replace(series, alternative=said) for series, said in alone)
    return (replace(drawn, alternative=chart_alternative(drawn, context), series=told),)


def _calls(spec: ChartSpec) -> tuple[FactEntry, ...]:
    listed = (*spec.facts, *(item for series in spec.series for item in series.facts))
    return tuple(item for item in listed if isinstance(item, FactEntry))


def _along_left(spec: ChartSpec, context: ResolveContext) -> list[Fact]:
    """The facts measured up the chart where others are measured along it."""
    if spec.kind != "scatter" or len(spec.series) < 2:
        return []
    return [context.fact(item.fact) for item in spec.series[1].facts if isinstance(item, FactEntry)]


def _series(draft: Draft) -> tuple[tuple[str, ...], tuple[Series, ...]]:
    spec = draft.spec
    if not spec.series:
        return _series_by_status(draft)
    categories = tuple(map(draft.words, spec.categories))
    series = tuple(
        part
        for at, item in enumerate(spec.series)
        for part in _parts(item, draft, categories, own_scale=spec.kind == "scatter" and not at)
    )
    return categories, series


def _parts(item: SeriesSpec, draft: Draft, categories: tuple[str, ...], *, own_scale: bool) -> Iterator[Series]:
    """A series; one that goes on under another status in as many parts of one name, what is unknown in the first."""
    context = draft.context
    found = [context.fact(call.fact).status if isinstance(call, FactEntry) else "" for call in item.facts]
    keys = list(dict.fromkeys(filter(None, found)))[: None if draft.spec.kind in GOING_ON else 1] or [""]
    numbers = None if own_scale else _numbers(item.facts, draft)
    for key in keys:
        points = tuple(
            _point(call, draft, category, numbers=numbers) if len(keys) == 1 or (its or keys[0]) == key else NOTHING
            for call, category, its in zip(item.facts, categories, found, strict=True)
        )
        yield Series(draft.words(item.name), status(key, context), points, "line" if item.kind == "line" else "")


def _numbers(items: Sequence[FactEntry | SeriesGap], draft: Draft) -> Plotted:
    """How the numbers of a series are printed: on the chart's scale, with decimals of their own."""
    return of_series(draft.numbers, [draft.context.fact(item.fact) for item in items if isinstance(item, FactEntry)])


def _series_by_status(draft: Draft) -> tuple[tuple[str, ...], tuple[Series, ...]]:
    """One series for each status met, the points of the others left out; a gap belongs to the first."""
    spec, context = draft.spec, draft.context
    categories = _periods(draft) or tuple(_category(item, draft) for item in spec.facts)
    statuses = list(dict.fromkeys(context.fact(call.fact).status for call in _calls(spec)))
    series = []
    for index, key in enumerate(statuses):
        alike = [call for call in _calls(spec) if spec.kind == "line" or context.fact(call.fact).status == key]
        numbers = _numbers(alike, draft)  # a line that goes on under another status is one series
        points = tuple(
            (_gap(draft) if index == 0 else NOTHING)
            if isinstance(item, SeriesGap)
            else _point(item, draft, category, numbers=numbers)
            if context.fact(item.fact).status == key
            else NOTHING
            for item, category in zip(spec.facts, categories, strict=True)
        )
        series.append(Series(status(key, context).word, status(key, context), points))
    return categories, tuple(series)


IN_TIME = ("line", "area")
"""The kinds that are read from one date to the next."""


def _periods(draft: Draft) -> tuple[str, ...]:
    """The dates of facts that no name tells apart: those of one name, and along a line those without any."""
    calls = [item for item in draft.spec.facts if isinstance(item, FactEntry)]
    facts = [draft.context.fact(call.fact) for call in calls]
    if len(calls) < len(draft.spec.facts) or any(call.label for call in calls):
        return ()
    names = {fact.name.text if fact.name else "" for fact in facts}
    if len(facts) < 2 or len(names) > 1 or (names == {""} and draft.spec.kind not in IN_TIME):
        return ()
    dates = dates_of(tuple(notation_of(fact.period or fact.date) for fact in facts))
    said = tuple(period_of(fact, draft.context) for fact in facts) if names != {""} else ()
    return dates or (said if len(set(said)) == len(said) else ())


def _category(item: FactEntry | SeriesGap, draft: Draft) -> str:
    if isinstance(item, SeriesGap):
        return draft.words(item.gap)
    fact = draft.context.fact(item.fact)
    return draft.words(item.label or fact.name or fact.label)


def _gap(draft: Draft) -> Point:
    return Point(None, plain(line_of(draft.context.furniture("not-stated"), draft.context)))


def _point(item: FactEntry | SeriesGap, draft: Draft, category: str, *, numbers: Plotted | None) -> Point:
    if isinstance(item, SeriesGap):
        return _gap(draft)
    context = draft.context
    fact = context.fact(item.fact)
    numbers = numbers or plotted_scale([fact], context.locale)
    divisor = Decimal(10) ** numbers.scale.exponent
    value = value_of(fact)
    high = fact.bounds[1] if fact.bounds and fact.bounds[0] != fact.bounds[1] else None
    marked = {draft.words(name) for name in draft.spec.highlight} | {name.text for name in draft.spec.highlight}
    return Point(
        value / divisor if value is not None else None,
        plotted_number(fact, numbers, context),
        evidence_of(item.fact, "plotted", context),
        high / divisor if high is not None else None,
        bool(marked & {category, str(item.fact)}),
    )


def _across(draft: Draft, series: tuple[Series, ...]) -> tuple[Series, ...]:
    """The first series of a scatter has its own unit and scale, stated in its name; the second has the chart's."""
    context, spec = draft.context, draft.spec
    facts = [context.fact(item.fact) for item in spec.series[0].facts if isinstance(item, FactEntry)]
    numbers = plotted_scale(facts, context.locale)
    divisor = Decimal(10) ** numbers.scale.exponent
    points = tuple(
        _point(item, draft, category, numbers=numbers)
        for item, category in zip(spec.series[0].facts, map(draft.words, spec.categories), strict=True)
    )
    name = plain(measure_with_unit(text_of(spec.series[0].name, context, draft.section), numbers, context))
    axis = value_axis([point.value for point in points], tick_words(numbers, context), "never")
    first = replace(series[0], name=name, points=points, scale=divisor, axis=axis)
    up = plain(measure_with_unit(text_of(spec.series[1].name, context, draft.section), draft.numbers, context))
    return (first, replace(series[1], name=up))


def _axis(made: Chart, draft: Draft) -> ValueAxis | None:
    """The scale of what is drawn: of sums where parts stand on one another, to 100 where they are shares of a whole."""
    words = tick_words(draft.numbers, draft.context, percent=made.kind == "stacked-100")
    if made.kind == "stacked-100":
        return value_axis([Decimal(0), Decimal(100)], words)
    series = made.series[1:] if made.kind == "scatter" else made.series
    held = [value for one in series for point in one.points for value in (point.value, point.high)]
    if made.kind in SUMMED:
        rows = zip(*(one.points for one in series), strict=True)
        held = [sum((point.value or Decimal(0) for point in row), Decimal(0)) for row in rows]
    if made.kind == "waterfall":
        held = _levels(made.series[0].points)
    return value_axis(held, words, ZERO.get(made.kind, "always"), _ends(draft))


def _levels(points: tuple[Point, ...]) -> list[Decimal | None]:
    """Where the steps of a cascade lead."""
    level, held = Decimal(0), []
    for at, point in enumerate(points):
        value = point.value or Decimal(0)
        level = value if at in (0, len(points) - 1) else level + value
        held.append(level)
    return list(held)


def _ends(draft: Draft) -> ScaleEnds:
    scale = draft.spec.scale
    divisor = Decimal(10) ** draft.numbers.scale.exponent
    if scale is None:
        return ScaleEnds()
    return ScaleEnds(*(None if value is None else value / divisor for value in (scale.from_, scale.to, scale.step)))
