"""Names of shapes and layouts, which the people who edit the deck read in its language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Name = Literal[
    "title", "kicker", "subtitle", "body", "second", "third", "meta", "source", "chart", "table", "picture",
    "footer", "number", "date", "header", "notes", "slide-image", "rule", "panel", "sign", "stamp",
    "levels", "notes-text", "data", "theme", "table-style",
    "layout-cover", "layout-figures", "layout-chart", "layout-table", "layout-timeline", "layout-columns",
    "layout-content", "layout-statement", "layout-divider", "layout-messages", "layout-picture", "layout-title-only",
]  # fmt: skip

_FRENCH: Mapping[Name, str] = {
    "title": "Titre",
    "kicker": "Surtitre",
    "subtitle": "Sous-titre",
    "body": "Texte",
    "second": "Deuxième texte",
    "third": "Troisième texte",
    "meta": "Mentions",
    "source": "Source",
    "chart": "Graphique",
    "table": "Tableau",
    "picture": "Image",
    "footer": "Pied de page",
    "number": "Numéro de diapositive",
    "date": "Date",
    "header": "En-tête",
    "notes": "Commentaires",
    "slide-image": "Image de la diapositive",
    "rule": "Filet",
    "panel": "Fond",
    "sign": "Signe",
    "stamp": "Exemplaire",
    "levels": "Texte\nPremier niveau\nDeuxième niveau",
    "notes-text": "Texte des commentaires",
    "data": "Données",
    "theme": "Charte",
    "table-style": "Charte – filets",
    "layout-cover": "Couverture",
    "layout-figures": "Chiffres clés",
    "layout-chart": "Graphique et message",
    "layout-table": "Tableau",
    "layout-timeline": "Calendrier",
    "layout-columns": "Deux colonnes",
    "layout-content": "Titre et contenu",
    "layout-statement": "Message en une phrase",
    "layout-divider": "Intercalaire",
    "layout-messages": "À retenir",
    "layout-picture": "Image et texte",
    "layout-title-only": "Titre seul",
}
_ENGLISH: Mapping[Name, str] = {
    "title": "Title",
    "kicker": "Kicker",
    "subtitle": "Subtitle",
    "body": "Text",
    "second": "Second text",
    "third": "Third text",
    "meta": "Details",
    "source": "Source",
    "chart": "Chart",
    "table": "Table",
    "picture": "Picture",
    "footer": "Footer",
    "number": "Slide number",
    "date": "Date",
    "header": "Header",
    "notes": "Notes",
    "slide-image": "Slide image",
    "rule": "Rule",
    "panel": "Panel",
    "sign": "Sign",
    "stamp": "Copy",
    "levels": "Text\nFirst level\nSecond level",
    "notes-text": "Notes text",
    "data": "Data",
    "theme": "Charter",
    "table-style": "Charter – rules",
    "layout-cover": "Cover",
    "layout-figures": "Key figures",
    "layout-chart": "Chart and message",
    "layout-table": "Table",
    "layout-timeline": "Timeline",
    "layout-columns": "Two columns",
    "layout-content": "Title and content",
    "layout-statement": "Statement",
    "layout-divider": "Divider",
    "layout-messages": "Take-aways",
    "layout-picture": "Picture and text",
    "layout-title-only": "Title only",
}
_LANGUAGES = {"fr": _FRENCH, "en": _ENGLISH}


def names(language: str) -> Mapping[Name, str]:
    """The names in the language of a BCP 47 tag; in English where we do not have it."""
    return _LANGUAGES.get(language.partition("-")[0], _ENGLISH)
