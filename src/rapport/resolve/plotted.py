"""How numbers are printed in a chart: on one scale, with as many decimals as the values need, the unit said once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

from msgspec import Struct

from rapport.edition.text import Span, Text, plain
from rapport.language.amounts import ONES, Scale
from rapport.language.axis import axis_scale, axis_words
from rapport.language.languages import language_at
from rapport.language.numbers import decimals, scaled, write_number
from rapport.language.quantity import Quantity, write
from rapport.language.units import unit_of
from rapport.language.words import qualifier_words, vocabulary
from rapport.model.fact import Fact
from rapport.resolve.context import Context
from rapport.resolve.inline import line_of

ENOUGH = 100
"""A value is printed with three digits at least, or all of its own."""
MOST_DECIMALS = 6


class Plotted(Struct, frozen=True):
    """The scale of a chart, the decimals its values are printed with, its unit as content calls it, and its symbol."""

    scale: Scale
    digits: int
    unit: str
    symbol: str


def plotted_scale(facts: Iterable[Fact], locale: str) -> Plotted:
    """The scale of the largest value, and the fewest decimals at which none loses what it says."""
    known = [fact for fact in facts if fact.bounds is not None]
    values = [value for fact in known for value in fact.bounds or ()]
    if not values:
        return Plotted(ONES, 0, "", "")
    scale = axis_scale(map(abs, values), locale)
    shown = [scaled(value, scale.exponent) for value in values]
    digits = next(
        (count for count in range(MOST_DECIMALS) if all(_says(value, count) for value in shown)), MOST_DECIMALS
    )
    largest = max(values, key=abs)
    return Plotted(scale, digits, known[0].unit, write(Quantity.of(largest, known[0].unit), "unit", locale))


def _says(value: Decimal, count: int) -> bool:
    return decimals(value) <= count or abs(value) * 10**count >= ENOUGH


def plotted_number(fact: Fact, numbers: Plotted, context: Context) -> str:
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
    """A value with the decimals its source gives, no more than the chart prints: 109 beside 2,6."""
    return write_number(value, locale, None if decimals(value) <= numbers.digits else numbers.digits)


def measure_with_unit(measure: Text, numbers: Plotted, context: Context) -> Text:
    """The measure, with the unit and the scale of the numbers where its author does not say them."""
    locale = context.locale
    wanted = plain(line_of(axis_words(numbers.unit, numbers.scale, locale), context))
    said = plain(measure).casefold()
    if not wanted or _says_unit(said, wanted, numbers, locale):
        return measure
    bare = plain(line_of(axis_words(numbers.unit, ONES, locale), context))
    if bare and numbers.scale is not ONES and said.endswith(bare.casefold()):
        return _replaced_end(measure, len(bare), wanted)
    if numbers.scale is ONES and unit_of(numbers.unit, locale).kind == "noun":
        return measure
    return (*measure, Span(f", {wanted}")) if measure else (Span(wanted[:1].upper() + wanted[1:]),)


def _says_unit(said: str, wanted: str, numbers: Plotted, locale: str) -> bool:
    if wanted.casefold() in said:
        return True
    unit = unit_of(numbers.unit, locale)
    names = [name.casefold() for name in (unit.plural, unit.singular, unit.symbol) if name]
    scale = numbers.scale.plural.casefold()
    return any(name in said for name in names) and (not scale or scale in said)


def _replaced_end(measure: Text, count: int, wanted: str) -> Text:
    """The measure with its last words, those of the bare unit, replaced."""
    last = measure[-1]
    if len(last.text) < count:
        return (*measure, Span(f", {wanted}"))
    return (*measure[:-1], Span(last.text[:-count] + wanted, last.emphasis, origin=last.origin))


def tick_words(numbers: Plotted, context: Context, *, percent: bool = False) -> Callable[[Decimal, int], str]:
    """How a round value of the scale is printed, with so many decimals."""

    def words(value: Decimal, places: int) -> str:
        if percent:
            return write(Quantity.of(value, "percent"), "short", context.locale)
        return write_number(value, context.locale, places)

    return words
