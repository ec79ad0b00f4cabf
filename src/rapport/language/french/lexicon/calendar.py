"""French names of months and days as they are typed."""

from __future__ import annotations

from typing import Final

MONTHS: Final = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
SHORT_MONTHS: Final = ("janv.", "févr.", "avr.", "juill.", "juil.", "sept.", "oct.", "nov.", "déc.")
WEEKDAYS: Final = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
