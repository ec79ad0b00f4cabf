"""English words that are bound to the figure or the name beside them."""

from __future__ import annotations

from typing import Final

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
COUNTED_SCALES: Final = ("million", "billion", "trillion")
TITLES: Final = ("Mr", "Mrs", "Ms", "Dr")
"""British usage: no full stop after a title that keeps its last letter."""
