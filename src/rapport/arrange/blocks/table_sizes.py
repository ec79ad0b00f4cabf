"""The sizes and the white at which a table is tried, the most generous first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from msgspec.structs import replace

from rapport.arrange.blocks.table_cells import LARGEST, Ruled, SetTable, numbers_of, table_piece
from rapport.arrange.piece import leading_at, set_at, size_at, steps
from rapport.arrange.studio import TextMeasure
from rapport.edition.blocks.figures import Table
from rapport.edition.text import plain, words
from rapport.lines.columns import ColumnWords, Demand, decimal_room, lowest
from rapport.look.geometry import Box, Pt
from rapport.slides.elements import TableCell, TableFrame

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


# The sizes and the white at which a table is tried, the most generous first.

ROUNDING = 0.01
"""Points that sums of widths and heights may lose."""


def rulings(made: SetTable, place: Box, tight: bool = False) -> Iterator[Ruled]:
    """Sizes and paddings from the most generous to the densest; only those at which no word is cut.

    Those above the charter's own size are for tables whose rows take no more lines then and whose columns have the
    widths asked for; where there are few rows, a line more for each is still little, but not for the very largest
    sizes. A row or two may take as many lines as their slide has.
    """
    look = made.studio.look
    sizes = steps(look, "table_cell", LARGEST)
    own, count = sizes.index(look.type.table_cell.size), len(made.table.rows)

    @cache
    def at(step: int) -> Ruled:
        return made.ruled(column_widths(made, place.width, step), step)

    @cache
    def lines(step: int) -> int:
        return _lines(made, at(step))

    for step in range(_first_step(count, sizes, own), len(sizes)):
        setting = at(step)
        more = count if count <= FEWEST and sizes[step] <= LARGE else 0
        longer = count > ALONE and lines(step) > lines(own) + more
        if step < own and (longer or _ignores_widths(made, setting)):
            continue
        too_wide = sum(setting.widths) / place.width
        if tight and too_wide > 1:
            setting = made.ruled(tuple(Pt(width / too_wide) for width in setting.widths), step)
        if sum(setting.widths) <= place.width + ROUNDING:
            for padding in (look.table.padding, look.table.padding_dense):
                yield replace(setting, padding=padding)


FEW = 10
"""Rows beyond which no slide holds a table at a size above the charter's: more were not found to grow."""
FEWEST, LARGE = 4, 24
"""Rows up to which a table starts from a larger size and may have more white between; the size of others."""
ALONE, LARGER = 2, 30
"""Rows that would leave their slide empty at any but the very largest sizes; the size of those up to `FEWEST`."""


def _first_step(count: int, sizes: Sequence[float], own: int) -> int:
    """Where a table of so many rows begins in the scale of sizes; `own` is the place of the charter's."""
    if count > FEW:
        return own
    most = LARGEST if count <= ALONE else LARGER if count <= FEWEST else LARGE
    return next((at for at, size in enumerate(sizes[:own]) if size <= most), own)


def _ignores_widths(made: SetTable, setting: Ruled) -> bool:
    """Whether a column is wider than its author asks for, since a word of it is."""
    room = sum(setting.widths)
    asked = zip(made.table.columns, setting.widths, strict=True)
    return any(column.width and width > column.width * room + ROUNDING for column, width in asked)


def _lines(made: SetTable, setting: Ruled) -> int:
    """The lines of all rows at a step, those of details counted as parts of a line."""
    look = made.studio.look
    leading = leading_at(look.type.table_cell, size_at(setting.step, "table_cell", look, LARGEST))
    return sum(round(row.height / leading) for row in made.rows(made.table.rows, setting))


ROOMY = 0.9
"""Share of its place up to which rows of a table are set farther apart."""


def spaced(tight: TableFrame, whites: Iterable[Pt], place: Box, remake: Callable[[Pt], TableFrame]) -> TableFrame:
    """A table made again with the first white above and below its rows that leaves its place some; `tight` where all
    leave none.
    """
    for white in whites:
        height = tight.box.height + 2 * (white - tight.padding) * len(tight.rows)
        if white > tight.padding and height <= ROOMY * place.height:
            return remake(white)
    return tight
