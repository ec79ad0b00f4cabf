"""A chart's numbers as readers see them: their scale, their order, how they are printed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import pairwise
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.blocks.figures import Chart, Point, Tick, ValueAxis
from rapport.edition.text import Span, Text, plain
from rapport.language.amounts import ONES, Scale, decimals, round_half_up, scaled, write_number
from rapport.language.dates import write_date
from rapport.language.languages import language_at, qualifier_words, vocabulary
from rapport.language.quantity import Quantity, given_decimals, write
from rapport.language.typography.rule import NO_BREAK_SPACE
from rapport.language.units import axis_scale, axis_words, says_unit, unit_of
from rapport.model.fact import Fact
from rapport.model.partial_date import PartialDate, Precision, is_date
from rapport.resolve.context import ResolveContext
from rapport.resolve.inline import line_of

# Scales of charts: round values in even steps, from the data, with zero where lengths are compared.

STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
"""Round steps, as shares of a power of ten."""
MOST_STEPS = 5
NEAR_ZERO = Decimal("0.7")
"""Lines whose lowest value is a smaller part than this of the highest begin at zero."""


Zero = Literal["always", "near", "never"]


Words = Callable[[Decimal, int], str]
"""How a value is printed with so many decimals."""


class ScaleEnds(Struct, frozen=True):
    """What an author asks of a scale, in the chart's unit; None for the data's own."""

    low: Decimal | None = None
    high: Decimal | None = None
    step: Decimal | None = None


def value_axis(
    values: Iterable[Decimal | None], words: Words, zero: Zero = "always", ends: ScaleEnds | None = None
) -> ValueAxis | None:
    """The scale of values; None where there are none. It holds zero always, where that is near, or by chance."""
    known = [value for value in values if value is not None]
    if not known:
        return None
    ends = ends or ScaleEnds()
    low, high = min(known), max(known)
    near = (0 <= low < NEAR_ZERO * high) or (NEAR_ZERO * low < high <= 0)
    if zero == "always" or low == high or (zero == "near" and near):
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    low = low if ends.low is None else ends.low
    high = high if ends.high is None else ends.high
    if high <= low:
        high = low + 1
    step = ends.step or _step(high - low)
    first = low if ends.low is not None else (low / step).to_integral_value(ROUND_FLOOR) * step
    count = ((high - first) / step).to_integral_value(ROUND_FLOOR if ends.high is not None else ROUND_CEILING)
    marks = [first + step * number for number in range(int(count) + 1)]
    last = high if ends.high is not None else marks[-1]
    places = max(decimals(mark) for mark in marks)
    ticks = tuple(Tick(mark, words(mark, places)) for mark in marks)
    return ValueAxis(first, last, ticks, ends.low is not None or ends.high is not None)


def _step(span: Decimal) -> Decimal:
    """The smallest round step that crosses a span in few enough steps."""
    power = Decimal(1).scaleb((span / MOST_STEPS).adjusted())
    return next(part * power for part in STEPS if part * power * MOST_STEPS >= span)


# The order of a chart's categories: by value for bars, by time where they are dates.

DATE = re.compile(r"[12]\d{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
"""A year, a month of a year, a day of a month."""
SORTED = ("bar", "lollipop", "range")
"""The kinds whose categories stand in the order of their values."""
SLOTTED = ("column", "combined")
"""The kinds that keep a place for each year, since the width of a column is no time."""
MOST_YEARS = 60  # columns of more are hairlines


def dates_of(categories: tuple[str, ...]) -> tuple[str, ...]:
    """The categories where all are dates in order, each of the same precision; else nothing."""
    if len(categories) < 2 or not all(DATE.fullmatch(name) and is_date(name) for name in categories):
        return ()
    even = len({len(name) for name in categories}) == 1
    return categories if even and all(one < other for one, other in pairwise(categories)) else ()


def notation_of(day: PartialDate | None) -> str:
    """A year, a month or a day as authors type it; empty for other dates."""
    lengths = {Precision.YEAR: len("2000"), Precision.MONTH: len("2000-01"), Precision.DAY: len("2000-01-01")}
    return day.first.isoformat()[: lengths.get(day.precision, 0)] if day is not None and not day.time else ""


def in_words(dates: tuple[str, ...], locale: str) -> tuple[str, ...]:
    """Dates as readers write them, short; a line may end before the year."""
    return tuple(
        " ".join(write_date(PartialDate.parse(day), "short", locale).rsplit(NO_BREAK_SPACE, 1)) for day in dates
    )


def in_order(chart: Chart, order: str | None, *, sole: bool) -> Chart:
    """The chart with its categories by value, largest first, where its kind or its author asks; unknown ones last.

    `sole` says that each category has one value; where it has several, the first series decides if the author asks.
    """
    wanted = order == "value" or (order is None and sole and chart.kind in SORTED and not _are_years(chart))
    if not wanted:
        return chart
    places = sorted(range(len(chart.categories)), key=lambda at: (-_value(chart, at), at))
    return _picked(chart, places)


def _are_years(chart: Chart) -> bool:
    """Whether categories are dates in some order, or open or close with one."""
    return all(re.search(r"\b[12]\d{3}\b", name) for name in chart.categories)


def _value(chart: Chart, at: int) -> Decimal:
    known = (series.points[at].value for series in chart.series)
    return next((value for value in known if value is not None), Decimal("-Infinity"))


def _picked(chart: Chart, places: list[int]) -> Chart:
    series = tuple(replace(one, points=tuple(one.points[at] for at in places)) for one in chart.series)
    return replace(chart, categories=tuple(chart.categories[at] for at in places), series=series)


def with_every_year(chart: Chart) -> Chart:
    """Columns of years with a place for each year between the first and the last."""
    if chart.kind not in SLOTTED or not chart.dates or any(len(day) > len("2000") for day in chart.dates):
        return chart
    first, last = int(chart.dates[0]), int(chart.dates[-1])
    if not len(chart.dates) < last - first + 1 <= MOST_YEARS:
        return chart
    years = tuple(str(year) for year in range(first, last + 1))
    found = {name: at for at, name in enumerate(chart.categories)}
    series = tuple(
        replace(one, points=tuple(one.points[found[year]] if year in found else Point(None, "") for year in years))
        for one in chart.series
    )
    return replace(chart, categories=years, dates=years, series=series)


ENOUGH = 100
"""A value of many decimals is printed with three digits at least."""
MOST_DECIMALS = 6
MOST_GIVEN = 2
"""Decimals that its author gave a value printed as it is: 10.0, 37.65."""


class Plotted(Struct, frozen=True):
    """The scale of a chart, the decimals its values are printed with, its unit as content calls it, and its symbol."""

    scale: Scale
    digits: int
    unit: str
    symbol: str


def plotted_scale(facts: Iterable[Fact], locale: str, said: str = "") -> Plotted:
    """The scale that the measure says (« en millions d’euros »), else that of the largest value.

    With the fewest decimals at which no value loses what it says.
    """
    known = [fact for fact in facts if fact.bounds is not None]
    values = [value for fact in known for value in fact.bounds or ()]
    if not values:
        return Plotted(ONES, 0, "", "")
    counting = language_at(locale).counting
    scales = (*counting.scales, counting.thousands)
    named = (each for each in scales if says_unit(said, known[0].unit, each.exponent, locale))
    scale = next(named, None) or axis_scale(map(abs, values), locale)
    two = Decimal(2).scaleb(scale.exponent)  # what the numbers on the marks count: 460 000 € are euros, not k€
    symbol = write(replace(Quantity.of(two, known[0].unit), exponent=scale.exponent), "unit", locale)
    return of_series(Plotted(scale, 0, known[0].unit, symbol), known)


def of_series(numbers: Plotted, facts: Iterable[Fact]) -> Plotted:
    """The numbers of a chart with the decimals of some of its facts, of a series: their own where few."""
    values = [value for fact in facts for value in fact.bounds or ()]
    shown = [scaled(value, numbers.scale.exponent) for value in values]
    digits = next(
        (count for count in range(MOST_DECIMALS) if all(_says(value, count) for value in shown)), MOST_DECIMALS
    )
    if numbers.scale is ONES:
        digits = max((digits, *(min(MOST_GIVEN, given_decimals(value)) for value in values)))
    elif (most := max(map(decimals, shown), default=0)) <= MOST_GIVEN:  # as the same fact is printed elsewhere
        digits = max(digits, most)
    return replace(numbers, digits=digits)


def _says(value: Decimal, count: int) -> bool:
    """Whether so many decimals say a value: all of its own, three digits, or what differs by a thousandth at most."""
    if decimals(value) <= count or abs(value) * 10**count >= ENOUGH:
        return True
    rounded = abs(round_half_up(value, count))
    return rounded * 10**count >= ENOUGH / 10 and abs(rounded - abs(value)) * 1000 <= abs(value)


def plotted_number(fact: Fact, numbers: Plotted, context: ResolveContext) -> str:
    """What stands on the mark of a fact: its qualifier and number, or the source's own words."""
    if fact.words is not None:
        return plain(line_of(fact.words.text, context))
    if fact.bounds is None:
        return ""
    low, high = (scaled(value, numbers.scale.exponent) for value in fact.bounds)
    text = _digits(low, numbers, context.locale)
    if low != high:
        text = f"{text} {vocabulary(context.locale).range} {_digits(high, numbers, context.locale)}"
    words = qualifier_words(fact.qualifier, context.locale)
    said = language_at(context.locale).counting.preceded(words, text) if words else text
    return plain(line_of(said, context))


