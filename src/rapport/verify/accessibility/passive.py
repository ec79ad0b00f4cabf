"""What a PDF would do by itself: scripts, programs started, files hidden in it (ISO 19005-2, 6.6.1 and 6.8).

What a document of ours is made of is listed; whatever else there is, is told by its name.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from rapport.formats.unreadable import quoted
from rapport.verify.accessibility.subject import Subject
from rapport.verify.report import Finding, page_place

HARMLESS = ("/GoTo", "/URI")
"""Actions of a document that is only read."""
SAFE = ("http://", "https://", "mailto:")
CARRIED = (".yaml", ".yml", ".csv")
"""Files that a document may carry: its sources and its facts."""
CATALOGUE = frozenset(
    (
        *("/Type", "/Version", "/Extensions", "/Pages", "/PageLabels", "/PageMode", "/PageLayout", "/Outlines"),
        *("/Names", "/Dests", "/OpenAction", "/ViewerPreferences", "/Metadata", "/StructTreeRoot", "/MarkInfo"),
        *("/Lang", "/OutputIntents", "/AF"),
    )
)
"""What our writer and programs that save write there (ISO 32000-1, table 28)."""
PAGE = frozenset(
    (
        *("/Type", "/Parent", "/Contents", "/Resources", "/Annots", "/StructParents", "/Tabs", "/Group"),
        *("/MediaBox", "/CropBox", "/TrimBox", "/BleedBox", "/ArtBox", "/Rotate"),
    )
)
LINK = frozenset(
    (
        *("/Type", "/Subtype", "/Rect", "/Border", "/BS", "/H", "/F", "/C", "/P", "/NM", "/M", "/QuadPoints"),
        *("/Contents", "/StructParent", "/A", "/Dest"),
    )
)
NAMED = frozenset(("/Dests", "/EmbeddedFiles"))
FOREIGN = {
    "/AcroForm": "un formulaire",
    "/OCProperties": "des calques",
    "/AA": "des actions",
    "/Collection": "un porte-documents",
}
"""What some other entries are to a reader."""
MAX_CHAIN = 50  # actions that follow each other; ours have one


def passive(subject: Subject) -> Iterator[Finding]:
    """Only links to places and addresses; the only files carried within are sources, which the document names."""
    yield from active_of(subject.pdf)


def active_of(pdf: pikepdf.Pdf) -> Iterator[Finding]:
    """What runs, leaves or hides in a PDF."""
    root = pdf.Root
    names = _dictionary(root.get("/Names"))
    if "/JavaScript" in names:
        yield Finding("actions", "le PDF contient un script")
    yield from _others(names, NAMED | {"/JavaScript"}, "les noms du PDF ont", "")
    if "/EmbeddedFiles" in names and "/AF" not in root:
        yield Finding("actions", "un fichier est caché dans le PDF")
    for name in pdf.attachments:
        if not name.lower().endswith(CARRIED):
            yield Finding("actions", f"fichier joint d’un genre qu’un dossier ne porte pas\u00a0: {quoted(name)}")
    yield from (Finding("actions", f"le PDF contient {what}") for key, what in FOREIGN.items() if key in root)
    yield from _others(root, CATALOGUE | FOREIGN.keys(), "le PDF a", "")
    yield from _actions(root, "/OpenAction", "")
    for number, page in enumerate(pdf.pages, start=1):
        yield from _page(page.obj, page_place(number))
    for bookmark in _bookmarks(root):
        yield from _actions(bookmark, "/A", "signets")


def _page(page: pikepdf.Object, place: str) -> Iterator[Finding]:
    yield from _others(page, PAGE | {"/AA"}, "la page a", place)
    yield from _actions(page, "/A", place)
    contents = page.get("/Contents")
    for stream in list(contents) if isinstance(contents, pikepdf.Array) else (contents,):
        if isinstance(stream, pikepdf.Stream) and {"/F", "/FFilter"} & set(stream.keys()):
            yield Finding("actions", "le contenu de la page est pris hors du fichier", place)
    annotations = page.get("/Annots")
    for annotation in list(annotations) if isinstance(annotations, pikepdf.Array) else ():
        if isinstance(annotation, pikepdf.Dictionary):
            yield from _annotation(annotation, place)
            yield from _actions(annotation, "/A", place)


def _annotation(annotation: pikepdf.Object, place: str) -> Iterator[Finding]:
    """A link without looks of its own: anything else covers the page, or is more than a link."""
    subtype = str(annotation.get("/Subtype", "?"))
    if subtype != "/Link":
        yield Finding("actions", f"annotation ajoutée\u00a0: {quoted(subtype.lstrip('/'))}", place)
    elif "/AP" in annotation:
        yield Finding("actions", "un lien est dessiné par-dessus la page", place)
    else:
        yield from _others(annotation, LINK | {"/AA"}, "un lien a", place)


def _others(holder: pikepdf.Object, known: frozenset[str], what: str, place: str) -> Iterator[Finding]:
    for key in sorted(set(holder.keys()) - known):
        yield Finding("actions", f"{what} une entrée inconnue\u00a0: {quoted(key.lstrip('/'))}", place)


def _bookmarks(root: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """The bookmarks, each once."""
    pending, seen = [root.get("/Outlines")], set[tuple[int, int]]()
    while pending:
        node = pending.pop()
        if isinstance(node, pikepdf.Dictionary) and node.objgen not in seen:
            seen |= {node.objgen}
            yield node
            pending += [node.get("/Next"), node.get("/First")]


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
    if pending:
        yield Finding("actions", "des actions s’enchaînent sans fin", place)


def _action(action: pikepdf.Object, place: str) -> Iterator[Finding]:
    kind, address = str(action.get("/S")), str(action.get("/URI", "")).lower()
    if kind not in HARMLESS:
        yield Finding("actions", f"action interdite\u00a0: {quoted(kind.lstrip('/'))}", place)
    elif kind == "/URI" and not address.startswith(SAFE):
        yield Finding("actions", f"lien vers autre chose qu’une page ou une adresse\u00a0: {quoted(address)}", place)


def _dictionary(value: Any) -> pikepdf.Object:
    return value if isinstance(value, pikepdf.Dictionary) else pikepdf.Dictionary()
