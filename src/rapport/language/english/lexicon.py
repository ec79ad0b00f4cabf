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
WEAK_ENDS: Final = frozenset(
    """
    a about all almost an and are as at be been but by can could did do does for from had has have if in into is it its
    least less may might more nearly no nor not of on or our over per shall should some than that the their these
    this those to up was were what when where which who will with without would
    """.split()
)
"""Words that no line of a title ends on: they announce the next one."""
