"""What a document for review is made of: lines, each with a number by which it is known again, and tables of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from rapport.edition.text import Text

Style = Literal[
    "title",
    "heading",
    "subheading",
    "question",
    "lead",
    "paragraph",
    "term",
    "quote",
    "item",
    "sub-item",
    "number",
    "caption",
    "cell",
    "head",
]


class ScriptLine(Struct, frozen=True):
    """A text, how it is set, and its number from 1."""

    style: Style
    text: Text
    number: int

    @property
    def said(self) -> str:
        """All its characters."""
        return "".join(span.text for span in self.text)


def seal(text: str) -> str:
    """What tells a text from any other, whatever a program makes of its spaces: eight characters."""
    return hashlib.sha256("".join(text.split()).encode()).hexdigest()[:8]


Cell = tuple[ScriptLine, ...]


class ScriptTable(Struct, frozen=True):
    """A table: its cells row by row, each with a line for each of its paragraphs."""

    rows: tuple[tuple[Cell, ...], ...]


class ScriptNote(Struct, frozen=True):
    """A footnote: the key and the mark of its calls, and its text."""

    key: str
    mark: str
    line: ScriptLine


Part = ScriptLine | ScriptTable | ScriptNote


class Numbering:
    """Numbers lines in the order in which they are made."""

    def __init__(self) -> None:
        self.last = 0

    def line(self, style: Style, text: Text) -> ScriptLine:
        self.last += 1
        return ScriptLine(style, text, self.last)

    def some(self, style: Style, *texts: Text) -> Iterator[ScriptLine]:
        """A line for each text that says something."""
        yield from (self.line(style, text) for text in texts if text)

    def cells(self, style: Style, texts: Iterable[Text]) -> tuple[Cell, ...]:
        return tuple(tuple(self.some(style, text)) for text in texts)
