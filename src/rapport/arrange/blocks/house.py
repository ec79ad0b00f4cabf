"""Cover and opener on an organisation's template: in its places, on its ground, without what our own layouts draw."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.arrange.fitting import common_step, evenly, filled, fit, floor_step
from rapport.arrange.page import SlideHeading, SlidePage, box, kicker
from rapport.arrange.piece import Piece, Pieces, set_at
from rapport.arrange.studio import SlideContext
from rapport.arrange.topic import Divider, OpeningTopic, Topic
from rapport.edition.edition import Cover, CoverDetail, EditionSection
from rapport.edition.text import Text, strong, words
from rapport.look.geometry import Box, Pt
from rapport.look.grid import Columns, GridStrip
from rapport.look.house import HouseGrid
from rapport.slides.elements import Align, Anchor, Element, Leaf, PictureFrame, RuleLine, TextBox

ROW_HEIGHT = 40
"""Most a row of the list of sections takes, in points."""
PHOTOGRAPH = 0.4
"""Most of the room of a cover's details that a photograph takes of their width."""
LEAST_ROW = 26
"""Points under which a row of that list cannot be read: the list is then left out."""


def grid_of(studio: SlideContext) -> HouseGrid:
    """The grid of the layout at hand. Raises TypeError without a template."""
    if not isinstance(studio.look.grid, HouseGrid):
        raise TypeError("no layout of a template")
    return studio.look.grid


def compose_cover(subject: OpeningTopic, topic: Topic, studio: SlideContext) -> tuple[SlidePage, ...]:
    """One page: title and subtitle in the layout's places, all else in the room it leaves."""
    grid, cover = grid_of(studio), subject.cover
    title = SlideHeading(grid.title_box, "cover_title", grid.title_anchor, align=grid.title_align)
    heads = (*kicker(cover.kind, studio), *_second(cover.subtitle, "cover_subtitle", studio))
    photograph, room = _photograph(cover, studio)
    elements = (
        *photograph,
        *sorted(heads, key=lambda each: each.box.y),
        *_details(cover, cover.details or (CoverDetail((), subject.closed),), room, studio),
    )
    return (SlidePage("cover", title, elements),)


def _photograph(cover: Cover, studio: SlideContext) -> tuple[tuple[PictureFrame, ...], Box]:
    """The author's photograph where the layout has a picture, else at the end of the details; the room that is left."""
    grid, look = grid_of(studio), studio.look
    room, picture = grid.content, cover.picture
    if picture is None:
        return (), room
    whole = grid.picture_box or box(room.right - PHOTOGRAPH * room.width, room.y, PHOTOGRAPH * room.width, room.height)
    factor = min(whole.width / picture.width, whole.height / picture.height)
    width, height = factor * picture.width, factor * picture.height
    left = whole.x + (whole.width - width) / 2 if grid.picture_box else whole.right - width
    top = whole.y + (whole.height - height) / 2 if grid.picture_box else whole.y
    place = box(left, top, width, height)
    free = room if grid.picture_box else box(room.x, room.y, place.x - look.gaps.large - room.x, room.height)
    return (PictureFrame(studio.names("photograph"), place, picture, cover.picture_alternative),), free


def _second(text: Text, role: str, studio: SlideContext) -> Iterator[Element]:
    """The second text in its place, where there are both."""
    grid = grid_of(studio)
    if text and grid.subtitle_box is not None:
        piece = Piece(text, role, colour="ink", align=grid.title_align)
        yield filled(TextBox(studio.names("subtitle"), grid.subtitle_box, (), "subtitle"), (piece,), studio)


