"""The reference of benchmarks/build.py: bare_documents.py DRAWN.json FOLDER.

What a practised hand writes in an afternoon: the same headings, texts, tables, charts, slides and notes, with
ReportLab's platypus and python-pptx as they come. No checks, no French, no tags, no looks, no proof.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Pt
from reportlab.graphics.charts.barcharts import HorizontalBarChart
from reportlab.graphics.shapes import Drawing
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table
from reportlab.platypus.tableofcontents import TableOfContents

Drawn = dict[str, Any]
STYLES = getSampleStyleSheet()
TITLE_ONLY = 5


class Document(SimpleDocTemplate):
    """A document whose headings stand in its contents."""

    def afterFlowable(self, flowable: object) -> None:  # noqa: N802, the name platypus calls
        if isinstance(flowable, Paragraph) and flowable.style.name == "Heading1":
            self.notify("TOCEntry", (0, flowable.getPlainText(), self.page))


def brief(sections: list[Drawn], path: Path) -> None:
    """Contents, then each section: a heading, paragraphs, tables, charts; numbered pages."""
    story: list[object] = [Paragraph("Dossier", STYLES["Title"]), TableOfContents(), PageBreak()]
    for section in sections:
        story.append(Paragraph(escape(section["title"]), STYLES["Heading1"]))
        story += [_text(text) for text in section["texts"]]
        story += [_table(rows) for rows in section["tables"]]
        story += [_drawing(chart) for chart in section["charts"]]
    Document(str(path), pagesize=A4).multiBuild(story, onFirstPage=_foot, onLaterPages=_foot)


def _text(text: str) -> Paragraph:
    return Paragraph(escape(text), STYLES["BodyText"])


def _table(rows: list[list[str]]) -> Table:
    return Table([[_text(cell) for cell in row] for row in rows], repeatRows=1)


def _drawing(data: Drawn) -> Drawing:
    chart = HorizontalBarChart()
    chart.width, chart.height = 300, 150
    chart.categoryAxis.categoryNames, chart.data = data["categories"], data["series"]
    drawing = Drawing(450, 200)
    drawing.add(chart)
    return drawing


def _foot(canvas: Any, _document: object) -> None:
    canvas.drawString(72, 40, str(canvas.getPageNumber()))


def deck(slides: list[Drawn], path: Path) -> None:
    """Each slide: a title, panels, texts, tables, charts, notes."""
    presentation = Presentation()
    for drawn in slides:
        slide = presentation.slides.add_slide(presentation.slide_layouts[TITLE_ONLY])
        slide.shapes.title.text = drawn["title"]
        slide.notes_slide.notes_text_frame.text = drawn["notes"]
        for box in drawn["panels"]:
            slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *map(Pt, box))
        for box, text in drawn["texts"]:
            slide.shapes.add_textbox(*map(Pt, box)).text_frame.text = text
        for box, rows in drawn["tables"]:
            _add_table(slide, box, rows)
        for box, chart in drawn["charts"]:
            _add_chart(slide, box, chart)
    presentation.save(str(path))


def _add_table(slide: Any, box: list[float], rows: list[list[str]]) -> None:
    table = slide.shapes.add_table(len(rows), len(rows[0]), *map(Pt, box)).table
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text


def _add_chart(slide: Any, box: list[float], chart: Drawn) -> None:
    data = CategoryChartData()
    data.categories = chart["categories"]
    for number, values in enumerate(chart["series"]):
        data.add_series(f"{number}", values)
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *map(Pt, box), data)


if __name__ == "__main__":
    parts = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    brief(parts["brief"], Path(sys.argv[2]) / "bare.pdf")
    deck(parts["deck"], Path(sys.argv[2]) / "bare.pptx")
