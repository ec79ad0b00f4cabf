"""Left edges of the pages of both summits stand on the columns of the grid; read from the plan, then from the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

import pypdfium2 as pdfium
import pytest

from rapport.formats.pdf.tags.tree import Element
from rapport.look.charter import Charter
from rapport.render.pdf.composer.vertical import flattened
from rapport.render.pdf.display.item import TextLine
from render.pdf.placed import pages
from verify.documents import documents

BRIEFING = pytest.mark.parametrize("key", ["evian-g7", "new-delhi"])
OWN_COLUMNS = frozenset(("TD", "TH", "Figure"))
"""What has columns of its own: tables by their content, charts by their data."""
INSET, NUMBER = 14.0, 36.0
"""From a column to the words after a dash or inside a callout, and to those after the number of a message."""
WORD = re.compile(r"^[^\W\d_]{4,}")
BEARING = 3.5
"""White a letter has at its left, and what a guillemet of a title hangs, in points."""


class Edge(NamedTuple):
    """Where a line begins: its page from 1, its text and its left end."""

    page: int
    text: str
    x: float


def tags(element: Element | None) -> Iterator[str]:
    """The tags from an element up to the document's."""
    while element is not None:
        yield element.tag
        element = element.parent


def edges(key: str) -> list[Edge]:
    """The lines set from the left, but those of tables and charts; the cover is page 1."""
    return [
        Edge(number, item.line.text, item.x)
        for number, page in enumerate(pages(documents(key).brief_edition), start=2)
        for placed in page.placed
        for item, _ in flattened(placed.box, placed.y)
        if isinstance(item, TextLine) and item.prose.align == 0 and item.prose.inlines is not None
        if not OWN_COLUMNS & set(tags(item.prose.inlines.block))
    ]


@BRIEFING
def test_lines_begin_on_a_column_or_at_its_inset(key: str, charter: Charter) -> None:
    brief = charter.brief
    columns = [cell.x for cell in brief.grid.cells.cells()][::2]
    sign = {round(charter.signs.placed(style.size).advance, 1) for style in (brief.type.status, brief.type.table_cell)}
    insets = {0.0, INSET, NUMBER, *sign, *(round(NUMBER + each, 1) for each in sign)}
    found = edges(key)
    assert len(found) > 300
    for edge in found:
        column = max(x for x in columns if x <= edge.x + 0.1)
        assert round(edge.x - column, 1) in insets, edge


@BRIEFING
def test_the_file_has_them_where_they_were_planned(key: str) -> None:
    document = pdfium.PdfDocument(BytesIO(documents(key).brief))
    texts = [page.get_textpage() for page in document]
    told = [edge for edge in edges(key) if WORD.match(edge.text)]
    assert len(told) > 100
    for edge in told[::3]:
        starts = []
        for text in texts:
            search = text.search(WORD.findall(edge.text)[0], match_case=True)
            while place := search.get_next():
                starts.append(text.get_charbox(place[0])[0])
        assert any(-BEARING < start - edge.x < BEARING for start in starts), (edge, starts)
