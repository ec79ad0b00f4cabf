"""No table of what to do with each kind of value forgets one: a block without its line would be lost in silence."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, get_args, get_type_hints

import pytest

from rapport.arrange.blocks.reading import UNITS
from rapport.arrange.subjects import SUBJECTS
from rapport.arrange.topic import Subject
from rapport.edition.blocks.figures import Chart, Image, Timeline
from rapport.edition.blocks.words import Contacts, Glossary, Heading, Paragraph, Passage, StatusKey
from rapport.edition.edition import Block
from rapport.edition.text import KEPT
from rapport.model.blocks.block import KINDS
from rapport.model.blocks.block import Block as Written
from rapport.render.deck.dispatch import ELEMENTS as DRAWN_IN_DECK
from rapport.render.pdf.blocks.section import SETTERS
from rapport.render.pdf.slides.leaves import DRAWERS
from rapport.resolve.sections import MADE, WRITTEN
from rapport.slides.elements import ChartFrame, Element, Leaf
from rapport.verify.expected.blocks import BLOCKS
from rapport.verify.expected.deck import ELEMENTS as READ_IN_DECK
from rapport.word.blocks import KINDS as IN_WORD


def members(union: Any) -> Iterator[type]:
    """The types of a union, whatever it is annotated with."""
    parts = get_args(union)
    if isinstance(union, type):
        yield union
    elif hasattr(union, "__metadata__"):
        yield from members(parts[0])
    else:
        for part in parts:
            yield from members(part)


def keeps(kind: type) -> bool:
    """Whether some words of a kind of block, or of what it holds, are marked as those a deck may not lose."""
    hints = get_type_hints(kind, include_extras=True) if hasattr(kind, "__struct_fields__") else {}
    return any(KEPT in get_args(hint)[1:] or any(map(keeps, members(hint))) for hint in hints.values())


NOT_LOST: frozenset[type] = frozenset((Paragraph, Heading, Chart, Timeline, Image, Glossary, Contacts, StatusKey))
"""Prose is said, headings stay with a passage, the others are held to their data or to the words of the brief."""

TABLES: dict[str, tuple[Any, Collection[type]]] = {
    "resolved": (Written, [*WRITTEN, *MADE]),
    "set in the brief": (Block, SETTERS),
    "on slides": (Subject, SUBJECTS),
    "units of passages": (Passage, UNITS),
    "drawn in the deck": (Element, DRAWN_IN_DECK),
    "drawn on slide pages": (Leaf, [*DRAWERS, ChartFrame]),  # a chart has a drawing of its own
    "written for Word": (Block, IN_WORD),
    "expected in the brief": (Block, BLOCKS),
    "expected in the deck": (Element, READ_IN_DECK),
    "not lost on slides": (Block, {*filter(keeps, members(Block)), *NOT_LOST}),
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_a_line_for_each_kind(name: str) -> None:
    union, table = TABLES[name]
    assert {kind.__name__ for kind in members(union)} - {kind.__name__ for kind in table} == set()
    assert len(table) == len(set(table)), "two tables do the same work"


def test_no_line_is_for_a_kind_that_is_gone() -> None:
    assert {*WRITTEN, *MADE} == set(members(Written))
    assert set(SETTERS) == set(members(Block)) == set(BLOCKS)
    assert not any(map(keeps, NOT_LOST))


def test_each_kind_of_block_has_the_key_that_authors_type() -> None:
    typed = {field.alias or name for kind in members(Written) for name, field in kind.model_fields.items()}  # type: ignore[attr-defined]
    assert set(KINDS) <= typed
    assert len(KINDS) == len(set(KINDS)) == len(list(members(Written)))
