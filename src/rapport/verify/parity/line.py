"""Lines of text: those an edition promises, those found in a document, and what layout may do to them.

A callout's heading may run into its text, and takes a full stop; a list of pages too long for its column is cut;
under a message that is a heading, a chart without a title of its own says its statuses before its measure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from msgspec import Struct, field
from msgspec.structs import replace

from rapport.edition.text import Evidence, Span, Text
from rapport.figures.naming import names_rows
from rapport.origin import NOWHERE, Origin


class Stated(Struct, frozen=True):
    """A figure in a line: where its characters stand, the evidence behind it, and the text that calls it."""

    start: int
    end: int
    evidence: Evidence
    origin: Origin = NOWHERE


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


def cell_line(text: Text, header: str, origin: Origin, scope: str) -> ExpectedLine:
    """A cell of a table; one that only names its row, « N° 3 », is no figure."""
    found = line(text, "cell", origin, scope)
    return replace(found, marks=((0, len(found.text)),)) if names_rows(header, found.text) else found


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
    for evidence, group in groupby(text, key=lambda span: span.evidence):
        spans, end = tuple(group), start
        for span in spans:
            if span.note:
                marks.append((end, end + len(span.text)))
            end += len(span.text)
        if evidence is not None:
            figures.append(Stated(start, end, evidence, spans[0].origin))
        start = end
    calls = tuple(span.note for span in text if span.note)
    return ExpectedLine("".join(span.text for span in text), role, origin, tuple(figures), tuple(marks), scope, calls)


def joined(parts: Iterable[Text], role: str, origin: Origin = NOWHERE, scope: str = "") -> ExpectedLine:
    """One line of several texts, those without words left out, with a space between them."""
    spans: list[Span] = []
    for part in filter(None, parts):
        spans += [Span(" "), *part] if spans else part
    return line(tuple(spans), role, origin, scope)


# Page numbers a document prints about itself, known only once it is made up.

NEIGHBOURS = 3
"""This many pages in a row are printed as a range."""


class PageNumbers(Struct, frozen=True):
    """The page each section begins on, and the pages each fact is printed on; empty before they are known."""

    sections: Mapping[str, int] = field(default_factory=dict)
    facts: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    def section(self, key: str) -> str:
        """The page of a section, as printed; empty where it is not known."""
        return str(self.sections[key]) if key in self.sections else ""

    def fact(self, key: str) -> str:
        """The pages of a fact as printed: "4, 7", "3–5"; empty where it stands on none."""
        return ", ".join(text for run in _runs(self.facts.get(key, ())) for text in _printed(run))


UNKNOWN = PageNumbers()


def _runs(pages: tuple[int, ...]) -> Iterator[list[int]]:
    """Pages that follow each other."""
    run: list[int] = list(pages[:1])
    for before, page in pairwise(pages):
        if page != before + 1:
            yield run
            run = []
        run.append(page)
    if run:
        yield run


def _printed(run: list[int]) -> tuple[str, ...]:
    return (f"{run[0]}–{run[-1]}",) if len(run) >= NEIGHBOURS else tuple(map(str, run))


CUT = "…"
_SPACES = ("\u2060", " ", "\u00a0", "\u202f", "\n")
END = ExpectedLine("", "end")


def as_printed(lines: Sequence[ExpectedLine], found: Sequence[FoundLine]) -> tuple[ExpectedLine, ...]:
    """The expected lines in the form that the found ones show."""
    shown = _Shown(found)
    ordered = tuple(_ordered(lines, shown))
    return tuple(_FORMS.get(line.role, _same)(line, after, shown) for line, after in pairwise((*ordered, END)))


def letters(text: str) -> str:
    """The characters of a text without its spaces."""
    for space in _SPACES:
        text = text.replace(space, "")
    return text


class _Shown:
    """The found lines by their letters, headings apart."""

    def __init__(self, found: Sequence[FoundLine]) -> None:
        self.ordered = tuple(letters(line.text) for line in found)
        self.lines = frozenset(self.ordered)
        self.headings = frozenset(letters(line.text) for line in found if line.role.startswith("H"))
        self._headed: dict[tuple[str, str], Iterator[bool]] = {}

    def runs_in(self, head: str, text: str) -> bool:
        """Whether a heading runs into its text, at the next place where either is found: both may be said twice."""
        forms = self._headed.setdefault((head, text), self._run_in(head, text))
        return next(forms, letters(f"{head}.{text}") in self.lines)

    def _run_in(self, head: str, text: str) -> Iterator[bool]:
        whole, apart = letters(f"{head}.{text}"), (letters(head), letters(text))
        for line, after in pairwise((*self.ordered, "")):
            if line == whole or (line, after) == apart:
                yield line == whole


def _ordered(lines: Sequence[ExpectedLine], shown: _Shown) -> Iterator[ExpectedLine]:
    """The lines, statuses of a chart put before its measure where they head it."""
    index = 0
    while index < len(lines):
        end = index + 1
        while lines[index].role == "chart-measure" and end < len(lines) and lines[end].role == "chart-status":
            end += 1
        measure, statuses, before = lines[index], lines[index + 1 : end], lines[index - 1 : index]
        untitled = any(line.role == "chart-message" and letters(line.text) in shown.headings for line in before)
        yield from (*statuses, measure) if untitled else (measure, *statuses)
        index = end


def _same(line: ExpectedLine, _after: ExpectedLine, _shown: _Shown) -> ExpectedLine:
    return line


def _run_in(line: ExpectedLine, after: ExpectedLine, shown: _Shown) -> ExpectedLine:
    return replace(line, text=f"{line.text}.") if shown.runs_in(line.text, after.text) else line


def _cut(line: ExpectedLine, _after: ExpectedLine, shown: _Shown) -> ExpectedLine:
    parts = line.text.split(", ")
    if letters(line.text) in shown.lines:
        return line
    shorter = (", ".join(parts[:count]) + CUT for count in range(len(parts) - 1, 0, -1))
    return next((replace(line, text=text) for text in shorter if letters(text) in shown.lines), line)


_FORMS = {"callout-title": _run_in, "page": _cut}
