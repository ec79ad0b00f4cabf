"""The reference of benchmarks/build.py: bare_documents.py TEXTS.json FOLDER."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from xml.sax.saxutils import escape

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table
from reportlab.platypus.tableofcontents import TableOfContents

CHARTS = 3
TABLE_ROWS = 6


def brief(sections: list[list[str]], path: Path) -> None:
    """A page or more for each section: a heading, paragraphs, a table; contents first."""
    styles = getSampleStyleSheet()
    story: list[object] = [Paragraph("Dossier", styles["Title"]), TableOfContents(), PageBreak()]
    for texts in sections:
        story.append(Paragraph(escape(texts[0]), styles["Heading1"]))
        story += [Paragraph(escape(text), styles["BodyText"]) for text in texts[1:]]
        story.append(Table([[escape(text)[:30] for text in texts[:4]] for _ in range(TABLE_ROWS)]))
        story.append(PageBreak())
    SimpleDocTemplate(str(path), pagesize=A4).multiBuild(story)


def deck(sections: list[list[str]], path: Path) -> None:
    """A slide for each section, with text, notes, and a chart on the first few."""
    presentation = Presentation()
    for number, texts in enumerate(sections):
        slide = presentation.slides.add_slide(presentation.slide_layouts[1])
        slide.shapes.title.text = texts[0]
        slide.placeholders[1].text = "\n".join(texts[1:6])
        slide.notes_slide.notes_text_frame.text = "\n".join(texts)
        if number < CHARTS:
            data = CategoryChartData()
            data.categories = ["a", "b", "c"]
            data.add_series("s", (1, 2, 3))
            box = (Inches(1), Inches(2), Inches(6), Inches(4))
            slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *box, data)
    presentation.save(str(path))


if __name__ == "__main__":
    parts = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    brief(parts["brief"], Path(sys.argv[2]) / "bare.pdf")
    deck(parts["deck"], Path(sys.argv[2]) / "bare.pptx")
