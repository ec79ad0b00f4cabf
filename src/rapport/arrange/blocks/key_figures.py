"""Tiles: qualifier, number and unit, label, status."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from rapport.arrange.blocks.statement import with_callouts
from rapport.arrange.fitting import evenly
from rapport.arrange.mark import mark_at_end, mark_width
from rapport.arrange.page import SlidePage, box, captioned, heading, kicker
from rapport.arrange.piece import Piece, leading_at, set_at, steps
from rapport.arrange.studio import SlideContext
from rapport.arrange.topic import Topic
from rapport.edition.blocks.figures import KeyFigure, KeyFigures
from rapport.edition.edition import Furniture
from rapport.edition.text import Evidence, Span, Status, Text, plain, words
from rapport.look.charter import DeckLook
from rapport.look.geometry import Box, Pt
from rapport.look.grid import GridStrip
from rapport.slides.elements import Element, ElementGroup, Leaf, RuleLine, SlideParagraph, TextBox

COLUMNS = {1: 1, 2: 2, 4: 2}
"""Tiles in a row where the charter's number would leave a lone one."""

SIZES = {1: (190, 36), 2: (130, 36), 3: (84, 30)}
"""Points that the numbers and the words of so many tiles start from; of more, the charter's own."""

MOST_LISTED = 2
"""Tiles whose labels a title may list; more are said by what they are, for labels read on from their numbers."""

HEAD_GAP = 2
"""Between the qualifier and the number: accents and capitals of wide faces."""

UNIT_GAP = "\u00a0"
LONG_UNIT = 5
"""Characters from which a unit may stand under its number, where the row has no place for it."""

MONTH = re.compile(r"(?P<word>[^\W\d]+)[ \u00a0](?P<year>\d{4})")


def compose_key_figures(subject: KeyFigures, topic: Topic, studio: SlideContext) -> tuple[SlidePage, ...]:
    """As many tiles on a page as the charter allows, shared evenly between pages, callouts under the last."""
    return with_callouts(lambda room: _pages(subject, room, topic, studio), topic, studio)


