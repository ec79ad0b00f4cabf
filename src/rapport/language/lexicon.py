"""Names, references and symbols that are written alike in every language."""

from __future__ import annotations

import re
from typing import Final

from rapport.language.typography.rule import END_OF_WORD, NOT_IN_WORD

# Names whose spelling breaks the rules, and names that are read with the number after them.

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


# Words that announce a number and are never parted from it (Lexique, « abréviations », « références »).

POINTED: Final = (
    "p.",
    "pp.",
    "art.",
    "al.",
    "chap.",
    "ch.",
    "fig.",
    "tabl.",
    "tab.",
    "t.",
    "vol.",
    "éd.",
    "ann.",
    "col.",
)
"""Abbreviations with a full stop; the space after them may be missing as typed."""

SIGNS: Final = ("n°", "N°", "nº", "§§", "§")
"""Signs; the space after them may be missing as typed."""

REFERENCES: Final = (
    "alinéa", "annexe", "article", "axe", "catégorie", "chapitre", "considérant", "critère", "diapositive", "encadré",
    "équation", "étape", "fiche", "figure", "graphique", "ligne", "lot", "niveau", "numéro", "page", "paragraphe",
    "partie", "phase", "priorité", "proposition", "question", "recommandation", "rubrique", "salle", "scénario",
    "section", "tableau", "thème", "titre", "tome", "volet", "zone",
)  # fmt: skip
"""Words in full, singular; the plural is formed with s, or x after -eau."""

NEVER_COUNTS: Final = ("page", "article", "numéro", "tome")
"""References whose numbers may pass 999 and are never grouped."""


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


# Chemical formulas of energy and climate, whose figures are set low.

LOWERED: Final = re.compile(
    rf"{NOT_IN_WORD}(?:[kMG]?t)?(?:CO(?=2)|SO(?=2)|NO(?=2)|O(?=[23])|H(?=2)|N(?=2O)|CH(?=4)|NH(?=3)|SF(?=6))"
    rf"(?P<figure>\d)(?=O?(?:e|eq)?{END_OF_WORD})"
)
"""The group holds the figure to lower."""
