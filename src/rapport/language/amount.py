"""The parts of a written value, and what every language does with them."""

from __future__ import annotations

from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from rapport.language.characters import NO_BREAK_SPACE
from rapport.language.numbers import decimals, write_number
from rapport.language.scales import ONES, Figure
from rapport.language.unit import Unit

_CENTS: Final = 2


class Amount(Struct, frozen=True):
    """The parts of a written value in reading order, each with the space that binds it to what precedes.

    `prefix` is a sign before the number ("€"), `scale` is « milliards » or "bn", `unit` the rest; all but `number`
    may be empty.
    """

    prefix: str
    number: str
    scale: str
    unit: str

    def __str__(self) -> str:
        return self.prefix + self.number + self.scale + self.unit

    @property
    def figure(self) -> str:
        """What a key figure shows large: the number and its sign."""
        return self.prefix + self.number

    @property
    def measure(self) -> str:
        """What a key figure shows beside the number: scale and unit, the spaces around them dropped."""
        return (self.scale + self.unit).strip(NO_BREAK_SPACE + " ")

    def without_unit(self) -> Amount:
        """The first half of a range: the unit is said once, after the second."""
        return replace(self, unit="")


def number_of(figure: Figure, unit: Unit, locale: str) -> str:
    """The digits; a currency that is neither scaled nor whole shows its cents, and what is below them."""
    if unit.kind != "currency" or figure.scale is not ONES:
        return write_number(figure.value, locale, figure.digits)
    places = decimals(figure.value) if figure.digits is None else figure.digits
    return write_number(figure.value, locale, max(_CENTS, places) if places else 0)


def bound(word: str) -> str:
    """A word after the no-break space that binds it; nothing for none."""
    return NO_BREAK_SPACE + word if word else ""
