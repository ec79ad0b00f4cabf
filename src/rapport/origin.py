"""Where something was written."""

from __future__ import annotations

from msgspec import Struct


class Origin(Struct, frozen=True, order=True):
    """A place in a file: path relative to the content folder's parent, line and column from 1.

    Line 0 stands for the file as a whole.
    """

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


NOWHERE = Origin("")
