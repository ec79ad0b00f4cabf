"""The opening of a part, on the accent."""

from __future__ import annotations

from rapport.arrange.fitting import filled
from rapport.arrange.page import Heading, Page, box, kicker
from rapport.arrange.piece import Piece
from rapport.arrange.studio import Studio
from rapport.arrange.topic import Divider, Topic
from rapport.slides.elements import Element, Sign, TextBox

TITLE_LINES = 2


def compose(subject: Divider, topic: Topic, studio: Studio) -> tuple[Page, ...]:
    """One page."""
    look, grid = studio.look, studio.look.grid
    measures = look.divider
    style = look.type.divider_title
    title = Heading(grid.title.box(measures.title_y, TITLE_LINES * style.leading), "divider_title", "bottom")
    elements: list[Element] = [*kicker(topic.kicker, studio, "divider_kicker")]
    if subject.status.key:
        sign = box(measures.sign_x, measures.sign_y, measures.sign_diameter, measures.sign_diameter)
        elements.append(Sign(sign, subject.status, "white", "accent"))
    if subject.subtitle:
        place = grid.title.box(measures.subtitle_y, grid.content_bottom + look.gaps.large - measures.subtitle_y)
        piece = Piece(subject.subtitle, "divider_subtitle")
        elements.append(filled(TextBox(studio.names("subtitle"), place, (), "subtitle"), (piece,), studio))
    return (Page("divider", title, tuple(elements), ground="accent"),)
