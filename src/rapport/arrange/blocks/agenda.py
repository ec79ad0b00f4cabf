"""The list of sections, each a link to its first slide."""

from __future__ import annotations

from msgspec.structs import replace

from rapport.arrange.fitting import common_step, evenly, floor_step
from rapport.arrange.page import Page, heading, kicker
from rapport.arrange.piece import Piece, Pieces, set_at
from rapport.arrange.spoken import listed, sentence
from rapport.arrange.studio import Studio
from rapport.arrange.topic import Agenda, Topic
from rapport.edition.edition import Section
from rapport.edition.text import Text, plain, words
from rapport.look.box import Box
from rapport.look.grid import Strip
from rapport.slides.elements import Place, TextBox

ONE_COLUMN = 5
"""Most sections that stand in one column."""
MOST_SAID = 3
"""Most sections that are named aloud."""
GUTTER = 32
_PLACES: tuple[Place, ...] = ("body", "second")

Share = tuple[Pieces, ...]


def compose(subject: Agenda, topic: Topic, studio: Studio) -> tuple[Page, ...]:
    """One column or two, on as few pages as hold all sections."""
    entries = tuple(_entry(section) for section in subject.sections)
    strips = studio.look.grid.split(1 if len(entries) <= ONE_COLUMN else 2, GUTTER)
    for pages in range(_fewest(entries, strips, studio), len(entries) + 1):
        shares = tuple(tuple(evenly(share, len(strips))) for share in evenly(entries, pages))
        parts = [part for columns in shares for part in _parts(columns, strips, studio)]
        step = common_step(parts, studio)
        if step is not None or pages == len(entries):
            step = floor_step(parts, studio) if step is None else step
            return tuple(_page(columns, strips, step, topic, studio) for columns in shares)
    return ()


def _fewest(entries: Share, strips: tuple[Strip, ...], studio: Studio) -> int:
    """The pages that the entries would fill at the smallest size, with no white left."""
    content, pieces = studio.look.grid.content, tuple(piece for unit in entries for piece in unit)
    smallest = set_at(floor_step([(pieces, content)], studio), pieces, studio.look)
    filled = studio.measure.height(smallest, strips[0].width)
    return max(1, int(filled / (len(strips) * content.height)))


def _page(columns: tuple[Share, ...], strips: tuple[Strip, ...], step: int, topic: Topic, studio: Studio) -> Page:
    boxes = tuple(
        TextBox(studio.names("sections"), place, set_at(step, pieces, studio.look), name)
        for (pieces, place), name in zip(_parts(columns, strips, studio), _PLACES, strict=False)
        if pieces
    )
    names = tuple(unit[0].text for share in columns for unit in share)
    return Page("content", heading(studio.look), (*kicker(topic.kicker, studio), *boxes), (_said(names, studio),))


def _said(names: tuple[Text, ...], studio: Studio) -> Text:
    """The names of a few sections; of more, nobody would say them all: the first and the last."""
    if len(names) <= MOST_SAID:
        return sentence("contents-said", listed(names), studio.furniture)
    return words(studio.furniture("contents-from-to", plain(names[0]), plain(names[-1])))


def _parts(columns: tuple[Share, ...], strips: tuple[Strip, ...], studio: Studio) -> list[tuple[Pieces, Box]]:
    content = studio.look.grid.content
    return [
        (tuple(piece for unit in share for piece in unit), strip.box(content.y, content.height))
        for share, strip in zip(columns, strips, strict=True)
    ]


def _entry(section: Section) -> Pieces:
    """The section's name, and its summary in grey."""
    name = tuple(replace(span, link=f"#{section.key}") for span in section.name)
    summary = (Piece(section.summary, "body", colour="grey", space=0),) if section.summary else ()
    return (Piece(name, "list_item", bold=True), *summary)
