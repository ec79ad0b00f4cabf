"""Names whose spelling breaks the rules, and names that are read with the number after them."""

from __future__ import annotations

from typing import Final

BRANDS: Final = ("Yahoo!", "Kahoot!", "Joomla!", "Jeopardy!")
"""Names that end in a sign of punctuation."""

STANDARDS: Final = (
    "CEI", "DIN", "EN", "ETSI", "IEC", "IEEE", "ISO", "NF", "RFC", "UIT-T",
)  # fmt: skip
"""Bodies and series before the number of a standard: a name, never a quantity."""

IDENTIFIERS: Final = ("SIREN", "SIRET", "RCS")
"""Registers before an identification number."""

NUMBERED_NAMES: Final = frozenset("Agenda France Horizon Objectif Vision T1 T2 T3 T4 S1 S2".split())
"""Programmes and parts of a year named with a year, known as such even at the start of a sentence (France 2030)."""

PARTS_OF_YEAR: Final = ("trimestre", "semestre", "exercice")
"""Words that no line parts from the year after them."""

PLACES_WITH_ARTICLE: Final = {
    "Le": frozenset(
        "Blanc Bourget Caire Cap Chesnay Creusot Havre Kremlin Lamentin Locle Mans Monêtier Pecq Perreux Pirée Plessis "
        "Port Puy Raincy Tampon Teil Touquet Vésinet Vigan".split()
    ),
    "Les": frozenset("Abymes Andelys Angles Baux Clayes Herbiers Houches Lilas Mureaux Pavillons Sables Ulis".split()),
}
"""By their article, which contracts: « du Havre », « aux Ulis »; that of a surname does not (« de Le Corbusier »)."""
