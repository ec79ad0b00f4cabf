"""How wide the columns of a table on a slide are, from what they hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from msgspec.structs import replace

from rapport.arrange.blocks.table_cells import SetTable, numbers_of, table_piece
from rapport.arrange.piece import set_at
from rapport.arrange.studio import TextMeasure
from rapport.edition.blocks.figures import Table
from rapport.edition.text import plain, words
from rapport.lines.columns import ColumnWords, Demand, decimal_room, lowest
from rapport.look.geometry import Pt
from rapport.slides.elements import TableCell

ONE_LINE = ("amount", "status")
"""Columns that are not to be broken while others can give way."""

SLACK = 1
"""Points that keep rounding in an office program from breaking a line that fits."""


class Need(NamedTuple):
    """What a column asks for, gutter included: the width of its widest cell on one line, and of its widest word.

    `body` is the width at which all cells but the header stand on one line, `aligned` that at which all do, and their
    numbers under one another.
    """

    natural: float
    least: float
    body: float
    aligned: float


def column_widths(made: SetTable, room: float, step: int) -> tuple[Pt, ...]:
    """Widths that add up to `room`; to more where even the widest words do not fit side by side."""
    table = made.table
    needs = tuple(_need(made, index, step) for index in range(len(table.columns)))
    needs = tuple(_asked(need, column.width * room) for need, column in zip(needs, table.columns, strict=True))
    needs = _under_heads(made, needs, step)
    aligned = tuple(need._replace(natural=need.aligned) for need in needs)
    needs = aligned if sum(need.natural for need in aligned) <= room else needs
    spare = room - sum(need.natural for need in needs)
    if spare >= 0:
        return _widened(table, needs, spare)
    firm = tuple(
        need._replace(least=need.body) if column.role in ONE_LINE else need
        for need, column in zip(needs, table.columns, strict=True)
    )
    return _narrowed(made, firm if sum(need.least for need in firm) <= room else needs, room, step)


def _under_heads(made: SetTable, needs: tuple[Need, ...], step: int) -> tuple[Need, ...]:
    """The needs, the last of the columns under one head as wide as the widest word of that head lacks."""
    wider, studio = list(needs), made.studio
    for head in made.table.upper_heads:
        (paragraph,) = set_at(step, (table_piece(head.text, "table_head"),), studio.look)
        inside = sum(need.least for need in needs[head.first : head.end])
        lacking = studio.measure.widest_word(paragraph) + SLACK + made.gutters[head.end - 1] - inside
        if head.text and lacking > 0:
            wider[head.end - 1] = Need(*(width + lacking for width in wider[head.end - 1]))
    return tuple(wider)


def _asked(need: Need, width: float) -> Need:
    """The need of a column whose author asks for a width: that, or its widest word."""
    return Need(width, width, width, width) if width > need.least else need


DRAWN: Mapping[str, tuple[float, float]] = MappingProxyType({"bar": (90.0, 170.0), "trend": (70.0, 110.0)})
"""The least width at which what is drawn in a column compares, and the usual one."""


def _need(made: SetTable, index: int, step: int) -> Need:
    column, measure = made.table.columns[index], made.studio.measure
    if column.role in DRAWN:
        head = max(map(measure.widest_word, made.header(index, step).paragraphs)) + SLACK + made.gutters[index]
        least, usual = (max(width, head) for width in DRAWN[column.role])
        return Need(usual, least, least, usual)
    cells = tuple(_texts_of(made, index, step))
    extents = [[measure.extents(each) for each in cell.paragraphs] for cell in cells]
    naturals = [cell.indent + max(width for width, _ in found) for cell, found in zip(cells, extents, strict=True)]
    least = max(cell.indent + word for cell, found in zip(cells, extents, strict=True) for _, word in found)
    natural = aligned = max(least, *naturals)
    if column.counts:
        aligned = max(aligned, decimal_room(*numbers_of(made, index, step)))
    more = SLACK + made.gutters[index]
    return Need(natural + more, least + more, max(least, *naturals[1:], 0.0) + more, aligned + more)


def _texts_of(made: SetTable, index: int, step: int) -> Iterator[TableCell]:
    yield made.header(index, step)
    for row in made.body:
        yield made.cell(row, index, step)


def _words_of(made: SetTable, index: int, step: int) -> tuple[ColumnWords, ...]:
    """The texts of a column as breaking sees them."""
    if made.table.columns[index].role in DRAWN:
        return (ColumnWords((), 0.0),) * (1 + len(made.body))
    return tuple(_breaking(cell, made.gutters[index], made.studio.measure) for cell in _texts_of(made, index, step))


def _breaking(cell: TableCell, gutter: Pt, measure: TextMeasure) -> ColumnWords:
    """The main text of a cell as the widths of its words, beside its sign."""
    first = cell.paragraphs[0]
    found = [replace(first, text=words(word), unit=()) for word in plain(first.text).split(" ") if word]
    widths = tuple(measure.width(word) for word in found)
    space = measure.width(replace(first, text=words("\u00a0"), unit=())) if len(widths) > 1 else 0.0
    return ColumnWords(widths, space, cell.indent + SLACK + gutter)


def _widened(table: Table, needs: tuple[Need, ...], spare: float) -> tuple[Pt, ...]:
    """Spare room goes to the names where numbers follow, else to each column by its need; not to those of a width."""
    free = [at for at, column in enumerate(table.columns) if not column.width] or list(range(len(needs)))
    takers = [0] if 0 in free and any(column.role == "amount" for column in table.columns[1:]) else free
    total = sum(needs[at].natural for at in takers)
    return tuple(
        Pt(need.natural + (spare * need.natural / total if at in takers else 0.0)) for at, need in enumerate(needs)
    )


def _narrowed(made: SetTable, needs: tuple[Need, ...], room: float, step: int) -> tuple[Pt, ...]:
    """What is missing is taken where it costs fewest lines; nothing where the widest words are too wide."""
    if sum(need.least for need in needs) > room:
        return tuple(Pt(need.least) for need in needs)
    demands = [Demand(need.least, need.natural, _words_of(made, at, step)) for at, need in enumerate(needs)]
    return tuple(map(Pt, lowest(tuple(demands), room)))
