"""The texts of a brief in order, each with a number by which it is known again when it comes back."""

from __future__ import annotations

from collections.abc import Container, Iterator

from rapport.edition.edition import Edition, EditionSection, Note
from rapport.word.blocks import parts_of
from rapport.word.parts import Numbering, Part, ScriptLine, ScriptNote


def script(edition: Edition) -> tuple[Part, ...]:
    """All texts of a brief."""
    to = Numbering()
    body = tuple(_parts(to, edition))
    called = {span.note for line in lines(body) for span in line.text if span.note}
    return (*body, *(_note(to, note, called) for note in edition.notes))


def lines(parts: tuple[Part, ...]) -> Iterator[ScriptLine]:
    """The lines of a script, those of tables included."""
    for part in parts:
        if isinstance(part, ScriptLine):
            yield part
        elif isinstance(part, ScriptNote):
            yield part.line
        else:
            yield from (line for row in part.rows for cell in row for line in cell)


def _parts(to: Numbering, edition: Edition) -> Iterator[Part]:
    yield to.line("title", edition.title)
    yield from to.some("lead", edition.cover.subtitle)
    for section in edition.sections:
        yield from _section(to, section)


def _note(to: Numbering, note: Note, called: Container[str]) -> Part:
    """A footnote; a line where nothing that is exported calls it."""
    line = to.line("number", note.text)
    return ScriptNote(note.key, note.mark, line) if note.key in called else line


def _section(to: Numbering, section: EditionSection) -> Iterator[Part]:
    yield to.line("heading", section.title)
    yield from to.some("lead", section.lead)
    for block in section.blocks:
        yield from parts_of(to, block)
    yield from to.some("caption", section.source)
