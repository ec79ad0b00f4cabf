"""What a file says about itself: information dictionary and XMP packet."""

from __future__ import annotations

from datetime import datetime
from xml.sax.saxutils import escape

from msgspec import Struct

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
        title=escape(properties.title),
        language=escape(properties.language),
        author=_optional(_AUTHOR, properties.author),
        subject=_optional(_SUBJECT, properties.subject),
        keywords=_optional(_KEYWORDS, properties.keyword_list),
        tool=_TOOL,
        date=date,
        part=part,
        identifier=identifier.decode(),
    ).encode()


def _optional(template: str, text: str) -> str:
    return template.format(escape(text)) if text else ""


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
