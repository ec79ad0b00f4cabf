"""What benchmarks/deck.py measures: our_deck.py COUNT FILE, slides in threes as bare_deck.py has them."""

from __future__ import annotations

import sys
from decimal import Decimal
from pathlib import Path

from benchmarks.slide_cost import report

from rapport.edition.blocks.figures import Chart, Point, Series
from rapport.edition.edition import Furniture
from rapport.edition.text import Status, words
from rapport.language.languages import shape_names
from rapport.look.charter import Charter
from rapport.look.geometry import Box, Pt
from rapport.plotting.plan import plan_chart
from rapport.plotting.setting import deck_setting
from rapport.read.charter.charter import read_charter
from rapport.read.faces import installed_fonts
from rapport.render.deck.writer import write_deck
from rapport.slides.deck import Deck, LayoutName, Part, Slide
from rapport.slides.elements import ChartFrame, Element, SlideParagraph, TableCell, TableFrame, TableRow, TextBox

ASSETS = Path(__file__).parents[1] / "assets"
ROWS, COLUMNS = 4, 3
ROOM = Box(Pt(48), Pt(150), Pt(864), Pt(330))
PLANNED = Status("planned", "Prévu")
LAYOUTS: tuple[LayoutName, ...] = ("chart", "table", "content")


def write(count: int, path: Path, charter: Charter) -> None:
    """A chart with a missing value, a table, text; all with notes."""
    slides = tuple(_slide(number) for number in range(count))
    whole = Part("Tout", tuple(slide.key for slide in slides))
    deck = Deck(
        "Banc",
        "",
        "",
        "fr-FR",
        "1.0",
        "2026-02-10",
        Pt(960),
        Pt(540),
        slides,
        (whole,),
        "0" * 64,
        names=Furniture(tuple(shape_names("fr_FR").items())),
    )
    path.write_bytes(write_deck(deck, charter).data)


def _slide(number: int) -> Slide:
    kind = number % 3
    heading = TextBox(
        "Titre", Box(Pt(48), Pt(68), Pt(791), Pt(68)), (_paragraph(f"Diapositive {number}", 30),), "title"
    )
    speech = (words(f"Ce que dit l’orateur\u00a0: {number}."),)
    return Slide(f"s{number}", LAYOUTS[kind], heading, (_FILL[kind](),), speech, (), words("Banc"), number + 1)


def _chart() -> Element:
    points = (Point(Decimal(240), "240 MW"), Point(None, "non précisé"), Point(Decimal(700), "700 MW"))
    series = (Series("Puissance", PLANNED, points),)
    chart = Chart("column", (), (), ("fin 2027", "fin 2028", "fin 2029"), series, (), "Deux barres.")
    look = read_charter(ASSETS / "charter.yaml")
    setting = deck_setting(look.deck, look.statuses, installed_fonts(look.font.name))
    (placed,) = plan_chart(chart, setting, ROOM.width, ROOM.height)
    return ChartFrame("Graphique", ROOM, chart, placed.plan)


def _table() -> Element:
    cells = [[TableCell((_paragraph(f"Cellule {row} {column}"),)) for column in range(COLUMNS)] for row in range(ROWS)]
    rows = tuple(TableRow(tuple(row), Pt(45), "plain" if index else "header") for index, row in enumerate(cells))
    return TableFrame("Tableau", ROOM, (Pt(288),) * COLUMNS, rows, "Un tableau.")


def _text() -> Element:
    lines = ("Équiper les entreprises", "Former les agents", "Relier les sites")
    return TextBox("Texte", ROOM, tuple(_paragraph(line) for line in lines), "body")


def _paragraph(string: str, size: float = 18) -> SlideParagraph:
    return SlideParagraph(words(string), "body", Pt(size), Pt(size * 1.4))


_FILL = (_chart, _table, _text)

if __name__ == "__main__":
    house = read_charter(ASSETS / "charter.yaml")
    report(int(sys.argv[1]), lambda: write(int(sys.argv[1]), Path(sys.argv[2]), house))
