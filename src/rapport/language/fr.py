"""French: the fixed words of the documents."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from rapport.language.vocabulary import Vocabulary

FRENCH_WORDS: Final = Vocabulary(
    qualifiers=MappingProxyType(
        {
            "": "",
            "exactly": "",
            "at-least": "au moins",
            "more-than": "plus de",
            "nearly": "près de",
            "about": "environ",
            "up-to": "jusqu’à",
            "to-the-amount-of": "à hauteur de",
            "less-than": "moins de",
        }
    ),
    statuses=MappingProxyType(
        {
            "achieved": "Réalisé",
            "reserved": "Réservé",
            "planned": "Prévu",
            "promised": "Promis",
            "announced": "Annoncé",
            "estimated": "Estimé",
            "target": "Objectif",
            "to-confirm": "À confirmer",
        }
    ),
    conjunctions=MappingProxyType({"and": "et", "or": "ou"}),
    range="à",
    from_to="de {1} à {2}",
    axis="en {1}",
    furniture=MappingProxyType(
        {
            "page": "page {1} sur {2}",
            "page-short": "{1}/{2}",
            "continued": "(suite)",
            "contents": "Sommaire",
            "source": "Source",
            "sources": "Sources",
            "source-line": "Source\u00a0: {1}",
            "as-of": "Données arrêtées au {1}",
            "after-as-of": "après l’arrêt des données",
            "copy": "Exemplaire n°\u00a0{1} — {2}",
            "not-stated": "non précisé",
            "note": "Note",
            "notes": "Notes",
            "table": "Tableau",
            "table-numbered": "Tableau\u00a0{1}",
            "figure": "Figure",
            "figure-numbered": "Figure\u00a0{1}",
            "chart": "Graphique",
            "glossary": "Glossaire",
            "acronyms": "Sigles",
            "contacts": "Contacts",
            "annex": "Annexe",
            "annex-numbered": "Annexe\u00a0{1}",
            "draft": "Projet",
            "version": "Version {1}",
            "version-of": "Version {1} du {2}",
            "embargo": "Sous embargo jusqu’au {1}",
            "release": "Diffusion immédiate",
            "public": "Document public",
            "key-figures": "Chiffres clés",
            "key-message": "À retenir",
            "timeline": "Calendrier",
            "done": "Réalisé",
            "upcoming": "À venir",
            "target-panel": "Objectif",
            "achieved-panel": "Réalisé",
            "status": "Statut",
            "status-key": "Lecture des statuts",
            "indicator": "Indicateur",
            "value": "Valeur",
            "period": "Période",
            "date": "Date",
            "question": "Question",
            "answer": "Réponse",
            "questions": "Questions-réponses",
            "speaking-points": "Éléments de langage",
            "no-sum": "Les montants de statuts différents ne s’additionnent pas.",
            "panels-not-comparable": "Les deux parties du graphique ne se comparent pas.",
            "to-confirm": "[À CONFIRMER]",
            "paragraph": "§\u00a0{1}",
            "see-page": "voir page\u00a0{1}",
            "slide": "diapositive {1} sur {2}",
            "accessibility": "Document accessible\u00a0: PDF/UA-1",
            "alternative": "{1}\u00a0: {2}",
        }
    ),
)
