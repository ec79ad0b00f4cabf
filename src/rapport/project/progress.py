"""How far long work has come, on a terminal; nothing where nobody watches."""

from __future__ import annotations

import sys
from collections.abc import Generator, Sequence
from typing import TextIO, TypeVar

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
