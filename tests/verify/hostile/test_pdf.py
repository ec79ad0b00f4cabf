"""PDF files that are damaged, protected or made to harm give one clear finding, never an error or an endless wait."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name

from rapport.formats.unreadable import UnreadableError
from rapport.verify.pdf.document import read_pdf, walk
from rapport.verify.trace import passages
from rapport.verify.verify import verify_brief
from verify.documents import SHORT, documents
from verify.tagged import Tag, tagged_pdf

SOUND = tagged_pdf([Tag("H1", ("Titre",)), Tag("P", ("Un paragraphe.",))])


def changed(change: Callable[[pikepdf.Pdf], None], **options: object) -> bytes:
    with pikepdf.open(BytesIO(SOUND)) as pdf:
        change(pdf)
        target = BytesIO()
        pdf.save(target, **options)  # type: ignore[arg-type]
        return target.getvalue()


def circular_tree(pdf: pikepdf.Pdf) -> None:
    root = pdf.Root.StructTreeRoot
    root.K[0].K.append(root.K[0])


def deep_tree(pdf: pikepdf.Pdf) -> None:
    node = pdf.Root.StructTreeRoot.K[0]
    for _ in range(200):
        child = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Sect, K=Array([])))
        node.K.append(child)
        node = child


def circular_form(pdf: pikepdf.Pdf) -> None:
    form = pdf.make_stream(b"/F Do")
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 1, 1])
    form.Resources = Dictionary(XObject=Dictionary(F=form))
    page = pdf.pages[0].obj
    page.Resources.XObject = Dictionary(F=form)
    page.Contents = pdf.make_stream(b"/F Do")


def bomb(pdf: pikepdf.Pdf) -> None:
    stream = pdf.make_stream(b"")
    stream.write(zlib.compress(bytes(80 << 20)), filter=Name.FlateDecode)
    pdf.pages[0].obj.Contents = stream


def unreadable_content(pdf: pikepdf.Pdf) -> None:
    stream = pdf.make_stream(b"")
    stream.write(b"this is not deflated", filter=Name.FlateDecode)
    pdf.pages[0].obj.Contents = stream


HOSTILE: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "no PDF": lambda: b"PK\x03\x04" + bytes(100),
    "only a header": lambda: b"%PDF-1.7\n",
    "a protected file": lambda: changed(lambda _: None, encryption=pikepdf.Encryption(owner="x", user="y")),
    "a tree in a circle": lambda: changed(circular_tree),
    "a tree without end": lambda: changed(deep_tree),
    "forms that call each other": lambda: changed(circular_form),
    "a page that fills the memory": lambda: changed(bomb),
    "a page that cannot be read": lambda: changed(unreadable_content),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused(name: str) -> None:
    with pytest.raises(UnreadableError) as refusal:
        read_pdf(HOSTILE[name]())
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_a_failed_verification(name: str) -> None:
    made = documents(SHORT)
    (finding,) = verify_brief(HOSTILE[name](), made.brief_edition, made.content).verification.findings
    assert finding.code == "unreadable"


def test_a_page_that_is_none_is_refused_by_every_reader() -> None:
    def without_page(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Pages.Kids.append(Dictionary(Type=Name.Nothing))
        pdf.Root.Pages.Count += 1

    data = changed(without_page)
    with pytest.raises(UnreadableError, match="illisible"):
        read_pdf(data)
    with pytest.raises(UnreadableError, match="illisible"):
        tuple(passages(data))


def test_metadata_that_a_library_would_mend_are_refused() -> None:
    made = documents(SHORT)
    with pikepdf.open(BytesIO(made.brief)) as pdf:
        packet = pdf.Root.Metadata.read_bytes()
        pdf.Root.Metadata.write(packet.replace(b"xmlns:pdfuaid", b"xmlns:other"))
        target = BytesIO()
        pdf.save(target, fix_metadata_version=False)  # which would mend them
    (finding,) = verify_brief(target.getvalue(), made.brief_edition, made.content).verification.findings
    assert finding.message == "XML mal formé dans «\u00a0XMP\u00a0»"


def test_roles_in_a_circle_stay_what_they_are() -> None:
    def circle(pdf: pikepdf.Pdf) -> None:
        pdf.Root.StructTreeRoot.RoleMap = Dictionary(A=Name.B, B=Name.A)
        pdf.Root.StructTreeRoot.K[0].K[0].S = Name.A

    assert {element.tag for element in walk(read_pdf(changed(circle)).tree)} == {"Root", "Document", "A", "P"}


@settings(max_examples=40)
@given(place=st.floats(0, 1), size=st.integers(1, 4000), filler=st.binary(min_size=0, max_size=40))
def test_a_damaged_brief_is_a_finding_never_an_error(place: float, size: int, filler: bytes) -> None:
    made = documents(SHORT)
    start = int(place * len(made.brief))
    damaged = made.brief[:start] + filler + made.brief[start + size :]
    verification = verify_brief(damaged, made.brief_edition, made.content).verification
    assert verification.checks
