"""The lines of each kind of block, in reading order; around a drawn chart, and within it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import zip_longest
from typing import Any

from msgspec.structs import replace

from rapport.edition.blocks.figures import (
    Cell,
    Chart,
    Comparison,
    Image,
    KeyFigure,
    KeyFigures,
    Row,
    Table,
    Timeline,
)
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
from rapport.edition.text import Text, passages, plain, says_the_same, words
from rapport.origin import Origin
from rapport.verify.expected.charts import chart_lines
from rapport.verify.parity.line import ExpectedLine, PageNumbers, cell_line, line

Lines = Iterator[ExpectedLine]


def block_lines(block: Any, pages: PageNumbers) -> Lines:
    """The lines of a block."""
    return BLOCKS.get(type(block), _prose)(block, pages)


def _prose(block: Any, _pages: PageNumbers) -> Lines:
    """All texts of a block, in order: of a kind that shows its texts and nothing else."""
    yield from _texts(passages(block), "prose", block.origin)


def _texts(texts: Iterable[Text], role: str, origin: Origin, scope: str = "") -> Lines:
    return (line(text, role, origin, scope) for text in texts if text)


def _bullets(block: Bullets, _pages: PageNumbers) -> Lines:
    yield from _texts((block.title,), "title", block.origin)
    for number, item in enumerate(block.items, start=1):
        if block.numbered:
            yield ExpectedLine(f"{number}.", "furniture", block.origin)
        yield from _texts((item.text, *item.children), "item", block.origin)


def _callout(block: Callout, _pages: PageNumbers) -> Lines:
    yield from _texts((block.title,), "callout-title", block.origin)
    yield from _texts((block.text,), "callout", block.origin, plain(block.title))


def _quote(block: Quote, _pages: PageNumbers) -> Lines:
    yield from _texts((block.text,), "quote", block.origin, plain(block.attribution))
    yield from _texts((block.attribution,), "quote", block.origin, plain(block.text))


def _questions(block: Questions, _pages: PageNumbers) -> Lines:
    for item in block.items:
        yield from _texts((item.question,), "question", item.origin, plain(item.answer))
        yield from _texts((item.answer, *item.more), "answer", item.origin, plain(item.question))


def _messages(block: Messages, _pages: PageNumbers) -> Lines:
    yield from _texts((block.title,), "title", block.origin)
    for number, item in enumerate(block.items, start=1):
        statuses = " ".join(status.word for status in item.statuses)
        scope = f"{plain(item.title)} {plain(item.text)} {statuses}"
        yield ExpectedLine(str(number), "furniture", item.origin)
        yield from _texts((item.title, item.text), "message", item.origin, scope)
        yield from _texts((words(status.word) for status in item.statuses), "status", item.origin)
    yield from _texts((block.source,), "source", block.origin)


def _comparison(block: Comparison, _pages: PageNumbers) -> Lines:
    for side in block.sides:
        scope = f"{plain(side.title)} {plain(side.detail)} {side.status.word}"
        head = (side.title, side.detail, words(side.status.word))
        yield from _texts(head, "side", block.origin, scope)
        yield from _texts(side.items, "item", block.origin, scope)
    yield from _texts((block.remark, block.source), "source", block.origin)


def _image(block: Image, _pages: PageNumbers) -> Lines:
    yield from _texts((block.message,), "title", block.origin)
    if block.alternative:
        yield ExpectedLine(block.alternative, "alternative", block.origin)
    yield from _texts((block.caption, block.source), "caption", block.origin)


def _map(block: Map, _pages: PageNumbers) -> Lines:
    yield from _texts((block.message,), "title", block.origin)
    yield ExpectedLine(block.alternative, "alternative", block.origin)
    for place in block.places:
        scope = f"{plain(place.name)} {plain(place.text)} {place.status.word}"
        yield from _texts((place.name, place.text, words(place.status.word)), "place", block.origin, scope)
    yield from _texts((block.caption, block.source), "caption", block.origin)


def _people(block: People, _pages: PageNumbers) -> Lines:
    yield from _texts((block.message, block.title), "title", block.origin)
    for person in block.people:
        if person.portrait is None:
            yield ExpectedLine(person.initials, "furniture", block.origin)
        yield from _texts((person.name, person.said, person.office, person.position), "person", block.origin)


def _glossary(block: Glossary, _pages: PageNumbers) -> Lines:
    yield from _texts((block.title,), "title", block.origin)
    for entry in block.entries:
        yield from _texts((entry.term, entry.definition), "glossary", block.origin)


def _contacts(block: Contacts, _pages: PageNumbers) -> Lines:
    yield from _texts((block.title,), "title", block.origin)
    for contact in block.items:
        yield from _texts((contact.name, contact.role, *contact.details), "contact", block.origin)


def _status_key(block: StatusKey, _pages: PageNumbers) -> Lines:
    yield from _texts((block.title, block.remark), "status-key", block.origin)
    for status, meaning in block.entries:
        yield from _texts((words(status.word), meaning), "status-key", block.origin)


def _key_figures(block: KeyFigures, _pages: PageNumbers) -> Lines:
    yield from _texts((block.title,), "title", block.origin)
    for figure in block.figures:
        yield from _tile(figure)
    yield from _texts((block.source,), "source", block.origin)


def _tile(figure: KeyFigure) -> Lines:
    """Qualifier, number and unit make one figure; label and status follow."""
    scope = f"{plain(figure.printed)} {plain(figure.label)} {figure.status.word}"
    yield line(figure.printed, "tile", figure.origin, scope)
    yield from _texts((figure.label, words(figure.status.word)), "tile", figure.origin, scope)


def _table(block: Table, pages: PageNumbers) -> Lines:
    caption = () if says_the_same(block.caption, block.message) else block.caption
    yield from _texts((block.message, caption), "caption", block.origin)
    heads = (*(head.text for head in block.upper_heads), *(column.header for column in block.columns))
    yield from _texts(heads, "header", block.origin)
    lists_pages = any(cell.pages_of for row in block.rows for cell in row.cells)
    group = ""
    for row in block.rows:
        group = plain(row.cells[0].text) if row.kind == "group" else group
        for found in _row(block, row, group, pages):
            yield replace(found, role="index") if lists_pages and found.role == "cell" else found
    yield from _texts((block.source,), "source", block.origin)


def _row(block: Table, row: Row, group: str, pages: PageNumbers) -> Lines:
    """The cells of a row, each in reach of its column's head, of the heading of its group and of its row."""
    shown = " ".join(f"{plain(cell.text)} {plain(cell.detail)} {cell.status.word}" for cell in row.cells)
    for column, cell in zip_longest(block.columns[: len(row.cells)], row.cells):
        head = plain(column.header) if column else ""
        header = f"{plain(column.under)} {head}" if column else ""
        yield from _cell(cell, head, block.origin, f"{plain(block.caption)} {header} {group} {shown}", pages)


