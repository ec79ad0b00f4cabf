"""Key figures read back from finished files: how large the numbers are that stand side by side."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Iterator
from io import BytesIO
from typing import Any, NamedTuple

import pypdfium2
from pptx import Presentation
from pypdfium2 import raw

from office_sizes import sizes

Row = tuple[tuple[str, float], ...]
"""Each number of a row with its size in points."""

LARGE, APART = 14.0, 17.0
"""Points: nothing but titles and figures is set as large on paper; columns are farther apart than words."""


def rows_of_deck(data: bytes) -> list[Row]:
    """The rows of tiles of all slides."""
    found: list[Row] = []
    for slide in Presentation(BytesIO(data)).slides:
        rows: dict[int, list[tuple[str, float]]] = defaultdict(list)
        for tile in (shape for shape in slide.shapes if shape.name.startswith(("Chiffre clé", "Key figure"))):
            number = next(leaf for leaf in tile.shapes if leaf.name.startswith(("Nombre", "Number")))
            rows[tile.top].append((number.text_frame.text, next(sizes(number))[0]))
        found += map(tuple, rows.values())
    return found


class _Letter(NamedTuple):
    y: int
    x: float
    right: float
    size: float
    text: str


def rows_of_brief(data: bytes) -> list[Row]:
    """What stands side by side in large letters on one line of a page: the largest size of each."""
    return [row for page in pypdfium2.PdfDocument(BytesIO(data)) for row in _rows(page) if len(row) > 1]


def _rows(page: Any) -> Iterator[Row]:
    lines: dict[int, list[_Letter]] = defaultdict(list)
    for letter in _letters(page.get_textpage()):
        lines[letter.y].append(letter)
    for line in lines.values():
        parts: list[list[_Letter]] = []
        for letter in sorted(line, key=lambda each: each.x):
            if parts and letter.x - parts[-1][-1].right < APART:
                parts[-1].append(letter)
            else:
                parts.append([letter])
        yield tuple(("".join(each.text for each in part), max(each.size for each in part)) for part in parts)


def _letters(text: Any) -> Iterator[_Letter]:
    x, y = ctypes.c_double(), ctypes.c_double()
    for at in range(text.count_chars()):
        size = raw.FPDFText_GetFontSize(text.raw, at)
        if size >= LARGE and text.get_text_range(at, 1).strip():
            raw.FPDFText_GetCharOrigin(text.raw, at, x, y)
            yield _Letter(round(y.value), x.value, text.get_charbox(at)[2], round(size, 1), text.get_text_range(at, 1))


def unlike(rows: list[Row]) -> list[Row]:
    """The rows whose numbers are not of one size."""
    return [row for row in rows if len({size for _, size in row}) > 1]
