"""The texts of a brief in order, each with a number by which it is known again when it comes back."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import zip_longest
from types import MappingProxyType
from typing import Any, Literal

from msgspec import Struct

from rapport.edition.blocks.figures import (
    Chart,
    Comparison,
    Image,
    KeyFigure,
    KeyFigures,
    Map,
    People,
    Point,
    Side,
    Table,
    Timeline,
)
from rapport.edition.blocks.words import (
    Bullets,
    Callout,
    Contacts,
    Glossary,
    Heading,
    Messages,
    Paragraph,
    Questions,
    Quote,
    StatusKey,
)
from rapport.edition.edition import Edition, EditionSection
from rapport.edition.text import Evidence, Span, Text

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


Part = ScriptLine | ScriptTable


def script(edition: Edition) -> tuple[Part, ...]:
    """All texts of a brief."""
    return tuple(_Numbering().parts(edition))


def lines(parts: tuple[Part, ...]) -> Iterator[ScriptLine]:
    """The lines of a script, those of tables included."""
    for part in parts:
        if isinstance(part, ScriptLine):
            yield part
        else:
            yield from (line for row in part.rows for cell in row for line in cell)


class _Numbering:
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

    def parts(self, edition: Edition) -> Iterator[Part]:
        yield self.line("title", edition.title)
        yield from self.some("lead", edition.cover.subtitle)
        for section in edition.sections:
            yield from self.section(section)
        if edition.notes:
            yield self.line("heading", _words(edition.furniture("notes")))
        yield from self.some("number", *(note.text for note in edition.notes))

    def section(self, section: EditionSection) -> Iterator[Part]:
        yield self.line("heading", section.title)
        yield from self.some("lead", section.lead)
        for block in section.blocks:
            yield from _KINDS[type(block)](self, block)
        yield from self.some("caption", section.source)


def _words(words: str) -> Text:
    return (Span(words),) if words else ()


def _figure(words: str, evidence: Evidence | None) -> Text:
    """A figure that layout prints as bare words."""
    return (Span(words, evidence=evidence),) if words else ()


def _paragraph(to: _Numbering, block: Paragraph) -> Iterator[Part]:
    yield from to.some("paragraph", block.text)


def _heading(to: _Numbering, block: Heading) -> Iterator[Part]:
    yield from to.some("subheading", block.text)


def _bullets(to: _Numbering, block: Bullets) -> Iterator[Part]:
    yield from to.some("subheading", block.title)
    for item in block.items:
        yield to.line("number" if block.numbered else "item", item.text)
        yield from to.some("sub-item", *item.children)


def _callout(to: _Numbering, block: Callout) -> Iterator[Part]:
    yield from to.some("term", block.title)
    yield from to.some("paragraph", block.text)


def _quote(to: _Numbering, block: Quote) -> Iterator[Part]:
    yield from to.some("quote", block.text)
    yield from to.some("caption", block.attribution)


def _questions(to: _Numbering, block: Questions) -> Iterator[Part]:
    for item in block.items:
        yield from to.some("question", item.question)
        yield from to.some("paragraph", item.answer, *item.more)


def _messages(to: _Numbering, block: Messages) -> Iterator[Part]:
    yield from to.some("subheading", block.title)
    for item in block.items:
        yield from to.some("term", item.title)
        yield from to.some("paragraph", item.text)
    yield from to.some("caption", block.source)


def _contacts(to: _Numbering, block: Contacts) -> Iterator[Part]:
    yield from to.some("subheading", block.title)
    for item in block.items:
        yield from to.some("term", item.name)
        yield from to.some("paragraph", item.role, *item.details)


def _glossary(to: _Numbering, block: Glossary) -> Iterator[Part]:
    yield from to.some("subheading", block.title)
    yield ScriptTable(
        tuple((*to.cells("head", (each.term,)), *to.cells("cell", (each.definition,))) for each in block.entries)
    )


def _status_key(to: _Numbering, block: StatusKey) -> Iterator[Part]:
    yield from to.some("subheading", block.title)
    yield from to.some("paragraph", block.remark)
    rows = ((*to.cells("head", (_words(status.word),)), *to.cells("cell", (text,))) for status, text in block.entries)
    yield ScriptTable(tuple(rows))


def _key_figures(to: _Numbering, block: KeyFigures) -> Iterator[Part]:
    """A row for each: what is printed large, what it counts, how far it has come."""
    yield from to.some("subheading", block.title)
    yield ScriptTable(
        tuple(to.cells("cell", (_printed(each), each.label, _words(each.status.word))) for each in block.figures)
    )
    yield from to.some("caption", block.source)


def _printed(figure: KeyFigure) -> Text:
    words = " ".join(filter(None, (figure.qualifier, figure.number, figure.unit)))
    return _figure(words, figure.evidence)


def _table(to: _Numbering, block: Table) -> Iterator[Part]:
    yield from to.some("caption", block.caption)
    heads = to.cells("head", (column.header for column in block.columns))
    rows = (tuple(tuple(to.some("cell", cell.text, cell.detail)) for cell in row.cells) for row in block.rows)
    yield ScriptTable((heads, *rows))
    yield from to.some("caption", block.source)


def _chart(to: _Numbering, block: Chart) -> Iterator[Part]:
    """Its data: a row for each category, a column for each series."""
    yield from to.some("term", block.title)
    yield from to.some("caption", block.measure)
    names = (" – ".join(dict.fromkeys(filter(None, (series.name, series.status.word)))) for series in block.series)
    heads = to.cells("head", ((), *map(_words, names)))
    points = zip(*(series.points for series in block.series), strict=True)
    rows = (_values(to, name, row) for name, row in zip(block.categories, points, strict=False))
    yield ScriptTable((heads, *rows))
    yield from to.some("caption", block.reading, block.source)


def _values(to: _Numbering, name: str, points: Iterable[Point]) -> tuple[Cell, ...]:
    return to.cells("cell", (_words(name), *(_figure(point.label, point.evidence) for point in points)))


def _timeline(to: _Numbering, block: Timeline) -> Iterator[Part]:
    rows = ((moment.date, moment.text, _words(moment.status.word)) for moment in block.moments)
    yield ScriptTable(tuple(to.cells("cell", row) for row in rows))
    yield from to.some("caption", block.source)


def _comparison(to: _Numbering, block: Comparison) -> Iterator[Part]:
    """A column for each side."""
    heads = tuple(_side(to, side) for side in block.sides)
    rows = zip_longest(*(side.items for side in block.sides), fillvalue=())
    yield ScriptTable((heads, *(to.cells("cell", row) for row in rows)))
    yield from to.some("paragraph", block.remark)
    yield from to.some("caption", block.source)


def _side(to: _Numbering, side: Side) -> Cell:
    return (*to.some("head", side.title), *to.some("cell", side.detail))


def _image(to: _Numbering, block: Image) -> Iterator[Part]:
    yield from to.some("caption", block.caption, block.source)


def _map(to: _Numbering, block: Map) -> Iterator[Part]:
    """A row for each place."""
    yield from to.some("caption", block.caption)
    rows = ((place.name, place.text, _words(place.status.word)) for place in block.places)
    yield ScriptTable(tuple(to.cells("cell", row) for row in rows))
    yield from to.some("caption", block.source)


def _people(to: _Numbering, block: People) -> Iterator[Part]:
    yield from to.some("subheading", block.title)
    for person in block.people:
        yield from to.some("term", person.name)
        yield from to.some("paragraph", person.said, person.office, person.position)


_KINDS: Mapping[type, Callable[[_Numbering, Any], Iterator[Part]]] = MappingProxyType(
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
        Paragraph: _paragraph,
        People: _people,
        Questions: _questions,
        Quote: _quote,
        StatusKey: _status_key,
        Table: _table,
        Timeline: _timeline,
    }
)
