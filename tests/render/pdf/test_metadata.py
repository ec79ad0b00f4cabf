"""The two places where a file describes itself agree, and nothing comes from the clock."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import datetime, timedelta, timezone
from io import BytesIO

import pikepdf
import pytest

from rapport.formats.pdf.archive import Attachment, Properties, pdf_date, xmp_packet
from rapport.formats.pdf.canvas import TaggedCanvas
from render.pdf.sheet import SIZE

PARIS = timezone(timedelta(hours=1))
PROPERTIES = Properties(
    title="L’IA & l’Europe : <bilan>",
    language="fr-FR",
    date=datetime(2026, 2, 10, 9, 30, tzinfo=PARIS),
    author="Direction générale",
    subject="Ce qu’il faut retenir",
    keywords=("IA", "G7"),
)
SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
}


def written(properties: Properties, *attachments: Attachment) -> pikepdf.Pdf:
    canvas = TaggedCanvas(SIZE, properties)
    canvas.showPage()
    return pikepdf.open(BytesIO(canvas.finish("brief", attachments).data))


def said(packet: bytes, key: str) -> str:
    element = ET.fromstring(packet).find(f".//{key}", SPACES)  # noqa: S314 (our own packet)
    assert element is not None
    return "".join(element.itertext()).strip()


def test_information_and_packet_agree() -> None:
    with written(PROPERTIES) as pdf:
        packet, information = pdf.Root.Metadata.read_bytes(), pdf.trailer.Info
        assert str(information.Title) == said(packet, "dc:title") == PROPERTIES.title
        assert str(information.Author) == said(packet, "dc:creator") == PROPERTIES.author
        assert str(information.Subject) == said(packet, "dc:description") == PROPERTIES.subject
        assert str(information.Keywords) == said(packet, "pdf:Keywords") == "IA, G7"
        assert str(information.Creator) == said(packet, "xmp:CreatorTool") == "rapport"
        assert str(information.Producer) == said(packet, "pdf:Producer") == "rapport"
        assert str(information.CreationDate) == str(information.ModDate) == "D:20260210093000+01'00'"
        assert said(packet, "xmp:CreateDate") == said(packet, "xmp:ModifyDate") == "2026-02-10T09:30:00+01:00"
        assert said(packet, "dc:language") == str(pdf.Root.Lang) == "fr-FR"


def test_what_is_not_known_is_left_out() -> None:
    bare = Properties("Essai", "fr-FR", PROPERTIES.date)
    with written(bare) as pdf:
        assert set(pdf.trailer.Info.keys()) == {"/Title", "/Creator", "/Producer", "/CreationDate", "/ModDate"}
        packet = pdf.Root.Metadata.read_bytes()
    assert b"description" not in packet.split(b"pdfaExtension")[0]
    assert b"Keywords" not in packet


@pytest.mark.parametrize("part", [2, 3])
def test_the_packet_names_the_standards(part: int) -> None:
    packet = xmp_packet(PROPERTIES, part)
    claims = [said(packet, key) for key in ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part")]
    assert claims == [str(part), "A", "1"]


def test_dates_keep_their_zone() -> None:
    west = timezone(-timedelta(hours=3, minutes=30))
    assert pdf_date(datetime(2026, 12, 31, 23, 59, 58, tzinfo=west)) == "D:20261231235958-03'30'"


def test_an_attachment_is_found_by_name_and_makes_part_three() -> None:
    source = Attachment("contenu.yaml", "été: 1\n".encode(), "application/yaml", "Le contenu", "Source")
    data = Attachment("chiffres.csv", b"a;b\n", "text/csv", "Les chiffres", "Data")
    with written(PROPERTIES, source, data) as pdf:
        assert {name: file.get_file().read_bytes() for name, file in pdf.attachments.items()} == {
            "contenu.yaml": source.data,
            "chiffres.csv": data.data,
        }
        assert [str(file.AFRelationship) for file in pdf.Root.AF] == ["/Source", "/Data"]
        assert [str(file.EF.F.Subtype) for file in pdf.Root.AF] == ["/application/yaml", "/text/csv"]
        assert said(pdf.Root.Metadata.read_bytes(), "pdfaid:part") == "3"
