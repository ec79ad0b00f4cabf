"""Pages of a PDF in small."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from briefing_tree import briefing
from content_tree import plain_spaces
from rapport.look.charter import Charter
from rapport.pack.thumbnails import thumbnails
from rapport.read.faces import installed_fonts
from rapport.render.pdf.brief import draw_brief


@pytest.fixture
def pdf(tmp_path: Path, charter: Charter) -> bytes:
    return draw_brief(briefing(tmp_path).brief, charter, installed_fonts()).data


def test_every_page_comes_with_the_title_of_what_begins_there(pdf: bytes) -> None:
    titles = [plain_spaces(preview.title) for preview in thumbnails(pdf, "brief", 100)]
    assert titles == ["L’IA en France", "Sommaire", "Calendrier"]


def test_pictures_have_the_width_asked_and_the_page_s_proportions(pdf: bytes) -> None:
    for preview in thumbnails(pdf, "brief", 150):
        drawn = Image.open(io.BytesIO(preview.picture.data))
        assert drawn.size == (preview.picture.width, preview.picture.height)
        assert drawn.width == 150
        assert 1.40 < drawn.height / drawn.width < 1.43


def test_the_same_file_gives_the_same_bytes(pdf: bytes) -> None:
    assert list(thumbnails(pdf, "brief", 100)) == list(thumbnails(pdf, "brief", 100))


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(pypdfium2.PdfiumError):
        next(thumbnails(b"no pdf", "brief", 100))
