"""What differs from one language to another, as one value: its words, its grammar of figures and dates, its rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Literal, Protocol

from msgspec import Struct

from rapport.language.amounts import Amount, Scale, ScaledFigure, Unit, Width
from rapport.language.typography.rule import Style, TypographyRule
from rapport.model.partial_date import PartialDate

Gender = Literal["masculine", "feminine"]


# The fixed words of a language that documents need: one frozen value per language, complete by construction.


class Vocabulary(Struct, frozen=True):
    """Words by key. Every language has the same keys (a test holds them to it).

    `qualifiers` go before a figure, `statuses` beside it; `conjunctions` join the end of a list; `range` joins two
    figures, `from_to` is a pattern for two slots; `axis` titles an axis, `number` is what one counts;
    `shapes` are the names of what stands in a deck; `furniture` are the phrases
    that layout fills (numbered slots), `reports` those of the pages we write about our own documents.
    """

    qualifiers: Mapping[str, str]
    statuses: Mapping[str, str]
    conjunctions: Mapping[str, str]
    range: str
    from_to: str
    axis: str
    number: str
    shapes: Mapping[str, str]
    furniture: Mapping[str, str]
    reports: Mapping[str, str]


# What differs from one language to another, as one value: its words, its grammar of figures and dates, its rules.


class Meeting(Protocol):
    """The words before a figure and the figure, as they stand together; `ranged` says it is a range and no more."""

    def __call__(self, head: str, figure: str, *, ranged: bool) -> tuple[str, str]: ...


class Counting(Struct, frozen=True):
    """How figures are said.

    `units` are those of each locale, by key. `is_plural` tells the number of what a value counts, `pluralise` puts
    a noun phrase in the plural, `singular` one that was typed so back. `scales` are the powers of ten that have a
    name, the greatest first, `thousands` the one that only a currency sign takes. `amount` orders number, scale and
    unit; `of` joins what is counted to a scale or a number ("milliards d’euros"), `preceded` a qualifier to a
    figure, `met` a text; `ordinal` writes a rank; `said` writes the digits of a figure as a speaker says them;
    `postposed` are the qualifiers that follow their figure. `per` says what a unit is counted by, one or a round
    number of them; `denominators` are the symbols that differ after a stroke ("/an"); `also` stands before a second
    one (« par habitant et par jour »).
    """

    units: Mapping[str, Mapping[str, Unit]]
    scales: tuple[Scale, ...]
    thousands: Scale
    is_plural: Callable[[Decimal], bool]
    pluralise: Callable[[str], str]
    singular: Callable[[str], str]
    amount: Callable[[ScaledFigure, Unit, Width, str], Amount]
    of: Callable[[str, str], str]
    per: Callable[[str, str], str]
    denominators: Mapping[str, str]
    preceded: Callable[[str, str], str]
    met: Meeting
    ordinal: Callable[[int, Gender], str]
    said: Callable[[str], str]
    postposed: frozenset[str] = frozenset()
    also: str = ""


class Dating(Struct, frozen=True):
    """How dates and times are said: a date in a form and a locale, an hour and its minutes, a day with a time."""

    date: Callable[[PartialDate, str, str], str]
    time: Callable[[int, int], str]
    moment: str


class Language(Struct, frozen=True):
    """A language: `code` is its BCP 47 subtag, `called` what authors call it, in French first.

    `hyphenation` is its dictionary for pyphen, empty where none is. `styles` gives each locale its house style;
    `rules` compose its texts, in order; `semicolon` parts the items of a list that hold commas.
    """

    code: str
    called: tuple[str, ...]
    words: Vocabulary
    counting: Counting
    dating: Dating
    styles: Mapping[str, Style]
    rules: tuple[TypographyRule, ...]
    hyphenation: str
    semicolon: str
