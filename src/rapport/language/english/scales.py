"""The words of English for thousands of millions."""

from __future__ import annotations

from typing import Final

from rapport.language.scales import Scale

ENGLISH_SCALES: Final = (
    Scale(18, "billion billion", "billion billion", article="a"),
    Scale(15, "million billion", "million billion", article="a"),
    Scale(12, "trillion", "trillions", symbol="tn"),
    Scale(9, "billion", "billions", symbol="bn"),
    Scale(6, "million", "millions", symbol="m"),
)
ENGLISH_THOUSANDS: Final = Scale(3, symbol="k")
"""A currency sign alone takes this scale (€35k)."""
