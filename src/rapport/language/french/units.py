"""Units in French; SI symbols are invariable and have no full stop (BIPM, SI brochure, § 5.2)."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from rapport.language.amounts import Unit, prefixed

_UNITS: Final = {
    "EUR": Unit("euro", "euros", "€", "currency"),
    "USD": Unit("dollar", "dollars", "$", "currency"),
    "GBP": Unit("livre sterling", "livres sterling", "£", "currency"),
    "INR": Unit("roupie indienne", "roupies indiennes", "₹", "currency"),
    "percent": Unit("pour cent", "pour cent", "%", "percent"),
    "per-mille": Unit("pour mille", "pour mille", "‰", "percent"),
    "percentage-point": Unit("point de pourcentage", "points de pourcentage", "pt", "named"),
    "exaflop": Unit("exaflop/s", "exaflop/s", "exaflop/s", "measure"),
    "petaflop": Unit("pétaflop/s", "pétaflop/s", "pétaflop/s", "measure"),
    "square-metre": Unit("mètre carré", "mètres carrés", "m²", "measure"),
    "square-kilometre": Unit("kilomètre carré", "kilomètres carrés", "km²", "measure"),
    "cubic-metre": Unit("mètre cube", "mètres cubes", "m³", "measure"),
    "hectare": Unit("hectare", "hectares", "ha", "named"),
    "metre": Unit("mètre", "mètres", "m", "measure"),
    "kilometre": Unit("kilomètre", "kilomètres", "km", "measure"),
    "kilogram": Unit("kilogramme", "kilogrammes", "kg", "measure"),
    "tonne": Unit("tonne", "tonnes", "t", "named"),
    "litre": Unit("litre", "litres", "l", "named"),
    "degree-celsius": Unit("degré Celsius", "degrés Celsius", "°C", "measure"),
    "second": Unit("seconde", "secondes", "s", "named"),
    "minute": Unit("minute", "minutes", "min", "named"),
    "hour": Unit("heure", "heures", "h", "named"),
    "day": Unit("jour", "jours", "j", "named"),
    "week": Unit("semaine", "semaines", kind="named"),
    "month": Unit("mois", "mois", kind="named"),
    "quarter": Unit("trimestre", "trimestres", kind="named"),
    "semester": Unit("semestre", "semestres", kind="named"),
    "year": Unit("an", "ans", kind="named", scaled="années"),
    "calculation-per-second": Unit("calcul par seconde", "calculs par seconde", kind="named"),
    "point": Unit("point", "points", "pt", "named"),
    "basis-point": Unit("point de base", "points de base", "pb", "named"),
    "ppm": Unit("partie par million", "parties par million", "ppm", "measure"),
    "ppb": Unit("partie par milliard", "parties par milliard", "ppb", "measure"),
    "gram": Unit("gramme", "grammes", "g", "measure"),
    "milligram": Unit("milligramme", "milligrammes", "mg", "measure"),
    "gram-CO2e": Unit("gramme équivalent CO2", "grammes équivalent CO2", "gCO2e", "measure"),
    "kilogram-CO2e": Unit("kilogramme équivalent CO2", "kilogrammes équivalent CO2", "kgCO2e", "measure"),
    "quintal": Unit("quintal", "quintaux", "q", "named"),
    "centimetre": Unit("centimètre", "centimètres", "cm", "measure"),
    "millimetre": Unit("millimètre", "millimètres", "mm", "measure"),
    "hectolitre": Unit("hectolitre", "hectolitres", "hl", "measure"),
    "barrel": Unit("baril", "barils", "bbl", "named"),
    "mole": Unit("mole", "moles", "mol", "measure"),
    "decibel": Unit("décibel", "décibels", "dB", "measure"),
    "full-time-equivalent": Unit("équivalent temps plein", "équivalents temps plein", "ETP", "named"),
    "times": Unit("fois", "fois", "×", "multiple"),
    "rank": Unit("", "", kind="rank"),
    "age": Unit("an", "ans", kind="named"),
    "duration": Unit("", "", kind="duration"),
    "inhabitant": Unit("habitant", "habitants"),
}
_PREFIXABLE: Final = {
    "watt": Unit("watt", "watts", "W", "measure"),
    "watt-hour": Unit("wattheure", "wattheures", "Wh", "measure"),
    "tonne": Unit("tonne", "tonnes", "t", "named"),
    "tonne-CO2e": Unit("tonne équivalent CO2", "tonnes équivalent CO2", "tCO2e", "named"),
    "tonne-oil-equivalent": Unit("tonne équivalent pétrole", "tonnes équivalent pétrole", "tep", "named"),
    "byte": Unit("octet", "octets", "o", "measure"),
    "joule": Unit("joule", "joules", "J", "measure"),
    "hertz": Unit("hertz", "hertz", "Hz", "measure"),
}
_PREFIXES: Final = {"kilo": "kilo", "mega": "méga", "giga": "giga", "tera": "téra", "peta": "péta", "exa": "exa"}

FRENCH_UNITS: Final = MappingProxyType({**_UNITS, **_PREFIXABLE, **dict(prefixed(_PREFIXABLE, _PREFIXES))})
"""Keyed by what content types; CLDR and ISO 4217 add theirs. Any other key is a counted noun, already in French."""

FRENCH_DENOMINATORS: Final = MappingProxyType(
    {"year": "an", "month": "mois", "week": "semaine", "day": "jour", "inhabitant": "hab.", "age": "an"}
)
"""Symbols after a stroke, where none may stand after a number."""
