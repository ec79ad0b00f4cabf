"""Lines of text: those an edition promises, and those found in a document."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from msgspec import Struct

from rapport.edition.text import Evidence, Span, Text
from rapport.origin import NOWHERE, Origin


class Stated(Struct, frozen=True):
    """A figure in a line: where its characters stand, and the evidence behind it."""

    start: int
    end: int
    evidence: Evidence


class ExpectedLine(Struct, frozen=True):
    """A line that must be read, with the figures in it.

    `role` is what it is to the reader (`title`, `prose`, `tile`, `cell`, `alternative`, `furniture`, ...). `scope`
    holds words outside the line in whose reach its figures stand: a table's caption, the header of its column, its row.
    `marks` are the places of footnote marks, which are no figures, and `calls` the keys of the notes called there.
    """

    text: str
    role: str
    origin: Origin = NOWHERE
    figures: tuple[Stated, ...] = ()
    marks: tuple[tuple[int, int], ...] = ()
    scope: str = ""
    calls: tuple[str, ...] = ()


class FoundLine(Struct, frozen=True):
    """A line as read in a document, and the place to name when it differs.

    `page` is the page or slide it starts on; `breaks` says from which character on it stands on a later one.
    """

    text: str
    place: str
    role: str = ""
    page: int = 0
    breaks: tuple[tuple[int, int], ...] = ()

    def page_of(self, character: int) -> int:
        """The page on which a character of the line stands."""
        return next((page for start, page in reversed(self.breaks) if start <= character), self.page)


def line(text: Text, role: str, origin: Origin = NOWHERE, scope: str = "") -> ExpectedLine:
    """The line a text makes. A figure may be cut into several spans (the letters of an ordinal): they count as one."""
    figures, marks, start = [], [], 0
    for evidence, spans in groupby(text, key=lambda span: span.evidence):
        end = start
        for span in spans:
            if span.note:
                marks.append((end, end + len(span.text)))
            end += len(span.text)
        if evidence is not None:
            figures.append(Stated(start, end, evidence))
        start = end
    calls = tuple(span.note for span in text if span.note)
    return ExpectedLine("".join(span.text for span in text), role, origin, tuple(figures), tuple(marks), scope, calls)


def joined(parts: Iterable[Text], role: str, origin: Origin = NOWHERE, scope: str = "") -> ExpectedLine:
    """One line of several texts, those without words left out, with a space between them."""
    spans: list[Span] = []
    for part in filter(None, parts):
        spans += [Span(" "), *part] if spans else part
    return line(tuple(spans), role, origin, scope)
