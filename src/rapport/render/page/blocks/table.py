"""Tables: headers with their scope; on a narrow screen each row becomes a list of its cells.

Roles are written out, since a browser that shows a row as a block may no longer say that it is one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapport.edition.blocks.table import Cell, Column, Row, Table
from rapport.edition.text import plain
from rapport.look.charter import Charter
from rapport.render.page.inline import inline
from rapport.render.page.markup import element, text
from rapport.render.page.sign import sign

_CLASSES = {"amount": "amount", "code": "code"}


def draw_table(block: Table, charter: Charter, rows: Iterable[Row]) -> Iterator[str]:
    """The table with these rows, piece by piece; a group of rows is a body of its own."""
    yield '<div class="block"><table role="table">'
    yield element("caption", inline(block.caption)) if block.caption else ""
    headers = "".join(_header(column) for column in block.columns)
    yield element("thead", element("tr", headers, role="row"), role="rowgroup")
    yield '\n<tbody role="rowgroup">\n'
    for number, row in enumerate(rows):
        if row.kind == "group" and number:
            yield '</tbody>\n<tbody role="rowgroup">\n'
        yield _group(row, len(block.columns)) if row.kind == "group" else _row(row, block.columns, charter)
    yield "</tbody></table>"
    yield element("p", inline(block.source), class_="source") if block.source else ""
    yield "</div>\n"


def _header(column: Column) -> str:
    return element("th", inline(column.header), scope="col", role="columnheader", class_=_class(column))


def _class(column: Column) -> str:
    return _CLASSES.get(column.role, "")


def _group(row: Row, columns: int) -> str:
    heading = element(
        "th", element("bdi", inline(row.cells[0].text)), scope="rowgroup", role="rowheader", colspan=f"{columns}"
    )
    return element("tr", heading, class_="group", role="row") + "\n"


def _row(row: Row, columns: tuple[Column, ...], charter: Charter) -> str:
    first, *others = zip(columns, row.cells, strict=False)
    cells = element("th", _content(first[1], charter), scope="row", role="rowheader", class_=_class(first[0]))
    for column, cell in others:
        label = plain(column.header)
        cells += element("td", _content(cell, charter), role="cell", class_=_class(column), data_label=label)
    return element("tr", cells, role="row") + "\n"


def _content(cell: Cell, charter: Charter) -> str:
    words = inline(cell.text) or text(cell.status.word)
    detail = element("span", inline(cell.detail), class_="detail") if cell.detail else ""
    return sign(cell.status, charter) + words + detail
