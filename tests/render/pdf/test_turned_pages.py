"""Tables too wide for an upright page: on pages that readers turn, with all that a table has."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from editions import edition, section
from gallery.tables import row, table
from judges import verapdf
from rapport.edition.blocks.figures import Table
from rapport.edition.blocks.words import Paragraph
from rapport.edition.edition import Edition
from rapport.edition.text import words
from rapport.render.pdf.brief import draw_brief
from rapport.verify.brief_checks import check_reach, check_words, compare_brief
from rapport.verify.pdf.document import read_pdf
from render.pdf.made_up import charter, fonts

COLUMNS = 18


def wide(rows: int, columns: int = COLUMNS) -> Table:
    heads = ("Mission", *(f"{2010 + at}:amount" for at in range(columns)))
    lines = (row(f"Mission {each}", *(f"{each + at},25 Md€" for at in range(columns))) for each in range(rows))
    return table(heads, *lines)


def shown(rows: int, columns: int = COLUMNS) -> Edition:
    return edition(section("Avant", "Avant", wide(2, 3)), section("Large", "Large", wide(rows, columns)))


def brief(rows: int, columns: int = COLUMNS) -> bytes:
    return draw_brief(shown(rows, columns), charter(), fonts()).data


def turned(data: bytes) -> list[bool]:
    with pikepdf.open(BytesIO(data)) as pdf:
        assert {tuple(map(float, page.mediabox)) for page in pdf.pages} == {(0, 0, 595.28, 841.89)}
        return [page.get("/Rotate", 0) == 90 for page in pdf.pages]


def test_a_table_that_an_upright_page_would_cut_is_turned_and_no_other_page_is() -> None:
    assert turned(brief(5))[-1]
    assert not any(turned(brief(5))[:-1])
    assert not any(turned(brief(5, columns=6)))


def test_a_long_one_goes_on_with_its_heads() -> None:
    data = brief(40)
    assert sum(turned(data)) > 1
    with pypdfium2.PdfDocument(data) as document:
        for page, is_turned in zip(document, turned(data), strict=True):
            if is_turned:
                assert "2010" in page.get_textpage().get_text_range()


def test_all_words_are_on_the_paper_in_order() -> None:
    document = read_pdf(brief(40))
    assert check_words(compare_brief(shown(40), document)).findings == ()
    assert check_reach(document.nearest).findings == ()


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_verapdf_finds_nothing(flavour: verapdf.Flavour) -> None:
    assert verapdf.failures(brief(40), flavour) == ()


def test_what_follows_in_the_section_fills_the_upright_page_before() -> None:
    after = Paragraph(words("Ce texte suit le tableau."))
    data = draw_brief(edition(section("Large", "Large", wide(5), after)), charter(), fonts()).data
    document = read_pdf(data)
    assert turned(data)[-1]
    assert "Ce texte suit le tableau." in document.seen[-2]
    assert check_words(compare_brief(edition(section("Large", "Large", wide(5), after)), document)).findings == ()
