"""The reference of benchmarks/deck.py: bare_deck.py COUNT FILE, the same slides with python-pptx as it comes."""

from __future__ import annotations

import sys

from benchmarks.slide_cost import report
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Pt

ROWS, COLUMNS = 4, 3


def write(count: int, path: str) -> None:
    """Slides in threes: a chart, a table, text; all with notes."""
    presentation = Presentation()
    for number in range(count):
        slide = presentation.slides.add_slide(presentation.slide_layouts[5 if number % 3 < 2 else 1])
        slide.shapes.title.text = f"Diapositive {number}"
        slide.notes_slide.notes_text_frame.text = f"Ce que dit l’orateur\u00a0: {number}."
        _FILL[number % 3](slide)
    presentation.save(path)


def _chart(slide) -> None:  # type: ignore[no-untyped-def]
    data = CategoryChartData()
    data.categories = ["fin 2027", "fin 2028", "fin 2029"]
    data.add_series("Puissance", (240, None, 700))
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Pt(48), Pt(176), Pt(570), Pt(304), data)


def _table(slide) -> None:  # type: ignore[no-untyped-def]
    table = slide.shapes.add_table(ROWS, COLUMNS, Pt(48), Pt(146), Pt(864), Pt(180)).table
    for row in range(ROWS):
        for column in range(COLUMNS):
            table.cell(row, column).text = f"Cellule {row} {column}"


def _text(slide) -> None:  # type: ignore[no-untyped-def]
    slide.placeholders[1].text = "Équiper les entreprises\nFormer les agents\nRelier les sites"


_FILL = (_chart, _table, _text)

if __name__ == "__main__":
    report(int(sys.argv[1]), lambda: write(int(sys.argv[1]), sys.argv[2]))
