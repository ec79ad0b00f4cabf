"""The words of French for thousands of millions."""

from __future__ import annotations

from typing import Final

from rapport.language.scales import Scale

# French says neither « billion » nor « trillion » to the public: a thousand milliards, a milliard of milliards.
FRENCH_SCALES: Final = (
    Scale(18, "milliard de milliards", "milliards de milliards", article="un"),
    Scale(15, "million de milliards", "millions de milliards", article="un"),
    Scale(9, "milliard", "milliards", symbol="Md"),
    Scale(6, "million", "millions", symbol="M"),
)
FRENCH_THOUSANDS: Final = Scale(3, symbol="k")
"""Nobody says « 35 mille » in running text; a currency sign alone takes this scale (35 k€)."""
