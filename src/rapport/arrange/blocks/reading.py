"""Slides of text: points, questions, definitions, words to be said; what stays together on one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from rapport.arrange.blocks.statement import callout_pages, with_callouts
from rapport.arrange.fitting import common_step, evenly, floor_step
from rapport.arrange.page import SlidePage, heading, kicker
from rapport.arrange.piece import Piece, Pieces, set_at
from rapport.arrange.studio import SlideContext
from rapport.arrange.topic import ReadingTopic, Topic, heading_of
from rapport.edition.blocks.words import Bullets, Callout, Contacts, Glossary, Heading, Passage, Questions, Quote
from rapport.edition.text import Text, says_the_same, strong, words
from rapport.look.geometry import Box, Pt
from rapport.slides.elements import SlideParagraph, TextBox

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
"""What a slide may hold of either, whatever room there is."""

NAMING = frozenset({"question", "list_item", "quote"})
"""Roles of what names the content of a slide."""
MOST_NAMED = 1
"""Names that tell apart the pages of a slide that goes on, in their titles."""

LARGEST: Mapping[str, float] = {"list_item": 42, "question": 42, "answer": 36, "body": 36, "quote": 48}
"""Points that the texts of a slide start from, which come down to the charter's own where there are many."""
ALONE: Mapping[type, Mapping[str, float]] = {
    Bullets: {"list_item": 64, "question": 50, "body": 50},
    Quote: {"quote": 64, "body": 36},
    Questions: {"question": 56, "answer": 50},
    Glossary: {"question": 50, "body": 42},
}
"""The same for a slide on which nothing else is read."""


class ReadingPart(Struct, frozen=True):
    """Passages under one heading: its title, empty where they have none, and the sizes that their texts start from."""

    title: Text
    blocks: tuple[Passage, ...]
    largest: Mapping[str, float]

    @property
    def units(self) -> tuple[Pieces, ...]:
        """What must stay together, in order; the first begins with the title."""
        return tuple(tuple(_grown(piece, self.largest) for piece in unit) for unit in units(self.blocks))


class PageShare(Struct, frozen=True):
    """What one page holds: pieces, the title of the part they begin with or go on with, whether that is said on it."""

    title: Text
    titled: bool
    pieces: Pieces


def compose_reading(subject: ReadingTopic, topic: Topic, studio: SlideContext) -> tuple[SlidePage, ...]:
    """The units on as few pages as hold them, all set alike, callouts under the last."""
    callouts = tuple(block for block in subject.blocks if isinstance(block, Callout))
    parts = tuple(_sized(parts_of(block for block in subject.blocks if not isinstance(block, Callout))))
    if not parts:
        return callout_pages(callouts, topic, studio)
    own = replace(topic, asides=callouts)
    return with_callouts(lambda room: _pages(parts, room, own, studio), own, studio)


def parts_of(passages: Iterable[Passage]) -> Iterator[ReadingPart]:
    """The passages from each title to the next; headings on end are one."""
    run: list[Passage] = []
    for passage in passages:
        if heading_of(passage) and not all(isinstance(each, Heading) for each in run):
            yield ReadingPart(heading_of(run[0]), tuple(run), LARGEST)
            run = []
        run.append(passage)
    if run:
        yield ReadingPart(heading_of(run[0]), tuple(run), LARGEST)


def _sized(parts: Iterable[ReadingPart]) -> tuple[ReadingPart, ...]:
    """The parts with larger sizes to start from where all that they hold is of one kind."""
    held = tuple(parts)
    kinds = {type(block) for part in held for block in part.blocks}
    alone = ALONE.get(kinds.pop(), LARGEST) if len(kinds) == 1 else LARGEST
    return tuple(replace(part, largest=alone) for part in held)


def _grown(piece: Piece, largest: Mapping[str, float]) -> Piece:
    """A piece that starts from a size for few words."""
    return replace(piece, largest=largest.get(piece.role, 0))


def _pages(parts: tuple[ReadingPart, ...], room: Box, topic: Topic, studio: SlideContext) -> tuple[SlidePage, ...]:
    """Parts that share a page are not divided; one that needs several is shared evenly between them, set alike."""
    shares = (share for run in _runs(parts, room, studio) for share in _shares(run, room, studio))
    told = ((share, step) for alike in _alike(shares) for step in (_step(alike, room, studio),) for share in alike)
    return tuple(
        _page(share, set_at(step, _untitled(share, topic, first=not at), studio.look), room, topic, studio)
        for at, (share, step) in enumerate(told)
    )


