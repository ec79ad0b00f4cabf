"""Passages as units of pieces: what must stay together on one slide."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from rapport.arrange.piece import Piece, Pieces
from rapport.arrange.topic import Passage
from rapport.edition.blocks.words import Bullets, Callout, Contacts, Glossary, Heading, Questions, Quote
from rapport.edition.text import Text, strong, words

DASH = "\u00a0– "
"""Between a term and its definition."""

CHILD_GAP = 4
"""White above a sub-item, in points."""


def units(passages: Iterable[Passage]) -> tuple[Pieces, ...]:
    """The passages' units in order; callouts have none, being drawn apart, and headings stay with what follows."""
    found: list[Pieces] = []
    heading: Pieces = ()
    for passage in passages:
        if isinstance(passage, Heading):
            heading = (*heading, Piece(passage.text, "question"))
            continue
        first, *others = (*UNITS[type(passage)](passage), ())
        found += [unit for unit in ((*heading, *first) if first else (), *others) if unit]
        heading = () if first else heading
    return (*found, heading) if heading else tuple(found)


def _bullets(block: Bullets) -> Iterator[Pieces]:
    title = _title(block.title)
    for number, item in enumerate(block.items, start=1):
        children = (Piece(child, "body", level=2, space=CHILD_GAP) for child in item.children)
        yield (*title, Piece(item.text, "list_item", level=1, number=number if block.numbered else 0), *children)
        title = ()


def _title(title: Text) -> Pieces:
    """The heading of a list, which stays with what comes first under it."""
    return (Piece(title, "question"),) if title else ()


def _quote(block: Quote) -> Iterator[Pieces]:
    attribution = (Piece(block.attribution, "body", colour="grey"),) if block.attribution else ()
    yield (Piece(block.text, "quote"), *attribution)


def _questions(block: Questions) -> Iterator[Pieces]:
    for item in block.items:
        answers = (Piece(text, "answer", space=CHILD_GAP) for text in (item.answer, *item.more) if text)
        yield (Piece(item.question, "question"), *answers)


def _glossary(block: Glossary) -> Iterator[Pieces]:
    title = _title(block.title)
    for entry in block.entries:
        yield (*title, Piece((*strong(entry.term), *words(DASH), *entry.definition), "body"))
        title = ()


def _contacts(block: Contacts) -> Iterator[Pieces]:
    title = _title(block.title)
    for contact in block.items:
        lines = (contact.role, *contact.details)
        rest = (Piece(line, "body", space=0) for line in lines if line)
        yield (*title, Piece(strong(contact.name), "body"), *rest)
        title = ()


def _nothing(_block: Callout | Heading) -> Iterator[Pieces]:
    return iter(())


UNITS: dict[type, Callable[[Any], Iterator[Pieces]]] = {
    Bullets: _bullets,
    Quote: _quote,
    Questions: _questions,
    Glossary: _glossary,
    Contacts: _contacts,
    Callout: _nothing,
    Heading: _nothing,
}
