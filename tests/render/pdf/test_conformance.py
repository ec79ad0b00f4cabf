"""A document of everything, judged by veraPDF and read back; and each judge seen to fire on a file with one fault."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from judges.verapdf import Flavour, broken_rules, failures
from rapport.artefact import Artefact
from rapport.formats.pdf.archive import Attachment
from readback import Readback, read_back
from render.pdf.torture import PARAGRAPHS, ROWS, SECTIONS, said, torture

SOURCE = Attachment("épreuve.yaml", b"titre: l'essai\n", "application/yaml", "Le contenu dont ce document est fait")
PROSES = SECTIONS * PARAGRAPHS


@pytest.fixture(scope="module")
def document() -> Artefact:
    return torture()


@pytest.mark.parametrize("outlines", ["ttf", "otf"])
@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_conforms(outlines: str, flavour: Flavour) -> None:
    assert failures(torture(outlines).data, flavour) == ()


@pytest.mark.parametrize("flavour", ["ua1", "3a"])
def test_conforms_with_an_attachment(flavour: Flavour) -> None:
    assert failures(torture(attachments=[SOURCE]).data, flavour) == ()


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_stamped_copies_conform(flavour: Flavour) -> None:
    artefact = torture(stamped=True)
    copy = artefact.copy({"stamp": "Exemplaire n°\u00a07 — Mme Zoé Çelik-Œuvrard", "identifier": "0" * 32})
    assert failures(artefact.data, flavour) == ()
    assert failures(copy, flavour) == ()


def test_same_bytes_twice(document: Artefact) -> None:
    assert torture().data == document.data


def test_file_structure_is_sound(document: Artefact) -> None:
    with pikepdf.open(BytesIO(document.data)) as pdf:
        assert pdf.check_pdf_syntax() == []


def test_every_word_once_in_reading_order(document: Artefact) -> None:
    assert read_back(document.data).root.text == said()


def test_all_text_is_content_or_artifact(document: Artefact) -> None:
    read = read_back(document.data)
    assert set(read.unmarked) == {""}
    assert read.artifacts[0] == f"page 1 sur {len(read.artifacts) + 1}"


def meaning(read: Readback) -> tuple[Any, ...]:
    """What a listener gets beside the words: languages, acronyms, links, header cells, pictures."""
    nodes = list(read.root.walk())
    entries = [node.entries for node in nodes]
    return (
        read.root.text,
        sum("Lang" in one for one in entries),
        sum("E" in one for one in entries),
        sum(node.annotations for node in nodes),
        [node.attributes["Scope"] for node in nodes if node.tag == "TH"],
        [one["Alt"] for one in entries if "Alt" in one],
    )


def test_meaning_is_read_back(document: Artefact) -> None:
    text, languages, expansions, annotations, scopes, alternatives = meaning(read_back(document.data))
    assert text == said()
    assert (languages, expansions) == (PROSES, PROSES)
    assert annotations >= 3 * PROSES  # a link over two lines has two areas
    assert scopes == (["/Column"] * 4 + ["/Row"] * ROWS) * SECTIONS
    assert alternatives == ["Un disque bleu dans un cadre pointillé"] * SECTIONS


def test_a_link_over_lines_is_one_element(document: Artefact) -> None:
    links = read_back(document.data).root.find("Link")
    assert [
        link.annotations for link in links if link.text == "le rapport complet publié par les services de la Commission"
    ]
    assert len([link for link in links if link.text.startswith("le rapport complet")]) == PROSES


def test_a_block_over_two_pages_is_one_element(document: Artefact) -> None:
    with pikepdf.open(BytesIO(document.data)) as pdf:
        split = [element for element in elements(pdf) if element.S == "/P" and len(pages_of(element)) == 2]
    assert split


def elements(pdf: pikepdf.Pdf, tag: str = "") -> Iterator[Any]:
    stack = [pdf.Root.StructTreeRoot.K]
    while stack:
        element = stack.pop()
        if tag in ("", element.S):
            yield element
        stack += [kid for kid in kids(element) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def kids(element: Any) -> list[Any]:
    value = element.get("/K", [])
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def pages_of(element: Any) -> set[Any]:
    content = [kid for kid in kids(element) if not isinstance(kid, pikepdf.Dictionary) or kid.get("/Type") == "/MCR"]
    return {kid.Pg.objgen if isinstance(kid, pikepdf.Dictionary) else element.Pg.objgen for kid in content}


# one fault at a time

Fault = Callable[[pikepdf.Pdf], None]


def drop(tag: str, key: str) -> Fault:
    def fault(pdf: pikepdf.Pdf) -> None:
        del next(element for element in elements(pdf, tag) if key in element)[key]

    return fault


def retag(tag: str, other: str) -> Fault:
    def fault(pdf: pikepdf.Pdf) -> None:
        next(elements(pdf, tag)).S = pikepdf.Name(other)

    return fault


def rewrite(pattern: bytes, replacement: bytes) -> Fault:
    def fault(pdf: pikepdf.Pdf) -> None:
        code, times = re.subn(pattern, replacement, pdf.pages[0].Contents.read_bytes(), count=1, flags=re.DOTALL)
        assert times
        pdf.pages[0].Contents.write(code)

    return fault


def drop_page_entry(key: str) -> Fault:
    def fault(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[0][key]

    return fault


def drop_link_entry(key: str) -> Fault:
    def fault(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[0].Annots[0][key]

    return fault


def drop_catalog_entry(key: str) -> Fault:
    def fault(pdf: pikepdf.Pdf) -> None:
        del pdf.Root[key]

    return fault


def edit_metadata(old: bytes, new: bytes) -> Fault:
    def fault(pdf: pikepdf.Pdf) -> None:
        packet = pdf.Root.Metadata.read_bytes()
        assert old in packet
        pdf.Root.Metadata.write(packet.replace(old, new))

    return fault


def drop_to_unicode(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].Resources.Font.F1["/ToUnicode"]


def swap_paragraphs(pdf: pikepdf.Pdf) -> None:
    section = next(elements(pdf, "/Sect"))
    order = list(section.K)
    section.K = pikepdf.Array([order[0], order[2], order[1], *order[3:]])


TO_VERAPDF: dict[str, tuple[Fault, Flavour, str]] = {
    "an artifact unmarked": (rewrite(rb"/Artifact<<[^>]*>>BDC(.*?)EMC", rb"\1"), "ua1", "7.1-3"),
    "content unmarked": (rewrite(rb"/P<</MCID \d+>>BDC(.*?)EMC", rb"\1"), "ua1", "7.1-3"),
    "a figure without Alt": (drop("/Figure", "/Alt"), "ua1", "7.3-1"),
    "a header cell without Scope": (drop("/TH", "/A"), "ua1", "7.5-1"),
    "a note without identifier": (drop("/Note", "/ID"), "ua1", "7.9-1"),
    "a list item without body": (retag("/LBody", "/Div"), "ua1", "7.2-20"),
    "a row that is none": (retag("/TR", "/Div"), "ua1", "7.2-37"),
    "a heading skipped": (retag("/H1", "/H3"), "ua1", "7.4.2-1"),
    "a link without description": (drop_link_entry("/Contents"), "ua1", "7.18.5-2"),
    "a link outside the tree": (drop_link_entry("/StructParent"), "ua1", "7.18.5-1"),
    "no tab order": (drop_page_entry("/Tabs"), "ua1", "7.18.3-1"),
    "no language": (drop_catalog_entry("/Lang"), "ua1", "7.2-34"),
    "no mark of being tagged": (drop_catalog_entry("/MarkInfo"), "ua1", "6.2-1"),
    "the title not displayed": (drop_catalog_entry("/ViewerPreferences"), "ua1", "7.1-10"),
    "no title": (edit_metadata(b"dc:title", b"dc:source"), "ua1", "7.1-9"),
    "glyphs without text": (drop_to_unicode, "ua1", "7.21.7-1"),
    "no output intent": (drop_catalog_entry("/OutputIntents"), "2a", "6.2.4.3-2"),
    "no extension schema": (edit_metadata(b"pdfaExtension:schemas", b"pdfaExtension:scheme"), "2a", "6.6.2.3.1-1"),
    "a wrong part": (edit_metadata(b"<pdfaid:part>2", b"<pdfaid:part>1"), "2a", "6.6.4-2"),
}

TO_READING: dict[str, Fault] = {
    "a word lost": rewrite(rb"\n\[\(.*?\)\]TJ", rb""),
    "a word twice": rewrite(rb"(\n\[\(.*?\)\]TJ)", rb"\1\1"),
    "paragraphs in the wrong order": swap_paragraphs,
    "words glued at a line's end": rewrite(rb"\n\[\([^\\]{2}\)\]TJ", rb""),
    "a foreign language unsaid": drop("/Span", "/Lang"),
    "an acronym unsaid": drop("/Span", "/E"),
    "a picture unsaid": drop("/Figure", "/Alt"),
}


def with_fault(data: bytes, fault: Fault) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        fault(pdf)
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.preserve)
    return out.getvalue()


@pytest.mark.parametrize("name", TO_VERAPDF)
def test_verapdf_sees(document: Artefact, name: str) -> None:
    fault, flavour, rule = TO_VERAPDF[name]
    broken = broken_rules(with_fault(document.data, fault), flavour)
    assert rule in broken


@pytest.mark.parametrize("name", TO_READING)
def test_reading_sees(document: Artefact, name: str) -> None:
    sound = meaning(read_back(document.data))
    faulty = meaning(read_back(with_fault(document.data, TO_READING[name])))
    assert faulty != sound


def test_saving_alone_is_no_fault(document: Artefact) -> None:
    data = with_fault(document.data, lambda _: None)
    assert meaning(read_back(data)) == meaning(read_back(document.data))
    assert failures(data, "ua1") == failures(data, "2a") == ()
