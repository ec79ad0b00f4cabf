"""The layouts of the charter, as data: one for each kind of slide, on its grid."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from rapport.look.charter import DeckLook
from rapport.look.geometry import Box, Pt
from rapport.look.house import HouseLayout, HouseSlot
from rapport.look.type_style import TypeStyle
from rapport.render.deck.text import TextLook, styled
from rapport.slides.deck import LayoutName
from rapport.slides.elements import Anchor, Panel, Place, RuleLine

# A layout as data: its placeholders, its ground and its ornaments.

PlaceholderType = Literal["title", "ctrTitle", "subTitle", "body", "obj", "chart", "tbl", "pic"]
"""`p:ph/@type` (ECMA-376 part 1, 19.7.10); `obj` takes text or any object."""
Ground = Literal["white", "paper", "accent"]

LayoutType = Literal["title", "obj", "twoObj", "secHead", "titleOnly", ""]
"""`p:sldLayout/@type` (ECMA-376 part 1, 19.7.15); empty for a layout of our own kind."""


class LayoutSlot(Struct, frozen=True):
    """A placeholder. `index` ties slides to it (None for a title); `looks` are those of its levels, from 0."""

    place: Place
    type: PlaceholderType
    index: int | None
    box: Box
    looks: tuple[TextLook, ...]
    anchor: Anchor = "top"
    house: HouseSlot | None = None
    """The placeholder of an organisation's template that it stands for; None for one of ours."""

    @property
    def levels(self) -> Mapping[int, TextLook]:
        return dict(enumerate(self.looks))


class Layout(Struct, frozen=True):
    """One layout: what it draws itself, and the places that slides fill."""

    name: LayoutName
    type: LayoutType
    slots: tuple[LayoutSlot, ...]
    ground: Ground = "white"
    ornaments: tuple[RuleLine | Panel, ...] = ()
    furniture: bool = True
    """Whether footer, date and number stand on it."""
    house: HouseLayout | None = None


_INDICES: Mapping[Place, int | None] = {
    "title": None,
    "subtitle": 1,
    "kicker": 13,
    "body": 14,
    "second": 15,
    "third": 16,
    "meta": 17,
    "source": 18,
    "chart": 20,
    "table": 21,
    "picture": 22,
}
"""The same in every layout, so that a slide keeps its texts when its layout is changed."""

_TYPES: Mapping[Place, PlaceholderType] = {
    "chart": "chart",
    "table": "tbl",
    "picture": "pic",
    "title": "title",
}
_TAKEAWAY_COLUMNS = (10, 12)  # of the grid's twelve
_CHART_COLUMNS = (1, 8)  # what the takeaway leaves, less a column of white between them
_STATEMENT_TOP, _STATEMENT_LINES = 110, 5  # points below the strip's top, and lines


def layouts(look: DeckLook) -> Mapping[LayoutName, Layout]:
    """Every layout by name, in the order in which an editor sees them."""
    return {layout.name: layout for layout in (build(look) for build in _BUILDERS)}


def body_looks(look: DeckLook, style: TypeStyle) -> tuple[TextLook, ...]:
    """Plain text and two levels of a list."""
    indent = look.list.indent
    item = replace(styled(style), space_before=look.list.gap, marker=look.list.marker, hanging=indent)
    return styled(style), replace(item, indent=indent), replace(item, indent=Pt(2 * indent))


def title_slot(look: DeckLook) -> LayoutSlot:
    """The title of every content slide, as many lines high as the charter allows."""
    style = look.type.title
    return _slot("title", look.grid.title.box(look.grid.title_y, (style.max_lines or 1) * style.leading), style)


def _slot(place: Place, box: Box, style: TypeStyle, type_: PlaceholderType | None = None) -> LayoutSlot:
    return LayoutSlot(place, type_ or _TYPES.get(place, "body"), _INDICES[place], box, (styled(style),))


def _text(look: DeckLook, place: Place, box: Box, style: TypeStyle, type_: PlaceholderType = "body") -> LayoutSlot:
    return LayoutSlot(place, type_, _INDICES[place], box, body_looks(look, style))


def _kicker(look: DeckLook, style: TypeStyle) -> LayoutSlot:
    return _slot("kicker", look.grid.full.box(look.grid.kicker_y, style.leading), style)


def _content(look: DeckLook, name: LayoutName, *slots: LayoutSlot, type_: LayoutType = "") -> Layout:
    """A slide that opens with a rule, a kicker and a title."""
    head = (title_slot(look), _kicker(look, look.type.kicker))
    rule = look.rules.opening
    opening = RuleLine(look.grid.full.box(look.grid.opening_rule_y, 0), rule.weight, rule.colour)
    return Layout(name, type_, (*head, *slots), ornaments=(opening,))


