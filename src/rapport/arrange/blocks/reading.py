"""Slides of text: points, questions, definitions, words to be said; what stays together on one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from msgspec.structs import replace

from rapport.arrange.blocks.statement import callout_pages, with_callouts
from rapport.arrange.fitting import common_step, evenly, floor_step
from rapport.arrange.page import SlidePage, heading, kicker
from rapport.arrange.piece import Piece, Pieces, set_at
from rapport.arrange.studio import SlideContext
from rapport.arrange.topic import Passage, ReadingTopic, Topic
from rapport.edition.blocks.words import Bullets, Callout, Contacts, Glossary, Heading, Questions, Quote
from rapport.edition.text import Text, strong, words
from rapport.look.geometry import Box
from rapport.slides.elements import TextBox

# Passages as units of pieces: what must stay together on one slide.

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


QUESTIONS_PER_PAGE = 3
ENTRIES_PER_PAGE = 7

NAMING = frozenset({"question", "list_item", "quote"})
"""Roles of what names the content of a slide."""
MOST_NAMED = 1

LARGEST: Mapping[str, float] = {"list_item": 36, "question": 36, "answer": 30, "body": 30, "quote": 48}
"""Points that the texts of a slide start from, which come down to the charter's own where there are many."""


def compose_reading(subject: ReadingTopic, topic: Topic, studio: SlideContext) -> tuple[SlidePage, ...]:
    """The units shared evenly between as few pages as hold them, all set alike, callouts under the last."""
    items = tuple(tuple(map(_grown, unit)) for unit in units(subject.blocks))
    callouts = tuple(block for block in subject.blocks if isinstance(block, Callout))
    if not items:
        return callout_pages(callouts, topic, studio)
    limit = _limit(subject.blocks, studio)
    own = replace(topic, asides=callouts)
    return with_callouts(lambda room: reading_pages(items, limit, room, own, studio), own, studio)


def _grown(piece: Piece) -> Piece:
    """A piece that starts from a size for few words."""
    return replace(piece, largest=LARGEST.get(piece.role, 0))


def reading_pages(
    items: tuple[Pieces, ...], limit: int, room: Box, topic: Topic, studio: SlideContext
) -> tuple[SlidePage, ...]:
    """The units on as few pages as hold them, no more than `limit` each."""
    fewest = -(-len(items) // limit)
    for count in range(fewest, len(items) + 1):
        shares = tuple(_joined(share) for share in evenly(items, count))
        step = common_step([(share, room) for share in shares], studio)
        if step is not None:
            return tuple(_page(share, step, room, topic, studio) for share in shares)
    step = floor_step([(unit, room) for unit in items], studio)
    return tuple(_page(unit, step, room, topic, studio) for unit in items)


def _page(pieces: Pieces, step: int, room: Box, topic: Topic, studio: SlideContext) -> SlidePage:
    body = TextBox(studio.names("body"), room, set_at(step, pieces, studio.look), "body")
    holds = tuple(piece.text for piece in pieces if piece.role in NAMING)[:MOST_NAMED]
    return SlidePage("content", heading(studio.look), (*kicker(topic.kicker, studio), body), holds=holds)


def _joined(share: Iterable[Pieces]) -> Pieces:
    return tuple(piece for unit in share for piece in unit)


def _limit(blocks: Iterable[Passage], studio: SlideContext) -> int:
    """How many units a page may hold: the least that one of its kinds asks for."""
    return min(_kind_limit(block, studio) for block in blocks)


def _kind_limit(block: Passage, studio: SlideContext) -> int:
    if isinstance(block, Questions):
        return QUESTIONS_PER_PAGE
    return ENTRIES_PER_PAGE if isinstance(block, Glossary) else studio.look.limits.max_points
