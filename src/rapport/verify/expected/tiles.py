"""Key figures of an edition, found again in the plan of a deck, which holds their words alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.blocks.chart import Chart
from rapport.edition.blocks.key_figures import KeyFigure, KeyFigures
from rapport.edition.blocks.messages import Messages
from rapport.edition.edition import Edition
from rapport.edition.text import plain
from rapport.verify.expected.blocks import tile_figure
from rapport.verify.expected.printed import letters
from rapport.verify.parity.line import ExpectedLine, Stated

SPOKEN = ("alternative", "speech")
"""Lines in which a tile is said as a whole."""


class Known(Struct, frozen=True):
    """What the plan's bare words stand for.

    The edition's key figures, the alternative texts of its charts (which the speaker may say), and how many messages
    it numbers at most.
    """

    figures: tuple[KeyFigure, ...]
    alternatives: frozenset[str]
    ranks: int


def known_of(edition: Edition) -> Known:
    """The key figures, charts and numbered messages of an edition."""
    blocks = tuple(block for section in edition.sections for block in section.blocks)
    figures = (figure for block in blocks if isinstance(block, KeyFigures) for figure in block.figures)
    ranks = max((len(block.items) for block in blocks if isinstance(block, Messages)), default=0)
    alternatives = frozenset(letters(block.alternative) for block in blocks if isinstance(block, Chart))
    return Known(tuple(figures), alternatives, ranks)


def recognised(lines: Iterable[ExpectedLine], known: Known) -> Iterator[ExpectedLine]:
    """The lines, numbers of tiles with the evidence behind them, ranks of messages as furniture."""
    for line in lines:
        stated = next((found for figure in known.figures for found in _stated(line, figure)), None)
        if stated is not None or line.figures:
            yield stated or line
        elif line.text.isdecimal() and int(line.text) <= known.ranks:
            yield replace(line, role="furniture")
        elif letters(line.text) in known.alternatives:
            yield replace(line, role="alternative")
        else:
            yield line


def _stated(line: ExpectedLine, figure: KeyFigure) -> Iterator[ExpectedLine]:
    """The line with the figure it states, if it is the number of its tile or the tile's alternative text.

    A tile's number stands apart from its qualifier: it is read as the short form, and the qualifier looked for around.
    """
    if line.role == "tile" and _is_number(line, figure):
        evidence = replace(figure.evidence, form="short")
        yield replace(line, figures=(Stated(0, len(line.text), evidence),), origin=figure.origin)
    elif line.role in SPOKEN and _is_whole(line, figure):
        stated = Stated(0, len(tile_figure(figure)), figure.evidence)
        yield replace(line, figures=(stated,), origin=figure.origin)


def _is_number(line: ExpectedLine, figure: KeyFigure) -> bool:
    same = letters(line.text) == letters(f"{figure.number}{figure.unit}")
    return same and letters(plain(figure.label)) in letters(line.scope)


def _is_whole(line: ExpectedLine, figure: KeyFigure) -> bool:
    whole = letters(tile_figure(figure) + plain(figure.label))
    return letters(line.text).casefold().startswith(whole.casefold())
