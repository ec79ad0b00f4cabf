"""CSV text -> cells that know where they stand (RFC 4180, with semicolons)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from rapport.origin import Origin
from rapport.problem import Problem

SEPARATOR = ";"
_PLAIN = re.compile(r'[^;"\r\n]*')
_QUOTED = re.compile(r'"((?:[^"]|"")*)"')
_LINE_END = re.compile(r"\r\n|\n|\r")


class CsvCell(Struct, frozen=True):
    """The text of a cell, its quotes undone, and the place of its first character."""

    text: str
    origin: Origin


Line = tuple[CsvCell, ...]


class CsvError(Exception):
    """The text is no CSV; carries what is wrong."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def read_cells(file: str, text: str) -> tuple[Line, ...]:
    """The lines that are not empty, without the empty cells at their ends. Raises CsvError at the first fault."""
    return tuple(line for line in map(_trimmed, _lines(file, text)) if line)


def _trimmed(cells: Sequence[CsvCell]) -> Line:
    """A spreadsheet saves as many cells on every line as the widest column it has ever seen takes."""
    filled = [number for number, cell in enumerate(cells, 1) if cell.text]
    return tuple(cells[: filled[-1]]) if filled else ()


def _lines(file: str, text: str) -> Iterator[Line]:
    place, number, start = 0, 1, 0
    cells: list[CsvCell] = []
    while place < len(text):
        origin = Origin(file, number, place - start + 1)
        cell, place = _cell(text, place, origin)
        cells.append(cell)
        breaks = tuple(_LINE_END.finditer(text, start + origin.column - 1, place))
        if breaks:
            number, start = number + len(breaks), breaks[-1].end()
        end = _LINE_END.match(text, place)
        if text.startswith(SEPARATOR, place):
            place += 1
            if place < len(text):
                continue
            cells.append(CsvCell("", Origin(file, number, place - start + 1)))
        elif end:
            place = start = end.end()
            number += 1
        yield tuple(cells)
        cells = []


def _cell(text: str, place: int, origin: Origin) -> tuple[CsvCell, int]:
    """The cell at a place, and where it ends."""
    if not text.startswith('"', place):
        match = _PLAIN.match(text, place)
        assert match is not None  # it may match nothing
        end = match.end()
        if text.startswith('"', end):
            raise CsvError(Problem("csv-quote", "un guillemet au milieu d’une case", origin, 'doublez-le\u00a0: ""'))
        return CsvCell(match[0], origin), end
    quoted = _QUOTED.match(text, place)
    if quoted is None:
        raise CsvError(Problem("csv-quote", "une case entre guillemets n’est pas fermée", origin))
    after = text[quoted.end() : quoted.end() + 1]
    if after not in ("", SEPARATOR, "\n", "\r"):
        raise CsvError(
            Problem("csv-quote", "du texte suit un guillemet fermant", origin, 'doublez les guillemets\u00a0: ""')
        )
    return CsvCell(quoted[1].replace('""', '"'), origin), quoted.end()
