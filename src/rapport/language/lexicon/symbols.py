"""Symbols that follow a figure."""

from __future__ import annotations

from typing import Final

UNITS: Final = (
    "TWh", "GWh", "MWh", "kWh", "Wh", "TW", "GW", "MW", "kW", "GHz", "MHz", "kHz", "Hz", "kV", "MVA",
    "km²", "km", "m²", "m³", "cm²", "cm³", "cm", "mm", "nm", "kg", "mg", "µg", "ha", "hl",
    "Eo", "Po", "To", "Go", "Mo", "ko", "Tbit/s", "Gbit/s", "Mbit/s", "kbit/s", "dB", "min",
    "Eflop/s", "Pflop/s", "Tflop/s", "exaflop/s", "pétaflop/s", "ppm", "tep", "Mtep", "tCO2", "MtCO2", "km/h", "MW/an",
)  # fmt: skip
"""Unambiguous even when typed against the figure (240MW)."""

SHORT_UNITS: Final = ("m", "g", "t", "l", "L", "s", "h", "j", "V", "A", "W", "K", "J", "N", "Pa")
"""Units only when a space parts them from the figure: 5G, 4K and 3D are names."""

SCALE_WORDS: Final = ("million", "millions", "milliard", "milliards")

UNIT_WORDS: Final = tuple(
    f"{word}{ending}"
    for word in "euro dollar mégawatt gigawatt kilowatt mètre kilomètre tonne hectare litre heure kilogramme".split()
    for ending in ("s", "")
)
"""Units in words: four figures before them are a quantity, never a year."""

CURRENCIES: Final = ("€", "$", "£", "¥", "₹", "₽")

CURRENCY_SCALES: Final = {
    "Mds": "Md", "MDS": "Md", "MDs": "Md", "Md": "Md", "MD": "Md", "md": "Md", "mds": "Md", "Mrd": "Md", "Mrds": "Md",
    "M": "M", "k": "k", "K": "k",
}  # fmt: skip
"""Prefixes of a currency sign as typed, and the invariable symbol French public finance writes."""
