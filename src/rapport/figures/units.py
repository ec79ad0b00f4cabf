"""Units as content writes them -> the units figures are read in."""

from __future__ import annotations

from decimal import Decimal

UNITS: dict[str, tuple[str, int]] = {
    "EUR": ("EUR", 0),
    "USD": ("USD", 0),
    "GBP": ("GBP", 0),
    "INR": ("INR", 0),
    "percent": ("percent", 0),
    "per-mille": ("percent", -1),
    "percentage-point": ("point", 0),
    "watt": ("W", 0),
    "kilowatt": ("W", 3),
    "megawatt": ("W", 6),
    "gigawatt": ("W", 9),
    "kilowatt-hour": ("Wh", 3),
    "megawatt-hour": ("Wh", 6),
    "gigawatt-hour": ("Wh", 9),
    "terawatt-hour": ("Wh", 12),
    "petaflop": ("op/s", 15),
    "exaflop": ("op/s", 18),
    "calculation-per-second": ("op/s", 0),
    "metre": ("m", 0),
    "kilometre": ("m", 3),
    "square-metre": ("m²", 0),
    "square-kilometre": ("m²", 6),
    "cubic-metre": ("m³", 0),
    "hectare": ("m²", 4),
    "kilogram": ("kg", 0),
    "tonne": ("kg", 3),
    "litre": ("l", 0),
    "degree-celsius": ("°C", 0),
    "gigabyte": ("byte", 9),
    "terabyte": ("byte", 12),
    "petabyte": ("byte", 15),
    "second": ("second", 0),
    "minute": ("minute", 0),
    "hour": ("hour", 0),
    "day": ("day", 0),
    "week": ("week", 0),
    "month": ("month", 0),
    "quarter": ("quarter", 0),
    "semester": ("semester", 0),
    "year": ("year", 0),
}
"""Canonical unit and power of ten of each key; a key that is not here counts things, and its figures bear no unit."""


def canonical(value: Decimal, unit: str) -> tuple[Decimal, str]:
    """A value of the content in the unit its figure is read in: 5.8 gigawatt -> 5.8E+9 W, 75 percent -> 75 percent."""
    name, exponent = UNITS.get(unit, ("", 0))
    return value.scaleb(exponent), name


def authored(value: Decimal, unit: str) -> tuple[Decimal, str]:
    """A figure as the content would write it: 5.8E+9 W -> 5.8 gigawatt; a unit that no key names is a count."""
    keys = sorted(((exponent, key) for key, (name, exponent) in UNITS.items() if name == unit), reverse=True)
    fitting = (key for exponent, key in keys if abs(value) >= Decimal(1).scaleb(exponent))
    key = next(fitting, keys[-1][1] if keys else "")
    return value.scaleb(-UNITS[key][1]) if key else value, key
