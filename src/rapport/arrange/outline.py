"""Which topics a deck has, from the sections of its edition: pure structure, nothing measured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import count, dropwhile, takewhile, zip_longest
from typing import cast

from msgspec import Struct
from msgspec.structs import replace

from rapport.arrange.piece import ended, listed, points_of, sentence
from rapport.arrange.topic import (
    Agenda,
    Divider,
    OpeningTopic,
    ReadingTopic,
    Statement,
    Subject,
    Topic,
    heading_of,
    takes,
)
from rapport.edition.blocks.figures import Chart, Comparison, Image, KeyFigures, Table
from rapport.edition.blocks.surroundings import Map, People
from rapport.edition.blocks.words import Bullets, Callout, Heading, Messages, Paragraph, Passage, StatusKey
from rapport.edition.edition import Block, Edition, EditionSection, Visual
from rapport.edition.text import NO_STATUS, Status, Text, places, plain, words
from rapport.origin import NOWHERE, Origin
from rapport.remembered import ANEW, Remembered, Same


class TopicGroup(Struct, frozen=True):
    """Blocks that share a slide: a visual with the passages beside it, or passages alone."""

    visual: Visual | None
    passages: tuple[Passage, ...]


def group_blocks(blocks: Iterable[Block]) -> tuple[TopicGroup, ...]:
    """One visual per group; what is read joins the visual before it, else the one after it. Prose is left out."""
    groups: list[TopicGroup] = []
    for block in _shown(blocks):
        host = _host(groups, block)
        joined = _joined(groups[host], block) if groups else None
        if joined:
            groups[host] = joined
        else:
            groups.append(TopicGroup(block, ()) if isinstance(block, Visual) else TopicGroup(None, (block,)))
    return tuple(groups)


def _shown(blocks: Iterable[Block]) -> Iterator[Visual | Passage]:
    """The blocks that slides show: a heading over a visual, which has a title of its own, or over prose is not."""
    seen = [block for block in blocks if not isinstance(block, Paragraph)]
    for block, after in zip_longest(seen, seen[1:]):
        if not isinstance(block, Heading) or isinstance(after, Passage):
            yield block


def _host(groups: list[TopicGroup], block: Visual | Passage) -> int:
    """Which group a block may join: the last, or for points that it cannot take, an earlier visual that has none."""
    if isinstance(block, Bullets) and groups and groups[-1].visual and not takes(groups[-1].visual, block):
        for index, group in enumerate(groups):
            if group.visual and takes(group.visual, block) and not any(isinstance(p, Bullets) for p in group.passages):
                return index
    return -1


def _joined(group: TopicGroup, block: Visual | Passage) -> TopicGroup | None:
    """The group with the block, None where the block needs another slide."""
    if isinstance(block, Visual):
        joins = group.visual is None and all(takes(block, passage) for passage in group.passages)
        return TopicGroup(block, group.passages) if joins else None
    if group.visual is None or takes(group.visual, block):
        return TopicGroup(group.visual, (*group.passages, block))
    return None


# Which topics a deck has, from the sections of its edition: pure structure, nothing measured.

COVER_KEY, CONTENTS_KEY = "deck.cover", "deck.contents"
"""A dot keeps these keys apart from those authors choose."""

OPENED = ("statement", "divider")
"""Sections that begin with a slide of their message alone."""
LONGEST_HELD = 80
"""Characters of a caption or a list of sides that may title a slide: two lines of a title, whatever its letters."""


def topics(edition: Edition, memory: Remembered = ANEW) -> tuple[Topic, ...]:
    """The cover, the list of sections, then each section in turn."""
    return (_cover(edition, memory), *_contents(edition), *_body(edition, memory))


def _cover(edition: Edition, memory: Remembered) -> Topic:
    shown = (edition.cover, edition.closed)
    asked = ("cover", shown, places(shown), edition.title, edition.furniture)
    return memory(asked, partial(_cover_of, edition))


def _cover_of(edition: Edition) -> Topic:
    cover = edition.cover
    title = sentence("title-said", cover.title, edition.furniture)
    said = tuple(ended(text) for text in (title, cover.subtitle) if text)
    return Topic(
        COVER_KEY, cover.kind, cover.title, OpeningTopic(cover, edition.closed), speech=said, part=_part(edition)
    )


def _part(edition: Edition) -> str:
    """The part of a deck that stands before its sections."""
    return plain(edition.cover.kind) or plain(edition.title)


def _contents(edition: Edition) -> Iterator[Topic]:
    contents, part = edition.contents, _part(edition)
    sections = _listed(edition)
    if sections and contents.slide:
        title = contents.title or contents.name
        yield Topic(CONTENTS_KEY, contents.kicker if contents.title else (), title, Agenda(sections), part=part)
    for index, group in enumerate(group_blocks(contents.blocks), start=2):
        subject = _subject(group)
        yield Topic(
            f"{CONTENTS_KEY}.{index}",
            contents.name,
            title_of(subject) or contents.name,
            subject,
            _asides(group),
            origin=_origin(subject),
            part=part,
        )


def _listed(edition: Edition) -> tuple[EditionSection, ...]:
    """The sections that the list of sections names."""
    return tuple(section for section in edition.sections if section.kind != "statement" and section.name)


def _trackers(edition: Edition) -> dict[str, str]:
    """By the key of each section that is listed, how far the deck has come: "2/6 ".

    What opens a part is counted among the parts.
    """
    parts = [section for section in _listed(edition) if section.kind == "divider"]
    others = [section for section in _listed(edition) if section.kind != "divider"]
    return {
        section.key: f"{edition.furniture('page-short', place, len(counted))} "
        for counted in (parts, others)
        if len(counted) > 1
        for place, section in enumerate(counted, start=1)
    }


def _tracked(section: EditionSection, tracker: str) -> EditionSection:
    """The section whose kicker says how far the deck has come: "2/6 Diffusion"."""
    return replace(section, kicker=(*words(tracker), *(section.kicker or section.name))) if tracker else section


def _body(edition: Edition, memory: Remembered) -> Iterator[Topic]:
    part, dividers = "", count()
    statuses = edition.cover.statuses or (NO_STATUS,)
    divided, trackers = False, _trackers(edition)
    for section in edition.sections:
        tracker = trackers.get(section.key, "")
        if section.kind == "divider":
            divided, part = True, _name(section)
            status = statuses[next(dividers) % len(statuses)]
            opened = _tracked(section, tracker)
            yield _divider(opened, status, _part_of(section.key, edition))
            yield from _groups(opened, part, group_blocks(section.blocks))
        else:
            part = part if divided else _name(section)
            asked = ("topics", Same(section), tracker, part)
            yield from memory(asked, partial(_section, section, tracker, part))


def _part_of(divider: str, edition: Edition) -> tuple[EditionSection, ...]:
    """The listed sections from a divider to the next."""
    after = tuple(dropwhile(lambda section: section.key != divider, edition.sections))[1:]
    held = takewhile(lambda section: section.kind != "divider", after)
    return tuple(section for section in held if section.kind != "statement" and section.name)


def _divider(section: EditionSection, status: Status, held: tuple[EditionSection, ...]) -> Topic:
    subject, part = Divider(section.lead or section.summary, status, held), _name(section)
    return Topic(section.key, section.kicker, section.title, subject, (), _speech(section), (), section.origin, part)


def _section(section: EditionSection, tracker: str, part: str) -> tuple[Topic, ...]:
    """A section that shows nothing but its message is a statement, whatever its kind."""
    section = _tracked(section, tracker)
    groups = group_blocks(section.blocks) or _prose(section)
    opened = (_statement(section, part),) if section.kind == "statement" or not groups else ()
    return (*opened, *_groups(section, part, groups))


def _groups(section: EditionSection, part: str, groups: Sequence[TopicGroup]) -> Iterator[Topic]:
    """What a section shows, after the slide that opens it where it has one of its own."""
    for index, group in enumerate(groups, start=2 if section.kind in OPENED else 1):
        subject = _subject(group)
        first = index == 1
        title = section.title if first else title_of(subject) or section.title
        yield Topic(
            section.key if first else f"{section.key}.{index}",
            section.kicker,
            title,
            _under(title, subject),
            _asides(group),
            (*_unseen(subject, section, first=first), *_share(section, index - 1, len(groups))),
            source_of(subject) or section.source,
            _origin(subject, section),
            part,
        )


def _prose(section: EditionSection) -> tuple[TopicGroup, ...]:
    """Of a section of prose alone, what its sentences say; nothing where it has none or is a statement."""
    prose = [block.text for block in section.blocks if isinstance(block, Paragraph)]
    if section.kind == "statement" or not any(map(plain, prose)):
        return ()
    return (TopicGroup(None, (points_of((section.lead, *prose)),)),)


def _statement(section: EditionSection, part: str) -> Topic:
    return Topic(
        section.key,
        section.kicker,
        section.title,
        Statement(section.lead or section.source),
        speech=_speech(section),
        source=section.source if section.lead else (),
        origin=section.origin,
        part=part,
    )


def _under(title: Text, subject: Subject) -> Subject:
    """The subject without the heading that its slide has for a title."""
    if isinstance(subject, ReadingTopic) and len(subject.blocks) > 1:
        head, *rest = subject.blocks
        if isinstance(head, Heading) and head.text == title:
            return ReadingTopic(tuple(rest))
    return subject


def _unseen(subject: Subject, section: EditionSection, *, first: bool) -> tuple[Text, ...]:
    """The message of a section's first visual, whose slide has the section's own: the speaker says it."""
    message = getattr(subject, "message", ()) if first else ()
    return (ended(message),) if message and plain(message) != plain(section.title) else ()


def _share(section: EditionSection, index: int, groups: int) -> tuple[Text, ...]:
    """A paragraph of notes for each slide where there are as many; else all that is said, with the first."""
    if section.kind not in OPENED and len(section.speech) == groups > 1:
        return section.speech[index : index + 1]
    return _speech(section) if index == 0 else ()


def _speech(section: EditionSection) -> tuple[Text, ...]:
    """What the speaker says; prose that it leaves out follows, so that nothing written is lost."""
    said = {plain(text) for text in section.speech}
    prose = [section.lead, *(block.text for block in section.blocks if isinstance(block, Paragraph))]
    shown = section.kind in OPENED
    return section.speech + tuple(
        text for text in prose if text and plain(text) not in said and not (shown and text is section.lead)
    )


def _subject(group: TopicGroup) -> Subject:
    return group.visual or ReadingTopic(group.passages)


def _asides(group: TopicGroup) -> tuple[Passage, ...]:
    return group.passages if group.visual else ()


def title_of(subject: Subject) -> Text:
    """What titles a slide of the subject's own, in its author's words; empty where it has none."""
    held = _held(subject)
    return _title(subject) or (held if len(plain(held)) <= LONGEST_HELD else ())


def _held(subject: Subject) -> Text:
    """What the subject is called or holds, where nobody gave it a title."""
    if isinstance(subject, Table | Image | Map):
        return subject.caption
    if isinstance(subject, Comparison):
        return listed(side.title for side in subject.sides)
    if isinstance(subject, ReadingTopic):
        read = [block for block in subject.blocks if not isinstance(block, Callout)] or subject.blocks
        return next((found for block in read if (found := heading_of(block))), ())
    return ()


def _title(subject: Subject) -> Text:
    if message := getattr(subject, "message", ()):
        return cast("Text", message)
    if isinstance(subject, KeyFigures | Messages | StatusKey | Chart | People):
        return subject.title
    return ()


def source_of(subject: Subject) -> Text:
    """The subject's own source line; empty where it has none."""
    return getattr(subject, "source", ())


def _origin(subject: Subject, section: EditionSection | None = None) -> Origin:
    fallback = section.origin if section else NOWHERE
    if isinstance(subject, ReadingTopic):
        return subject.blocks[0].origin if subject.blocks[0].origin.file else fallback
    own: Origin = getattr(subject, "origin", fallback)
    return own if own.file else fallback


def _name(section: EditionSection) -> str:
    return plain(section.name) or plain(section.title)
