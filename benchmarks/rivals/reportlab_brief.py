"""reportlab_brief.py DATA.json BRIEF.pdf: the brief with ReportLab's platypus; no tags, no French spaces, no proof.

Its own best settings: the C extension `rl_accel` (of the bench extra), streams that are deflated and not in base 85.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.graphics.charts.barcharts import VerticalBarChart
from reportlab.graphics.shapes import Drawing
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table
from reportlab.platypus.tableofcontents import TableOfContents

rl_config.useA85 = 0

BODY = ParagraphStyle("body", fontName="Face", fontSize=10.5, leading=15, spaceAfter=7, alignment=TA_JUSTIFY)
HEADING = ParagraphStyle("heading", fontName="Face-Bold", fontSize=19, leading=23, spaceAfter=14)
CELL = ParagraphStyle("cell", fontName="Face", fontSize=8.5, leading=11)
FACES = {"Face": "Regular", "Face-Bold": "Bold", "Face-Italic": "It", "Face-BoldItalic": "BoldIt"}


class Document(SimpleDocTemplate):
    """A document whose headings stand in its contents."""

    def afterFlowable(self, flowable: object) -> None:  # noqa: N802, the name platypus calls
        if isinstance(flowable, Paragraph) and flowable.style is HEADING:
            self.notify("TOCEntry", (0, flowable.getPlainText(), self.page))


def _section(section: dict[str, Any]) -> Iterator[object]:
    yield PageBreak()
    yield Paragraph(escape(section["title"]), HEADING)
    yield _bold(section["message"])
    yield from (Paragraph(escape(text), BODY) for text in (section["lead"], *section["paragraphs"]))
    yield from (Paragraph(f"<b>{escape(title)}</b> {escape(text)}", BODY) for title, text in section["messages"])
    yield _bold(section["caption"])
    rows = (["Donnée", "Valeur", "Statut", "Période"], *section["rows"])
    yield Table([[Paragraph(escape(cell), CELL) for cell in row] for row in rows], repeatRows=1)
    yield from (_bold(section["chart_title"]), Paragraph(escape(section["measure"]), CELL), _chart(section))
    yield from (Paragraph(escape(text), BODY, bulletText="•") for text in section["points"])


def _bold(text: str) -> Paragraph:
    return Paragraph(f"<b>{escape(text)}</b>", BODY)


def _chart(section: dict[str, Any]) -> Drawing:
    chart = VerticalBarChart()
    chart.width, chart.height = 300, 120
    chart.valueAxis.valueMin = 0
    chart.categoryAxis.categoryNames, chart.data = section["categories"], [section["values"]]
    drawing = Drawing(320, 150)
    drawing.add(chart)
    return drawing


def _foot(canvas: Any, _document: object) -> None:
    canvas.setFont("Face", 8.5)
    canvas.drawString(72, 40, f"page {canvas.getPageNumber()}")


def main(source: Path, target: Path) -> None:
    """Contents, then the sections, in as many passes as ReportLab takes."""
    import font_source_sans_pro  # noqa: PLC0415 (a folder of faces)

    folder = Path(font_source_sans_pro.__file__).parent / "files"
    for name, style in FACES.items():
        registerFont(TTFont(name, folder / f"SourceSansPro-{style}.ttf"))
    registerFontFamily("Face", *FACES)
    data = json.loads(source.read_text(encoding="utf-8"))
    story: list[object] = [Paragraph(escape(data["title"]), HEADING), TableOfContents(levelStyles=[BODY])]
    for section in data["sections"]:
        story += _section(section)
    document = Document(str(target), pagesize=A4, leftMargin=170, rightMargin=51, title=data["title"])
    document.multiBuild(story, onFirstPage=_foot, onLaterPages=_foot)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
