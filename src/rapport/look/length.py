"""Lengths are points; no bare number is a length."""

from __future__ import annotations

from typing import NewType

Pt = NewType("Pt", float)
"""A length in PostScript points (1/72 inch)."""

EMU_PER_POINT = 12_700
"""English Metric Units per point (ECMA-376 part 1, 20.1.2.1)."""


def mm(value: float) -> Pt:
    """Millimetres as points."""
    return Pt(value * 72 / 25.4)


def emu(length: Pt | float) -> int:
    """A length in whole English Metric Units, as Office documents want it."""
    return round(length * EMU_PER_POINT)
