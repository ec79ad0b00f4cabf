"""What a briefing's documents hold, as plain data: what a script needs to draw documents of the same size."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from rapport.edition.blocks.figures import Chart, KeyFigures, Table
from rapport.edition.edition import Block, Edition, EditionSection
from rapport.edition.text import Text, plain, texts
from rapport.look.geometry import Box
from rapport.slides.deck import Deck, Slide
from rapport.slides.elements import ChartFrame, Element, ElementGroup, Leaf, Panel, TableFrame, TextBox

Drawn = dict[str, Any]


def brief_of(edition: Edition) -> list[Drawn]:
    """Each section's heading, texts, tables (rows of cells) and charts; the cover and footnotes stand as sections."""
    cover = _bare("", texts((edition.cover, edition.contents.title)))
    notes = _bare(edition.furniture("notes"), (plain(note.text) for note in edition.notes))
    return [cover, *map(_section, edition.sections), notes]


def _bare(title: str, found: Iterable[str]) -> Drawn:
    return {"title": title, "texts": list(found), "tables": [], "charts": []}


def _section(section: EditionSection) -> Drawn:
    tables = [block for block in section.blocks if isinstance(block, Table)]
    charts = [block for block in section.blocks if isinstance(block, Chart)]
    return {
        "title": plain(section.title),
        "texts": [*texts(section.lead), *(text for block in section.blocks for text in _prose(block))],
        "tables": [list(_rows(table)) for table in tables],
        "charts": [_chart(chart) for chart in charts],
    }


def _prose(block: Block) -> Iterator[str]:
    """The texts of a block that stand neither in a table nor in a chart."""
    if isinstance(block, Table):
        yield from texts((block.message, block.caption, block.source))
    elif isinstance(block, Chart):
        yield from texts((block.message, block.title, block.measure, block.source))
    elif isinstance(block, KeyFigures):
        yield from texts((block.title, block.source))
        yield from (f"{tile.qualifier} {tile.number} {tile.unit} {plain(tile.label)}" for tile in block.figures)
    else:
        yield from texts(block)


def _rows(table: Table) -> Iterator[list[str]]:
    """The rows with as many cells each as there are columns; a cell's detail follows its text."""
    yield [plain(column.header) for column in table.columns]
    for row in table.rows:
        cells = [f"{plain(cell.text)} {plain(cell.detail)}".strip(" ") for cell in row.cells]
        yield cells + [""] * (len(table.columns) - len(cells))


def _chart(chart: Chart) -> Drawn:
    values = [[float(point.value or 0) for point in series.points] for series in chart.series]
    return {"categories": list(chart.categories), "series": values}


def deck_of(plan: Deck) -> list[Drawn]:
    """Each slide's title, notes, panels, texts, tables and charts, with their boxes in points."""
    return [_slide(slide) for slide in plan.slides]


def _slide(slide: Slide) -> Drawn:
    leaves = list(_leaves(slide.elements))
    tables = [leaf for leaf in leaves if isinstance(leaf, TableFrame)]
    charts = [leaf for leaf in leaves if isinstance(leaf, ChartFrame)]
    boxes = [leaf for leaf in leaves if isinstance(leaf, TextBox)]
    return {
        "title": _words(paragraph.text for paragraph in slide.title.paragraphs),
        "notes": _words((*slide.speech, *slide.sources)),
        "panels": [_place(leaf.box) for leaf in leaves if isinstance(leaf, Panel)],
        "texts": [(_place(box.box), _words(paragraph.text for paragraph in box.paragraphs)) for box in boxes],
        "tables": [(_place(frame.box), _cells(frame)) for frame in tables],
        "charts": [(_place(frame.box), _chart(frame.chart)) for frame in charts],
    }


def _leaves(elements: Iterable[Element]) -> Iterator[Leaf]:
    for element in elements:
        yield from element.elements if isinstance(element, ElementGroup) else (element,)


def _cells(frame: TableFrame) -> list[list[str]]:
    return [[_words(paragraph.text for paragraph in cell.paragraphs) for cell in row.cells] for row in frame.rows]


def _words(found: Iterable[Text]) -> str:
    return "\n".join(plain(text) for text in found)


def _place(box: Box) -> tuple[float, ...]:
    return (float(box.x), float(box.y), float(box.width), float(box.height))
