"""Widths of a table's columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from msgspec.structs import replace

from rapport.edition.blocks.figures import Cell, Column, Table
from rapport.edition.text import Text, plain, strong, words
from rapport.lines.columns import ColumnWords, Demand, decimal_room, decimal_shifts, lowest
from rapport.look.geometry import Pt
from rapport.look.grid import GridStrip
from rapport.look.type_style import TypeStyle
from rapport.render.pdf.blocks.context import SEPARATOR, BlockContext
from rapport.render.pdf.blocks.setting import status_width
from rapport.render.pdf.blocks.table_heads import TableType
from rapport.render.pdf.text import Typesetter

MOST_PAGES = 5
"""Pages that a column keeps room for."""
NARROW = 0.7
"""Share of the gutters that is kept where room is scarce."""
FEW = 5
"""Columns that an upright page is wide enough for, or no page is."""
NAMED_FROM = 2
"""More columns than these may have their names above them."""
LONGEST_WORDS = 40
"""ColumnWords looked at for the narrowest width of a column: the longest ones by number of characters."""


def column_strips(context: BlockContext, table: Table, styles: TableType, strip: GridStrip) -> tuple[GridStrip, ...]:
    """The columns over a strip: as wide as their longest line where there is room, less where there is not.

    Where not even their longest words have room side by side, the first takes the whole strip: it names each row on
    lines of its own, above the others.
    """
    gutters = _gutters(context, table)
    demands = [
        _asked(_demand(context, table, number, styles), column.width * strip.width)
        for number, column in enumerate(table.columns)
    ]
    demands = _under_heads(context, table, styles, demands)
    aligned = [_aligned(context, table, number, styles, demand) for number, demand in enumerate(demands)]
    demands = aligned if sum(demand.natural for demand in aligned) <= strip.width - sum(gutters) else demands
    if sum(demand.natural for demand in demands) > strip.width - sum(gutters):
        gutters = _giving(_narrow_gutters(context, table), demands, strip)
    crowded = sum(demand.least for demand in demands) > strip.width - sum(gutters)
    if crowded and len(demands) > NAMED_FROM:
        widths = shared(demands[1:], strip.width - sum(gutters[1:]), range(len(demands) - 1))
        return strip, *_beside(widths, gutters[1:], strip)
    return _beside(_widths(demands, strip.width - sum(gutters), table.columns), gutters, strip)


ONE_LINE = ("amount", "status")
"""Columns whose cells stand on one line where that makes the table no higher."""


def _widths(demands: Sequence[Demand], room: float, columns: Sequence[Column]) -> list[float]:
    """The room shared out; of two ways that make the table equally high, the one that breaks no figure."""
    usual = shared(demands, room, _takers(columns))
    firm = [_firm(demand, column) for demand, column in zip(demands, columns, strict=True)]
    if sum(demand.natural for demand in demands) <= room or sum(demand.least for demand in firm) > room:
        return usual
    whole = shared(firm, room, _takers(columns))
    return whole if _lines(demands, whole) <= _lines(demands, usual) else usual


def _firm(demand: Demand, column: Column) -> Demand:
    """The demand of a column; of one of figures or statuses, all but its head on one line."""
    if column.role not in ONE_LINE or column.width:
        return demand
    widest = max((words.natural for words in demand.cells[1:]), default=0.0) + 0.01
    return replace(demand, least=min(demand.natural, max(demand.least, widest)))


def _lines(demands: Sequence[Demand], widths: Sequence[float]) -> int:
    """How many lines the rows of a table take."""
    columns = zip(demands, widths, strict=True)
    lines = ([words.lines(width) for words in demand.cells] for demand, width in columns)
    return sum(map(max, zip(*lines, strict=True)))


def fits(context: BlockContext, table: Table, styles: TableType, strip: GridStrip) -> bool:
    """Whether the longest words of all columns but the first, which may stand above them, have room side by side.

    Those of few columns have.
    """
    if len(table.columns) <= FEW:
        return True
    demands = [_demand(context, table, number, styles) for number in range(len(table.columns))]
    gutters = _narrow_gutters(context, table)
    first = 1 if len(demands) > NAMED_FROM else 0
    return sum(demand.least for demand in demands[first:]) <= strip.width - sum(gutters[first:])


def _beside(widths: Sequence[float], gutters: Sequence[float], strip: GridStrip) -> tuple[GridStrip, ...]:
    """Columns side by side from the left of a strip."""
    strips, x = [], float(strip.x)
    for width, gutter in zip(widths, (*gutters, 0.0), strict=True):
        strips.append(GridStrip(Pt(x), Pt(width)))
        x += width + gutter
    return tuple(strips)


def _gutters(context: BlockContext, table: Table) -> list[float]:
    measures = context.look.table
    return [
        measures.gutter_after_numbers if column.role == "amount" else measures.gutter for column in table.columns[:-1]
    ]


def _narrow_gutters(context: BlockContext, table: Table) -> list[float]:
    """The gutters where room is scarce: numbers before numbers need no more white than words."""
    usual, least = _gutters(context, table), float(context.look.table.gutter)
    columns = zip(table.columns, table.columns[1:], usual, strict=False)
    return [
        NARROW * (least if column.role == following.role == "amount" else gutter)
        for column, following, gutter in columns
    ]


GIVING = 0.2
"""Share of narrow gutters that is given rather than have a line broken."""


def _giving(gutters: list[float], demands: Sequence[Demand], strip: GridStrip) -> list[float]:
    """The gutters, smaller by what all cells on one line lack, where that is little."""
    white = sum(gutters)
    lacking = sum(demand.natural for demand in demands) + white - strip.width
    return [gutter * (1 - lacking / white) for gutter in gutters] if 0 < lacking <= GIVING * white else gutters


def shared(demands: Sequence[Demand], room: float, takers: Sequence[int]) -> list[float]:
    """The room shared out: what is left over goes to `takers`; what lacks is taken from the widest columns first."""
    natural = sum(demand.natural for demand in demands)
    least = sum(demand.least for demand in demands)
    if natural <= room:
        weight = sum(demands[taker].natural for taker in takers)
        share = [demand.natural * (room - natural) / weight if weight else 0.0 for demand in demands]
        return [demand.natural + (share[at] if at in takers else 0.0) for at, demand in enumerate(demands)]
    if least >= room:
        return [demand.least * room / least for demand in demands]
    return list(lowest(tuple(demands), room))


def _takers(columns: Sequence[Column]) -> tuple[int, ...]:
    """The columns of words, else the first one; none whose author asks for a width, where others are left."""
    free = tuple(at for at, column in enumerate(columns) if not column.width) or tuple(range(len(columns)))
    wordy = tuple(at for at in free if columns[at].role == "text")
    return tuple(dict.fromkeys((free[0], *wordy))) if wordy else free[:1]


DRAWN: Mapping[str, tuple[float, float]] = MappingProxyType({"bar": (50.0, 110.0), "trend": (40.0, 72.0)})
"""The least width at which what is drawn in a column compares, and the usual one."""


def _demand(context: BlockContext, table: Table, number: int, styles: TableType) -> Demand:
    column = table.columns[number]
    if column.role in DRAWN:
        return Demand(
            *DRAWN[column.role], (ColumnWords((), 0.0),) * (1 + sum(row.kind != "group" for row in table.rows))
        )
    plain_rows = [row for row in table.rows if row.kind != "group"]
    cells = [row.cells[number] if number < len(row.cells) else Cell() for row in plain_rows]
    width = context.typesetter.width
    style = styles.cell(column.role)
    lines = [(column.header, styles.head), *((cell.text, style) for cell in cells)]
    lines += [(cell.detail, styles.second) for cell in cells]
    extras = [_extra(context, cell, column, styles) for cell in cells]
    naturals = [width(text, each) for text, each in lines if text]
    longest = [_longest_word(context, text, each) for text, each in _longest(lines)]
    # a hundredth more, or rounding would break what just fits
    least = max((*longest, *extras), default=0.0) + 0.01
    texts = tuple(
        breaking(context.typesetter, text, each) for text, each in _columns_texts(cells, column, styles, style)
    )
    return Demand(least, max((*naturals, *extras), default=0.0) + 0.01, texts)


def _under_heads(context: BlockContext, table: Table, styles: TableType, demands: Sequence[Demand]) -> list[Demand]:
    """The demands, the last of the columns under one head as wide as the widest word of that head lacks."""
    wider, gutters = list(demands), _gutters(context, table)
    for head in table.upper_heads:
        inside = sum(gutters[head.first : head.end - 1])
        lacking = _longest_word(context, head.text, styles.head) + 0.01 - inside
        lacking -= sum(demand.least for demand in demands[head.first : head.end])
        last = wider[head.end - 1]
        if lacking > 0:
            wider[head.end - 1] = replace(last, least=last.least + lacking, natural=last.natural + lacking)
    return wider


def _asked(demand: Demand, width: float) -> Demand:
    """The demand of a column whose author asks for a width: that, or its widest word."""
    return Demand(width, width, demand.cells) if width > demand.least else demand


def _aligned(context: BlockContext, table: Table, number: int, styles: TableType, demand: Demand) -> Demand:
    """The demand of a column whose numbers stand under one another."""
    if not table.columns[number].counts or table.columns[number].width:
        return demand
    wanted = decimal_room(*_numbers(context, table, number, styles)) + 0.01
    return replace(demand, natural=max(demand.natural, wanted))


def number_shifts(
    context: BlockContext, table: Table, styles: TableType, strips: Sequence[GridStrip]
) -> dict[int, tuple[float, ...]]:
    """How far the numbers of each row, by its identity, move from the edges of their columns."""
    rows = [row for row in table.rows if row.kind != "group"]
    columns = [
        decimal_shifts(*_numbers(context, table, number, styles), strip.width) if column.counts else (0.0,) * len(rows)
        for number, (column, strip) in enumerate(zip(table.columns, strips, strict=True))
    ]
    return {id(row): tuple(column[at] for column in columns) for at, row in enumerate(rows)}


def _numbers(
    context: BlockContext, table: Table, number: int, styles: TableType
) -> tuple[list[str], Callable[[int, str], float]]:
    """The texts of a column of amounts, and how wide words are in the look of each."""
    style = styles.cell("amount")
    rows = [row for row in table.rows if row.kind != "group"]
    texts = [plain(row.cells[number].text) if number < len(row.cells) else "" for row in rows]
    strongly = [row.kind == "total" for row in rows]

    def width(at: int, text: str) -> float:
        said = words(text)
        return context.typesetter.width(strong(said) if strongly[at] else said, style)

    return texts, width


def _columns_texts(
    cells: Sequence[Cell], column: Column, styles: TableType, style: TypeStyle
) -> Iterator[tuple[Text, TypeStyle]]:
    """The header, then the text of each cell."""
    yield column.header, styles.head
    for cell in cells:
        yield cell.text, style


def breaking(typesetter: Typesetter, text: Text, style: TypeStyle) -> ColumnWords:
    """A text as the widths of its words."""
    width = typesetter.width
    found = tuple(width(words(word), style) for word in plain(text).split(" ") if word)
    space = width(words("\u00a0"), style)  # a plain one hangs at the end of a line, without a width
    return ColumnWords(found, space if len(found) > 1 else 0.0)


def _extra(context: BlockContext, cell: Cell, column: Column, styles: TableType) -> float:
    """Width of what a cell holds besides its text."""
    if cell.pages_of:
        count = min(MOST_PAGES, max(1, context.pages.expected(cell.pages_of)))
        return context.typesetter.width(words(SEPARATOR.join(["00"] * count)), styles.cell("pages"))
    if not cell.status.word:
        return 0.0
    style = styles.cell(column.role)
    if column.role == "status" and not cell.text:
        return status_width(context, cell.status, style)
    return context.charter.signs.placed(style.size).advance + context.typesetter.width(cell.text, style)


def _longest(lines: Sequence[tuple[Text, TypeStyle]]) -> Sequence[tuple[Text, TypeStyle]]:
    def longest(line: tuple[Text, TypeStyle]) -> int:
        return max(map(len, plain(line[0]).split(" ")), default=0)

    return sorted((line for line in lines if line[0]), key=longest, reverse=True)[:LONGEST_WORDS]


def _longest_word(context: BlockContext, text: Text, style: TypeStyle) -> float:
    return max((context.typesetter.width(words(word), style) for word in plain(text).split(" ") if word), default=0.0)
