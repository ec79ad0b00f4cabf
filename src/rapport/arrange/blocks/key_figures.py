"""Tiles: qualifier, number and unit, label, status."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.arrange.blocks.below import with_callouts
from rapport.arrange.fitting import evenly, filled
from rapport.arrange.mark import mark_at_end, mark_width
from rapport.arrange.page import Page, box, captioned, heading, kicker
from rapport.arrange.piece import Piece
from rapport.arrange.studio import Studio
from rapport.arrange.topic import Topic
from rapport.edition.blocks.figures import KeyFigure, KeyFigures
from rapport.edition.furniture import Furniture
from rapport.edition.text import Span, plain, words
from rapport.look.box import Box
from rapport.look.grid import Strip
from rapport.slides.elements import Element, Group, Leaf, Rule, TextBox

COLUMNS = {1: 1, 2: 2, 4: 2}
"""Tiles in a row where the charter's number would leave a lone one."""

UNIT_GAP = "\u00a0"


def compose(subject: KeyFigures, topic: Topic, studio: Studio) -> tuple[Page, ...]:
    """As many tiles on a page as the charter allows, shared evenly between pages, callouts under the last."""
    return with_callouts(lambda room: _pages(subject, room, topic, studio), topic, studio)


def _pages(subject: KeyFigures, room: Box, topic: Topic, studio: Studio) -> tuple[Page, ...]:
    """The set's title stands above the first tiles, unless it is the slide's."""
    pages = -(-len(subject.figures) // studio.look.limits.max_key_figures)
    first, *others = evenly(subject.figures, max(1, pages))
    caption, under = captioned(subject.title, room, topic, studio)
    return (
        _page(first, under, (*kicker(topic.kicker, studio), *caption), studio),
        *(_page(share, room, kicker(topic.kicker, studio), studio) for share in others),
    )


def _page(figures: tuple[KeyFigure, ...], room: Box, above: tuple[Element, ...], studio: Studio) -> Page:
    spoken = tuple((Span(_said(figure, studio.names), evidence=figure.evidence),) for figure in figures)
    placed = enumerate(_places(figures, room, studio), start=1)
    tiles = tuple(_tile(index, figure, place, studio) for index, (figure, place) in placed)
    return Page("figures", heading(studio.look), (*above, *tiles), spoken)


def _places(figures: tuple[KeyFigure, ...], room: Box, studio: Studio) -> Iterator[tuple[KeyFigure, Box]]:
    look = studio.look
    columns = COLUMNS.get(len(figures), look.key_figures.columns)
    strips: tuple[Strip, ...] = look.grid.split(columns, look.key_figures.gutter)
    rows = -(-len(figures) // columns)
    gap, top = look.key_figures.row_gap, room.y + look.gaps.small
    height = max(0.0, (room.bottom - top - gap * (rows - 1)) / max(1, rows))
    for index, figure in enumerate(figures):
        yield figure, strips[index % columns].box(top + (index // columns) * (height + gap), height)


def _tile(index: int, figure: KeyFigure, place: Box, studio: Studio) -> Element:
    parts = (
        Rule(box(place.x, place.y, place.width, 0), studio.look.rules.strong.weight, "ink"),
        *_head(figure, place, studio),
        *_number(figure, place, studio),
    )
    return Group(studio.names("key-figure", index), place, parts, _said(figure, studio.names))


def _head(figure: KeyFigure, place: Box, studio: Studio) -> Iterator[Leaf]:
    """The qualifier and the status on one line; without a qualifier its room stays empty, so that numbers align."""
    look = studio.look
    line = box(place.x, place.y + look.key_figures.padding.top, place.width, look.type.key_figure_qualifier.leading)
    if figure.qualifier:
        room = box(line.x, line.y, line.width - mark_width(figure.status, studio) - look.gaps.medium, line.height)
        yield filled(
            TextBox(studio.names("detail"), room, ()), (Piece(words(figure.qualifier), "key_figure_qualifier"),), studio
        )
    yield from mark_at_end(figure.status, line, studio)


def _number(figure: KeyFigure, place: Box, studio: Studio) -> Iterator[Leaf]:
    look = studio.look
    unit = words(UNIT_GAP + figure.unit) if figure.unit else ()
    shown = (Span(figure.number, evidence=figure.evidence),)
    piece = Piece(shown, "key_figure", unit=unit, unit_role="key_figure_unit" if unit else "")
    y = place.y + look.type.key_figure_qualifier.leading
    number = box(place.x, y, place.width, look.type.key_figure.leading)
    yield filled(TextBox(studio.names("key-number"), number, (), anchor="bottom"), (piece,), studio)
    top = number.bottom + look.gaps.small
    label = box(place.x, top, place.width, place.bottom - top)
    yield filled(TextBox(studio.names("key-label"), label, ()), (Piece(figure.label, "key_figure_label"),), studio)


def _said(figure: KeyFigure, names: Furniture) -> str:
    """The tile in one line; a figure without unit counts what its label begins with."""
    counted = UNIT_GAP if not figure.unit and figure.number[-1:].isdigit() else " "
    number = f"{figure.number}{UNIT_GAP}{figure.unit}" if figure.unit else figure.number
    said = " ".join(part for part in (figure.qualifier, f"{number}{counted}{plain(figure.label)}") if part)
    said = said[:1].upper() + said[1:]
    return names("said", said, figure.status.word.lower()) if figure.status.word else said