def _details(cover: Cover, details: tuple[CoverDetail, ...], room: Box, studio: SlideContext) -> Iterator[Element]:
    """What restricts the document, its date, who issues it, a line for each detail; the logo beside them."""
    grid, look = grid_of(studio), studio.look
    if cover.logo:
        height = min(look.cover.logo_height, room.height)
        width = height * cover.logo.width / cover.logo.height
        place = box(room.right - width, room.y, width, height)
        yield PictureFrame(studio.names("logo"), place, cover.logo, cover.logo_alternative)
        room = box(room.x, room.y, room.width - width - look.gaps.large, room.height)
    shown = details[:MOST_DETAILS]
    rows = tuple((detail, strip) for detail, strip in zip(shown, _strips(room, len(shown)), strict=True))
    parts = [(_detail(detail), box(strip.x, 0, strip.width, room.height)) for detail, strip in rows]
    step = common_step(parts, studio)
    sets = [set_at(floor_step(parts, studio) if step is None else step, pieces, look) for pieces, _ in parts]
    high = max(
        (studio.measure.height(each, part.width) for each, (_, part) in zip(sets, parts, strict=True)), default=0
    )
    lines = tuple(_lines(cover, studio))
    under = box(room.x, room.bottom - high, room.width, high)
    over = box(room.x, room.y, room.width, room.height - high - (look.gaps.small if high else 0))
    if lines:
        anchor: Anchor = "bottom" if room.bottom <= grid.title_box.y else "top"
        text = fit(lines, over, studio)
        if anchor == "top":
            under = box(
                under.x,
                min(under.y, over.y + studio.measure.height(text, over.width) + look.gaps.medium),
                under.width,
                high,
            )
        yield TextBox(studio.names("cover-detail", 1), over, text, anchor=anchor)
    for number, (each, (_, strip)) in enumerate(zip(sets, rows, strict=True), start=2):
        yield TextBox(studio.names("cover-detail", number), box(strip.x, under.y, strip.width, high), each)


MOST_DETAILS = 3
"""Details that stand beside each other."""


def _strips(room: Box, count: int) -> tuple[GridStrip, ...]:
    strip = GridStrip(room.x, room.width)
    return Columns(strip, MOST_DETAILS, Pt(16)).cells()[:count]


def _detail(detail: CoverDetail) -> Pieces:
    label = Piece(detail.label, "cover_meta", colour="grey")
    return tuple(piece for piece in (label, Piece(detail.value, "cover_meta", space=0)) if piece.text)


def _lines(cover: Cover, studio: SlideContext) -> Iterator[Piece]:
    """What restricts the document, its date, who issues it."""
    grid = grid_of(studio)
    align: Align = "start"
    restricted = _joined(cover.marking, cover.embargo)
    if restricted:
        yield Piece(strong(restricted), "cover_meta", colour="accent", align=align, space=0)
    if grid.subtitle_box is None and cover.subtitle:
        yield Piece(cover.subtitle, "cover_subtitle", colour="ink", align=align, space=0)
    issued = _joined(cover.date, cover.issuer)
    if issued:
        yield Piece(issued, "cover_meta", align=align, space=0)
    if cover.picture is not None and cover.sign_remark:
        yield Piece(cover.sign_remark, "cover_meta", colour="grey", align=align, space=0)


def _joined(one: Text, other: Text) -> Text:
    """Two texts on one line, a dash between them; either may be empty."""
    return (*one, *words(" – "), *other) if one and other else one or other


def compose_opener(subject: Divider, topic: Topic, studio: SlideContext) -> tuple[SlidePage, ...]:
    """One page: the part's title and what stands under it, over the list of what it holds."""
    grid = grid_of(studio)
    title = SlideHeading(grid.title_box, "divider_title", grid.title_anchor, align=grid.title_align)
    listed = tuple(_list(subject.sections, grid.content, studio))
    own = grid.subtitle_box is None and subject.subtitle
    top = listed[0].box.y - studio.look.gaps.small if listed else grid.content_bottom
    under: Pieces = (Piece(subject.subtitle, "divider_subtitle", colour="ink"),) if own else ()
    place = box(grid.content.x, grid.content_top, grid.content.width, max(0.0, top - grid.content_top))
    heads = (*kicker(topic.kicker, studio), *_second(subject.subtitle, "divider_subtitle", studio))
    elements: tuple[Element, ...] = (
        *sorted(heads, key=lambda each: each.box.y),
        *((filled(TextBox(studio.names("subtitle"), place, ()), under, studio),) if under else ()),
        *listed,
    )
    return (SlidePage("divider", title, elements),)


def _list(sections: tuple[EditionSection, ...], room: Box, studio: SlideContext) -> Iterator[Leaf]:
    """The part's sections in two columns, each a link, at the foot of the room; nothing where they have none."""
    shares = tuple(evenly(sections, 2))
    most = max(map(len, shares))
    height = min(ROW_HEIGHT, 0.7 * room.height / max(1, most))
    if not most or height < LEAST_ROW:
        return
    look = studio.look
    for strip, share in zip(look.grid.strips(2), shares, strict=True):
        for index, section in enumerate(share):
            place = strip.box(room.bottom - height * (most - index), height)
            text = fit((Piece(section.name, "divider_subtitle", colour="ink"),), place, studio)
            yield RuleLine(strip.box(place.y, 0), look.rules.hairline.weight, look.rules.hairline.colour)
            yield TextBox(studio.names("sections"), place, text, anchor="middle", link=f"#{section.key}")
