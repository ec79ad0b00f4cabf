"""Each kind of block as the lines and tables that reviewers read."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from itertools import zip_longest
from types import MappingProxyType
from typing import Any

from rapport.edition.blocks.figures import Chart, Comparison, Image, KeyFigures, Point, Side, Table, Timeline
from rapport.edition.blocks.surroundings import Map, People
from rapport.edition.blocks.words import (
    Bullets,
    Callout,
    Contacts,
    Glossary,
    Heading,
    Messages,
    Questions,
    Quote,
    StatusKey,
)
from rapport.edition.edition import Block, Edition, EditionSection, Note
from rapport.edition.text import Evidence, Span, Text, passages
from rapport.word.document import Cell, Numbering, Part, ScriptLine, ScriptNote, ScriptTable


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


# Each kind of block as the lines and tables that reviewers read.


def words_of_ours(words: str) -> Text:
    """Words that no author typed; empty for no words."""
    return (Span(words),) if words else ()


def _figure(words: str, evidence: Evidence | None) -> Text:
    """A figure that layout prints as bare words."""
    return (Span(words, evidence=evidence),) if words else ()


def parts_of(to: Numbering, block: Block) -> Iterator[Part]:
    """The lines and tables of a block."""
    return KINDS.get(type(block), _prose)(to, block)


def _prose(to: Numbering, block: Block) -> Iterator[Part]:
    """All texts of a block, in order: of a kind that shows its texts and nothing else."""
    yield from to.some("paragraph", *passages(block))


def _heading(to: Numbering, block: Heading) -> Iterator[Part]:
    yield from to.some("subheading", block.text)


def _bullets(to: Numbering, block: Bullets) -> Iterator[Part]:
    yield from to.some("subheading", block.title)
    for item in block.items:
        yield to.line("number" if block.numbered else "item", item.text)
        yield from to.some("sub-item", *item.children)


def _callout(to: Numbering, block: Callout) -> Iterator[Part]:
    yield from to.some("term", block.title)
    yield from to.some("paragraph", block.text)


def _quote(to: Numbering, block: Quote) -> Iterator[Part]:
    yield from to.some("quote", block.text)
    yield from to.some("caption", block.attribution)


def _questions(to: Numbering, block: Questions) -> Iterator[Part]:
    for item in block.items:
        yield from to.some("question", item.question)
        yield from to.some("paragraph", item.answer, *item.more)


def _messages(to: Numbering, block: Messages) -> Iterator[Part]:
    yield from to.some("subheading", block.title)
    for item in block.items:
        yield from to.some("term", item.title)
        yield from to.some("paragraph", item.text)
    yield from to.some("caption", block.source)


def _contacts(to: Numbering, block: Contacts) -> Iterator[Part]:
    yield from to.some("subheading", block.title)
    for item in block.items:
        yield from to.some("term", item.name)
        yield from to.some("paragraph", item.role, *item.details)


def _glossary(to: Numbering, block: Glossary) -> Iterator[Part]:
    yield from to.some("subheading", block.title)
    yield ScriptTable(
        tuple((*to.cells("head", (each.term,)), *to.cells("cell", (each.definition,))) for each in block.entries)
    )


def _status_key(to: Numbering, block: StatusKey) -> Iterator[Part]:
    yield from to.some("subheading", block.title)
    yield from to.some("paragraph", block.remark)
    rows = (
        (*to.cells("head", (words_of_ours(status.word),)), *to.cells("cell", (text,))) for status, text in block.entries
    )
    yield ScriptTable(tuple(rows))


def _key_figures(to: Numbering, block: KeyFigures) -> Iterator[Part]:
    """A row for each: what is printed large, what it counts, how far it has come."""
    yield from to.some("subheading", block.title)
    yield ScriptTable(
        tuple(to.cells("cell", (each.printed, each.label, words_of_ours(each.status.word))) for each in block.figures)
    )
    yield from to.some("caption", block.source)


def _table(to: Numbering, block: Table) -> Iterator[Part]:
    yield from to.some("caption", block.caption)
    upper = (to.cells("head", (column.under for column in block.columns)),) if block.upper_heads else ()
    heads = (*upper, to.cells("head", (column.header for column in block.columns)))
    rows = (tuple(tuple(to.some("cell", cell.text, cell.detail)) for cell in row.cells) for row in block.rows)
    yield ScriptTable((*heads, *rows))
    yield from to.some("caption", block.source)


def _chart(to: Numbering, block: Chart) -> Iterator[Part]:
    """Its data: a row for each category, a column for each series."""
    yield from to.some("term", block.title)
    yield from to.some("caption", block.measure)
    names = (" – ".join(dict.fromkeys(filter(None, (series.name, series.status.word)))) for series in block.series)
    heads = to.cells("head", ((), *map(words_of_ours, names)))
    points = zip(*(series.points for series in block.series), strict=True)
    rows = (_values(to, name, row) for name, row in zip(block.categories, points, strict=False))
    yield ScriptTable((heads, *rows))
    yield from to.some("caption", block.reading, block.source)


def _values(to: Numbering, name: str, points: Iterable[Point]) -> tuple[Cell, ...]:
    return to.cells("cell", (words_of_ours(name), *(_figure(point.label, point.evidence) for point in points)))


def _timeline(to: Numbering, block: Timeline) -> Iterator[Part]:
    rows = ((moment.date, moment.text, words_of_ours(moment.status.word)) for moment in block.moments)
    yield ScriptTable(tuple(to.cells("cell", row) for row in rows))
    yield from to.some("caption", block.source)


def _comparison(to: Numbering, block: Comparison) -> Iterator[Part]:
    """A column for each side."""
    heads = tuple(_side(to, side) for side in block.sides)
    rows = zip_longest(*(side.items for side in block.sides), fillvalue=())
    yield ScriptTable((heads, *(to.cells("cell", row) for row in rows)))
    yield from to.some("paragraph", block.remark)
    yield from to.some("caption", block.source)


def _side(to: Numbering, side: Side) -> Cell:
    return (*to.some("head", side.title), *to.some("cell", side.detail))


def _image(to: Numbering, block: Image) -> Iterator[Part]:
    yield from to.some("caption", block.caption, block.source)


def _map(to: Numbering, block: Map) -> Iterator[Part]:
    """A row for each place."""
    yield from to.some("caption", block.caption)
    rows = ((place.name, place.text, words_of_ours(place.status.word)) for place in block.places)
    yield ScriptTable(tuple(to.cells("cell", row) for row in rows))
    yield from to.some("caption", block.source)


def _people(to: Numbering, block: People) -> Iterator[Part]:
    yield from to.some("subheading", block.title)
    for person in block.people:
        yield from to.some("term", person.name)
        yield from to.some("paragraph", person.said, person.office, person.position)


KINDS: Mapping[type, Callable[[Numbering, Any], Iterator[Part]]] = MappingProxyType(
    {
        Bullets: _bullets,
        Callout: _callout,
        Chart: _chart,
        Comparison: _comparison,
        Contacts: _contacts,
        Glossary: _glossary,
        Heading: _heading,
        Image: _image,
        KeyFigures: _key_figures,
        Map: _map,
        Messages: _messages,
        People: _people,
        Questions: _questions,
        Quote: _quote,
        StatusKey: _status_key,
        Table: _table,
        Timeline: _timeline,
    }
)
"""How each kind is written; one that shows its texts and nothing else needs no line."""
