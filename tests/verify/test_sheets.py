"""On sheets for the printer, what restricts a document stands on each page that they show, whatever drew them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from io import BytesIO

import pikepdf
from msgspec.structs import replace
from pikepdf import Dictionary, Name

from rapport.edition.edition import Edition
from rapport.edition.text import Span
from rapport.pack.print.imposition import PrintWording, booklet, n_up
from rapport.read.charter.charter import read_charter
from rapport.read.faces import installed_fonts
from rapport.render.pdf.brief import draw_brief
from rapport.verify.report import Check
from rapport.verify.sheets import check_sheets
from verify.documents import ROOT, documents

WORDING = PrintWording("Dossier", "Pour l’impression")


def changed(data: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    with pikepdf.open(BytesIO(data)) as pdf:
        change(pdf)
        out = BytesIO()
        pdf.save(out)
    return out.getvalue()


@cache
def edition() -> Edition:
    made = documents("evian-g7").brief_edition
    return replace(made, cover=replace(made.cover, marking=(Span("Diffusion restreinte"),)))


@cache
def brief() -> bytes:
    return draw_brief(edition(), read_charter(ROOT / "assets" / "charter.yaml"), installed_fonts()).data


def marks(sheets: bytes) -> Check:
    return check_sheets(sheets, edition())[0]


def keep_one_page(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[1:]


def replace_the_fourth(pdf: pikepdf.Pdf) -> None:
    """A page of ours with a text of somebody else in its place."""
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    pdf.pages[3].Resources = Dictionary(Font=Dictionary(F=font))
    pdf.pages[3].Contents = pdf.make_stream(b"BT /F 20 Tf 100 100 Td (Programme) Tj ET")


def rename_forms(pdf: pikepdf.Pdf) -> None:
    """As other programs do when they save."""
    for page in pdf.pages:
        data = page.Contents.read_bytes()
        page.Contents = pdf.make_stream(data.replace(b" /P", b" /Fm"))
        page.Resources.XObject = Dictionary({f"/Fm{name[2:]}": form for name, form in page.Resources.XObject.items()})


def test_every_page_on_a_sheet_bears_the_marks() -> None:
    check = marks(n_up(brief(), 4, WORDING).data)
    with pikepdf.open(BytesIO(brief())) as pdf:
        assert (check.count, check.findings) == (len(pdf.pages), ())


def test_a_side_left_blank_needs_no_mark() -> None:
    check = marks(booklet(changed(brief(), keep_one_page), WORDING).data)
    assert (check.count, check.findings) == (1, ())


def test_a_page_without_its_mark_is_found_whatever_the_file_calls_it() -> None:
    sheets = n_up(changed(brief(), replace_the_fourth), 2, WORDING).data
    for each in (sheets, changed(sheets, rename_forms)):
        assert {(finding.code, finding.place) for finding in marks(each).findings} == {
            ("sheet-restriction", "page\u00a02")
        }


def test_a_file_that_the_engine_does_not_open_is_refused() -> None:
    checks = check_sheets(b"%PDF-1.7\n", edition())
    assert {finding.code for check in checks for finding in check.findings} == {"unreadable"}
    assert [check.outcome for check in checks] == ["failed", "failed"]
