"""The sizes and the white at which a table is tried, the most generous first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from msgspec.structs import replace

from rapport.arrange.blocks.table_cells import LARGEST, Ruled, SetTable
from rapport.arrange.blocks.table_widths import column_widths
from rapport.arrange.piece import leading_at, size_at, steps
from rapport.look.geometry import Box, Pt

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
