"""Marked content never nests, never crosses an artifact, and is closed when a page ends."""

from __future__ import annotations

import pytest

from rapport.formats.pdf.tags.tree import Element, MarkedContentKid, MarkingError, Marks


def test_content_is_numbered_on_its_page() -> None:
    marks, title, text = Marks("Page1"), Element("H1"), Element("P")
    assert [marks.begin(title), marks.end()] == ["/H1<</MCID 0>>BDC", "EMC"]
    assert [marks.begin(text), marks.end()] == ["/P<</MCID 1>>BDC", "EMC"]
    assert marks.owners == [title, text]
    assert text.kids == [MarkedContentKid("Page1", 1)]


def test_content_within_content_is_refused() -> None:
    marks = Marks("Page1")
    marks.begin(Element("P"))
    with pytest.raises(MarkingError, match="Span opened inside P"):
        marks.begin(Element("Span"))


def test_an_artifact_within_content_is_refused() -> None:
    marks = Marks("Page1")
    marks.begin(Element("P"))
    with pytest.raises(MarkingError, match="artifact inside P"):
        marks.begin_artifact("Layout")


@pytest.mark.parametrize("close", [Marks.end, Marks.end_artifact])
def test_closing_what_is_not_open_is_refused(close: object) -> None:
    assert callable(close)
    with pytest.raises(MarkingError, match="is open"):
        close(Marks("Page1"))


def test_a_page_that_ends_within_content_is_refused() -> None:
    marks = Marks("Page7")
    marks.begin(Element("P"))
    with pytest.raises(MarkingError, match="P is open at the end of Page7"):
        marks.check_closed()


def test_a_page_that_ends_within_an_artifact_is_refused() -> None:
    marks = Marks("Page7")
    marks.begin_artifact("Background")
    with pytest.raises(MarkingError, match="an artifact is open at the end of Page7"):
        marks.check_closed()


def test_content_within_an_artifact_is_drawn_but_not_tagged() -> None:
    marks, repeated = Marks("Page2"), Element("TH")
    written = [
        marks.begin_artifact("Pagination", "Header"),
        marks.begin(repeated),
        marks.end(),
        marks.begin_artifact("Layout"),
        marks.end_artifact(),
        marks.end_artifact(),
    ]
    assert [operator for operator in written if operator] == [
        "/Artifact<</Type/Pagination/Subtype/Header>>BDC",
        "EMC",
    ]
    assert (marks.owners, repeated.kids) == ([], [])