def _alike(shares: Iterable[PageShare]) -> Iterator[tuple[PageShare, ...]]:
    """Pages on end that go on with the kind of text that the first of them begins with."""
    run: tuple[PageShare, ...] = ()
    for share in shares:
        if run and (share.titled or _role(share) != _role(run[0])):
            yield run
            run = ()
        run = (*run, share)
    yield run


def _role(share: PageShare) -> str:
    """The role of what stands first, under its title."""
    return (share.pieces[share.titled :] or share.pieces)[0].role


def _step(shares: Sequence[PageShare], room: Box, studio: SlideContext) -> int:
    """The first step at which every page holds what it shares; the last of all where there is none."""
    placed = [(share.pieces, room) for share in shares]
    step = common_step(placed, studio)
    return floor_step(placed, studio) if step is None else step


def _runs(parts: Iterable[ReadingPart], room: Box, studio: SlideContext) -> Iterator[tuple[ReadingPart, ...]]:
    """Parts on end that share their pages: each but the first costs no page more."""
    run: tuple[ReadingPart, ...] = ()
    for part in parts:
        if run and len(_shares((*run, part), room, studio)) > len(_shares(run, room, studio)):
            yield run
            run = ()
        run = (*run, part)
    yield run


def _shares(run: tuple[ReadingPart, ...], room: Box, studio: SlideContext) -> tuple[PageShare, ...]:
    """The units of a run on as few pages as hold them at some size, no more on each than its kinds ask for."""
    items = tuple(
        PageShare(part.title, not at and bool(part.title), unit) for part in run for at, unit in enumerate(part.units)
    )
    limit = _limit((block for part in run for block in part.blocks), studio)
    fewest = -(-len(items) // limit)
    shares = items
    for count in range(fewest, len(items) + 1):
        shares = tuple(map(_joined, evenly(items, count)))
        if common_step([(share.pieces, room) for share in shares], studio) is not None:
            break
    return shares


def _untitled(share: PageShare, topic: Topic, *, first: bool) -> Pieces:
    """The pieces without the heading that titles the page: only the topic's own title may be another."""
    said_above = not first or says_the_same(share.title, topic.title)
    return share.pieces[1:] if share.titled and said_above and len(share.pieces) > 1 else share.pieces


def _page(
    share: PageShare, setting: tuple[SlideParagraph, ...], room: Box, topic: Topic, studio: SlideContext
) -> SlidePage:
    body = TextBox(studio.names("body"), room, _spread(setting, room, studio), "body")
    holds = tuple(piece.text for piece in share.pieces[share.titled :] if piece.role in NAMING)[:MOST_NAMED]
    title, kind = _part_title(share, studio), _kind(share.pieces, studio)
    elements = (*kicker(topic.kicker, studio), body)
    return SlidePage("content", heading(studio.look), elements, holds=holds, title=title, kind=kind)


SPREAD, MOST_WHITE = 0.8, 3
"""Share of the room that few paragraphs are spread over; how much larger the white between them may become."""


def _spread(setting: tuple[SlideParagraph, ...], room: Box, studio: SlideContext) -> tuple[SlideParagraph, ...]:
    """The paragraphs farther apart, where they would leave the foot of their slide empty."""
    white = sum(paragraph.space_before for paragraph in setting[1:])
    free = SPREAD * room.height - studio.measure.height(setting, room.width)
    if not white or free <= 0:
        return setting
    factor = min(MOST_WHITE, 1 + free / white)
    return tuple(replace(each, space_before=Pt(round(factor * each.space_before))) for each in setting)


def _part_title(share: PageShare, studio: SlideContext) -> Text:
    more = "" if share.titled or not share.title else f" {studio.furniture('continued')}"
    return (*share.title, *words(more))


KINDS: Mapping[str, str] = {"question": "questions", "list_item": "key-message", "quote": "speaking-points"}
"""What a page is called that begins with a piece of a role: words of the furniture."""


def _kind(pieces: Pieces, studio: SlideContext) -> Text:
    name = KINDS.get(pieces[0].role)
    return words(studio.furniture(name)) if name else ()


def _joined(items: Sequence[PageShare]) -> PageShare:
    return replace(items[0], pieces=tuple(piece for item in items for piece in item.pieces))


def _limit(blocks: Iterable[Passage], studio: SlideContext) -> int:
    """How many units a page may hold: the least that one of its kinds asks for."""
    return min(_kind_limit(block, studio) for block in blocks)


def _kind_limit(block: Passage, studio: SlideContext) -> int:
    if isinstance(block, Questions):
        return QUESTIONS_PER_PAGE
    return ENTRIES_PER_PAGE if isinstance(block, Glossary) else studio.look.limits.max_points
