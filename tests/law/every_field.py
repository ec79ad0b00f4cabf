"""A project in which every text field of the model is filled once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Place = tuple[str | int, ...]
NO_TEXT = (
    "kind",
    "status",
    "unit",
    "date",
    "value",
    "fact",
    "source",
    "as_of",
    "period",
    "file",
    "from",
    "to",
    "media",
    "version",
    "symbol",
    "tone",
    "facts",
    "sections",
    "glossary",
    "sources",
    "contacts",
    "locale",
)
"""Keys whose values are no words of an author's."""

PROJECT: dict[str, Any] = {
    "sources.yaml": {
        "bilan": {
            "title": "Le bilan",
            "short": "bilan 2025",
            "date": "2025",
            "author": "Auteur",
            "publisher": "Institut",
            "places": "par paragraphe",
        }
    },
    "acronyms.yaml": {"OCDE": {"expansion": "Organisation commune", "definition": "une institution"}},
    "units.yaml": {
        "lit": {"singular": "lit", "plural": "lits", "symbol": "lt", "english": "bed", "english_plural": "beds"}
    },
    "facts/f.yaml": {
        "group": "Groupe",
        "un": {
            "label": "premier montant",
            "name": "Premier",
            "detail": "hors mer",
            "value": "1000000",
            "unit": "EUR",
            "status": "achieved",
            "period": "2025",
            "as_of": "2025-12",
            "source": "bilan",
            "locator": "tableau",
            "printed": "1 million",
        },
        "deux": {
            "label": "second montant",
            "name": "Second",
            "value": "2000000",
            "unit": "EUR",
            "status": "achieved",
            "period_words": "sur la durée",
            "as_of": "2025-12",
            "source": "bilan",
            "locator": "annexe",
        },
        "mot": {
            "label": "une part",
            "words": "la moitié",
            "status": "achieved",
            "as_of": "2025-12",
            "source": "bilan",
            "locator": "annexe",
        },
        "lits": {
            "label": "capacité",
            "value": "12",
            "unit": "lit",
            "status": "achieved",
            "as_of": "2025-12",
            "source": "bilan",
            "locator": "annexe",
        },
    },
    "sections/s.yaml": {
        "title": "Titre",
        "message": "Un message",
        "kind": "fiche",
        "lead": "Un chapeau.",
        "summary": "Un sommaire",
        "notes": "Des notes dites.",
        "footnotes": {"n": "Une note."},
        "blocks": [
            {"paragraph": "Un paragraphe OCDE {un} {mot} {lits}."},
            {"heading": "Un intertitre"},
            {"bullets": ["Un point", {"text": "Un autre", "items": ["Un détail"]}]},
            {"numbered": ["Numéroté"]},
            {"points": ["Un point court"]},
            {
                "key-figures": {"facts": [{"fact": "un", "label": "étiquette"}], "title": "Titre des chiffres"},
                "message": "Message chiffres",
            },
            {
                "table": {
                    "caption": "Légende",
                    "facts": ["un", {"fact": "deux", "label": "lab", "detail": "det"}],
                    "remark": "Remarque",
                },
                "message": "Message table",
            },
            {
                "table": {
                    "caption": "Légende bis",
                    "columns": ["Colonne", "Autre"],
                    "rows": [{"kind": "group", "cells": ["Groupe"]}, {"cells": ["Case", "Valeur"]}],
                },
                "message": "Message mots",
            },
            {
                "table": {"caption": "Légende ter", "groups": [{"title": "Titre groupe", "facts": ["un"]}]},
                "message": "Message groupes",
            },
            {
                "chart": {
                    "kind": "bar",
                    "title": "Titre graphique",
                    "measure": "Montants",
                    "facts": [{"fact": "un", "label": "Barre"}, {"gap": "Lacune"}, "deux"],
                    "remark": "Remarque graphique",
                },
                "message": "Message graphique",
            },
            {
                "chart": {
                    "kind": "column",
                    "title": "Titre colonnes",
                    "measure": "Montants bis",
                    "categories": ["Cat", "Bis"],
                    "series": [{"name": "Serie", "facts": ["un", "deux"]}],
                },
                "message": "Message colonnes",
            },
            {
                "timeline": [
                    {"text": "Moment", "short": "Court", "date": "2025-02", "when": "Un jour", "status": "achieved"}
                ],
                "remark": "Remarque calendrier",
                "message": "Message calendrier",
            },
            {"callout": "Un encadré", "title": "Titre encadré"},
            {"quote": "Une citation", "attribution": "Auteur cité"},
            {"verbatim": "Des mots", "by": "Quelqu’un", "when": "hier"},
            {
                "questions": [
                    {"question": "Une question ?", "say": "Une réponse", "bridge": "Un pont", "limit": "Une limite"}
                ]
            },
            {"lines": [{"text": "Une phrase", "rests-on": "un appui"}]},
            {
                "messages": [{"title": "Titre msg", "text": "Texte msg"}, {"title": "Autre", "text": "Autre texte"}],
                "title": "Titre messages",
                "message": "Message messages",
            },
            {
                "comparison": [
                    {"title": "Cote", "detail": "detail cote", "items": ["item cote"]},
                    {"title": "Autre", "detail": "autre", "items": ["item"]},
                ],
                "remark": "Remarque comp",
                "message": "Message comp",
            },
            {
                "image": {
                    "file": "carte.svg",
                    "alternative": "Une image",
                    "caption": "Légende image",
                    "credit": "Credit",
                },
                "message": "Message image",
            },
            {
                "objective": {
                    "purpose": "But",
                    "outcome": "Resultat",
                    "asks": [{"text": "Demande", "who": "Qui", "when": "Quand"}],
                    "decisions": ["Decision"],
                },
                "message": "Message objectif",
            },
            {
                "agenda": [
                    {
                        "from": "09:30",
                        "to": "10:15",
                        "text": "Etape",
                        "place": "Lieu",
                        "who": "Acteur",
                        "expected": "Attendu",
                    }
                ],
                "title": "Titre deroule",
                "message": "Message deroule",
            },
            {
                "people": [{"name": "Nom", "office": "Fonction", "said": "dit", "position": "Position"}],
                "title": "Titre gens",
                "message": "Message gens",
            },
            {
                "bilateral": {
                    "partner": "Partenaire",
                    "messages": ["Msg bi"],
                    "asks": ["Dem bi"],
                    "sensitivities": ["Sens"],
                    "avoid": ["Eviter"],
                }
            },
            {"red-lines": [{"text": "Ligne", "why": "Pourquoi", "fallback": "Repli"}], "title": "Titre lignes"},
            {
                "commitments": [
                    {"text": "Engagement", "who": "Par", "date": "2025-02", "status": "achieved", "state": "Etat"}
                ],
                "title": "Titre eng",
                "message": "Message eng",
            },
            {
                "wording": [{"text": "Texte [entre] crochets", "by": "Proposant", "stance": "Avis"}],
                "title": "Titre texte",
                "message": "Message texte",
            },
            {"speech": "Un discours.", "title": "Titre discours"},
            {"gaps": [{"text": "Lacune dite", "who": "Source lac", "when": "Delai"}], "title": "Titre lacunes"},
        ],
    },
    "sections/a.yaml": {
        "title": "Annexe",
        "message": "Les listes",
        "kind": "annex",
        "media": ["brief"],
        "blocks": [
            {"annex": "Chiffres", "remark": "Remarque annexe"},
            {"glossary": "used", "title": "Titre sigles"},
            {"sources": "used", "title": "Titre sources"},
            {"contacts": "used", "title": "Titre contacts"},
            {"status-key": "Lecture."},
        ],
    },
    "briefings/b.yaml": {
        "event": {"name": "Sommet", "place": "Lieu sommet", "date": "2026-06"},
        "title": "Le titre",
        "subtitle": "Le sous-titre",
        "version": "1.0",
        "date": "2026-02-10",
        "kind": "Genre",
        "deck_kind": "Genre deck",
        "details": [{"label": "Detail", "value": "Valeur detail"}],
        "contents": {"message": "Message sommaire"},
        "sections": ["s", "a"],
        "marking": "Marque",
        "issuer": "Emetteur",
        "contacts": [{"name": "Nom contact", "role": "Role", "details": ["adresse"]}],
        "keywords": ["mot clef"],
        "tolerated": ["six fiches"],
        "status_words": {"achieved": "Fait"},
    },
}


def text_fields() -> Iterator[tuple[str, Place]]:
    """File and place of every text."""
    for file, made in PROJECT.items():
        for place in _leaves(made, ()):
            name = [key for key in place if isinstance(key, str)][-1]
            if name not in NO_TEXT or (file.startswith("briefings") and name == "kind"):
                yield file, place


def _leaves(made: Any, place: Place) -> Iterator[Place]:
    if isinstance(made, dict):
        for key, value in made.items():
            yield from _leaves(value, (*place, key))
    elif isinstance(made, list):
        for at, value in enumerate(made):
            yield from _leaves(value, (*place, at))
    else:
        yield place
