"""How English writes figures (British usage: 2.6 billion, 110,000, 10 February 2026)."""

from __future__ import annotations

import re
from decimal import Decimal

from rapport.figures.dates import YEAR, Calendar
from rapport.figures.lexicon import PREFIXES, SPACE, FigureLexicon, power, prefixed

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
DURATIONS = {word: word for word in ("year", "month", "week", "day", "quarter", "minute", "second")}
OTHERS = {
    "petaflop/s": ("op/s", power(15)),
    "bp": ("point", power(-2)),
    "pp": ("point", power(0)),
    **prefixed({"toe": ("toe", 0)}, PREFIXES),
}
NAMED: dict[str, tuple[str, int]] = {
    "tonne": ("kg", 3),
    "gram": ("kg", -3),
    "milligram": ("kg", -6),
    "kilogram": ("kg", 0),
    "quintal": ("kg", 2),
    "metre": ("m", 0),
    "kilometre": ("m", 3),
    "centimetre": ("m", -2),
    "millimetre": ("m", -3),
    "hectare": ("m²", 4),
    "square metre": ("m²", 0),
    "square kilometre": ("m²", 6),
    "cubic metre": ("m³", 0),
    "litre": ("l", 0),
    "hectolitre": ("l", 2),
    "barrel": ("barrel", 0),
    "mole": ("mol", 0),
    "decibel": ("dB", 0),
    "half-year": ("semester", 0),
    "percentage point": ("point", 0),
    "basis point": ("point", -2),
    "part per million": ("ppm", 0),
    "part per billion": ("ppb", 0),
    "point": ("point", 0),
    "full-time equivalent": ("FTE", 0),
    "exaflop": ("op/s", 18),
    "petaflop": ("op/s", 15),
    "exaflop/s": ("op/s", 18),
    "petaflop/s": ("op/s", 15),
}
"""Units whose plural takes an s."""
SPELLED = {"": 0, "kilo": 3, "mega": 6, "giga": 9, "tera": 12, "peta": 15, "exa": 18}  # SI Brochure, table 7
BASES = {"tonne": ("kg", 3), "byte": ("byte", 0), "joule": ("J", 0), "watt": ("W", 0), "watt-hour": ("Wh", 0)}


def _small() -> dict[tuple[str, ...], int]:
    table: dict[tuple[str, ...], int] = {(word,): value for value, word in enumerate(UNITS)}
    for word, ten in TENS.items():
        table[(word,)] = ten
        table.update({(word, UNITS[unit]): ten + unit for unit in range(1, 10)})
    return table


def _units() -> dict[str, tuple[str, Decimal]]:
    units = {word: ("EUR", power(0)) for word in ("euro", "euros")}
    units |= {word: ("USD", power(0)) for word in ("dollar", "dollars")}
    units |= {word: ("GBP", power(0)) for word in ("pound", "pounds")}
    units |= {word + end: (unit, power(0)) for word, unit in DURATIONS.items() for end in ("", "s")}
    units |= {"hour": ("minute", Decimal(60)), "hours": ("minute", Decimal(60)), "times": ("times", power(0))}
    units |= {"per cent": ("percent", power(0)), "percent": ("percent", power(0)), "per mille": ("percent", power(-1))}
    units |= {word: ("°C", power(0)) for word in ("degree celsius", "degrees celsius", "degrees")}
    units |= {f"{word}s per second": ("op/s", power(0)) for word in ("calculation", "operation")}
    units |= {"calculation per second": ("op/s", power(0))}
    units |= {word + end: (unit, power(exponent)) for word, (unit, exponent) in NAMED.items() for end in ("", "s")}
    units |= {"parts per million": ("ppm", power(0)), "parts per billion": ("ppb", power(0))}
    for prefix, more in SPELLED.items():
        units |= {
            f"{prefix}{word}{end}": (unit, power(exponent + more))
            for word, (unit, exponent) in BASES.items()
            for end in ("", "s")
        }
        units |= {f"{prefix}hertz": ("Hz", power(more))}
        for end in ("", "s"):
            units |= {f"{prefix}gram{end} of co2 equivalent": ("kgCO2e", power(more - 3))}
            units |= {f"{prefix}tonne{end} of co2 equivalent": ("kgCO2e", power(3 + more))}
            units |= {f"{prefix}tonne{end} of oil equivalent": ("toe", power(more))}
    return {**units, **{_american(word): unit for word, unit in units.items()}}


def _american(word: str) -> str:
    """The same word as it is spelled in the United States."""
    return re.sub(r"\btonne", "metric ton", word.replace("metre", "meter").replace("litre", "liter"))


ENGLISH = FigureLexicon(
    language="en",
    locales=("en_GB", "en"),
    figure=re.compile(r"(?<![\w,.])[+−-]?(?:\d{1,3}(?:,\d{3}){1,12}|\d+)(?:\.\d+)?(?!\d)"),
    group=",",
    decimal=".",
    spoken_decimal="point",
    spoken_digits=True,
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
        "k": power(3),
        "m": power(6),
        "bn": power(9),
        "tn": power(12),
        "thousand": power(3),
    },
    units=_units(),
    symbols={**prefixed({"B": ("byte", 0)}, PREFIXES), "toe": ("toe", power(0)), "FTE": ("FTE", power(0)), **OTHERS},
    denominators={"inhabitant": ("inhabitant", power(0)), "quarter": ("quarter", power(0))},
    signs_before=True,
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
    week=rf"(?:week{SPACE}(?P<week>\d\d?){SPACE}(?:of{SPACE})?|W(?P<shortweek>\d\d){SPACE})(?P<yw>{YEAR})",
    month_first=True,
    bounds=(("by", "by"), ("since", "since"), ("before", "before"), ("after", "after")),
    numeric=rf"(?P<d0>\d\d)/(?P<m0>\d\d)/(?P<y0>{YEAR})",
)