def _pages(subject: KeyFigures, room: Box, topic: Topic, studio: SlideContext) -> tuple[SlidePage, ...]:
    """The set's title stands above the first tiles, unless it is the slide's."""
    pages = -(-len(subject.figures) // studio.look.limits.max_key_figures)
    first, *others = evenly(subject.figures, max(1, pages))
    caption, under = captioned(subject.title, room, topic, studio)
    return (
        _page(first, under, (*kicker(topic.kicker, studio), *caption), studio),
        *(_page(share, room, kicker(topic.kicker, studio), studio) for share in others),
    )


class TileSetting(Struct, frozen=True):
    """How all tiles of a slide are set: sizes of numbers and words, whether long units stand under their numbers."""

    number: Pt
    words: Pt
    unit_below: bool


def _page(figures: tuple[KeyFigure, ...], room: Box, above: tuple[Element, ...], studio: SlideContext) -> SlidePage:
    spoken = tuple(_said(figure, studio.names) for figure in figures)
    places = tuple(_places(figures, room, studio))
    setting = _setting(places, len(places), studio)
    tiles = tuple(_tile(index, figure, place, setting, studio) for index, (figure, place) in enumerate(places, start=1))
    many = len(figures) > MOST_LISTED
    holds = () if many else tuple(figure.label for figure in figures)
    kind = words(studio.furniture("key-figures")) if many else ()
    return SlidePage("figures", heading(studio.look), (*above, *tiles), spoken, holds=holds, kind=kind)


def _places(figures: tuple[KeyFigure, ...], room: Box, studio: SlideContext) -> Iterator[tuple[KeyFigure, Box]]:
    look = studio.look
    columns = COLUMNS.get(len(figures), look.key_figures.columns)
    strips: tuple[GridStrip, ...] = look.grid.strips(columns)
    rows = -(-len(figures) // columns)
    gap, top = look.key_figures.row_gap, room.y
    height = max(0.0, (room.bottom - top - gap * (rows - 1)) / max(1, rows))
    for index, figure in enumerate(figures):
        yield figure, strips[index % columns].box(top + (index // columns) * (height + gap), height)


def _setting(places: Sequence[tuple[KeyFigure, Box]], count: int, studio: SlideContext) -> TileSetting:
    """The largest numbers, then the largest words at which every tile holds its texts; else the smallest.

    `count` is the number of tiles on the slide.
    """
    setting = TileSetting(Pt(0), Pt(0), unit_below=False)
    number, text = SIZES.get(count, (0, 0))
    for size in steps(studio.look, "key_figure", number):
        for below in (False, True):
            for small in steps(studio.look, "key_figure_label", text):
                setting = TileSetting(size, small, below)
                if all(_fits(figure, place, setting, studio) for figure, place in places):
                    return setting
    return setting


def _fits(figure: KeyFigure, place: Box, setting: TileSetting, studio: SlideContext) -> bool:
    parts = _parts(figure, place, setting, studio)
    number_fits = studio.measure.width(parts.number.paragraphs[0]) <= place.width
    others = (parts.label, parts.qualifier) if parts.qualifier else (parts.label,)
    return number_fits and all(studio.measure.fits(part.paragraphs, part.box) for part in (parts.number, *others))


def _tile(index: int, figure: KeyFigure, place: Box, setting: TileSetting, studio: SlideContext) -> Element:
    parts = _parts(figure, place, setting, studio)
    line = _head_line(place, setting, studio)
    elements: tuple[Leaf, ...] = (
        RuleLine(box(place.x, place.y, place.width, 0), studio.look.rules.strong.weight, "ink"),
        *((parts.qualifier,) if parts.qualifier else ()),
        *mark_at_end(figure.status, line, studio, setting.words),
        parts.number,
        parts.label,
    )
    return ElementGroup(studio.names("key-figure", index), place, elements, _said(figure, studio.names))


class TileParts(Struct, frozen=True):
    """The texts of a tile; no qualifier is None, and its room stays empty, so that numbers align."""

    qualifier: TextBox | None
    number: TextBox
    label: TextBox


def _parts(figure: KeyFigure, place: Box, setting: TileSetting, studio: SlideContext) -> TileParts:
    look = studio.look
    line = _head_line(place, setting, studio)
    above, shown = _shown(figure)
    beside = bool(figure.unit) and not _is_below(figure, setting)
    proof = _proof(figure, shown, beside or not figure.unit)
    unit = figure.unit_alone(proof, UNIT_GAP) if beside else ()
    unit_role = "key_figure_unit" if unit else ""
    whole = (Span(shown, evidence=proof, origin=figure.origin),)
    text = figure.set_alone(proof) if shown == figure.number else whole
    number = _at(setting.number, Piece(text, "key_figure", unit=unit, unit_role=unit_role), look)
    number_box = box(place.x, line.bottom + HEAD_GAP, place.width, number.leading)
    label = _label(figure, setting, studio)
    top = number_box.bottom + look.gaps.small
    names = studio.names
    return TileParts(
        _qualifier(above, figure.status, line, setting, studio) if above else None,
        TextBox(names("key-number"), number_box, (number,), anchor="bottom"),
        TextBox(names("key-label"), box(place.x, top, place.width, place.bottom - top), label),
    )


def _proof(figure: KeyFigure, shown: str, whole: bool) -> Evidence | None:
    """What a number in large type states: its qualifier stands apart, as its unit may; a year without month nothing."""
    if shown != figure.number or (not whole and figure.evidence.low is None):
        return None
    return replace(figure.evidence, form="short" if whole else "number")


def _label(figure: KeyFigure, setting: TileSetting, studio: SlideContext) -> tuple[SlideParagraph, ...]:
    """What the number counts; a unit that its line does not hold comes first, bold."""
    label = _at(setting.words, Piece(figure.label, "key_figure_label"), studio.look)
    if not _is_below(figure, setting):
        return (label,)
    return _at(setting.words, Piece(figure.unit_alone(), "key_figure_label", bold=True), studio.look), label


def _is_below(figure: KeyFigure, setting: TileSetting) -> bool:
    return setting.unit_below and len(figure.unit) >= LONG_UNIT


def _qualifier(text: str, status: Status, line: Box, setting: TileSetting, studio: SlideContext) -> TextBox:
    room = box(
        line.x, line.y, line.width - mark_width(status, studio, setting.words) - studio.look.gaps.small, line.height
    )
    paragraph = _at(setting.words, Piece(words(text), "key_figure_qualifier"), studio.look)
    return TextBox(studio.names("detail"), room, (paragraph,))


def _head_line(place: Box, setting: TileSetting, studio: SlideContext) -> Box:
    """The line of the qualifier and the status."""
    look = studio.look
    leading = leading_at(look.type.key_figure_qualifier, setting.words)
    return box(place.x, place.y + look.key_figures.padding.top, place.width, leading)


def _at(size: Pt, piece: Piece, look: DeckLook) -> SlideParagraph:
    """The piece at one size, whatever its role's own."""
    sizes = steps(look, piece.role, size)
    nearest = min(range(len(sizes)), key=lambda step: abs(sizes[step] - size))
    (paragraph,) = set_at(nearest, (replace(piece, largest=size),), look)
    return paragraph


def _shown(figure: KeyFigure) -> tuple[str, str]:
    """What stands above the line, and the number: of a month with its year, the month stands above."""
    dated = MONTH.fullmatch(figure.number)
    if dated and not figure.unit and not figure.qualifier:
        return dated["word"], dated["year"]
    return figure.qualifier, figure.number


def _said(figure: KeyFigure, names: Furniture) -> Text:
    """The tile in one line; a figure without unit counts what its label begins with."""
    counted = UNIT_GAP if not figure.unit and figure.number[-1:].isdigit() else " "
    (printed,) = figure.printed
    first = replace(printed, text=printed.text[:1].upper() + printed.text[1:])
    said = f"{first.text}{counted}{plain(figure.label)}"
    if figure.status.word:
        said = names("said", said, figure.status.word.lower())
    head, figures, tail = said.partition(first.text)
    return (*words(head), replace(first, text=figures), *words(tail))
