"""What PDF/A-2a, PDF/A-3a and PDF/UA-1 ask of a document: metadata, colours, attachments, catalogue."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Sequence
from datetime import datetime
from html import escape
from typing import Any, Literal

from msgspec import Struct
from reportlab.pdfbase.pdfdoc import PDFCatalog, PDFDictionary, PDFObject, PDFStream, PDFZCompress

from rapport.formats.pdf.tags.serial import name, text_string

_TOOL = "rapport"


class Properties(Struct, frozen=True):
    """Document properties; empty strings and no keywords leave the entry out, but every document has a title.

    `language` is a BCP 47 tag. `date` is when the content was finished, with its time zone: the clock is never read.
    """

    title: str
    language: str
    date: datetime
    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()

    @property
    def keyword_list(self) -> str:
        """The keywords as both places of a file hold them."""
        return ", ".join(self.keywords)


def pdf_date(date: datetime) -> str:
    """A date in PDF syntax (ISO 32000-1, 7.9.4): D:20260210090000+01'00'."""
    offset = date.strftime("%z")
    return f"D:{date:%Y%m%d%H%M%S}{offset[:3]}'{offset[3:5]}'"


def information(properties: Properties) -> bytes:
    """The document information dictionary; its entries say the same as the XMP packet (ISO 19005-2, 6.6.3)."""
    entries = {
        "Title": properties.title,
        "Author": properties.author,
        "Subject": properties.subject,
        "Keywords": properties.keyword_list,
        "Creator": _TOOL,
        "Producer": _TOOL,
        "CreationDate": pdf_date(properties.date),
        "ModDate": pdf_date(properties.date),
    }
    return b"<<" + b"".join(name(key) + text_string(text) for key, text in entries.items() if text) + b">>"


def xmp_packet(properties: Properties, part: int, identifier: bytes = b"") -> bytes:
    """The XMP packet of a file of PDF/A part `part`, level A, and of PDF/UA-1 (ISO 19005-2, 6.6; ISO 14289-1, 5).

    `identifier` is the element that names a numbered copy.
    """
    date = properties.date.isoformat(timespec="seconds")
    return _PACKET.format(
        title=escape(properties.title, quote=False),
        language=escape(properties.language, quote=False),
        author=_optional(_AUTHOR, properties.author),
        subject=_optional(_SUBJECT, properties.subject),
        keywords=_optional(_KEYWORDS, properties.keyword_list),
        tool=_TOOL,
        date=date,
        part=part,
        identifier=identifier.decode(),
    ).encode()


def _optional(template: str, text: str) -> str:
    return template.format(escape(text, quote=False)) if text else ""


_AUTHOR = "\n<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>"
_SUBJECT = '\n<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></dc:description>'
_KEYWORDS = "\n<pdf:Keywords>{}</pdf:Keywords>"
_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" \
xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" \
xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>{identifier}
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>{author}{subject}
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{tool}</pdf:Producer>{keywords}
<xmp:CreatorTool>{tool}</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
<pdfaid:part>{part}</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
"""PDF/A knows no pdfuaid: the packet brings the extension schema that declares it (ISO 19005-2, 6.6.2.3)."""


# sRGB as an ICC profile, built from its definition: no file to ship, the same bytes everywhere.

_D50 = (0.9642, 1.0, 0.82491)
_CHANNELS = {
    "r": (0.43607, 0.22249, 0.01392),
    "g": (0.38515, 0.71687, 0.09708),
    "b": (0.14307, 0.06061, 0.71410),
}
"""XYZ of the primaries of IEC 61966-2-1, adapted from D65 to D50."""
_ADAPTATION = (1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168)
"""The Bradford matrix of that adaptation."""
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
"""IEC 61966-2-1, 5.2: exponent, slope and offset above the threshold, slope below it, threshold."""
_CREATED = (2000, 1, 1, 0, 0, 0)  # a fixed day: the same content gives the same bytes


def srgb_profile() -> bytes:
    """The profile of an sRGB display (ICC.1:2004-10, version 4.2), under 600 bytes."""
    curve = b"para" + struct.pack(">IHH", 0, 3, 0) + _fixed(_CURVE)
    tags = [
        (b"desc", _text("sRGB IEC61966-2.1")),
        (b"cprt", _text("Public domain")),
        (b"wtpt", _xyz(_D50)),
        (b"chad", b"sf32\0\0\0\0" + _fixed(_ADAPTATION)),
    ]
    for channel, primary in _CHANNELS.items():
        tags += [(f"{channel}XYZ".encode(), _xyz(primary)), (f"{channel}TRC".encode(), curve)]
    return _assemble(tags)


def _assemble(tags: Sequence[tuple[bytes, bytes]]) -> bytes:
    start = 128 + 4 + 12 * len(tags)
    places: dict[bytes, int] = {}
    body = b""
    for _, data in tags:
        if data not in places:  # the three curves are one
            places[data] = start + len(body)
            body += data.ljust(-(-len(data) // 4) * 4, b"\0")
    table = b"".join(struct.pack(">4sII", tag, places[data], len(data)) for tag, data in tags)
    return _header(start + len(body)) + struct.pack(">I", len(tags)) + table + body


def _header(size: int) -> bytes:
    head = struct.pack(">I4sI4s4s4s6H4s", size, b"\0" * 4, 0x04200000, b"mntr", b"RGB ", b"XYZ ", *_CREATED, b"acsp")
    return head.ljust(68, b"\0") + _fixed(_D50) + b"\0" * 48


def _text(text: str) -> bytes:
    data = text.encode("utf-16-be")
    return b"mluc" + struct.pack(">III2s2sII", 0, 1, 12, b"en", b"US", len(data), 28) + data


def _xyz(values: Sequence[float]) -> bytes:
    return b"XYZ \0\0\0\0" + _fixed(values)


def _fixed(values: Sequence[float]) -> bytes:
    return struct.pack(f">{len(values)}i", *(round(value * 65536) for value in values))


# Files carried within a document: its source, its data (ISO 19005-3, 6.8).

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


# What PDF/A-2a, PDF/A-3a and PDF/UA-1 ask of the document as a whole.

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
