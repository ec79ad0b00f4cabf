"""Slides of text: points, questions, definitions, words to be said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from rapport.arrange.blocks.below import callout_pages, with_callouts
from rapport.arrange.blocks.passages import units
from rapport.arrange.fitting import common_step, evenly, floor_step
from rapport.arrange.page import Page, heading, kicker
from rapport.arrange.piece import Piece, Pieces, set_at
from rapport.arrange.studio import Studio
from rapport.arrange.topic import Passage, Reading, Topic
from rapport.edition.blocks.words import Callout, Glossary, Questions
from rapport.look.geometry import Box
from rapport.slides.elements import TextBox

QUESTIONS_PER_PAGE = 3
ENTRIES_PER_PAGE = 7

NAMING = frozenset({"question", "list_item", "quote"})
"""Roles of what names the content of a slide."""
MOST_NAMED = 1

LARGEST: Mapping[str, float] = {"list_item": 36, "question": 36, "answer": 30, "body": 30, "quote": 48}
"""Points that the texts of a slide start from, which come down to the charter's own where there are many."""


def compose(subject: Reading, topic: Topic, studio: Studio) -> tuple[Page, ...]:
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


def reading_pages(items: tuple[Pieces, ...], limit: int, room: Box, topic: Topic, studio: Studio) -> tuple[Page, ...]:
    """The units on as few pages as hold them, no more than `limit` each."""
    fewest = -(-len(items) // limit)
    for count in range(fewest, len(items) + 1):
        shares = tuple(_joined(share) for share in evenly(items, count))
        step = common_step([(share, room) for share in shares], studio)
        if step is not None:
            return tuple(_page(share, step, room, topic, studio) for share in shares)
    step = floor_step([(unit, room) for unit in items], studio)
    return tuple(_page(unit, step, room, topic, studio) for unit in items)


def _page(pieces: Pieces, step: int, room: Box, topic: Topic, studio: Studio) -> Page:
    body = TextBox(studio.names("body"), room, set_at(step, pieces, studio.look), "body")
    holds = tuple(piece.text for piece in pieces if piece.role in NAMING)[:MOST_NAMED]
    return Page("content", heading(studio.look), (*kicker(topic.kicker, studio), body), holds=holds)


def _joined(share: Iterable[Pieces]) -> Pieces:
    return tuple(piece for unit in share for piece in unit)


def _limit(blocks: Iterable[Passage], studio: Studio) -> int:
    """How many units a page may hold: the least that one of its kinds asks for."""
    return min(_kind_limit(block, studio) for block in blocks)


def _kind_limit(block: Passage, studio: Studio) -> int:
    if isinstance(block, Questions):
        return QUESTIONS_PER_PAGE
    return ENTRIES_PER_PAGE if isinstance(block, Glossary) else studio.look.limits.max_points
