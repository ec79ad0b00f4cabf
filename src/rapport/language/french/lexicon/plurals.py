"""French plurals that the endings do not tell (Grevisse, § 514-536)."""

from __future__ import annotations

from typing import Final

IRREGULAR: Final = {
    "data": "data",
    "œil": "yeux",
    "ciel": "cieux",
    "travail": "travaux",
    "bail": "baux",
    "émail": "émaux",
    "vitrail": "vitraux",
    "corail": "coraux",
    "bijou": "bijoux",
    "caillou": "cailloux",
    "chou": "choux",
    "genou": "genoux",
    "hibou": "hiboux",
    "joujou": "joujoux",
    "pneu": "pneus",
    "bleu": "bleus",
    "landau": "landaus",
    "bal": "bals",
    "carnaval": "carnavals",
    "festival": "festivals",
    "récital": "récitals",
    "régal": "régals",
    "chacal": "chacals",
    "naval": "navals",
    "fatal": "fatals",
    "final": "finals",
    "bancal": "bancals",
    "natal": "natals",
    "madame": "mesdames",
    "monsieur": "messieurs",
    "start-up": "start-up",
    "exaflop/s": "exaflop/s",
    "pétaflop/s": "pétaflop/s",
    "haut-parleur": "haut-parleurs",
}

LINKS: Final = frozenset("de du des d à au aux en par pour sur sous dans chez et ou sans avec contre".split())
"""Words after which nothing of a noun phrase agrees: « mégawatts par an », « centres de données »."""
