"""Dates and times: 1er of the month, lower-case names, day bound to month, « 18 h 30 »."""

from __future__ import annotations

import re
from typing import Final

from rapport.language.french.lexicon import MONTHS, SHORT_MONTHS, WEEKDAYS
from rapport.language.typography.rule import END_OF_WORD, FIGURES, LOWER, NOT_IN_WORD, SP, Style, substitution

_MONTH: Final = rf"(?:(?i:{'|'.join(MONTHS)}){END_OF_WORD}|(?i:{'|'.join(map(re.escape, SHORT_MONTHS))}))"
_LAST_HOUR: Final = 24


def _day_month(match: re.Match[str], style: Style) -> str:
    day = "1er" if match["day"] == "1" else match["day"]
    return f"{day}{style.bond}{match['month'].lower()}"


def _time(match: re.Match[str], style: Style) -> str:
    if int(match["hour"]) > _LAST_HOUR:
        return match[0]
    return f"{match['hour']}{style.bond}h{style.bond}{match['minute']}"


DAY_MONTH: Final = substitution(
    "day-month", rf"(?<![\w.,])(?P<day>\d\d?|1er){SP}(?P<month>{_MONTH})", _day_month, needs=(FIGURES,)
)
DAY_PAIR: Final = substitution(
    "day-pair",
    rf"(?:(?<=\d)|(?<=1er)){SP}et{SP}(?=(?:\d\d?|1er)[\u00a0\u202f](?:{'|'.join(MONTHS)}))",
    lambda m, s: f"{s.bond}et{s.bond}",
    needs=(FIGURES, ("et",)),
)
"""« 18 et 19 février »: two days of one date."""
FIRST_OF_RANGE: Final = substitution(
    "first-of-range",
    rf"(?:(?<=\bdu{SP})|(?<=\bles{SP})|(?<=\ble{SP}))1(?={SP}(?:au|et|ou){SP}\d\d?{SP}{_MONTH})",
    lambda m, s: "1er",
    needs=("1", ("du", "le")),
)
MONTH_YEAR: Final = substitution(
    "month-year",
    rf"{NOT_IN_WORD}(?P<month>{_MONTH}){SP}(?=\d{{4}}(?!\d))",
    lambda m, s: m["month"] + s.bond,
    needs=(FIGURES,),
)
_NAMES, _DAYS = (tuple(name.capitalize() for name in names) for names in (MONTHS, WEEKDAYS))
_CAPITALISED: Final = "|".join(_NAMES)
LOWER_MONTH: Final = substitution(
    "lower-month",
    rf"(?:(?<={LOWER}{SP})(?:{_CAPITALISED})(?={SP}\d{{4}}(?!\d))|(?<=\b[Ee]n{SP})(?:{_CAPITALISED}){END_OF_WORD})",
    lambda m, s: m[0].lower(),
    needs=(_NAMES,),
)
LOWER_WEEKDAY: Final = substitution(
    "lower-weekday", rf"(?<={LOWER}{SP})(?:{'|'.join(_DAYS)})(?={SP}\d)",
    lambda m, s: m[0].lower(), needs=(_DAYS, FIGURES),
)  # fmt: skip
TIME: Final = substitution(
    "time", rf"(?<![\w.,:/])(?P<hour>\d\d?){SP}?[hH]{SP}?(?P<minute>[0-5]\d)(?!\w)", _time, needs=(FIGURES, "hH")
)
CAPITAL_HOUR: Final = substitution(
    "capital-hour",
    r"(?<![\w.,])(?P<hour>[01]?\d|2[0-4])H(?!\w)",
    lambda m, s: f"{m['hour']}{s.bond}h",
    needs=("H", FIGURES),
)
HOUR: Final = substitution(
    "hour", rf"(?<=\d){SP}?(?P<unit>h(?!\w)|j(?=/7(?!\w)))", lambda m, s: s.bond + m["unit"], needs=(FIGURES, "hj")
)
DURATION: Final = substitution(
    "duration",
    rf"(?:(?<=\d{SP}h)|(?<=\d{SP}min)){SP}(?=\d{{1,2}}{SP}(?:min|s)(?!\w))",
    lambda m, s: s.bond,
    needs=(FIGURES, "hn", "ns"),
)
"""« 3 min 20 s », « 1 h 5 min »: one duration."""
