"""pptx_deck.py DATA.json DECK.pptx: the deck with python-pptx as it comes."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Pt

AGENDA = 8
"""Sections on a slide of contents."""


class Deck:
    """A presentation being filled."""

    def __init__(self) -> None:
        self.file = Presentation()
        self.file.slide_width, self.file.slide_height = Pt(960), Pt(540)

    def slide(self, title: str, speech: str = "") -> Any:
        slide = self.file.slides.add_slide(self.file.slide_layouts[5])
        slide.shapes.title.text = title
        if speech:
            slide.notes_slide.notes_text_frame.text = speech
        return slide

    def section(self, section: dict[str, Any]) -> None:
        cards = self.slide(section["message"], section["speech"])
        for number, (title, text) in enumerate(section["messages"]):
            box = cards.shapes.add_textbox(Pt(48 + 290 * number), Pt(150), Pt(280), Pt(240)).text_frame
            box.text = f"{title}\n{text}"
        rows = [["Donnée", "Valeur", "Statut", "Période"], *section["rows"]]
        shapes = self.slide(section["caption"], section["speech"]).shapes
        table = shapes.add_table(len(rows), 4, Pt(48), Pt(146), Pt(864), Pt(180)).table
        for at, row in enumerate(rows):
            for column, text in enumerate(row):
                table.cell(at, column).text = text
        chart = self.slide(section["chart_title"], section["speech"])
        data = CategoryChartData()
        data.categories = section["categories"]
        data.add_series(section["measure"], section["values"])
        chart.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Pt(48), Pt(146), Pt(500), Pt(340), data)
        chart.shapes.add_textbox(Pt(570), Pt(146), Pt(340), Pt(300)).text_frame.text = "\n".join(section["points"])


def main(source: Path, target: Path) -> None:
    """Cover, contents, three slides a section."""
    data = json.loads(source.read_text(encoding="utf-8"))
    deck, sections = Deck(), data["sections"]
    deck.slide(data["title"])
    for at in range(0, len(sections), AGENDA):
        names = "\n".join(each["title"] for each in sections[at : at + AGENDA])
        deck.slide("Sommaire").shapes.add_textbox(Pt(48), Pt(146), Pt(860), Pt(340)).text_frame.text = names
    for section in sections:
        deck.section(section)
    deck.file.save(str(target))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
