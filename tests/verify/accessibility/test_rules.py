"""Each line of the accessibility list is seen to say no."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from rapport.verify.accessibility.table import RULES, check_accessibility
from rapport.verify.pdf.document import read_pdf
from verify.documents import SHORT, documents
from verify.mutations_pdf import Node, elements, saved

Change = Callable[[pikepdf.Pdf], None]


def first(pdf: pikepdf.Pdf, tag: str) -> Node:
    return next(node for node in elements(pdf) if tag == node.S)


def retagged(old: str, new: str) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        first(pdf, old).S = Name(new)

    return change


def without(tag: str, key: str) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        del first(pdf, tag)[key]

    return change


def untagged(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.MarkInfo


def suspect(pdf: pikepdf.Pdf) -> None:
    pdf.Root.MarkInfo.Suspects = True


def other_part(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        metadata["pdfuaid:part"] = "2"


def untitled(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        del metadata["dc:title"]


def file_name_shown(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.ViewerPreferences


def speechless(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def bad_language(pdf: pikepdf.Pdf) -> None:
    first(pdf, "/P").Lang = String("français")


def unmarked(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[1].obj
    page.Contents = Array([page.Contents, pdf.make_stream(b"0 0 10 10 re f")])


def left_open(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[1].obj
    page.Contents = Array([page.Contents, pdf.make_stream(b"/Artifact BMC 0 0 1 1 re f")])


def narrow_row(pdf: pikepdf.Pdf) -> None:
    row = next(node for node in elements(pdf) if node.S == "/TR" and len(node.K) > 3)
    row.K = Array(list(row.K)[:-1])


def bullet_after(pdf: pikepdf.Pdf) -> None:
    item = next(node for node in elements(pdf) if node.S == "/LI" and len(node.K) == 2)
    item.K = Array(list(reversed(list(item.K))))


def file_name(pdf: pikepdf.Pdf) -> None:
    first(pdf, "/Figure").Alt = String("graphique.png")


def link_unsaid(pdf: pikepdf.Pdf) -> None:
    annotation = next(item for page in pdf.pages for item in page.obj.get("/Annots", []))
    del annotation["/Contents"]


def tabs_lost(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        if "/Tabs" in page.obj:
            del page.obj["/Tabs"]


def link_untied(pdf: pikepdf.Pdf) -> None:
    link: Node = first(pdf, "/Link")
    link.K = Array([kid for kid in link.K if isinstance(kid, int) or kid.get("/Type") != "/OBJR"])


def same_notes(pdf: pikepdf.Pdf) -> None:
    notes = [node for node in elements(pdf) if node.S == "/Note"]
    notes[1].ID = notes[0].ID


def font_lost(pdf: pikepdf.Pdf) -> None:
    font = next(iter(pdf.pages[1].obj.Resources.Font.values()))
    del font.DescendantFonts[0].FontDescriptor["/FontFile2"]


def unicode_lost(pdf: pikepdf.Pdf) -> None:
    del next(iter(pdf.pages[1].obj.Resources.Font.values()))["/ToUnicode"]


def xfa(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AcroForm = Dictionary(XFA=String("x"), Fields=Array([]))


def content_lost(pdf: pikepdf.Pdf) -> None:
    node = next(node for node in elements(pdf) if isinstance(node.get("/K"), pikepdf.Array) and node.S == "/P")
    node.K = Array([])


def bookmarks_lost(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Outlines


def scripted(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def launching(pdf: pikepdf.Pdf) -> None:
    link = next(item for page in pdf.pages for item in page.obj.get("/Annots", []))
    link.A = Dictionary(S=Name.GoTo, D=Array([]), Next=Dictionary(S=Name.Launch, F=String("calc.exe")))


def scripted_by_name(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([])))


def hiding_a_file(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array([])))


def acting_on_a_page(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].obj.AA = Dictionary(O=Dictionary(S=Name.JavaScript))


def recoloured(operator: bytes) -> Change:
    """All that the second page draws in one colour."""

    def change(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[1]
        data = page.obj.Contents.read_bytes()
        page.obj.Contents = pdf.make_stream(re.sub(rb"[\d.]+ [\d.]+ [\d.]+ rg", operator, data))

    return change


def darkened(pdf: pikepdf.Pdf) -> None:
    """A dark ground under all that the second page draws."""
    page = pdf.pages[1]
    ground = b"/Artifact BMC q 0.2 g 0 0 600 850 re f Q EMC "
    page.obj.Contents = pdf.make_stream(ground + page.obj.Contents.read_bytes())


BROKEN: dict[str, tuple[Change, str]] = {
    "scripted": (scripted, "actions"),
    "scripted by name": (scripted_by_name, "actions"),
    "launching a program": (launching, "actions"),
    "hiding a file": (hiding_a_file, "actions"),
    "acting on a page": (acting_on_a_page, "actions"),
    "grey text": (recoloured(b"0.6 0.6 0.6 rg"), "P17"),
    "yellow text": (recoloured(b"0 0 0.8 0 k"), "P17"),
    "dark ground": (darkened, "P17"),
    "a colour without its parts": (recoloured(b"0.6 rg"), "P17"),
    "untagged": (untagged, "P1"),
    "suspect": (suspect, "P1"),
    "another standard": (other_part, "P2"),
    "untitled": (untitled, "P4"),
    "title not shown": (file_name_shown, "P4"),
    "no language": (speechless, "P5"),
    "a language that is none": (bad_language, "P5"),
    "painting unmarked": (unmarked, "P6"),
    "a mark left open": (left_open, "P6"),
    "an unknown tag": (retagged("/P", "/Paragraphe"), "P7"),
    "a level skipped": (retagged("/H2", "/H4"), "P8"),
    "an item outside of a list": (retagged("/L", "/Div"), "P9"),
    "a bullet after its text": (bullet_after, "P9"),
    "a cell outside of a row": (retagged("/TR", "/Div"), "P9"),
    "a header without scope": (without("/TH", "/A"), "P10"),
    "a row too short": (narrow_row, "P10"),
    "a figure unsaid": (without("/Figure", "/Alt"), "P11"),
    "a figure said by its file": (file_name, "P11"),
    "a link unsaid": (link_unsaid, "P12"),
    "a link outside of the tree": (link_untied, "P12"),
    "tabs in another order": (tabs_lost, "P12"),
    "a note without identifier": (without("/Note", "/ID"), "P13"),
    "two notes of one identifier": (same_notes, "P13"),
    "a font elsewhere": (font_lost, "P14"),
    "a font without meaning": (unicode_lost, "P14"),
    "an XFA form": (xfa, "P15"),
    "content outside of the tree": (content_lost, "P16"),
    "no bookmarks": (bookmarks_lost, "P18"),
}


def codes(data: bytes) -> set[str]:
    return {finding.code for check in check_accessibility(data, read_pdf(data)) for finding in check.findings}


@pytest.mark.parametrize("name", BROKEN)
def test_the_rule_fires(name: str) -> None:
    change, code = BROKEN[name]
    with pikepdf.open(BytesIO(documents(SHORT).brief)) as pdf:
        change(pdf)
        assert code in codes(saved(pdf))


def test_an_old_version_is_told() -> None:
    data = documents(SHORT).brief.replace(b"%PDF-1.7", b"%PDF-2.0", 1)
    assert codes(data) == {"P3"}


def test_a_damaged_structure_is_told() -> None:
    data = documents(SHORT).brief
    place = data.rindex(b"startxref") + len(b"startxref\n")
    assert "P20" in codes(data[:place] + b"1" + data[place + 1 :])


@pytest.mark.parametrize(
    ("key", "code"), [("MarkInfo", "P1"), ("ViewerPreferences", "P4"), ("Outlines", "P18"), ("Annots", "P12")]
)
def test_an_object_of_another_kind_is_a_finding_of_its_rule(key: str, code: str) -> None:
    with pikepdf.open(BytesIO(documents(SHORT).brief)) as pdf:
        owner = pdf.pages[1].obj if key == "Annots" else pdf.Root
        owner[f"/{key}"] = Array([1]) if key == "Annots" else 1
        assert codes(saved(pdf)) == {code}


def test_no_rule_fires_on_the_brief() -> None:
    assert codes(documents(SHORT).brief) == set()


def test_every_rule_has_a_case() -> None:
    fired = {code for _, code in BROKEN.values()} | {"P3", "P20"}
    assert {rule.code for rule in RULES} == fired
