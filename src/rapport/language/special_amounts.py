"""Values that are no number beside a unit: « ×3 », « 6e », « 2 h 30 min »."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from rapport.language.amount import Amount, bound, number_of
from rapport.language.characters import MULTIPLICATION
from rapport.language.languages import language_at
from rapport.language.scales import ONES, Figure
from rapport.language.times import write_duration
from rapport.language.unit import Kind, Unit, Width

Writer = Callable[[Figure, Unit, Width, str], Amount]


def special(kind: Kind) -> Writer | None:
    """What writes values of a kind of unit; None for those that every language orders by its grammar."""
    return _WRITERS.get(kind)


def _multiple(figure: Figure, unit: Unit, width: Width, locale: str) -> Amount:
    """« 3 fois » in running text, « ×3 » where room is short."""
    number = number_of(figure, unit, locale)
    if width == "symbol" and figure.scale is ONES:
        return Amount(MULTIPLICATION, number, "", "")
    return language_at(locale).counting.amount(figure, unit, "name", locale)


def _rank(figure: Figure, unit: Unit, width: Width, locale: str) -> Amount:
    value = figure.value
    if figure.scale is not ONES or value != int(value) or value < 1:
        return Amount("", number_of(figure, unit, locale), bound(figure.scale.plural), "")
    return Amount("", language_at(locale).counting.ordinal(int(value), "masculine"), "", "")


def _duration(figure: Figure, unit: Unit, width: Width, locale: str) -> Amount:
    value = figure.value.scaleb(figure.scale.exponent)
    if value != int(value) or value < 0:
        return Amount("", number_of(figure, unit, locale), "", bound("min"))
    return Amount("", write_duration(int(value), locale), "", "")


_WRITERS: Final[dict[Kind, Writer]] = {"multiple": _multiple, "rank": _rank, "duration": _duration}