def _digits(value: Decimal, numbers: Plotted, locale: str) -> str:
    """A value with as many decimals as all others of its series: « 4,0 » beside « 2,6 »."""
    return write_number(value, locale, numbers.digits)


def measure_with_unit(measure: Text, numbers: Plotted, context: ResolveContext) -> Text:
    """The measure, with the unit and the scale of the numbers where its author does not say them."""
    locale = context.locale
    wanted = line_of(axis_words(numbers.unit, numbers.scale, locale), context)
    said = plain(measure).casefold()
    if not wanted or _says_unit(said, plain(wanted), numbers, locale):
        return measure
    bare = plain(line_of(axis_words(numbers.unit, ONES, locale), context))
    if bare and numbers.scale is not ONES and said.endswith(bare.casefold()):
        return _replaced_end(measure, len(bare), wanted)
    if numbers.scale is ONES and unit_of(numbers.unit, locale).kind == "noun":
        return measure
    return (*measure, Span(", "), *wanted)


def _says_unit(said: str, wanted: str, numbers: Plotted, locale: str) -> bool:
    if wanted.casefold() in said:
        return True
    unit = unit_of(numbers.unit, locale)
    names = [name.casefold() for name in (unit.plural, unit.singular, unit.symbol) if name]
    scale = numbers.scale.plural.casefold()
    return any(name in said for name in names) and (not scale or scale in said)


def _replaced_end(measure: Text, count: int, wanted: Text) -> Text:
    """The measure with its last characters, those of the bare unit, replaced."""
    *before, last = measure
    if len(last.text) < count:  # the unit's formula has lowered figures: it stands in several spans
        return _replaced_end(tuple(before), count - len(last.text), wanted)
    kept = replace(last, text=last.text[:-count])
    said = (replace(span, emphasis=last.emphasis, origin=last.origin) for span in wanted)
    return tuple(span for span in (*before, kept, *said) if span.text)


def tick_words(numbers: Plotted, context: ResolveContext, *, percent: bool = False) -> Callable[[Decimal, int], str]:
    """How a round value of the scale is printed, with so many decimals."""

    def words(value: Decimal, places: int) -> str:
        if percent:
            return write(Quantity.of(value, "percent"), "short", context.locale)
        return write_number(value, context.locale, places)

    return words
