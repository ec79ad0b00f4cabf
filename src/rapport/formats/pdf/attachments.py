"""Files carried within a document: its source, its data (ISO 19005-3, 6.8)."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal

from msgspec import Struct
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFStream, PDFZCompress

from rapport.formats.pdf.metadata import pdf_date
from rapport.formats.pdf.tags.syntax import name, text_string

Relationship = Literal["Source", "Data", "Alternative", "Supplement"]


class Attachment(Struct, frozen=True):
    """A file to carry: its name, bytes and media type, what it is in words, and what it is to the document."""

    name: str
    data: bytes
    media_type: str
    description: str
    relationship: Relationship = "Source"


def attach(document: Any, attachments: Sequence[Attachment], date: datetime) -> None:
    """Embed files, dated as the document is, and associate them with it; nothing for an empty sequence."""
    if not attachments:
        return
    specifications = [(file.name, _reference(document, _specification(document, file, date))) for file in attachments]
    names = b" ".join(text_string(key) + b" " + value for key, value in sorted(specifications))
    document.Catalog.AF = b"[" + b" ".join(value for _, value in specifications) + b"]"
    document.Catalog.Names = b"<</EmbeddedFiles<</Names[" + names + b"]>>>>"


def _specification(document: Any, file: Attachment, date: datetime) -> PDFDictionary:
    embedded = _reference(document, _embedded(file, date))
    return PDFDictionary(
        {
            "Type": "/Filespec",
            "F": text_string(file.name),
            "UF": text_string(file.name),
            "Desc": text_string(file.description),
            "AFRelationship": f"/{file.relationship}",
            "EF": b"<</F " + embedded + b"/UF " + embedded + b">>",
        }
    )


def _embedded(file: Attachment, date: datetime) -> PDFStream:
    parameters = {
        "Size": len(file.data),
        "ModDate": f"({pdf_date(date)})",
        "CheckSum": f"<{hashlib.md5(file.data, usedforsecurity=False).hexdigest()}>",
    }
    entries = {"Type": "/EmbeddedFile", "Subtype": name(file.media_type), "Params": PDFDictionary(parameters)}
    return PDFStream(PDFDictionary(entries), file.data, [PDFZCompress])


def _reference(document: Any, entry: Any) -> bytes:
    reference: bytes = document.Reference(entry).format(document)
    return reference
