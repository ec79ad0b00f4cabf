"""Texts that a printer would not print are found on the pages themselves."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from pikepdf import Dictionary, Name

from rapport.verify.pdf.seen import seen_pages
from rapport.verify.verify import verify_brief
from verify.documents import documents

SPOKEN = "/Span <</ActualText <FEFF0939093F0902>>> BDC BT /F 20 Tf 100 100 Td (mmm) Tj ET EMC"
"""Words that say what they read as, as those of scripts with vowel signs do."""


def cropped(data: bytes, page: int, foot: float, head: float = 0) -> bytes:
    """The document with a page from whose foot or head so much is cut, so that its furniture comes near the edge."""
    with pikepdf.open(BytesIO(data)) as pdf:
        left, bottom, right, top = (float(value) for value in pdf.pages[page].mediabox)
        pdf.pages[page].mediabox = [left, bottom + foot, right, top - head]  # type: ignore[assignment]
        out = BytesIO()
        pdf.save(out)
    return out.getvalue()


def on_a_sheet(*places: str) -> bytes:
    """A page whose text stands at 100, 100 in a form, which stands in a form for each further place."""
    with pikepdf.new() as pdf:
        drawn, resources = (
            SPOKEN,
            Dictionary(Font=Dictionary(F=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))),
        )
        for place in places:
            entries = Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 800, 800], Resources=resources)
            resources = Dictionary(XObject=Dictionary(P=pdf.make_stream(drawn.encode(), entries)))
            drawn = f"q {place} cm /P Do Q"
        page = pdf.add_blank_page(page_size=(400, 400))
        page.Contents, page.Resources = pdf.make_stream(drawn.encode()), resources
        out = BytesIO()
        pdf.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("places", "nearest"),
    [
        (("1 0 0 1 -40 0",), 60),
        (("0.5 0 0 0.5 10 200",), 60),
        (("0.5 0 0 0.5 -45 200",), 5),
        (("0.5 0 0 0.5 0 100", "0.5 0 0 0.5 -20 200"), 5),
        (("0 1 -1 0 400 -90",), 10),
    ],
)
def test_a_text_is_measured_where_the_sheet_shows_it_smaller_or_turned(places: tuple[str, ...], nearest: float) -> None:
    [page] = seen_pages(on_a_sheet(*places))
    assert page.nearest == pytest.approx(nearest, abs=1.5)  # what Helvetica leaves beside an m


@pytest.mark.parametrize(("foot", "head"), [(40, 0), (0, 40)])
def test_a_text_at_the_edge_of_the_paper_is_found_on_its_page(foot: float, head: float) -> None:
    made = documents("evian-g7")
    found = verify_brief(cropped(made.brief, 2, foot, head), made.brief_edition, made.content).verification
    (reach,) = [check for check in found.checks if check.name == "brief-reach"]
    assert {finding.code for finding in reach.findings} == {"page-edge"}
    assert [finding.place for finding in reach.findings] == ["page\u00a03"]


def test_pages_as_they_are_made_are_within_reach() -> None:
    made = documents("evian-g7")
    found = verify_brief(made.brief, made.brief_edition, made.content).verification
    assert [check.findings for check in found.checks if check.name == "brief-reach"] == [()]
