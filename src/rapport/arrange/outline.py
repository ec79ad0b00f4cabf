"""Which topics a deck has, from the sections of its edition: pure structure, nothing measured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count, zip_longest

from msgspec import Struct

from rapport.arrange.spoken import ended, sentence
from rapport.arrange.topic import (
    Agenda,
    Divider,
    Opening,
    Passage,
    Reading,
    Statement,
    Subject,
    Topic,
    Visual,
    takes,
)
from rapport.edition.blocks.block import Block
from rapport.edition.blocks.figures import Chart, Image, KeyFigures, Table, Timeline
from rapport.edition.blocks.lists import StatusKey
from rapport.edition.blocks.words import Bullets, Heading, Messages, Paragraph
from rapport.edition.edition import Edition, Section
from rapport.edition.evidence import NO_STATUS, Status
from rapport.edition.text import Text, plain
from rapport.origin import NOWHERE, Origin

COVER_KEY, CONTENTS_KEY = "deck.cover", "deck.contents"
"""A dot keeps these keys apart from those authors choose."""


class Group(Struct, frozen=True):
    """Blocks that share a slide: a visual with the passages beside it, or passages alone."""

    visual: Visual | None
    passages: tuple[Passage, ...]


def topics(edition: Edition) -> tuple[Topic, ...]:
    """The cover, the list of sections, then each section in turn."""
    return (*_opening(edition), *_body(edition))


def group_blocks(blocks: Iterable[Block]) -> tuple[Group, ...]:
    """One visual per group; what is read joins the visual before it, else the one after it. Prose is left out."""
    groups: list[Group] = []
    for block in _shown(blocks):
        host = _host(groups, block)
        joined = _joined(groups[host], block) if groups else None
        if joined:
            groups[host] = joined
        else:
            groups.append(Group(block, ()) if isinstance(block, Visual) else Group(None, (block,)))
    return tuple(groups)


def _shown(blocks: Iterable[Block]) -> Iterator[Visual | Passage]:
    """The blocks that slides show: a heading over a visual, which has a title of its own, or over prose is not."""
    seen = [block for block in blocks if not isinstance(block, Paragraph)]
    for block, after in zip_longest(seen, seen[1:]):
        if not isinstance(block, Heading) or isinstance(after, Passage):
            yield block


def _host(groups: list[Group], block: Visual | Passage) -> int:
    """Which group a block may join: the last, or for points that it cannot take, an earlier visual that has none."""
    if isinstance(block, Bullets) and groups and groups[-1].visual and not takes(groups[-1].visual, block):
        for index, group in enumerate(groups):
            if group.visual and takes(group.visual, block) and not any(isinstance(p, Bullets) for p in group.passages):
                return index
    return -1


def _joined(group: Group, block: Visual | Passage) -> Group | None:
    """The group with the block, None where the block needs another slide."""
    if isinstance(block, Visual):
        joins = group.visual is None and all(takes(block, passage) for passage in group.passages)
        return Group(block, group.passages) if joins else None
    if group.visual is None or takes(group.visual, block):
        return Group(group.visual, (*group.passages, block))
    return None


def _opening(edition: Edition) -> Iterator[Topic]:
    cover, contents, part = edition.cover, edition.contents, plain(edition.cover.kind) or plain(edition.title)
    title = sentence("title-said", cover.title, edition.furniture)
    said = tuple(ended(text) for text in (title, cover.subtitle) if text)
    yield Topic(COVER_KEY, cover.kind, cover.title, Opening(cover, edition.closed), speech=said, part=part)
    listed = tuple(section for section in edition.sections if section.kind != "statement" and section.name)
    if listed:
        title = contents.title or contents.name
        yield Topic(CONTENTS_KEY, contents.name, title, Agenda(listed), part=part)
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


def _body(edition: Edition) -> Iterator[Topic]:
    part, dividers = "", count()
    statuses = edition.cover.statuses or (NO_STATUS,)
    divided = False
    for section in edition.sections:
        if section.kind == "divider":
            divided, part = True, _name(section)
            yield _divider(section, statuses[next(dividers) % len(statuses)], part)
        else:
            part = part if divided else _name(section)
            yield from _section(section, part)


def _divider(section: Section, status: Status, part: str) -> Topic:
    subject = Divider(section.lead or section.summary, status)
    return Topic(section.key, section.kicker, section.title, subject, (), _speech(section), (), section.origin, part)


def _section(section: Section, part: str) -> Iterator[Topic]:
    """A section that shows nothing but its message is a statement, whatever its kind."""
    groups = group_blocks(section.blocks)
    if section.kind == "statement" or not groups:
        yield _statement(section, part)
    for index, group in enumerate(groups, start=1 if section.kind != "statement" else 2):
        subject = _subject(group)
        first = index == 1
        yield Topic(
            section.key if first else f"{section.key}.{index}",
            section.kicker,
            section.title if first else title_of(subject) or section.title,
            subject,
            _asides(group),
            _share(section, index - 1, len(groups)),
            source_of(subject) or section.source,
            _origin(subject, section),
            part,
        )


def _statement(section: Section, part: str) -> Topic:
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


def _share(section: Section, index: int, groups: int) -> tuple[Text, ...]:
    """A paragraph of notes for each slide where there are as many; else all that is said, with the first."""
    if section.kind != "statement" and len(section.speech) == groups > 1:
        return section.speech[index : index + 1]
    return _speech(section) if index == 0 else ()


def _speech(section: Section) -> tuple[Text, ...]:
    """What the speaker says; prose that it leaves out follows, so that nothing written is lost."""
    said = {plain(text) for text in section.speech}
    prose = [section.lead, *(block.text for block in section.blocks if isinstance(block, Paragraph))]
    shown = section.kind in ("statement", "divider")
    return section.speech + tuple(
        text for text in prose if text and plain(text) not in said and not (shown and text is section.lead)
    )


def _subject(group: Group) -> Subject:
    return group.visual or Reading(group.passages)


def _asides(group: Group) -> tuple[Passage, ...]:
    return group.passages if group.visual else ()


def title_of(subject: Subject) -> Text:
    """What titles a slide of the subject's own, in its author's words; empty where it has none."""
    if isinstance(subject, Table | Timeline | Image | Chart) and subject.message:
        return subject.message
    if isinstance(subject, KeyFigures | Messages | StatusKey | Chart):
        return subject.title
    return ()


def source_of(subject: Subject) -> Text:
    """The subject's own source line; empty where it has none."""
    return getattr(subject, "source", ())


def _origin(subject: Subject, section: Section | None = None) -> Origin:
    fallback = section.origin if section else NOWHERE
    if isinstance(subject, Reading):
        return subject.blocks[0].origin if subject.blocks[0].origin.file else fallback
    own: Origin = getattr(subject, "origin", fallback)
    return own if own.file else fallback


def _name(section: Section) -> str:
    return plain(section.name) or plain(section.kicker) or plain(section.title)
