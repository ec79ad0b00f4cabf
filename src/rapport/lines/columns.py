"""Widths of a table's columns that make the table as low as can be."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from msgspec import Struct

ROUNDING = 0.05
"""Points by which a line may seem too wide for its column."""


class ColumnWords(Struct, frozen=True):
    """A text of a cell as breaking sees it: the widths of its words, of a space, and what stands before it."""

    widths: tuple[float, ...]
    space: float
    indent: float = 0.0

    @property
    def natural(self) -> float:
        """Its width on one line."""
        return self.indent + sum(self.widths) + self.space * max(0, len(self.widths) - 1)

    def lines(self, room: float) -> int:
        """How many lines the words take, each as full as it can be."""
        count, used = 1, 0.0
        for width in self.widths:
            if used and used + self.space + width > room - self.indent + ROUNDING:
                count, used = count + 1, width
            else:
                used += (self.space if used else 0.0) + width
        return count if self.widths else 0

    def next_width(self, room: float) -> float:
        """The least wider column in which it takes fewer lines; infinite where it stands on one."""
        now = self.lines(room)
        if now < 2:
            return float("inf")
        sums = [
            sum(self.widths[first:last]) + self.space * (last - first - 1)
            for first in range(len(self.widths))
            for last in range(first + 1, len(self.widths) + 1)
        ]
        wider = (total + self.indent for total in sorted(sums) if total + self.indent > room + ROUNDING)
        return next((width for width in wider if self.lines(width) < now), float("inf"))


class Demand(Struct, frozen=True):
    """A column: its widest word, its widest text on one line, and the text of each row."""

    least: float
    natural: float
    cells: tuple[ColumnWords, ...] = ()


LONGEST = 24
"""Words of a text beyond which its next width is not looked for: prose, which takes what is left."""


REMEMBERED = 256
"""Tables whose widths are kept: an author who looks at each save changes few of them."""


@lru_cache(REMEMBERED)
def lowest(columns: tuple[Demand, ...], room: float) -> tuple[float, ...]:
    """Widths of columns between their least and natural ones that add up to `room` at most, and save most lines.

    From the least widths, room goes again and again to the column in which a point saves most lines of the table;
    what is left goes to the columns that still lack most. Widths are the least ones, in proportion, where these are
    too wide already.
    """
    least = sum(column.least for column in columns)
    if least >= room:
        return tuple(column.least * room / least for column in columns)
    widths = [column.least for column in columns]
    heights = [[words.lines(width) for words in column.cells] for column, width in zip(columns, widths, strict=True)]
    spare = room - least
    while (step := _best(columns, widths, heights, spare)) is not None:
        at, width = step
        spare -= width - widths[at]
        widths[at] = width
        heights[at] = [words.lines(width) for words in columns[at].cells]
    return tuple(_shared(columns, widths, spare))


def _best(
    columns: Sequence[Demand], widths: Sequence[float], heights: Sequence[Sequence[int]], spare: float
) -> tuple[int, float] | None:
    """The column and its new width that save most lines of rows, then most lines of cells, for each point."""
    rows = [max(lines) for lines in zip(*heights, strict=True)]
    best: tuple[float, float, int, float] | None = None
    for at, column in enumerate(columns):
        for width in _candidates(column, widths[at], heights[at], rows):
            cost = width - widths[at]
            if not 0 < cost <= spare:  # the natural width may be the least one
                continue
            after = [words.lines(width) for words in column.cells]
            saved = sum(
                row - max((after[number], *(lines[number] for other, lines in enumerate(heights) if other != at)))
                for number, row in enumerate(rows)
            )
            own = sum(before - now for before, now in zip(heights[at], after, strict=True))
            gain = (saved / cost, own / cost, -at, width)
            if own and (best is None or gain > best):
                best = gain
    return None if best is None else (-best[2], best[3])


def _candidates(column: Demand, width: float, heights: Sequence[int], rows: Sequence[int]) -> Sequence[float]:
    """Widths at which a cell that makes its row high takes a line less."""
    found = {
        words.next_width(width)
        for words, own, row in zip(column.cells, heights, rows, strict=True)
        if own == row > 1 and len(words.widths) <= LONGEST
    }
    return sorted(min(each, column.natural) for each in found if each < float("inf"))


def _shared(columns: Sequence[Demand], widths: Sequence[float], spare: float) -> list[float]:
    """What is left, to each column by what it lacks."""
    lacking = [max(0.0, column.natural - width) for column, width in zip(columns, widths, strict=True)]
    total = sum(lacking)
    share = min(1.0, spare / total) if total else 0.0
    return [width + lack * share for width, lack in zip(widths, lacking, strict=True)]


# Numbers under numbers.

NUMBER = re.compile(r"\d(?:[\d \u00a0\u202f]*\d)?(?P<decimals>[.,]\d+)?")
"""A number as documents print it: thousands apart, a comma or a point before the decimals."""
FEWEST = 2
"""Numbers from which a column has something to align."""


def past_point(text: str) -> str | None:
    """What follows the units' digit of a text with one number: its decimals and its unit; None for any other text."""
    found = list(NUMBER.finditer(text))
    if len(found) != 1:
        return None
    return text[found[0].start("decimals") if found[0]["decimals"] else found[0].end() :]


Width = Callable[[int, str], float]
"""How wide words are in the look of a text of a column, by its number."""


def decimal_shifts(texts: Sequence[str], width: Width, room: float, most: Width | None = None) -> tuple[float, ...]:
    """How far each text moves from the right edge of a column so that units' digits stand under one another.

    `most` measures words as they may be set elsewhere. Nothing moves where texts would not stay on one line of the
    `room`, or where there is nothing to align.
    """
    past = [past_point(text) for text in texts]
    after = [0.0 if end is None else width(at, end) for at, end in enumerate(past)]
    longest = max(after, default=0.0)
    shifts = tuple(longest - each if end is not None else 0.0 for each, end in zip(after, past, strict=True))
    known = sum(end is not None for end in past)
    return shifts if known >= FEWEST and _room(texts, shifts, most or width) <= room + ROUNDING else (0.0,) * len(texts)


def decimal_room(texts: Sequence[str], width: Width, most: Width | None = None) -> float:
    """The width at which the texts of a column stand on one line each with their numbers aligned."""
    return _room(texts, decimal_shifts(texts, width, float("inf")), most or width)


def _room(texts: Sequence[str], shifts: Sequence[float], width: Width) -> float:
    ends = (width(at, text) + shift for at, (text, shift) in enumerate(zip(texts, shifts, strict=True)))
    return max(ends, default=0.0)
