"""No table of what to do with each kind of value forgets one: a block without its line would be lost in silence."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from msgspec import Struct

from rapport.arrange.blocks.reading import UNITS
from rapport.arrange.subjects import SUBJECTS
from rapport.arrange.topic import Subject
from rapport.edition.blocks.figures import Chart, Image, Timeline
from rapport.edition.blocks.words import Contacts, Glossary, Heading, Paragraph, Passage, StatusKey
from rapport.edition.edition import Block
from rapport.edition.text import KEPT, KeptRunningText, KeptText, RunningText, Span, Text, plain
from rapport.model.content import KINDS
from rapport.model.content import Block as Written
from rapport.origin import NOWHERE, Origin
from rapport.render.deck.presentation import ELEMENTS as DRAWN_IN_DECK
from rapport.render.pdf.blocks.section import SETTERS
from rapport.render.pdf.slides.leaves import DRAWERS
from rapport.resolve.sections import MADE, WRITTEN
from rapport.slides.elements import ChartFrame, Element, Leaf
from rapport.verify.expected.blocks import BLOCKS, block_lines
from rapport.verify.expected.deck import ELEMENTS as READ_IN_DECK
from rapport.verify.parity.line import PageNumbers
from rapport.word.blocks import KINDS as IN_WORD
from rapport.word.blocks import parts_of
from rapport.word.document import Numbering, ScriptLine


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


TEXTS = (Text, KeptText, RunningText, KeptRunningText)


def is_plain(kind: type) -> bool:
    """Whether a kind of block, and all that it holds, shows nothing but texts."""
    return all(hint in (*TEXTS, Origin) or _holds_plain(hint) for hint in _hints(kind))


def _hints(kind: type) -> Collection[Any]:
    return get_type_hints(kind, include_extras=True).values()


def _holds_plain(hint: Any) -> bool:
    item, *others = get_args(hint) or (None,)
    is_row = get_origin(hint) is tuple and others == [...]
    return is_row and (item in TEXTS or (hasattr(item, "__struct_fields__") and is_plain(item)))


PLAIN: frozenset[type] = frozenset((Paragraph,))
"""Kinds that show nothing but texts: Word and the proofs take these in order, without a line for each kind."""

TABLES: dict[str, tuple[Any, Collection[type]]] = {
    "resolved": (Written, [*WRITTEN, *MADE]),
    "set in the brief": (Block, SETTERS),
    "on slides": (Subject, SUBJECTS),
    "units of passages": (Passage, UNITS),
    "drawn in the deck": (Element, DRAWN_IN_DECK),
    "drawn on slide pages": (Leaf, [*DRAWERS, ChartFrame]),  # a chart has a drawing of its own
    "written for Word": (Block, [*IN_WORD, *PLAIN]),
    "expected in the brief": (Block, [*BLOCKS, *PLAIN]),
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
    assert set(SETTERS) == set(members(Block)) == {*BLOCKS, *PLAIN} == {*IN_WORD, *PLAIN}
    assert all(map(is_plain, PLAIN))
    assert not any(map(is_plain, (Chart, Timeline, Image, StatusKey)))
    assert not any(map(keeps, NOT_LOST))


def test_each_kind_of_block_has_the_key_that_authors_type() -> None:
    typed = {field.alias or name for kind in members(Written) for name, field in kind.model_fields.items()}  # type: ignore[attr-defined]
    assert set(KINDS) <= typed
    assert len(KINDS) == len(set(KINDS)) == len(list(members(Written)))


class MadeUpStep(Struct, frozen=True):
    name: Text
    more: tuple[Text, ...] = ()


class MadeUpSteps(Struct, frozen=True):
    title: KeptText
    steps: tuple[MadeUpStep, ...]
    origin: Origin = NOWHERE


def test_a_kind_that_shows_nothing_but_texts_is_written_and_proved_without_a_line_of_its_own() -> None:
    steps = (MadeUpStep((Span("Lancer"),), ((Span("en "), Span("2027")),)), MadeUpStep((Span("Finir"),)))
    block: Any = MadeUpSteps((Span("Étapes"),), steps)
    said = ["Étapes", "Lancer", "en 2027", "Finir"]
    assert is_plain(MadeUpSteps)
    assert [line.text for line in block_lines(block, PageNumbers())] == said
    assert [plain(line.text) for line in parts_of(Numbering(), block) if isinstance(line, ScriptLine)] == said
