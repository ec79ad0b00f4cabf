"""Units in French; SI symbols are invariable and have no full stop (BIPM, SI brochure, § 5.2)."""

from __future__ import annotations

from typing import Final

from rapport.language.unit import Unit

FRENCH_UNITS: Final = {
    "EUR": Unit("euro", "euros", "€", "currency"),
    "USD": Unit("dollar", "dollars", "$", "currency"),
    "GBP": Unit("livre sterling", "livres sterling", "£", "currency"),
    "INR": Unit("roupie indienne", "roupies indiennes", "₹", "currency"),
    "percent": Unit("pour cent", "pour cent", "%", "percent"),
    "per-mille": Unit("pour mille", "pour mille", "‰", "percent"),
    "percentage-point": Unit("point de pourcentage", "points de pourcentage", "pt", "named"),
    "gigawatt": Unit("gigawatt", "gigawatts", "GW", "measure"),
    "megawatt": Unit("mégawatt", "mégawatts", "MW", "measure"),
    "kilowatt": Unit("kilowatt", "kilowatts", "kW", "measure"),
    "terawatt-hour": Unit("térawattheure", "térawattheures", "TWh", "measure"),
    "gigawatt-hour": Unit("gigawattheure", "gigawattheures", "GWh", "measure"),
    "megawatt-hour": Unit("mégawattheure", "mégawattheures", "MWh", "measure"),
    "kilowatt-hour": Unit("kilowattheure", "kilowattheures", "kWh", "measure"),
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
    "gigabyte": Unit("gigaoctet", "gigaoctets", "Go", "measure"),
    "terabyte": Unit("téraoctet", "téraoctets", "To", "measure"),
    "petabyte": Unit("pétaoctet", "pétaoctets", "Po", "measure"),
    "second": Unit("seconde", "secondes", "s", "named"),
    "minute": Unit("minute", "minutes", "min", "named"),
    "hour": Unit("heure", "heures", "h", "named"),
    "day": Unit("jour", "jours", "j", "named"),
    "week": Unit("semaine", "semaines", kind="named"),
    "month": Unit("mois", "mois", kind="named"),
    "quarter": Unit("trimestre", "trimestres", kind="named"),
    "semester": Unit("semestre", "semestres", kind="named"),
    "year": Unit("an", "ans", kind="named", scaled="années"),
    "calculation-per-second": Unit("calcul par seconde", "calculs par seconde"),
}
"""Keyed by what content types. Any other key is a counted noun, already in French."""
