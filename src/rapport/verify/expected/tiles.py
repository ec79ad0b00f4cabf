"""Key figures of an edition, found again in the plan of a deck, which holds their words alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.blocks.figures import Chart, KeyFigure, KeyFigures
from rapport.edition.blocks.words import Messages
from rapport.edition.edition import Edition
from rapport.edition.text import plain
from rapport.verify.expected.blocks import tile_figure
from rapport.verify.parity.line import ExpectedLine, Stated, letters

SPOKEN = ("alternative", "speech")
"""Lines in which a tile is said as a whole."""


class Tile(Struct, frozen=True):
    """A key figure with the letters of its number and unit, of its label, and of both as they are said."""

    figure: KeyFigure
    number: str
    label: str
    whole: str


class Known(Struct, frozen=True):
    """What the plan's bare words stand for.

    The edition's key figures, the alternative texts of its charts (which the speaker may say), and how many messages
    it numbers at most.
    """

    tiles: tuple[Tile, ...]
    alternatives: frozenset[str]
    ranks: int


def known_of(edition: Edition) -> Known:
    """The key figures, charts and numbered messages of an edition."""
    blocks = tuple(block for section in edition.sections for block in section.blocks)
    tiles = (_tile(figure) for block in blocks if isinstance(block, KeyFigures) for figure in block.figures)
    ranks = max((len(block.items) for block in blocks if isinstance(block, Messages)), default=0)
    alternatives = frozenset(letters(block.alternative) for block in blocks if isinstance(block, Chart))
    return Known(tuple(tiles), alternatives, ranks)


def _tile(figure: KeyFigure) -> Tile:
    label = plain(figure.label)
    return Tile(figure, letters(f"{figure.number}{figure.unit}"), letters(label), _said(tile_figure(figure) + label))


def _said(text: str) -> str:
    return letters(text).casefold()


def recognised(lines: Iterable[ExpectedLine], known: Known) -> Iterator[ExpectedLine]:
    """The lines, numbers of tiles with the evidence behind them, ranks of messages as furniture."""
    for line in lines:
        stated = _stated(line, known.tiles)
        if stated is not None or line.figures:
            yield stated or line
        elif line.text.isdecimal() and int(line.text) <= known.ranks:
            yield replace(line, role="furniture")
        elif letters(line.text) in known.alternatives:
            yield replace(line, role="alternative")
        else:
            yield line


def _stated(line: ExpectedLine, tiles: Iterable[Tile]) -> ExpectedLine | None:
    """The line with the figure it states, if it is the number of its tile or the tile's alternative text."""
    if line.role == "tile":
        return _as_number(line, tiles)
    return _as_said(line, tiles) if line.role in SPOKEN else None


def _as_number(line: ExpectedLine, tiles: Iterable[Tile]) -> ExpectedLine | None:
    """A tile's number stands apart from its qualifier: it is read as the short form; the qualifier is around it."""
    number, scope = letters(line.text), letters(line.scope)
    for tile in tiles:
        if tile.number == number and tile.label in scope:
            stated = Stated(0, len(line.text), replace(tile.figure.evidence, form="short"))
            return replace(line, figures=(stated,), origin=tile.figure.origin)
        if tile.label in scope and number and letters(tile.figure.number).endswith(number):
            return _without_unit(line, tile.figure)
    return None


def _without_unit(line: ExpectedLine, figure: KeyFigure) -> ExpectedLine:
    """A number whose unit or month stands on another line: the whole is read in the tile's alternative text."""
    if letters(figure.number) != letters(line.text) or figure.evidence.low is None:
        return replace(line, figures=(), marks=((0, len(line.text)),), origin=figure.origin)
    stated = Stated(0, len(line.text), replace(figure.evidence, form="number"))
    return replace(line, figures=(stated,), origin=figure.origin)


def _as_said(line: ExpectedLine, tiles: Iterable[Tile]) -> ExpectedLine | None:
    said = _said(line.text)
    for tile in tiles:
        if said.startswith(tile.whole):
            stated = Stated(0, len(tile_figure(tile.figure)), tile.figure.evidence)
            return replace(line, figures=(stated,), origin=tile.figure.origin)
    return None
