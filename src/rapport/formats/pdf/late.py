"""Page code that is only known once the whole document is laid out (page numbers, number of pages)."""

from __future__ import annotations

import re
from collections.abc import Callable

Fill = Callable[[], str]
"""Gives the operators to be written at a reserved place."""

_TOKEN = re.compile(r"\n%late (\d+)(?=\n)")


class LateCode:
    """Places reserved in the code of pages, filled just before the file is written: one pass is enough."""

    def __init__(self) -> None:
        self._fills: list[Fill] = []

    def reserve(self, fill: Fill) -> str:
        """A line of page code to be replaced by what `fill` gives."""
        self._fills.append(fill)
        return f"%late {len(self._fills) - 1}"

    def resolve(self, code: str) -> str:
        """The code of a page with its reserved places filled."""
        return _TOKEN.sub(lambda match: "\n" + self._fills[int(match[1])](), code)
