"""What layout may do to the lines of a brief, and nothing else.

A callout's heading may run into its text, and takes a full stop; a list of pages too long for its column is cut; under
a message that is a heading, a chart without a title of its own says its statuses before its measure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from rapport.verify.parity.line import ExpectedLine, FoundLine

CUT = "…"
_SPACES = (" ", "\u00a0", "\u202f", "\n")
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
