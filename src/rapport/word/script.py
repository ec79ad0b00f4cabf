"""The texts of a brief in order, each with a number by which it is known again when it comes back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from rapport.edition.blocks.figures import Table
from rapport.edition.blocks.words import Bullets
from rapport.edition.edition import Block, Edition, Section
from rapport.edition.text import Text
from rapport.edition.walk import passages

Style = Literal["title", "heading", "lead", "paragraph", "item", "sub-item", "cell", "head"]


class Line(Struct, frozen=True):
    """A text, how it is set, and its number from 1."""

    style: Style
    text: Text
    number: int


class Grid(Struct, frozen=True):
    """A table: its lines row by row, the first row its heads."""

    rows: tuple[tuple[Line, ...], ...]


Part = Line | Grid


def script(edition: Edition) -> tuple[Part, ...]:
    """All texts of a brief."""
    return tuple(_Numbering().parts(edition))


def lines(parts: tuple[Part, ...]) -> Iterator[Line]:
    """The lines of a script, those of tables included."""
    for part in parts:
        if isinstance(part, Line):
            yield part
        else:
            yield from (line for row in part.rows for line in row)


class _Numbering:
    """Numbers lines in the order in which they are made."""

    def __init__(self) -> None:
        self.last = 0

    def line(self, style: Style, text: Text) -> Line:
        self.last += 1
        return Line(style, text, self.last)

    def parts(self, edition: Edition) -> Iterator[Part]:
        yield self.line("title", edition.title)
        if edition.cover.subtitle:
            yield self.line("lead", edition.cover.subtitle)
        for section in edition.sections:
            yield from self._section(section)
        for note in edition.notes:
            yield self.line("paragraph", note.text)

    def _section(self, section: Section) -> Iterator[Part]:
        yield self.line("heading", section.title)
        if section.lead:
            yield self.line("lead", section.lead)
        for block in section.blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[Part]:
        """A list and a table keep their form; of any other block, its texts."""
        if isinstance(block, Bullets):
            for item in block.items:
                yield self.line("item", item.text)
                yield from (self.line("sub-item", child) for child in item.children)
        elif isinstance(block, Table):
            yield self.line("lead", block.caption)
            yield self._grid(block)
        else:
            yield from (self.line("paragraph", text) for text in passages(block))

    def _grid(self, table: Table) -> Grid:
        heads = tuple(self.line("head", column.header) for column in table.columns)
        rows = (tuple(self.line("cell", cell.text) for cell in row.cells) for row in table.rows)
        return Grid((heads, *rows))
