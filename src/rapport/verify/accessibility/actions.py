"""What a PDF would do by itself: scripts, programs started, files hidden in it (ISO 19005-2, 6.6.1 and 6.8)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from rapport.verify.accessibility.subject import Subject
from rapport.verify.finding import Finding, page_place, quoted

HARMLESS = ("/GoTo", "/URI")
"""Actions of a document that is only read."""
SAFE = ("http://", "https://", "mailto:")
CARRIED = (".yaml", ".yml", ".csv")
"""Files that a document may carry: its sources and its facts."""
FOREIGN = {
    "/AcroForm": "un formulaire",
    "/OCProperties": "des calques",
    "/AA": "des actions",
    "/Collection": "un dossier",
}
MAX_CHAIN = 50


def passive(subject: Subject) -> Iterator[Finding]:
    """Only links to places and addresses; the only files carried within are sources, which the document names."""
    root = subject.pdf.Root
    names = _dictionary(root.get("/Names"))
    if "/JavaScript" in names:
        yield Finding("actions", "le PDF contient un script")
    if "/EmbeddedFiles" in names and "/AF" not in root:
        yield Finding("actions", "un fichier est caché dans le PDF")
    for name in subject.pdf.attachments:
        if not name.lower().endswith(CARRIED):
            yield Finding("actions", f"fichier joint d’un genre qu’un dossier ne porte pas\u00a0: {quoted(name)}")
    yield from (Finding("actions", f"le PDF contient {what}") for key, what in FOREIGN.items() if key in root)
    yield from _actions(root, "/OpenAction", "")
    for number, page in enumerate(subject.pdf.pages, start=1):
        annotations = page.obj.get("/Annots")
        holders = list(annotations) if isinstance(annotations, pikepdf.Array) else []
        for annotation in (each for each in holders if isinstance(each, pikepdf.Dictionary)):
            yield from _annotation(annotation, page_place(number))
        for holder in (page.obj, *holders):
            yield from _actions(holder, "/A", page_place(number))


def _annotation(annotation: pikepdf.Object, place: str) -> Iterator[Finding]:
    """A link without looks of its own: anything else covers the page, or is more than a link."""
    subtype = str(annotation.get("/Subtype", "?"))
    if subtype != "/Link":
        yield Finding("actions", f"annotation ajoutée\u00a0: {quoted(subtype.lstrip('/'))}", place)
    elif "/AP" in annotation:
        yield Finding("actions", "un lien est dessiné par-dessus la page", place)


def _actions(holder: Any, key: str, place: str) -> Iterator[Finding]:
    """Those of an entry and of what follows from it, and those at certain moments (AA), which are none of ours."""
    holder = _dictionary(holder)
    if "/AA" in holder:
        yield Finding("actions", "le PDF agit sans qu’on le demande", place)
    pending, seen = [holder.get(key)], 0
    while pending and seen < MAX_CHAIN:
        action = pending.pop()
        seen += 1
        if isinstance(action, pikepdf.Dictionary) and "/S" in action:
            yield from _action(action, place)
            following = action.get("/Next")
            pending += list(following) if isinstance(following, pikepdf.Array) else [following]


def _action(action: pikepdf.Object, place: str) -> Iterator[Finding]:
    kind, address = str(action.get("/S")), str(action.get("/URI", "")).lower()
    if kind not in HARMLESS:
        yield Finding("actions", f"action interdite\u00a0: {quoted(kind.lstrip('/'))}", place)
    elif kind == "/URI" and not address.startswith(SAFE):
        yield Finding("actions", f"lien vers autre chose qu’une page ou une adresse\u00a0: {quoted(address)}", place)


def _dictionary(value: Any) -> pikepdf.Object:
    return value if isinstance(value, pikepdf.Dictionary) else pikepdf.Dictionary()
