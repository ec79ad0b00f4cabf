"""What PDF/A-2a, PDF/A-3a and PDF/UA-1 ask of the document as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFCatalog, PDFDictionary, PDFObject, PDFStream, PDFZCompress

from rapport.formats.pdf.attachments import Attachment, attach
from rapport.formats.pdf.colour_profile import srgb_profile
from rapport.formats.pdf.metadata import Properties, information, xmp_packet
from rapport.formats.pdf.tags.syntax import text_string

_CATALOG_ENTRIES = ("OutputIntents", "AF")
"""Entries that ReportLab does not know."""

PACKET = "rapport.metadata"
"""The name of the XMP packet among the document's objects."""


class Information(PDFObject):
    """The document information dictionary, in place of ReportLab's, which dates itself."""

    __RefOnly__ = 1

    def __init__(self, properties: Properties) -> None:
        self._properties = properties

    def format(self, _document: Any) -> bytes:
        return information(self._properties)


def describe(
    document: Any, properties: Properties, attachments: Sequence[Attachment] = (), identifier: bytes = b""
) -> None:
    """Give a document its metadata, colour space, language and files: part 3 of PDF/A with attachments, else part 2.

    `identifier` is the element of the packet that names a numbered copy.
    """
    catalog = document.Catalog
    catalog.__NoDefault__ = [*PDFCatalog.__NoDefault__, *_CATALOG_ENTRIES]
    catalog.__Refs__ = ["Outlines", "Pages", "Metadata"]
    catalog.Lang = f"({properties.language})"
    catalog.MarkInfo = "<</Marked true>>"
    catalog.ViewerPreferences = "<</DisplayDocTitle true>>"
    # outside object streams and unfiltered, so that any program finds the packet
    packet = xmp_packet(properties, 3 if attachments else 2, identifier)
    stream = PDFStream(PDFDictionary({"Type": "/Metadata", "Subtype": "/XML"}), packet)
    catalog.Metadata = document.Reference(stream, PACKET)
    catalog.OutputIntents = _output_intents(document)
    attach(document, attachments, properties.date)
    document.info = Information(properties)


def _output_intents(document: Any) -> bytes:
    profile = PDFStream(PDFDictionary({"N": 3}), srgb_profile(), [PDFZCompress])
    reference: bytes = document.Reference(profile).format(document)
    condition = text_string("sRGB IEC61966-2.1")
    entries = b"/OutputConditionIdentifier%s/Info%s/DestOutputProfile %s" % (condition, condition, reference)
    return b"[<</Type/OutputIntent/S/GTS_PDFA1" + entries + b">>]"
