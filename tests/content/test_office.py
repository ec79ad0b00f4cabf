"""The decks as LibreOffice draws them, with whatever faces this machine has: no text leaves its box."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from pptx import Presentation
from pptx.shapes.base import BaseShape
from pptx.shapes.group import GroupShape
from pptx.util import Length

from rapport.arrange.arrange import Arranged
from rapport.look.charter import Charter
from rapport.render.deck.writer import write_deck

TOLERANCE = 3.0
"""Points by which ink may leave its line: accents above, tails below."""
Box = tuple[float, float, float, float]


@pytest.fixture(scope="module")
def drawn(plans: Mapping[str, Arranged], charter: Charter, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with both decks, and what LibreOffice makes of them."""
    office = shutil.which("soffice")
    if not office:
        pytest.skip("not run: LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("office")
    for key, arranged in plans.items():
        (folder / f"{key}.pptx").write_bytes(write_deck(arranged.deck, charter).data)
    options = [
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
    ]
    command = [office, *options, str(folder), *(str(folder / f"{key}.pptx") for key in plans)]
    subprocess.run(command, capture_output=True, timeout=180, check=True)
    return folder


@pytest.mark.parametrize("key", ["evian-g7", "new-delhi"])
def test_no_text_leaves_its_box(drawn: Path, key: str) -> None:
    slides = Presentation(str(drawn / f"{key}.pptx")).slides
    with pypdfium2.PdfDocument(drawn / f"{key}.pdf") as document:
        assert len(document) == len(slides)
        for number, (page, slide) in enumerate(zip(document, slides, strict=True), start=1):
            boxes = list(_boxes(slide.shapes))
            lines = list(_lines(page))
            assert lines, number
            outside = [text for text, line in lines if not any(_within(line, box) for box in boxes)]
            assert outside == [], f"slide {number}"


def test_a_text_outside_its_box_would_be_seen() -> None:
    assert _within((10, 10, 90, 20), (8, 8, 92, 40))
    assert not _within((10, 10, 99, 20), (8, 8, 92, 40))
    assert not _within((10, 30, 90, 50), (8, 8, 92, 40))


def test_boxes_of_texts_do_not_meet(drawn: Path) -> None:
    """Lines of text that LibreOffice draws one over the other would be text that grew into its neighbour."""
    for key in ("evian-g7", "new-delhi"):
        with pypdfium2.PdfDocument(drawn / f"{key}.pdf") as document:
            for number, page in enumerate(document, start=1):
                lines = sorted(_lines(page), key=lambda each: (each[1][1], each[1][0]))
                met = [(one[0], other[0]) for one, other in pairwise(lines) if _meet(one[1], other[1])]
                assert met == [], f"{key}, slide {number}"


def _boxes(shapes: object) -> Iterator[Box]:
    """The boxes in which texts stand, in points from the top left corner: left, top, right, bottom."""
    for shape in shapes:  # type: ignore[attr-defined]
        assert isinstance(shape, BaseShape)
        if isinstance(shape, GroupShape):
            yield from _boxes(shape.shapes)
        elif not shape.has_text_frame or shape.text_frame.text:  # type: ignore[attr-defined]
            left, top, width, height = (Length(each).pt for each in (shape.left, shape.top, shape.width, shape.height))
            yield left, top, left + width, top + height


def _lines(page: pypdfium2.PdfPage) -> Iterator[tuple[str, Box]]:
    height, texts = page.get_height(), page.get_textpage()
    for index in range(texts.count_rects()):
        left, bottom, right, top = texts.get_rect(index)
        text = texts.get_text_bounded(left, bottom, right, top)
        if text.strip(" \r\n"):
            yield text, (left, height - top, right, height - bottom)


def _within(line: Box, box: Box) -> bool:
    return (
        line[0] >= box[0] - TOLERANCE
        and line[1] >= box[1] - TOLERANCE
        and line[2] <= box[2] + TOLERANCE
        and line[3] <= box[3] + TOLERANCE
    )


def _meet(one: Box, other: Box) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > TOLERANCE and down > TOLERANCE
