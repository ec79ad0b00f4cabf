"""The lines of a slide as read back."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.verify.deck.presentation import Chart, Shape, Slide, leaves
from rapport.verify.finding import slide_place
from rapport.verify.parity.line import FoundLine

Rows = tuple[tuple[tuple[str, ...], ...], ...]
"""The paragraphs of the cells of the rows of a table."""


def slide_lines(slide: Slide) -> tuple[FoundLine, ...]:
    """What stands on the slide, its foot included; the alternative text of a shape comes before what it holds."""
    return tuple(_lines(slide))


def note_lines(slide: Slide) -> tuple[FoundLine, ...]:
    """All texts of the page of notes."""
    place = f"{slide_place(slide.number)}, commentaires"
    return tuple(FoundLine(text, place, page=slide.number) for shape in leaves(slide.notes) for text in _texts(shape))


def charts(slide: Slide) -> tuple[tuple[Chart, str], ...]:
    """The charts of a slide in order, each with its place."""
    shapes = leaves(slide.shapes)
    return tuple((shape.chart, slide_place(slide.number, shape.name)) for shape in shapes if shape.chart is not None)


def tables(slide: Slide) -> tuple[tuple[Rows, str], ...]:
    """The rows of each table of a slide in order, with its place."""
    shapes = leaves(slide.shapes)
    return tuple((shape.rows, slide_place(slide.number, shape.name)) for shape in shapes if shape.rows)


def _lines(slide: Slide) -> Iterator[FoundLine]:
    for shape in leaves(slide.shapes):
        place = slide_place(slide.number, shape.name)
        yield from (FoundLine(text, place, page=slide.number) for text in _texts(shape))


def _texts(shape: Shape) -> Iterator[str]:
    if shape.alternative:
        yield shape.alternative
    yield from shape.paragraphs
    for row in shape.rows:
        for cell in row:
            yield from cell
