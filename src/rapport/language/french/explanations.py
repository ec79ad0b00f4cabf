"""What each doubt of `lint` says to an author."""

from __future__ import annotations

from typing import Final

EXPLANATIONS: Final = {
    "decimal-point": "point décimal\u00a0: en français, la virgule («\u00a02,6\u00a0milliards\u00a0»)",
    "thousands-point": "milliers séparés par des points\u00a0: une espace («\u00a01\u202f000\u202f000\u00a0»)",
    "thousands-comma": "milliers séparés par des virgules\u00a0: une espace («\u00a01\u202f000\u202f000\u00a0»)",
    "two-digit-year": "année sur deux chiffres\u00a0: l’écrire en entier",
    "figure-first": "phrase qui commence par un nombre en chiffres\u00a0: tourner autrement ou l’écrire en lettres",
    "symbol-after-word": "symbole après un mot\u00a0: écrire «\u00a0millions d’euros\u00a0» ou «\u00a0M€\u00a0»",
    "scale-agreement": "accord\u00a0: million et milliard prennent un s à partir de 2",
    "noun-agreement": "accord\u00a0: le pluriel commence à 2",
    "false-scale": "«\u00a0billion\u00a0» et «\u00a0trillion\u00a0» trompent\u00a0: dire en milliards",
    "power-per-time": "une puissance ne se compte pas par an\u00a0: énergie (GWh) ou puissance (GW)\u202f?",
    "elided-onze": "pas d’élision devant «\u00a0onze\u00a0»",
    "missing-elision": "élision manquante",
    "repeated-word": "mot répété",
    "unpaired-quote": "guillemet sans son pareil",
    "capitals": "texte tout en capitales\u00a0: l’écrire en minuscules, le style fera le reste",
    "institution-capital": "minuscule à gouvernement, ministre et ministère\u202f; capitale à État",
    "title-stop": "pas de point à la fin d’un titre",
}
"""By code, in French."""
