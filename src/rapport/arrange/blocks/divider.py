"""The opening of a part, on the accent."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.arrange.fitting import evenly, filled, fit
from rapport.arrange.page import SlideHeading, SlidePage, box, kicker
from rapport.arrange.piece import Piece
from rapport.arrange.studio import SlideContext
from rapport.arrange.topic import Divider, Topic
from rapport.edition.edition import EditionSection
from rapport.slides.elements import Element, Leaf, RuleLine, SlideSign, TextBox

TITLE_LINES = 2


ROW_HEIGHT = 44
"""Most a row of the list takes, in points."""
LIST_SHARE = 0.45
"""How much of the height between title and foot the list may take."""


def compose(subject: Divider, topic: Topic, studio: SlideContext) -> tuple[SlidePage, ...]:
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
    """The part's sections in two columns, each a link, on the foot of the content; nothing where names do not fit."""
    grid, look = studio.look.grid, studio.look
    columns = grid.strips(2)
    shares = tuple(evenly(sections, 2))
    height = min(ROW_HEIGHT, LIST_SHARE * grid.content.height / max(1, *map(len, shares)))
    top = grid.content_bottom - height * max(map(len, shares))
    for strip, share in zip(columns, shares, strict=True):
        for index, section in enumerate(share):
            place = strip.box(top + index * height, height)
            text = fit((Piece(section.name, "divider_subtitle"),), place, studio)
            yield RuleLine(strip.box(place.y, 0), look.rules.hairline.weight, "white")
            yield TextBox(studio.names("sections"), place, text, anchor="middle", link=f"#{section.key}")