def _cover(look: DeckLook) -> Layout:
    cover, style, full = look.cover, look.type, look.grid.full
    left, _ = look.grid.split(2, look.grid.gutter)
    title = full.box(cover.title_y, cover.subtitle_y - cover.title_y - look.gaps.small)
    subtitle = full.box(cover.subtitle_y, cover.rule_y - cover.subtitle_y - look.gaps.small)
    slots = (
        _slot("title", title, style.cover_title, "ctrTitle"),
        _slot("kicker", left.box(cover.top_line_y, cover.sign_y - cover.top_line_y), style.cover_kicker),
        _slot("subtitle", subtitle, style.cover_subtitle, "subTitle"),
        *_cover_details(look),
    )
    band = Panel(Box(Pt(0), Pt(0), look.grid.width, cover.ground_height), cover.ground)
    rule = RuleLine(full.box(cover.rule_y, 0), look.rules.strong.weight, look.rules.strong.colour)
    return Layout("cover", "title", slots, ornaments=(band, rule), furniture=False)


def _cover_details(look: DeckLook) -> list[LayoutSlot]:
    cover = look.cover
    height = look.grid.height - cover.meta_y - look.gaps.small
    strips = look.grid.split(cover.meta_columns, look.grid.gutter)
    places: tuple[Place, ...] = ("meta", "second", "third")
    return [
        _slot(place, strip.box(cover.meta_y, height), look.type.cover_meta)
        for place, strip in zip(places, strips, strict=False)
    ]


def _divider(look: DeckLook) -> Layout:
    style, strip, divider = look.type, look.grid.title, look.divider
    bottom = look.grid.content_bottom + look.gaps.large
    slots = (
        _slot("title", strip.box(divider.title_y, divider.subtitle_y - divider.title_y), style.divider_title),
        _kicker(look, style.divider_kicker),
        _slot("subtitle", strip.box(divider.subtitle_y, bottom - divider.subtitle_y), style.divider_subtitle),
    )
    return Layout("divider", "secHead", slots, ground="accent")


def _statement(look: DeckLook) -> Layout:
    style, strip = look.type, look.grid.cells.span(2, look.grid.columns)
    sentence = strip.box(_STATEMENT_TOP, _STATEMENT_LINES * style.statement.leading)
    slots = (
        _slot("title", sentence, style.statement),
        _kicker(look, style.kicker),
        _slot("subtitle", sentence.below(look.gaps.large, style.statement_source.leading), style.statement_source),
    )
    return Layout("statement", "", slots, ground="paper")


def _figures(look: DeckLook) -> Layout:
    return _content(look, "figures")


def _chart(look: DeckLook) -> Layout:
    content = look.grid.content
    plot, side = look.grid.cells.span(*_CHART_COLUMNS), look.grid.cells.span(*_TAKEAWAY_COLUMNS)
    chart = _slot("chart", plot.box(content.y, content.height), look.type.body)
    return _content(look, "chart", chart, _text(look, "body", side.box(content.y, content.height), look.type.body))


def _table(look: DeckLook) -> Layout:
    return _content(look, "table", _slot("table", look.grid.content, look.type.table_cell))


def _timeline(look: DeckLook) -> Layout:
    return _content(look, "timeline")


def _columns(look: DeckLook) -> Layout:
    left, right = _side_by_side(look, 2, 2 * look.grid.gutter)
    style = look.type.list_item
    slots = _text(look, "body", left, style, "obj"), _text(look, "second", right, style, "obj")
    return _content(look, "columns", *slots, type_="twoObj")


def _bullets(look: DeckLook) -> Layout:
    return _content(look, "content", _text(look, "body", look.grid.content, look.type.list_item, "obj"), type_="obj")


def _messages(look: DeckLook) -> Layout:
    boxes = _side_by_side(look, 3, look.grid.gutter)
    places: tuple[Place, ...] = ("body", "second", "third")
    slots = [_text(look, place, box, look.type.message_text) for place, box in zip(places, boxes, strict=True)]
    return _content(look, "messages", *slots)


def _picture(look: DeckLook) -> Layout:
    left, right = _side_by_side(look, 2, 2 * look.grid.gutter)
    picture = _slot("picture", left, look.type.body)
    return _content(look, "picture", picture, _text(look, "body", right, look.type.body))


def _title_only(look: DeckLook) -> Layout:
    return _content(look, "title-only", type_="titleOnly")


def _side_by_side(look: DeckLook, count: int, gutter: float) -> Iterator[Box]:
    content = look.grid.content
    return (strip.box(content.y, content.height) for strip in look.grid.split(count, gutter))


_BUILDERS: tuple[Callable[[DeckLook], Layout], ...] = (
    _cover,
    _divider,
    _statement,
    _figures,
    _chart,
    _table,
    _timeline,
    _columns,
    _bullets,
    _messages,
    _picture,
    _title_only,
)
