"""What a PDF would do by itself: scripts, programs started, files hidden in it (ISO 19005-2, 6.6.1 and 6.8)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from rapport.verify.accessibility.subject import Subject
from rapport.verify.finding import Finding, page_place, quoted

HARMLESS = ("/GoTo", "/URI")
"""Actions of a document that is only read."""
MAX_CHAIN = 50


def passive(subject: Subject) -> Iterator[Finding]:
    """Only links to places and addresses; files carried within are said to be the document's (AF)."""
    root = subject.pdf.Root
    names = _dictionary(root.get("/Names"))
    if "/JavaScript" in names:
        yield Finding("actions", "le PDF contient un script")
    if "/EmbeddedFiles" in names and "/AF" not in root:
        yield Finding("actions", "un fichier est caché dans le PDF")
    yield from _actions(root, "/OpenAction", "")
    for number, page in enumerate(subject.pdf.pages, start=1):
        annotations = page.obj.get("/Annots")
        holders = list(annotations) if isinstance(annotations, pikepdf.Array) else []
        for holder in (page.obj, *holders):
            yield from _actions(holder, "/A", page_place(number))


def _actions(holder: Any, key: str, place: str) -> Iterator[Finding]:
    """Those of an entry and of what follows from it, and those at certain moments (AA), which are none of ours."""
    holder = _dictionary(holder)
    if "/AA" in holder:
        yield Finding("actions", "le PDF agit sans qu’on le demande", place)
    action = holder.get(key)
    for _ in range(MAX_CHAIN):
        if not isinstance(action, pikepdf.Dictionary) or "/S" not in action:
            return
        kind = str(action.get("/S"))
        if kind not in HARMLESS:
            yield Finding("actions", f"action interdite\u00a0: {quoted(kind.lstrip('/'))}", place)
        action = action.get("/Next")


def _dictionary(value: Any) -> pikepdf.Object:
    return value if isinstance(value, pikepdf.Dictionary) else pikepdf.Dictionary()
