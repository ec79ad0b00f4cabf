"""What content slides have in common: kicker, title and the room under them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from rapport.arrange.evenness import with_articles, with_figures
from rapport.arrange.fitting import filled, fit, leaves
from rapport.arrange.piece import Piece
from rapport.arrange.studio import SlideContext, TextMeasure
from rapport.arrange.topic import Topic
from rapport.edition.text import Text, plain
from rapport.look.charter import DeckLook
from rapport.look.geometry import Box, Pt
from rapport.look.house import HouseGrid
from rapport.slides.deck import LayoutName
from rapport.slides.elements import (
    Align,
    Anchor,
    ChartFrame,
    Drawing,
    Element,
    PictureFrame,
    SlideParagraph,
    TextBox,
    moved,
)

LINE_LEFT = 4
"""Units of the grid by which content moves up for each line that its title leaves free."""
DRAWN = (ChartFrame, Drawing, PictureFrame)
"""What has points of its own on the slide, and is not moved once it is placed."""


def heading(look: DeckLook) -> SlideHeading:
    """The title of a content slide: as many lines as the charter allows."""
    style, grid = look.type.title, look.grid
    if isinstance(grid, HouseGrid):
        return SlideHeading(grid.title_box, anchor=grid.title_anchor, align=grid.title_align)
    return SlideHeading(look.grid.title.box(look.grid.title_y, (style.max_lines or 1) * style.leading))


def lowered(place: Box, paragraphs: Sequence[SlideParagraph], measure: TextMeasure) -> Box:
    """The place of a title that takes fewer lines than it holds, with room for those alone: where a wider face would
    break it once more, an office program sets it smaller.
    """
    height = sum(measure.lines(item, place.width) * item.leading for item in paragraphs)
    return box(place.x, place.y, place.width, min(place.height, height))


def title_lines(title: Text, studio: SlideContext) -> int:
    """How many lines the title of a content slide takes at the size at which it fits its place."""
    place = heading(studio.look).box
    return sum(studio.measure.lines(item, place.width) for item in fit((Piece(title, "title"),), place, studio))


def bound(title: Text, heading: SlideHeading, studio: SlideContext) -> Text:
    """The title with figures kept whole and short words with the next, unless it has one line or that costs another."""
    whole = with_figures(with_articles(title))
    if studio.house and not studio.measure.fits(fit((Piece(whole, heading.role),), heading.box, studio), heading.box):
        return title
    if heading.role != "title":
        return whole if heading.role == "statement" else title
    lines = title_lines(title, studio)
    return whole if 1 < lines >= title_lines(whole, studio) else title


def under_title(title: Text, studio: SlideContext) -> SlideContext:
    """The studio for slides of this title: their content starts higher under a title of fewer lines than its place."""
    grid = studio.look.grid
    missing = (studio.look.type.title.max_lines or 1) - title_lines(title, studio)
    top = Pt(grid.content_top - LINE_LEFT * grid.baseline * max(0, missing))
    return replace(studio, look=replace(studio.look, grid=replace(grid, content_top=top)))


def raised(page: SlidePage, first: Text, title: Text, studio: SlideContext) -> tuple[Element, ...]:
    """What was placed under the `first` title of a topic, as high as the `title` that its page has in the end allows.

    What the page keeps low stays there, and what is beside a drawing stays beside it.
    """
    elements, low = page.elements, len(page.elements) - page.low
    if studio.house or title == first or any(isinstance(item, DRAWN) for item in leaves(elements)):
        return elements
    was, now = (under_title(each, studio).look.grid.content_top for each in (first, title))
    if now >= was:
        return elements
    return (*(moved(item, now - was) if item.box.y >= was else item for item in elements[:low]), *elements[low:])


def kicker(text: Text, studio: SlideContext, role: str = "kicker") -> tuple[Element, ...]:
    """The kicker above the title; nothing for an empty one."""
    if not text:
        return ()
    grid = studio.look.grid
    place = grid.kicker.box(grid.kicker_y, studio.look.type.kicker.leading)
    piece = Piece(text, role, align=grid.title_align if isinstance(grid, HouseGrid) else "start")
    return (filled(TextBox(studio.names("kicker"), place, (), "kicker"), (piece,), studio),)


def captioned(title: Text, room: Box, topic: Topic, studio: SlideContext) -> tuple[tuple[Element, ...], Box]:
    """A set's title over it, unless it is the slide's or empty, and the room left under it."""
    if plain(title) in ("", plain(topic.title)):
        return (), room
    leading, gap = studio.look.type.chart_measure.leading, studio.look.gaps.small
    caption = TextBox(studio.names("caption"), box(room.x, room.y, room.width, leading), ())
    under = box(room.x, room.y + leading + gap, room.width, max(0.0, room.height - leading - gap))
    return (filled(caption, (Piece(title, "chart_measure"),), studio),), under


class SlideHeading(Struct, frozen=True):
    """Where the title stands, in which role, and the size it starts from where that is more than the role's own."""

    box: Box
    role: str = "title"
    anchor: Anchor = "top"
    largest: float = 0
    align: Align = "start"


class SlidePage(Struct, frozen=True):
    """`spoken` says what is seen, for a slide that has no speech of its own; it may be empty.

    `title` is what a slide on which its subject goes on is titled, where it begins a part that has a title. For any
    other such slide, `holds` names the things on it in their order, and `kind` says what sort of things they are, where
    a name of theirs alone would say twice what is read under it. The last `low` elements stand on the foot of the
    content, whatever is above them.
    """

    layout: LayoutName
    heading: SlideHeading
    elements: tuple[Element, ...]
    spoken: tuple[Text, ...] = ()
    ground: Literal["white", "paper", "accent"] = "white"
    title: Text = ()
    holds: tuple[Text, ...] = ()
    kind: Text = ()
    low: int = 0


def box(x: float, y: float, width: float, height: float) -> Box:
    """A box from bare points."""
    return Box(Pt(x), Pt(y), Pt(width), Pt(height))
