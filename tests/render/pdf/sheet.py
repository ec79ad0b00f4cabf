"""Small documents for tests: a canvas, lines of text on it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO

import pypdfium2
from PIL.Image import Image

from faces import face
from rapport.formats.pdf.archive import Properties
from rapport.formats.pdf.canvas import TaggedCanvas
from rapport.lines.line import Alignment, Line, LineSetting, Run
from rapport.lines.paragraph import set_paragraph
from rapport.look.palette import Colour
from rapport.render.pdf.text import Baseline, InlineElements, TextInk, draw_lines

SIZE = (400.0, 300.0)
BLACK, BLUE, RED = Colour("#000000"), Colour("#0000FF"), Colour("#FF0000")
INK = TextInk(BLACK, BLUE, BLACK)
PROPERTIES = Properties("Essai", "fr-FR", datetime(2026, 2, 10, 9, 30, tzinfo=UTC))


def new_canvas() -> TaggedCanvas:
    return TaggedCanvas(SIZE, PROPERTIES)


def written(canvas: TaggedCanvas) -> bytes:
    return canvas.finish("brief").data


def lines(runs: Sequence[Run] | str, measure: float = 300.0, alignment: Alignment = "ragged") -> tuple[Line, ...]:
    text = (Run(runs, face(), 10.0),) if isinstance(runs, str) else runs
    return set_paragraph(text, LineSetting(measure, alignment), lambda word: range(3, len(word) - 2))


def draw(canvas: TaggedCanvas, texts: Sequence[Line], y: float = 50.0) -> None:
    """Lines as a paragraph of their own."""
    draw_lines(canvas, texts, Baseline(50.0, y, 12.0), INK, InlineElements(canvas.tree.document.child("P")))


def one_line(text: str, outlines: str = "ttf") -> bytes:
    """A document that holds one line."""
    canvas = new_canvas()
    draw(canvas, lines([Run(text, face(outlines=outlines), 10.0)], 390.0))
    return written(canvas)


def picture(data: bytes, page: int = 0) -> Image:
    """A page as another engine draws it, one pixel per point."""
    image = pypdfium2.PdfDocument(BytesIO(data))[page].render(scale=1).to_pil()
    assert isinstance(image, Image)
    return image.convert("RGB")


def texts(data: bytes) -> list[str]:
    """The text of each page as another engine finds it."""
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(BytesIO(data))]
