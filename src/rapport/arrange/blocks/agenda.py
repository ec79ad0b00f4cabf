"""The list of sections, each a row that leads to its first slide, with the number of that slide."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from rapport.arrange.fitting import common_step, evenly, floor_step
from rapport.arrange.page import SlidePage, box, heading, kicker
from rapport.arrange.piece import Piece, Pieces, set_at
from rapport.arrange.prose import listed, sentence
from rapport.arrange.studio import SlideContext
from rapport.arrange.topic import Agenda, Topic
from rapport.edition.edition import EditionSection
from rapport.edition.text import Text, plain, words
from rapport.look.geometry import Box
from rapport.slides.elements import Element, RuleLine, TextBox

ONE_COLUMN = 5
"""Most sections that stand in one column."""
MOST_SAID = 3
"""Most sections that are named aloud."""
HIGHEST_ROW = 124
"""Points: room stays white rather than be stretched."""
NAME, SUMMARY = 36, 24
"""Points that names and summaries start from, of few sections."""
NUMBER_WIDTH = 44
"""Points at the end of a row for the number of a slide."""
INSET = 3
"""White above and below the text of a row, in points."""

Share = tuple[EditionSection, ...]


class AgendaRow(Struct, frozen=True):
    """A section and its place."""

    section: EditionSection
    place: Box


def compose(subject: Agenda, topic: Topic, studio: SlideContext) -> tuple[SlidePage, ...]:
    """One column or two, on as few pages as hold all sections."""
    columns = 1 if len(subject.sections) <= ONE_COLUMN else 2
    for count in range(1, len(subject.sections) + 1):
        pages = tuple(tuple(_rows(share, columns, studio)) for share in evenly(subject.sections, count))
        parts = [(_entry(row.section), _text_place(row)) for rows in pages for row in rows]
        step = common_step(parts, studio)
        if step is not None or count == len(subject.sections):
            step = floor_step(parts, studio) if step is None else step
            return tuple(_page(rows, step, subject, topic, studio) for rows in pages)
    return ()


def _rows(share: Share, columns: int, studio: SlideContext) -> Iterator[AgendaRow]:
    """The sections column after column, all rows as high as one another."""
    grid = studio.look.grid
    room, strips = grid.content, grid.strips(columns)
    parts = tuple(evenly(share, columns))
    height = min(HIGHEST_ROW, room.height / max(1, *map(len, parts)))
    for strip, sections in zip(strips, parts, strict=True):
        for index, section in enumerate(sections):
            yield AgendaRow(section, strip.box(room.y + index * height, height))


def _page(rows: tuple[AgendaRow, ...], step: int, subject: Agenda, topic: Topic, studio: SlideContext) -> SlidePage:
    names = tuple(row.section.name for row in rows)
    elements = [element for row in rows for element in _row(row, step, subject, studio)]
    spoken = (_said(names, studio),)
    return SlidePage(
        "title-only", heading(studio.look), (*kicker(topic.kicker, studio), *elements), spoken, holds=names
    )


def _said(names: tuple[Text, ...], studio: SlideContext) -> Text:
    """The names of a few sections; of more, nobody would say them all: the first and the last."""
    if len(names) <= MOST_SAID:
        return sentence("contents-said", listed(names), studio.furniture)
    return words(studio.furniture("contents-from-to", plain(names[0]), plain(names[-1])))


def _row(row: AgendaRow, step: int, subject: Agenda, studio: SlideContext) -> Iterator[Element]:
    """Hairline, name and summary as one link, number."""
    place, look = row.place, studio.look
    yield RuleLine(box(place.x, place.y, place.width, 0), look.rules.hairline.weight, look.rules.hairline.colour)
    text = set_at(step, _entry(row.section), look)
    link = f"#{row.section.key}"
    yield TextBox(studio.names("sections"), _text_place(row), text, anchor="middle", link=link)
    number = dict(subject.numbers).get(row.section.key, 0)
    if number:
        right = box(place.right - NUMBER_WIDTH, place.y, NUMBER_WIDTH, place.height)
        piece = Piece(words(str(number)), "folio", colour="grey", align="end", largest=studio.look.type.body.size)
        yield TextBox(studio.names("number"), right, set_at(0, (piece,), look), anchor="middle")


def _text_place(row: AgendaRow) -> Box:
    place = row.place
    return box(place.x, place.y + INSET, place.width - NUMBER_WIDTH, place.height - 2 * INSET)


def _entry(section: EditionSection) -> Pieces:
    """The section's name, and its summary in grey."""
    name = Piece(section.name, "list_item", bold=True, largest=NAME)
    if not plain(section.summary):
        return (name,)
    return name, Piece(section.summary, "body", colour="grey", space=0, largest=SUMMARY)
