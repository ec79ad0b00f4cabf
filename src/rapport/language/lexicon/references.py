"""Words that announce a number and are never parted from it (Lexique, « abréviations », « références »)."""

from __future__ import annotations

from typing import Final

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
