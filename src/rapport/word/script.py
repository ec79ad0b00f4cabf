"""The texts of a brief in order, each with a number by which it is known again when it comes back."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.edition.edition import Edition, EditionSection
from rapport.word.blocks import KINDS, words_of_ours
from rapport.word.parts import Numbering, Part, ScriptLine


def script(edition: Edition) -> tuple[Part, ...]:
    """All texts of a brief."""
    return tuple(_parts(Numbering(), edition))


def lines(parts: tuple[Part, ...]) -> Iterator[ScriptLine]:
    """The lines of a script, those of tables included."""
    for part in parts:
        if isinstance(part, ScriptLine):
            yield part
        else:
            yield from (line for row in part.rows for cell in row for line in cell)


def _parts(to: Numbering, edition: Edition) -> Iterator[Part]:
    yield to.line("title", edition.title)
    yield from to.some("lead", edition.cover.subtitle)
    for section in edition.sections:
        yield from _section(to, section)
    if edition.notes:
        yield to.line("heading", words_of_ours(edition.furniture("notes")))
    yield from to.some("number", *(note.text for note in edition.notes))


def _section(to: Numbering, section: EditionSection) -> Iterator[Part]:
    yield to.line("heading", section.title)
    yield from to.some("lead", section.lead)
    for block in section.blocks:
        yield from KINDS[type(block)](to, block)
    yield from to.some("caption", section.source)