def _cell(cell: Cell, header: str, origin: Origin, scope: str, pages: PageNumbers) -> Lines:
    if cell.pages_of:
        yield ExpectedLine(pages.fact(cell.pages_of), "page", origin)
    elif cell.text:
        yield cell_line(cell.text, header, origin, scope)
    elif cell.status.word:
        yield ExpectedLine(cell.status.word, "status", origin)
    yield from _texts((cell.detail,), "cell", origin, scope)


def _timeline(block: Timeline, _pages: PageNumbers) -> Lines:
    """Each moment as date, status and words; the line at which the data were closed comes before the first to come."""
    yield from _texts((block.message,), "title", block.origin)
    for before, moment in zip((None, *block.moments), block.moments, strict=False):
        if moment.future and before is not None and not before.future:
            yield from _texts((block.cut_off,), "furniture", block.origin)
        texts = (moment.date, words(moment.status.word), moment.text)
        yield from _texts(texts, "moment", moment.origin, f"{plain(moment.text)} {moment.status.word}")
    yield from _texts((block.source,), "source", block.origin)


BLOCKS: dict[type, Callable[[Any, PageNumbers], Lines]] = {
    Heading: lambda block, _pages: _texts((block.text,), "title", block.origin),
    Bullets: _bullets,
    Callout: _callout,
    Quote: _quote,
    Questions: _questions,
    Messages: _messages,
    Comparison: _comparison,
    Image: _image,
    Map: _map,
    People: _people,
    Glossary: _glossary,
    Contacts: _contacts,
    StatusKey: _status_key,
    KeyFigures: _key_figures,
    Table: _table,
    Chart: lambda block, _pages: chart_lines(block),
    Timeline: _timeline,
}
"""How each kind is read; one that shows its texts and nothing else needs no line."""
