"""Units in British English, and the English of the nouns that French content counts."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Final

from msgspec.structs import replace

from rapport.language.amounts import PREFIXES, Unit, prefixed

_UNITS: Final = {
    "EUR": Unit("euro", "euros", "€", "currency"),
    "USD": Unit("dollar", "dollars", "$", "currency"),
    "GBP": Unit("pound", "pounds", "£", "currency"),
    "INR": Unit("Indian rupee", "Indian rupees", "₹", "currency"),
    "percent": Unit("per cent", "per cent", "%", "percent"),
    "per-mille": Unit("per mille", "per mille", "‰", "percent"),
    "percentage-point": Unit("percentage point", "percentage points", "pp", "named"),
    "exaflop": Unit("exaflop/s", "exaflop/s", "exaflop/s", "measure"),
    "petaflop": Unit("petaflop/s", "petaflop/s", "petaflop/s", "measure"),
    "square-metre": Unit("square metre", "square metres", "m²", "measure"),
    "square-kilometre": Unit("square kilometre", "square kilometres", "km²", "measure"),
    "cubic-metre": Unit("cubic metre", "cubic metres", "m³", "measure"),
    "hectare": Unit("hectare", "hectares", "ha", "named"),
    "metre": Unit("metre", "metres", "m", "measure"),
    "kilometre": Unit("kilometre", "kilometres", "km", "measure"),
    "kilogram": Unit("kilogram", "kilograms", "kg", "measure"),
    "litre": Unit("litre", "litres", "l", "named"),
    "mile-scandinavian": Unit("Scandinavian mile", "Scandinavian miles", "smi", "measure"),
    "degree-celsius": Unit("degree Celsius", "degrees Celsius", "°C", "measure"),
    "second": Unit("second", "seconds", "s", "named"),
    "minute": Unit("minute", "minutes", "min", "named"),
    "hour": Unit("hour", "hours", "h", "named"),
    "day": Unit("day", "days", kind="named"),
    "week": Unit("week", "weeks", kind="named"),
    "month": Unit("month", "months", kind="named"),
    "quarter": Unit("quarter", "quarters", kind="named"),
    "semester": Unit("half-year", "half-years", kind="named"),
    "year": Unit("year", "years", kind="named"),
    "calculation-per-second": Unit("calculation per second", "calculations per second", kind="named"),
    "point": Unit("point", "points", "pt", "named"),
    "basis-point": Unit("basis point", "basis points", "bp", "named"),
    "ppm": Unit("part per million", "parts per million", "ppm", "measure"),
    "ppb": Unit("part per billion", "parts per billion", "ppb", "measure"),
    "gram": Unit("gram", "grams", "g", "measure"),
    "milligram": Unit("milligram", "milligrams", "mg", "measure"),
    "gram-CO2e": Unit("gram of CO2 equivalent", "grams of CO2 equivalent", "gCO2e", "measure"),
    "kilogram-CO2e": Unit("kilogram of CO2 equivalent", "kilograms of CO2 equivalent", "kgCO2e", "measure"),
    "quintal": Unit("quintal", "quintals", "q", "named"),
    "centimetre": Unit("centimetre", "centimetres", "cm", "measure"),
    "millimetre": Unit("millimetre", "millimetres", "mm", "measure"),
    "hectolitre": Unit("hectolitre", "hectolitres", "hl", "measure"),
    "barrel": Unit("barrel", "barrels", "bbl", "named"),
    "mole": Unit("mole", "moles", "mol", "measure"),
    "decibel": Unit("decibel", "decibels", "dB", "measure"),
    "full-time-equivalent": Unit("full-time equivalent", "full-time equivalents", "FTE", "named"),
    "times": Unit("times", "times", "×", "multiple"),
    "rank": Unit("", "", kind="rank"),
    "age": Unit("year", "years", kind="named"),
    "duration": Unit("", "", kind="duration"),
    "inhabitant": Unit("inhabitant", "inhabitants"),
    "agent": Unit("public servant", "public servants"),
    "agent public": Unit("public servant", "public servants"),
    "ambassadeur": Unit("ambassador", "ambassadors"),
    "emploi": Unit("job", "jobs"),
    "entreprise": Unit("company", "companies"),
    "fonctionnaire": Unit("civil servant", "civil servants"),
    "foyer": Unit("household", "households"),
    "habitant": Unit("inhabitant", "inhabitants"),
    "membre": Unit("member", "members"),
    "ministère": Unit("ministry", "ministries"),
    "pays": Unit("country", "countries"),
    "personne": Unit("person", "people"),
    "projet": Unit("project", "projects"),
    "centre de données": Unit("data centre", "data centres"),
    "centre de formation": Unit("training centre", "training centres"),
    "site": Unit("site", "sites"),
    "start-up": Unit("start-up", "start-ups"),
    "calcul par seconde": Unit("calculation per second", "calculations per second"),
}
_PREFIXABLE: Final = {
    "watt": Unit("watt", "watts", "W", "measure"),
    "watt-hour": Unit("watt-hour", "watt-hours", "Wh", "measure"),
    "tonne": Unit("tonne", "tonnes", "t", "named"),
    "tonne-CO2e": Unit("tonne of CO2 equivalent", "tonnes of CO2 equivalent", "tCO2e", "named"),
    "tonne-oil-equivalent": Unit("tonne of oil equivalent", "tonnes of oil equivalent", "toe", "named"),
    "byte": Unit("byte", "bytes", "B", "measure"),
    "joule": Unit("joule", "joules", "J", "measure"),
    "hertz": Unit("hertz", "hertz", "Hz", "measure"),
}
_PREFIXES: Final = {prefix: prefix for prefix in PREFIXES}

ENGLISH_UNITS: Final = MappingProxyType({**_UNITS, **_PREFIXABLE, **dict(prefixed(_PREFIXABLE, _PREFIXES))})
"""Keyed by what content types; CLDR and ISO 4217 add theirs."""

ENGLISH_DENOMINATORS: Final = MappingProxyType({"month": "month", "week": "week", "day": "day", "year": "year"})
"""Symbols after a stroke, where none may stand after a number."""

_AMERICAN: Final = ((r"metre", "meter"), (r"litre", "liter"), (r"\btonne", "metric ton"), (r"per cent", "percent"))


def _american(name: str) -> str:
    for british, american in _AMERICAN:
        name = re.sub(british, american, name)
    return name


AMERICAN_UNITS: Final = MappingProxyType(
    {
        key: replace(unit, singular=_american(unit.singular), plural=_american(unit.plural))
        for key, unit in ENGLISH_UNITS.items()
    }
)
"""The English units in American spelling."""
