"""What opens: the list of sections, each a row that leads to its first slide, and a part, on the accent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from msgspec import Struct

from rapport.arrange.blocks.cover import sign_pitch, signs_in
from rapport.arrange.fitting import common_step, evenly, filled, fit, floor_step
from rapport.arrange.page import SlideHeading, SlidePage, box, heading, kicker
from rapport.arrange.piece import Piece, Pieces, listed, sentence, set_at
from rapport.arrange.studio import SlideContext
from rapport.arrange.topic import Agenda, Divider, Topic
from rapport.edition.edition import EditionSection, statuses_of
from rapport.edition.text import Text, plain, words
from rapport.look.geometry import Box
from rapport.look.palette import TextColour
from rapport.slides.elements import Element, Leaf, RuleLine, SlideSign, TextBox

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
Numbers = Mapping[str, int]
"""Of the first slides of sections, by their keys."""


class AgendaRow(Struct, frozen=True):
    """A section and its place."""

    section: EditionSection
    place: Box


def compose_agenda(subject: Agenda, topic: Topic, studio: SlideContext) -> tuple[SlidePage, ...]:
    """One column or two, on as few pages as hold all sections."""
    columns = 1 if len(subject.sections) <= ONE_COLUMN else 2
    entries = tuple(map(_entry, subject.sections))
    for count in range(1, len(subject.sections) + 1):
        pages = tuple(tuple(_rows(share, columns, studio)) for share in evenly(subject.sections, count))
        parts = tuple(zip(entries, (_text_place(row) for rows in pages for row in rows), strict=True))
        step = common_step(parts, studio)
        if step is not None or count == len(subject.sections):
            step = floor_step(parts, studio) if step is None else step
            numbers = dict(subject.numbers)
            return tuple(_page(rows, step, numbers, topic, studio) for rows in pages)
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


def _page(rows: tuple[AgendaRow, ...], step: int, numbers: Numbers, topic: Topic, studio: SlideContext) -> SlidePage:
    names = tuple(row.section.name for row in rows)
    elements = [element for row in rows for element in _row(row, step, numbers, studio)]
    spoken = (_said(names, studio),)
    return SlidePage(
        "title-only", heading(studio.look), (*kicker(topic.kicker, studio), *elements), spoken, holds=names
    )


def _said(names: tuple[Text, ...], studio: SlideContext) -> Text:
    """The names of a few sections; of more, nobody would say them all: the first and the last."""
    if len(names) <= MOST_SAID:
        return sentence("contents-said", listed(names), studio.furniture)
    return words(studio.furniture("contents-from-to", plain(names[0]), plain(names[-1])))


def _row(row: AgendaRow, step: int, numbers: Numbers, studio: SlideContext) -> Iterator[Element]:
    """Hairline, name and summary as one link, number."""
    place, look = row.place, studio.look
    yield RuleLine(box(place.x, place.y, place.width, 0), look.rules.hairline.weight, look.rules.hairline.colour)
    text = set_at(step, _entry(row.section), look)
    link = f"#{row.section.key}"
    yield TextBox(studio.names("sections"), _text_place(row), text, anchor="middle", link=link)
    number = numbers.get(row.section.key, 0)
    if number:
        right = box(place.right - NUMBER_WIDTH, place.y, NUMBER_WIDTH, place.height)
        piece = Piece(words(str(number)), "folio", colour="grey", align="end", largest=studio.look.type.body.size)
        yield TextBox(studio.names("number"), right, set_at(0, (piece,), look), anchor="middle")


def _text_place(row: AgendaRow) -> Box:
    place = row.place
    return box(place.x, place.y + INSET, place.width - NUMBER_WIDTH, place.height - 2 * INSET)


def _entry(section: EditionSection) -> Pieces:
    """The section's name, and its summary in grey; what opens a part is coloured."""
    colour: TextColour | Literal[""] = "accent" if section.kind == "divider" else ""
    name = Piece(section.name, "list_item", colour=colour, bold=True, largest=NAME)
    if not plain(section.summary):
        return (name,)
    return name, Piece(section.summary, "body", colour="grey", space=0, largest=SUMMARY)


