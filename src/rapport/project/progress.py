"""How far long work has come, on a terminal; nothing where nobody watches."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Generator, Sequence
from types import TracebackType
from typing import Self, TextIO, TypeVar

Item = TypeVar("Item")

FEW = 3
"""Items that are done before anyone could read how many."""


def followed(
    items: Sequence[Item], noun: str, stream: TextIO | None = None, *, few: int = FEW
) -> Generator[Item, None, None]:
    """The items, each counted on one line of the terminal while it is worked on: « exemplaires\u00a0: 12 sur 340 ».

    The line goes away at the end, and when the work is interrupted. Standard error by default. As few as `few` are
    not counted: work of which each item takes seconds names a lower number.
    """
    out = sys.stderr if stream is None else stream
    if len(items) <= few or not out.isatty():
        yield from items
        return
    width = len(_line(noun, len(items), len(items)))
    try:
        for number, item in enumerate(items, start=1):
            out.write(f"\r{_line(noun, number, len(items)):{width}}")
            out.flush()
            yield item
    finally:
        out.write(f"\r{'':{width}}\r")
        out.flush()


def _line(noun: str, done: int, total: int) -> str:
    left = total - done
    return f"{noun}\u00a0: {done} sur {total}, encore {left}"


SOON = 2.0
"""Seconds of work before anything can be said of how long it will take."""


class Countdown:
    """Counts work that ends in any order on one line of the terminal, with how long it will take as far as is known.

    « exemplaires\u00a0: 120 sur 4000, encore 3 min ». Standard error by default; nothing where nobody watches.
    """

    def __init__(
        self, noun: str, total: int, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._noun, self._total, self._clock = noun, total, clock
        self._out = sys.stderr if stream is None else stream
        self._done, self._width, self._began = 0, 0, clock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _at: TracebackType | None
    ) -> None:
        if self._width:
            self._out.write(f"\r{'':{self._width}}\r")
            self._out.flush()

    def add(self, count: int) -> None:
        """Tells of more that is done."""
        self._done += count
        if self._total > FEW and self._out.isatty():
            line = f"{self._noun}\u00a0: {self._done} sur {self._total}{self._left()}"
            self._width = max(self._width, len(line))
            self._out.write(f"\r{line:{self._width}}")
            self._out.flush()

    def _left(self) -> str:
        spent = self._clock() - self._began
        left = self._total - self._done
        return f", encore {_duration(spent / self._done * left)}" if left and spent >= SOON else ""


def _duration(seconds: float) -> str:
    """About how long: nobody plans by the second."""
    if seconds < 60:
        return f"{max(1, round(seconds))}\u00a0s"
    minutes = round(seconds / 60)
    return f"{minutes}\u00a0min" if minutes < 60 else f"{minutes // 60}\u00a0h\u00a0{minutes % 60:02d}"
