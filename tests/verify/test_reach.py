"""Texts that a printer would not print are found on the pages themselves."""

from __future__ import annotations

from io import BytesIO

import pikepdf

from rapport.verify.verify import verify_brief
from verify.documents import documents


def cropped(data: bytes, page: int, points: float) -> bytes:
    """The document with a page from whose edges so much is cut, so that its furniture comes near them."""
    with pikepdf.open(BytesIO(data)) as pdf:
        left, bottom, right, top = (float(value) for value in pdf.pages[page].mediabox)
        pdf.pages[page].mediabox = [left, bottom + points, right, top]  # type: ignore[assignment]
        out = BytesIO()
        pdf.save(out)
    return out.getvalue()


def test_a_text_at_the_edge_of_the_paper_is_found_on_its_page() -> None:
    made = documents("evian-g7")
    found = verify_brief(cropped(made.brief, 2, 30), made.brief_edition, made.content).verification
    (reach,) = [check for check in found.checks if check.name == "brief-reach"]
    assert {finding.code for finding in reach.findings} == {"page-edge"}
    assert [finding.place for finding in reach.findings] == ["page\u00a03"]


def test_pages_as_they_are_made_are_within_reach() -> None:
    made = documents("evian-g7")
    found = verify_brief(made.brief, made.brief_edition, made.content).verification
    assert [check.findings for check in found.checks if check.name == "brief-reach"] == [()]
