"""A briefing's deck beside a bare python-pptx script that draws the same slides; for benchmarks/deck.py.

    python -m benchmarks.real_deck ours|bare FILE

Both start from the same plan: the same titles, texts, tables, charts, signs and rules at the same places, the same
notes. Ours adds the template, tags, languages, links, sections and one set of bytes for one content.
"""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.slide_cost import report
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Pt

from rapport.edition.text import plain
from rapport.project.composition import compose
from rapport.project.project import House, Project, house_of
from rapport.read.content import read_content
from rapport.render.deck.writer import write_deck
from rapport.slides.deck import Deck, Slide
from rapport.slides.elements import (
    ChartFrame,
    ElementGroup,
    Panel,
    RuleLine,
    SlideParagraph,
    SlideSign,
    TableFrame,
    TextBox,
)

ROOT = Path(__file__).parents[1]
BRIEFING = "evian-g7"
BLANK = 5


def planned() -> tuple[Deck, House]:
    """The plan of the deck, and what it is drawn with."""
    house = house_of(Project(ROOT / "content", ROOT / "assets"))
    content = read_content(ROOT / "content", ROOT / "assets").content
    return compose(content, BRIEFING, house, "draft").plan, house


def ours(plan: Deck, house: House, path: Path) -> None:
    """The deck as the program writes it."""
    path.write_bytes(write_deck(plan, house.charter).data)


def bare(plan: Deck, _house: House, path: Path) -> None:
    """The same slides with python-pptx as it comes."""
    presentation = Presentation()
    for item in plan.slides:
        slide = presentation.slides.add_slide(presentation.slide_layouts[BLANK])
        slide.shapes.title.text = _said(item.title.paragraphs)
        _draw(slide, item)
        slide.notes_slide.notes_text_frame.text = "\n".join(plain(text) for text in (*item.speech, *item.sources))
    presentation.save(str(path))


def _draw(slide, item: Slide) -> None:  # type: ignore[no-untyped-def]
    for element in item.elements:
        for leaf in element.elements if isinstance(element, ElementGroup) else (element,):
            place = [Pt(value) for value in (leaf.box.x, leaf.box.y, leaf.box.width, leaf.box.height)]
            if isinstance(leaf, TextBox):
                _text(slide, leaf, place)
            elif isinstance(leaf, TableFrame):
                _table(slide, leaf, place)
            elif isinstance(leaf, ChartFrame):
                _chart(slide, leaf, place)
            elif isinstance(leaf, SlideSign | RuleLine | Panel):
                slide.shapes.add_shape(MSO_SHAPE.OVAL if isinstance(leaf, SlideSign) else MSO_SHAPE.RECTANGLE, *place)


def _text(slide, leaf: TextBox, place: list[Pt]) -> None:  # type: ignore[no-untyped-def]
    frame = slide.shapes.add_textbox(*place).text_frame
    for number, paragraph in enumerate(leaf.paragraphs):
        target = frame.add_paragraph() if number else frame.paragraphs[0]
        run = target.add_run()
        run.text, run.font.size, run.font.bold = plain(paragraph.text), Pt(paragraph.size), paragraph.bold


def _table(slide, leaf: TableFrame, place: list[Pt]) -> None:  # type: ignore[no-untyped-def]
    table = slide.shapes.add_table(len(leaf.rows), len(leaf.widths), *place).table
    for row, cells in enumerate(leaf.rows):
        for column, cell in enumerate(cells.cells):
            table.cell(row, column).text = _said(cell.paragraphs)


def _chart(slide, leaf: ChartFrame, place: list[Pt]) -> None:  # type: ignore[no-untyped-def]
    data = CategoryChartData()
    data.categories = list(leaf.chart.categories)
    for series in leaf.chart.series:
        data.add_series(series.name, [None if point.value is None else float(point.value) for point in series.points])
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *place, data)


def _said(paragraphs: tuple[SlideParagraph, ...]) -> str:
    return "\n".join(plain(paragraph.text) for paragraph in paragraphs)


if __name__ == "__main__":
    made, look = planned()
    write = {"ours": ours, "bare": bare}[sys.argv[1]]
    report(len(made.slides), lambda: write(made, look, Path(sys.argv[2])))
