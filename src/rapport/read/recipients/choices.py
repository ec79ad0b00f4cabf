"""Words for documents and locales, as people write them."""

from __future__ import annotations

from collections.abc import Mapping

from rapport.audience import AUDIENCES, Audience
from rapport.language.locales import LOCALES
from rapport.model.briefing import DOCUMENT_KINDS, DocumentKind

_DOCUMENTS: Mapping[str, DocumentKind] = {
    **{kind: kind for kind in DOCUMENT_KINDS},
    "dossier": "brief",
    "présentation": "deck",
    "presentation": "deck",
    "diapositives": "slides",
    "commentaires": "notes",
    "fiche": "sheet",
}
_LOCALES: Mapping[str, str] = {
    **{name: locale for locale in reversed(LOCALES) for name in (locale.casefold(), locale[:2])},
    "français": "fr_FR",
    "francais": "fr_FR",
    "anglais": "en_GB",
    "english": "en_GB",
}


_AUDIENCES: Mapping[str, Audience] = {
    **{audience: audience for audience in AUDIENCES},
    "interne": "internal",
    "partenaires": "partners",
    "partenaire": "partners",
    "presse": "press",
}


def audience(word: str) -> Audience | None:
    """The audience that a word names, None for none."""
    return _AUDIENCES.get(word.casefold())


def document(word: str) -> DocumentKind | None:
    """The kind of document that a word names, None for none."""
    return _DOCUMENTS.get(word.casefold())


def locale(word: str) -> str:
    """The locale that a word names, empty for none that we write in."""
    return _LOCALES.get(word.replace("-", "_").casefold(), "")
