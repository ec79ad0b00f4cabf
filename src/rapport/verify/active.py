"""Whether a document of any kind runs, leaves or hides something: what can be said of it without its content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pikepdf
from msgspec.structs import replace

from rapport.formats.unreadable import DAMAGE, UnreadableError
from rapport.verify.accessibility.passive import active_of
from rapport.verify.deck_linter.linter import active_in
from rapport.verify.pdf.document import examined_once, open_pdf
from rapport.verify.report import Check, Finding

NAME, TITLE = "active", "Ni script, ni action, ni fichier caché"
DOCUMENTS = (".pdf", ".pptx")


def check_active(data: bytes) -> Check:
    """A PDF or a deck."""
    return Check(NAME, TITLE, 1, tuple(_findings(data)))


def check_all_active(files: Mapping[str, bytes]) -> Check:
    """The documents among some files."""
    documents = {name: data for name, data in files.items() if name.endswith(DOCUMENTS)}
    found = tuple(
        replace(each, place=f"{name}, {each.place}".rstrip(", "))
        for name, data in documents.items()
        for each in (*_named_otherwise(name, data), *_findings(data))
    )
    return Check(NAME, TITLE, len(documents), found)


def _named_otherwise(name: str, data: bytes) -> Iterator[Finding]:
    if name.endswith(".pdf") != data.startswith(b"%PDF"):
        yield Finding("document-kind", "le fichier n’est pas ce que son nom annonce")


def _findings(data: bytes) -> Iterator[Finding]:
    try:
        if data.startswith(b"%PDF"):
            examined_once(data)
            with open_pdf(data) as pdf:
                yield from active_of(pdf)
        else:
            yield from active_in(data)
    except UnreadableError as error:
        yield Finding("unreadable", str(error))
    except (pikepdf.PdfError, *DAMAGE):
        yield Finding("unreadable", "le fichier est abîmé, ou n’a pas la forme attendue")
