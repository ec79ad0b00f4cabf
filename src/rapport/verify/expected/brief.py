"""The lines a brief or a fiche should hold: cover, contents, sections, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from msgspec.structs import replace

from rapport.edition.edition import Block, Cover, Edition, EditionSection, Note, SpeakingPoints, with_speaking_points
from rapport.edition.text import Text, words
from rapport.origin import Origin
from rapport.verify.expected.blocks import block_lines
from rapport.verify.parity.line import UNKNOWN, ExpectedLine, PageNumbers, line

# The lines a fiche should hold: title, markings, lead, blocks.


def sheet_lines(edition: Edition) -> tuple[ExpectedLine, ...]:
    """All lines of the fiche; the marking and the embargo follow the title of the first section."""
    lines = [ExpectedLine(edition.stamp, "furniture")] if edition.stamp else []
    for section in edition.sections:
        texts: tuple[tuple[Text, str], ...] = (
            (section.kicker, "furniture"),
            (section.title, "title"),
            (edition.cover.marking, "cover"),
            (edition.cover.embargo, "cover"),
            (section.lead, "lead"),
        )
        lines += [line(text, role, section.origin) for text, role in texts if text]
        lines += [found for block in section.blocks for found in block_lines(block, UNKNOWN)]
    return tuple(lines)


def brief_lines(edition: Edition, pages: PageNumbers = UNKNOWN) -> tuple[ExpectedLine, ...]:
    """All lines of the brief. Page numbers that only the document knows come from `pages`."""
    sections = (
        found
        for number, section in enumerate(edition.sections, start=1)
        for found in section_lines(section, edition, pages, edition.sections[number:])
    )
    return tuple(with_notes((*front_lines(edition, pages), *sections), edition.notes))


def front_lines(edition: Edition, pages: PageNumbers = UNKNOWN) -> tuple[ExpectedLine, ...]:
    """The lines before the sections."""
    return (
        *_stamp(edition),
        *(_front(edition, pages) if edition.form == "file" else _note_head(edition.cover)),
    )


def _front(edition: Edition, pages: PageNumbers) -> Iterator[ExpectedLine]:
    yield from _cover(edition.cover, edition.draft_mark)
    yield from _contents(edition, pages)


def _note_head(cover: Cover) -> Iterator[ExpectedLine]:
    """A note's kind and title, what restricts it, and its subtitle; the rest stands in its head and foot."""
    yield from _lines((cover.kind,), "furniture")
    yield from _lines((cover.title,), "title")
    yield from _lines((cover.marking, cover.embargo), "cover")
    yield from _lines((cover.subtitle,), "lead")


def _stamp(edition: Edition) -> Iterator[ExpectedLine]:
    if edition.stamp:
        yield ExpectedLine(edition.stamp, "furniture")


def _cover(cover: Cover, draft_mark: Text) -> Iterator[ExpectedLine]:
    signs = (words(status.word) for status in cover.statuses)
    details = (text for detail in cover.details for text in (detail.label, detail.value))
    yield from _lines((cover.kind, cover.date, cover.marking, cover.embargo), "cover")
    yield from _lines((draft_mark,), "furniture")
    if cover.picture and cover.picture_alternative:
        yield ExpectedLine(cover.picture_alternative, "alternative")
    rows = (row.name for row in cover.rows)
    key = (*signs, cover.sign_remark)
    yield from _lines((*rows, cover.title, cover.subtitle, *details, *key, cover.issuer), "cover")
    if cover.logo and cover.logo_alternative:
        yield ExpectedLine(cover.logo_alternative, "alternative")


def _contents(edition: Edition, pages: PageNumbers) -> Iterator[ExpectedLine]:
    contents = edition.contents
    yield from _lines((contents.kicker, contents.title), "title")
    for section in edition.sections:
        yield from _lines((section.name, section.summary), "contents", section.origin)
        yield ExpectedLine(pages.section(section.key), "page", section.origin)
    yield from _blocks(contents.blocks, edition, pages)


def section_lines(
    section: EditionSection, edition: Edition, pages: PageNumbers = UNKNOWN, following: Sequence[EditionSection] = ()
) -> Iterator[ExpectedLine]:
    """The lines of a section, notes left out; a divider names those that follow it."""
    yield from _lines((section.kicker,), "furniture", section.origin)
    yield from _lines((section.title or section.name,), "title", section.origin)
    yield from _lines((section.lead,), "lead", section.origin)
    if section.kind == "divider":  # it names the sections of its part
        part = takewhile(lambda each: each.kind != "divider", following)
        yield from _lines((each.name for each in part if each.kind != "annex"), "contents", section.origin)
    yield from _blocks(section.blocks, edition, pages)
    yield from _lines((section.source,), "source", section.origin)


def _blocks(blocks: Iterable[Block], edition: Edition, pages: PageNumbers) -> Iterator[ExpectedLine]:
    """The blocks in order, words to be said and questions each under their heading."""
    for block in with_speaking_points(blocks):
        if isinstance(block, SpeakingPoints):
            origin = block.asked.origin
            yield ExpectedLine(edition.furniture("speaking-points"), "furniture", origin)
            yield from _all(block.said, pages)
            yield ExpectedLine(edition.furniture("questions"), "furniture", origin)
            yield from block_lines(block.asked, pages)
        else:
            yield from block_lines(block, pages)


def _all(blocks: Iterable[Block], pages: PageNumbers) -> Iterator[ExpectedLine]:
    return (found for block in blocks for found in block_lines(block, pages))


def _lines(texts: Iterable[Text], role: str, origin: Origin | None = None) -> Iterator[ExpectedLine]:
    for text in texts:
        if text:
            made = line(text, role)
            yield replace(made, origin=origin) if origin else made


def with_notes(lines: Iterable[ExpectedLine], notes: tuple[Note, ...]) -> Iterator[ExpectedLine]:
    """Each note after the first line that calls it: its mark, then its text."""
    waiting = {note.key: note for note in notes}
    for each in lines:
        yield each
        for key in each.calls:
            note = waiting.pop(key, None)
            if note is not None:
                yield ExpectedLine(note.mark, "furniture", note.origin)
                yield line(note.text, "note", note.origin)
