"""What layout may do to the lines of a brief, and nothing else; page numbers, known only once it is made up.

A callout's heading may run into its text, and takes a full stop; a list of pages too long for its column is cut; under
a message that is a heading, a chart without a title of its own says its statuses before its measure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct, field
from msgspec.structs import replace

from rapport.verify.parity.line import ExpectedLine, FoundLine

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
        self.lines = frozenset(letters(line.text) for line in found)
        self.headings = frozenset(letters(line.text) for line in found if line.role.startswith("H"))


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
    runs_in = letters(f"{line.text}.{after.text}") in shown.lines
    return replace(line, text=f"{line.text}.") if runs_in else line


def _cut(line: ExpectedLine, _after: ExpectedLine, shown: _Shown) -> ExpectedLine:
    parts = line.text.split(", ")
    if letters(line.text) in shown.lines:
        return line
    shorter = (", ".join(parts[:count]) + CUT for count in range(len(parts) - 1, 0, -1))
    return next((replace(line, text=text) for text in shorter if letters(text) in shown.lines), line)


_FORMS = {"callout-title": _run_in, "page": _cut}