# The opening of a part, on the accent.


TITLE_LINES = 2
"""Lines kept for the title of a part: one that takes fewer stands where the others begin."""
ROW_HEIGHT = 44
"""Most a row of the list takes, in points."""
LIST_SHARE = 0.45
"""How much of the height between title and foot the list may take."""
LISTED_SHARE = 0.5
"""How much of its row the name of a section may take; its signs have the rest."""
LEAST_SIGN = 14
"""Points from one sign to the next under which they are left out."""


def compose_divider(subject: Divider, topic: Topic, studio: SlideContext) -> tuple[SlidePage, ...]:
    """One page: the part's title, over the list of what it holds where there is one."""
    look, grid = studio.look, studio.look.grid
    style, measures = look.type.divider_title, look.divider
    listed = tuple(_list(subject.sections, studio))
    top = look.grid.title_y + look.gaps.large if listed else measures.title_y
    title = SlideHeading(
        grid.title.box(top, TITLE_LINES * style.leading), "divider_title", "top" if listed else "bottom"
    )
    elements: list[Element] = [*kicker(topic.kicker, studio, "divider_kicker")]
    if subject.status.key and not listed:
        sign = box(measures.sign_x, measures.sign_y, measures.sign_diameter, measures.sign_diameter)
        elements.append(SlideSign(sign, subject.status, "white", "accent"))
    if subject.subtitle:
        y = title.box.bottom + look.gaps.medium if listed else measures.subtitle_y
        foot = listed[0].box.y if listed else grid.content_bottom + look.gaps.large
        piece = Piece(subject.subtitle, "divider_subtitle")
        place = grid.title.box(y, foot - y)
        elements.append(filled(TextBox(studio.names("subtitle"), place, (), "subtitle"), (piece,), studio))
    return (SlidePage("divider", title, (*elements, *listed), ground="accent"),)


def _list(sections: tuple[EditionSection, ...], studio: SlideContext) -> Iterator[Leaf]:
    """The part's sections on the foot of the content, each a link, with a sign for each of its facts."""
    grid = studio.look.grid
    statuses = {each.key: () if each.kind == "annex" else statuses_of(each) for each in sections}  # annexes repeat them
    most = max(map(len, statuses.values()), default=0)
    columns = 1 if most and len(sections) <= ONE_COLUMN else 2
    shares = tuple(evenly(sections, columns))
    height = min(ROW_HEIGHT, LIST_SHARE * grid.content.height / max(1, *map(len, shares)))
    top = grid.content_bottom - height * max(map(len, shares))
    for strip, share in zip(grid.strips(columns), shares, strict=True):
        for index, section in enumerate(share):
            place = strip.box(top + index * height, height)
            signs = _sign_place(place, most)
            yield from _listed(section, place, LISTED_SHARE if signs else 1.0, studio)
            yield from signs_in(statuses[section.key], signs, most, studio, "accent") if signs else ()


def _listed(section: EditionSection, place: Box, share: float, studio: SlideContext) -> Iterator[Leaf]:
    """Hairline and name; the name has a share of the row, so that its link does not lie under the signs."""
    own = box(place.x, place.y, place.width * share, place.height)
    text = fit((Piece(section.name, "divider_subtitle"),), own, studio)
    yield RuleLine(box(place.x, place.y, place.width, 0), studio.look.rules.hairline.weight, "white")
    yield TextBox(studio.names("sections"), own, text, anchor="middle", link=f"#{section.key}")


def _sign_place(place: Box, most: int) -> Box | None:
    """Where the signs of a row stand; nothing where they would be too small to be told apart."""
    room = place.width * (1 - LISTED_SHARE)
    signs = box(place.right - room, place.y, room, place.height)
    return signs if most and sign_pitch(signs, most) >= LEAST_SIGN else None
