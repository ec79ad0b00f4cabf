"""A table of facts with bars: the longest takes the column, the others their share."""

from __future__ import annotations

from pathlib import Path

from content_tree import SMALL, read_tree
from rapport.arrange.arrange import arrange
from rapport.edition.blocks.figures import Table
from rapport.resolve.edition import resolve
from rapport.slides.elements import Panel, TableFrame
from render.pdf.made_up import charter, fonts

FACTS = SMALL["facts/financement.yaml"].replace("status: promised", "status: achieved")
SECTION = """
    title: A
    message: "B"
    blocks:
      - table: {caption: "Deux montants", facts: [levees, promesse], bars: true}
    """


def test_bars_are_shares_of_the_longest(tmp_path: Path) -> None:
    content = read_tree(tmp_path, {"facts/financement.yaml": FACTS, "sections/financement.yaml": SECTION}).content
    (table,) = [block for block in resolve(content, "evian", "brief").sections[0].blocks if isinstance(block, Table)]
    assert [column.role for column in table.columns] == ["name", "amount", "bar", "status", "period", "source"]
    assert [round(row.cells[2].bar, 4) for row in table.rows] == [0.0239, 1.0]


def test_bars_are_native_shapes_over_their_cells(tmp_path: Path) -> None:
    content = read_tree(tmp_path, {"facts/financement.yaml": FACTS, "sections/financement.yaml": SECTION}).content
    deck = arrange(resolve(content, "evian", "deck"), charter(), fonts()).deck
    (slide,) = [each for each in deck.slides if any(isinstance(element, TableFrame) for element in each.elements)]
    (frame,) = [element for element in slide.elements if isinstance(element, TableFrame)]
    short, long = [element.box for element in slide.elements if isinstance(element, Panel)]
    left = frame.box.x + sum(frame.widths[:2])
    assert short.x == long.x == left
    assert long.width == frame.widths[2] - frame.gutters[2]
    assert round(short.width / long.width, 4) == 0.0239
    assert frame.box.y < short.y < short.bottom < long.y < long.bottom < frame.box.bottom
