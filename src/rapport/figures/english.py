"""How English writes figures (British usage: 2.6 billion, 110,000, 10 February 2026)."""

from __future__ import annotations

import re
from decimal import Decimal

from rapport.figures.dates import YEAR, Calendar
from rapport.figures.lexicon import SPACE, Lexicon, power

UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = {
    word: 10 * ten
    for ten, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2)
}
MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
SHORT_MONTHS = ["jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"]
SHORT_VALUES = (1, 2, 3, 4, 6, 7, 8, 9, 9, 10, 11, 12)
DURATIONS = {word: word for word in ("year", "month", "week", "day", "hour", "minute")}
WATT_WORDS = {"": 0, "kilo": 3, "mega": 6, "giga": 9, "tera": 12}


def _small() -> dict[tuple[str, ...], int]:
    table: dict[tuple[str, ...], int] = {(word,): value for value, word in enumerate(UNITS)}
    for word, ten in TENS.items():
        table[(word,)] = ten
        table.update({(word, UNITS[unit]): ten + unit for unit in range(1, 10)})
    return table


def _units() -> dict[str, tuple[str, Decimal]]:
    units = {word: ("EUR", power(0)) for word in ("euro", "euros")}
    units |= {word: ("USD", power(0)) for word in ("dollar", "dollars")}
    units |= {word + end: (unit, power(0)) for word, unit in DURATIONS.items() for end in ("", "s")}
    units |= {"per cent": ("percent", power(0)), "percent": ("percent", power(0)), "points": ("point", power(0))}
    units |= {"calculations per second": ("op/s", power(0)), "operations per second": ("op/s", power(0))}
    for prefix, exponent in WATT_WORDS.items():
        units |= {f"{prefix}watt{end}": ("W", power(exponent)) for end in ("", "s")}
        units |= {f"{prefix}watt-hour{end}": ("Wh", power(exponent)) for end in ("", "s")}
    return units


ENGLISH = Lexicon(
    language="en",
    figure=re.compile(r"(?<![\w,.])[+−-]?(?:[€$£])?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?!\d)"),
    group=",",
    decimal=".",
    small=_small(),
    hundred=frozenset({"hundred"}),
    thousand=frozenset({"thousand"}),
    doubtful=frozenset({"one", "zero"}),
    both=re.compile(r"(?<!\w)(?:the|these|those|both)[ \u00a0]two$", re.IGNORECASE),
    collective={"dozen": 12},
    scales={
        "million": power(6),
        "billion": power(9),
        "trillion": power(12),
        "quadrillion": power(15),
        "quintillion": power(18),
        "m": power(6),
        "bn": power(9),
        "tn": power(12),
        "thousand": power(3),
    },
    units=_units(),
    prefixes={"€": "EUR", "$": "USD", "£": "GBP"},
    linking=r"of",
    qualifiers={
        "more than": "more-than",
        "over": "more-than",
        "at least": "at-least",
        "nearly": "nearly",
        "almost": "nearly",
        "close to": "nearly",
        "about": "about",
        "around": "about",
        "approximately": "about",
        "some": "about",
        "up to": "up-to",
        "at most": "at-most",
        "amounting to": "to-the-amount-of",
        "to the amount of": "to-the-amount-of",
        "to the tune of": "to-the-amount-of",
        "less than": "less-than",
        "fewer than": "less-than",
        "under": "less-than",
    },
    trailing={"or more": "at-least", "at least": "at-least", "at most": "at-most", "or so": "about"},
    joins=r"to|–|or",
    opened_join=r"and|to",
    opening=r"between|from",
    months=dict(zip(MONTHS, range(1, 13), strict=True)) | dict(zip(SHORT_MONTHS, SHORT_VALUES, strict=True)),
)

ENGLISH_CALENDAR = Calendar(
    language="en",
    months=tuple(ENGLISH.months.items()),
    day=r"(?:3[01]|[12]\d|[1-9])",
    ranks=(("first", 1), ("second", 2), ("third", 3), ("fourth", 4)),
    join=r"and|to|–|-",
    part=(
        (rf"by{SPACE}(?:the{SPACE})?(?:end|late)(?:{SPACE}of)?", "by-end"),
        (r"by", "by"),
        (rf"(?:the{SPACE})?(?:end{SPACE}of|late|end)", "end"),
        (rf"(?:early(?:{SPACE}in)?|the{SPACE}beginning{SPACE}of)", "early"),
        (rf"mid-|mid(?:{SPACE}of)?", "mid"),
    ),
    period=(
        rf"(?P<rank>first|second|third|fourth){SPACE}(?P<kind>quarter|half){SPACE}(?:of{SPACE})?(?P<yp>{YEAR})"
        rf"|(?P<short>[QH][1-4]){SPACE}(?P<yq>{YEAR})"
    ),
    numeric=rf"(?P<d0>\d\d)/(?P<m0>\d\d)/(?P<y0>{YEAR})",
)
