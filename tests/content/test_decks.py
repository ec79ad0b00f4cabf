"""Both decks as finished files: valid, without findings, and read back by python-pptx word for word."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping

import pytest
from pptx import Presentation
from pptx.shapes.base import BaseShape

from judges import ooxml
from parts import parts_of
from rapport.arrange.arrange import Arranged
from rapport.edition.blocks.figures import Chart
from rapport.edition.edition import Edition
from rapport.edition.text import plain
from rapport.look.charter import Charter
from rapport.render.deck.writer import write_deck
from rapport.slides.deck import Slide
from rapport.slides.elements import TableFrame, TextBox
from rapport.verify.deck_linter.linter import lint
from sketch import leaves

BRIEFINGS = ("evian-g7", "new-delhi")
SIGN = "▽"
"""On which the leader of an aim ends; the only words that a chart adds to its labels, with white around them."""


@pytest.fixture(scope="module")
def written(plans: Mapping[str, Arranged], charter: Charter) -> Mapping[str, bytes]:
    return {key: write_deck(arranged.deck, charter).data for key, arranged in plans.items()}


@pytest.mark.parametrize("key", BRIEFINGS)
def test_microsoft_finds_nothing(written: Mapping[str, bytes], key: str) -> None:
    books = [data for name, data in parts_of(written[key]).items() if name.endswith(".xlsx")]
    assert len(books) == 3
    try:
        assert ooxml.errors(written[key], "pptx") == ()
        assert [ooxml.errors(book, "xlsx") for book in books] == [()] * len(books)
    except ooxml.NotInstalledError:
        pytest.skip("not run: Microsoft's Open XML validator is not installed")


@pytest.mark.parametrize("key", BRIEFINGS)
def test_the_linter_finds_nothing(written: Mapping[str, bytes], key: str) -> None:
    assert lint(written[key]) == ()


@pytest.mark.parametrize("key", BRIEFINGS)
def test_every_word_is_read_back_in_its_order(
    written: Mapping[str, bytes], plans: Mapping[str, Arranged], key: str
) -> None:
    slides = Presentation(io.BytesIO(written[key])).slides
    for planned, read in zip(plans[key].deck.slides, slides, strict=True):
        shown = [text.replace("\v", "\n") for shape in read.shapes for text in _shown(shape) if text]
        expected = [text for text in _planned(planned) if text]
        assert shown[: len(expected)] == expected, planned.number
        foot = [text for text in (plain(planned.footer), str(planned.number) if planned.footer else "") if text]
        assert sorted(shown[len(expected) :]) == sorted(foot), planned.number


@pytest.mark.parametrize("key", BRIEFINGS)
def test_every_figure_of_a_chart_is_read_back(
    written: Mapping[str, bytes], editions: Mapping[str, Edition], key: str
) -> None:
    blocks = [block for part in editions[f"{key}-deck"].sections for block in part.blocks if isinstance(block, Chart)]
    shapes = [shape for slide in Presentation(io.BytesIO(written[key])).slides for shape in slide.shapes]
    charts = [shape.chart for shape in shapes if shape.has_chart]
    assert len(charts) == len(blocks) == 3
    for block, chart in zip(blocks, charts, strict=True):
        (plot,) = chart.plots
        assert tuple(plot.categories) == block.categories
        for series, read in zip(block.series, plot.series, strict=False):
            assert read.name == series.name
            assert list(read.values) == [None if point.value is None else float(point.value) for point in series.points]
            labels = [read.points[index].data_label.text_frame.text for index in range(len(block.categories))]
            said = [point.label if point.value is not None else "" for point in series.points]
            assert [label.strip(f"\u00a0{SIGN}\n") for label in labels] == said


@pytest.mark.parametrize("key", BRIEFINGS)
def test_notes_are_the_speech_then_the_sources(
    written: Mapping[str, bytes], plans: Mapping[str, Arranged], key: str
) -> None:
    slides = Presentation(io.BytesIO(written[key])).slides
    for planned, read in zip(plans[key].deck.slides, slides, strict=True):
        sources = ["Sources", *map(plain, planned.sources)] if planned.sources else []
        assert read.notes_slide.notes_text_frame.text.split("\n") == [*map(plain, planned.speech), *sources]


def _shown(shape: BaseShape) -> Iterator[str]:
    """The paragraphs that python-pptx reads in a shape, those of groups and tables included."""
    if hasattr(shape, "shapes"):
        for inner in shape.shapes:
            yield from _shown(inner)
    elif getattr(shape, "has_table", False):
        for cell in (cell for row in shape.table.rows for cell in row.cells):  # type: ignore[attr-defined]
            yield from (paragraph.text for paragraph in cell.text_frame.paragraphs)
    elif shape.has_text_frame:
        yield from (paragraph.text for paragraph in shape.text_frame.paragraphs)  # type: ignore[attr-defined]


def _planned(slide: Slide) -> Iterator[str]:
    for leaf in (leaf for element in (slide.title, *slide.elements) for leaf in leaves(element)):
        if isinstance(leaf, TextBox):
            yield from (plain(item.text) + plain(item.unit) for item in leaf.paragraphs)
        elif isinstance(leaf, TableFrame):
            cells = (cell for row in leaf.rows for cell in row.cells)
            yield from (plain(item.text) + plain(item.unit) for cell in cells for item in cell.paragraphs)
