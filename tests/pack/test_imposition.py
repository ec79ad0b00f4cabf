"""Sheets for the printer: every page once, where a folded or turned sheet wants it; read back from the file."""

from __future__ import annotations

from collections import Counter
from functools import cache
from io import BytesIO
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.artefact import Artefact
from rapport.pack.print.imposition import (
    A4,
    BINDING,
    PrintWording,
    Side,
    booklet,
    bound,
    in_order,
    n_up,
    saddle_stitch,
    sheet_for,
)
from render.pdf.torture import torture

WORDING = PrintWording("Dossier – livret", "À imprimer recto verso\u202f; le fichier accessible est dossier-brief.pdf")
COUNTS = st.integers(1, 100)
APART = 12.0
"""Digits that are nearer, in points, are of one number."""


@cache
def numbered(count: int) -> bytes:
    """A document whose pages bear their number and nothing else."""
    with pikepdf.new() as pdf:
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        for number in range(count):
            page = pdf.add_blank_page(page_size=A4)
            page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
            page.Contents = pdf.make_stream(b"BT /F 40 Tf 280 400 Td (%d) Tj ET" % number)
        buffer = BytesIO()
        pdf.save(buffer)
    return buffer.getvalue()


def printed(data: bytes) -> list[list[int]]:
    """The numbers of the pages on each side of the sheets, from left to right and from top to bottom."""
    return [_numbers(page) for page in pypdfium2.PdfDocument(data)]


def _numbers(page: pypdfium2.PdfPage) -> list[int]:
    text = page.get_textpage()
    digits = [(text.get_charbox(at, loose=True), text.get_text_range(at, 1)) for at in range(text.count_chars())]
    placed = sorted((-round(box[1]), box[0], box[2], digit) for box, digit in digits if digit.isdecimal())
    numbers: list[str] = []
    for (above, _, end, _), (down, x, _, digit) in pairwise([(0, 0.0, 0.0, ""), *placed]):
        if numbers and down == above and x - end < APART:
            numbers[-1] += digit
        else:
            numbers.append(digit)
    return [int(number) for number in numbers]


def folded(sides: tuple[Side, ...]) -> list[int | None]:
    """The pages of a booklet as they are turned: sheets laid inside one another, each folded in the middle.

    Turned on the short edge, the back of a sheet's left half is the right half of its other side.
    """
    leaves = [((front[1], back[0]), (back[1], front[0])) for front, back in zip(sides[::2], sides[1::2], strict=True)]
    first = [page for leaf, _ in leaves for page in leaf]
    return [*first, *(page for _, leaf in reversed(leaves) for page in leaf)]


@given(COUNTS)
def test_a_folded_booklet_reads_in_order_with_blanks_only_at_its_end(count: int) -> None:
    pages = folded(saddle_stitch(count))
    assert pages[:count] == list(range(count))
    assert pages[count:] == [None] * (len(pages) - count)
    assert len(pages) % 4 == 0
    assert len(pages) - count < 4


@given(COUNTS)
def test_neighbours_of_a_booklet_stand_side_by_side(count: int) -> None:
    total = -(-count // 4) * 4
    for left, right in saddle_stitch(count):
        known = [page for page in (left, right) if page is not None]
        assert len(known) < 2 or sum(known) == total - 1


@given(COUNTS, st.integers(1, 16))
def test_sheets_hold_every_page_once_in_order(count: int, per_sheet: int) -> None:
    sides = in_order(count, per_sheet)
    pages = [page for side in sides for page in side]
    assert {len(side) for side in sides} == {per_sheet}
    assert pages[:count] == list(range(count))
    assert set(pages[count:]) <= {None}
    assert len(pages) - count < per_sheet


@pytest.mark.parametrize("count", [1, 2, 5, 8, 13])
def test_a_booklet_shows_what_its_plan_says(count: int) -> None:
    planned = [[page for page in side if page is not None] for side in saddle_stitch(count)]
    assert printed(booklet(numbered(count), WORDING).data) == planned


@pytest.mark.parametrize("per_sheet", [1, 2, 3, 4, 6, 9, 16])
def test_pages_stand_in_reading_order_on_each_sheet(per_sheet: int) -> None:
    sheets = printed(n_up(numbered(13), per_sheet, WORDING).data)
    assert sheets == [list(range(13))[start : start + per_sheet] for start in range(0, 13, per_sheet)]


@pytest.mark.parametrize(("per_sheet", "lying"), [(1, False), (2, True), (4, False), (6, True), (8, True), (9, False)])
def test_a_sheet_lies_as_lets_pages_be_larger(per_sheet: int, lying: bool) -> None:
    sheet = sheet_for(per_sheet, A4)
    assert (sheet.width > sheet.height) is lying


@pytest.mark.parametrize("per_sheet", range(1, 17))
def test_cells_lie_within_the_sheet_and_apart(per_sheet: int) -> None:
    sheet = sheet_for(per_sheet, (960.0, 540.0))
    width, height = sheet.cell
    cells = list(sheet.cells())
    assert len(cells) >= per_sheet
    assert all(0 <= x <= sheet.width - width and 0 <= y <= sheet.height - height for x, y in cells)
    assert len({(round(x), round(y)) for x, y in cells}) == len(cells)


@cache
def sheets() -> Artefact:
    return booklet(torture().data, WORDING)


def test_the_same_document_gives_the_same_bytes() -> None:
    assert booklet(torture().data, WORDING).data == sheets().data


def test_the_file_says_what_it_is() -> None:
    with pikepdf.open(BytesIO(sheets().data)) as pdf:
        assert str(pdf.docinfo["/Title"]) == pdf.open_metadata()["dc:title"] == WORDING.title
        assert str(pdf.docinfo["/Subject"]) == pdf.open_metadata()["dc:description"] == WORDING.subject
        assert str(pdf.Root.Lang) == "fr-FR"
        assert pdf.Root.ViewerPreferences.Duplex == "/DuplexFlipShortEdge"
        assert "/StructTreeRoot" not in pdf.Root
        assert "pdfuaid:part" not in pdf.open_metadata()
        assert pdf.check_pdf_syntax() == []


def letters(data: bytes) -> Counter[str]:
    pages = pypdfium2.PdfDocument(data)
    return Counter(letter for page in pages for letter in page.get_textpage().get_text_range() if letter.isalnum())


def test_every_letter_is_kept_and_the_file_weighs_no_more() -> None:
    assert letters(sheets().data) == letters(torture().data)
    assert len(sheets().data) < len(torture().data)


def test_what_is_no_document_is_refused() -> None:
    with pytest.raises(pikepdf.PdfError):
        booklet(b"n'est pas un PDF", WORDING)


def test_pages_to_bind_move_away_from_the_binding_in_turn() -> None:
    starts = []
    for page in pypdfium2.PdfDocument(bound(numbered(4), WORDING).data):
        text = page.get_textpage()
        starts.append(text.get_charbox(0)[0])
    right, left = starts[0], starts[1]
    assert right - left == pytest.approx(2 * BINDING, abs=4)
    assert starts[2] == pytest.approx(right, abs=4)
    with pikepdf.open(BytesIO(bound(numbered(2), WORDING).data)) as pdf:
        assert pdf.Root.ViewerPreferences.Duplex == pikepdf.Name.DuplexFlipLongEdge
