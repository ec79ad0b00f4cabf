"""A layout read -> the layout as slides use it: its grid and type in our points, its placeholders, its colours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from rapport.look.charter import DeckLook
from rapport.look.geometry import Box, Padding, Pt
from rapport.look.grid import GridStrip
from rapport.look.house import HouseGrid, HouseLayout, HouseSlot, Role, SlotAlign
from rapport.look.palette import TEXT_MINIMUM, Colour, ColourName, contrast, luminance
from rapport.look.scaling import scaled
from rapport.look.type_style import DeckType, TypeStyle
from rapport.template.layouts import ReadLayout, ReadPlaceholder
from rapport.template.places import FOOT, OPENING, LayoutPlaces, inside, places_of, text_box
from rapport.template.roles import RoleChoice
from rapport.template.site import Site, area, between, box
from rapport.template.theme import Tinted, legible, tinted

SIZES: Mapping[str, tuple[float, float, float]] = {
    "title": (24.0, 36.0, 1.13),
    "cover_title": (30.0, 56.0, 1.09),
    "divider_title": (36.0, 56.0, 1.07),
}
"""Least and most points of titles, and their leading: those of our own slides."""
LARGE, LARGE_MINIMUM = 24.0, 3.0
"""Points from which text is large, and the contrast it then needs (WCAG 2.2, 1.4.3)."""
SMALLEST = 12.0
"""Points under which the number of a slide is set larger."""
COLUMNS = 12
STAMP_GAP = 1
"""Between foot and stamp, in points: that of our own slides."""


class Contrast(Struct, frozen=True):
    """A text of a layout on its ground: the ratio, what it needs, and whether another colour is said in its place."""

    what: str
    colour: Colour
    ground: Colour
    ratio: float
    least: float
    steady: bool

    @property
    def passes(self) -> bool:
        return self.ratio >= self.least and self.steady


class FittedLayout(Struct, frozen=True):
    """A layout in a role, and what can be said of it."""

    choice: RoleChoice
    layout: HouseLayout
    places: LayoutPlaces
    contrasts: tuple[Contrast, ...]
    mended: tuple[ColourName, ...]
    accent: str


def fitted(choice: RoleChoice, site: Site, look: DeckLook) -> FittedLayout:
    """The layout of a choice, ready for slides of its role."""
    read, role = site.layout, choice.role
    places = places_of(site, role)
    whole = site.ground(places.content)
    ground = whole if whole.steady else site.ground(inside(places.content))
    base = ground.colour if ground.steady else _nearest(read, ground.colour)
    colours = tinted(read.scheme, base)
    slots = tuple(_slots(site, role, places, colours))
    plate = _plate(site, places) if _is_busy(site, places) else None
    house = HouseLayout(
        role,
        read.part,
        read.name,
        _look(site, role, places, look),
        colours.palette,
        colours.markup,
        slots,
        plate,
        tuple(_furniture(site, places, colours)),
    )
    contrasts = tuple(
        _contrast(site, each) for each in read.of("title", "ctrTitle", *(("subTitle",) if role in OPENING else ()))
    )
    return FittedLayout(choice, house, places, contrasts, colours.mended, colours.accent)


def _nearest(read: ReadLayout, colour: Colour) -> Colour:
    """The ground of the theme that is most like a picture."""
    grounds = [read.scheme.colours[name] for name in ("bg1", "tx1", "bg2", "tx2")]
    return min(grounds, key=lambda each: abs(luminance(each) - luminance(colour)))


def _is_busy(site: Site, places: LayoutPlaces) -> bool:
    """Whether what stands in and around the content has no ground in common."""
    content = places.content
    return "foot" in places.gaps or not all(
        site.alike(content, each) for each in (content, places.notice, places.kicker)
    )


def _plate(site: Site, places: LayoutPlaces) -> Box:
    """From the first line of the content to the last at the foot."""
    every = (places.content, places.kicker, places.notice, places.foot, places.number)
    unit = 8 * site.unit
    rows = tuple(each for each in every if each.y >= min(places.title.bottom, places.content.y) - 1)
    sides = (min(each.x for each in rows), max(each.right for each in rows))
    top = min(each.y for each in rows)
    return between(
        max(0.0, sides[0] - unit), max(0.0, top - unit), min(site.sheet.right, sides[1] + unit), places.foot.bottom
    )


def _contrast(site: Site, each: ReadPlaceholder) -> Contrast:
    ground = site.ground(text_box(each))
    least = LARGE_MINIMUM if each.size / site.unit >= LARGE else TEXT_MINIMUM
    return Contrast(each.name, each.colour, ground.colour, contrast(each.colour, ground.colour), least, ground.steady)


def _colour(site: Site, each: ReadPlaceholder, place: Box) -> str:
    """What is said in place of a text's own colour where that does not show; empty where it does."""
    if _contrast(site, each).passes:
        return ""
    return legible(site.layout.scheme, site.ground(place).colour).markup


def _slot(site: Site, place: str, each: ReadPlaceholder, colour: str = "") -> HouseSlot:
    return HouseSlot(place, each.type, each.index, each.box, each.insets, each.anchor, colour, each.align)


def _title(site: Site, title: ReadPlaceholder, places: LayoutPlaces, colours: Tinted) -> HouseSlot:
    """The title; on a busy picture, plain text on a ground of its own."""
    if site.ground(places.title).steady:
        return _slot(site, "title", title, _colour(site, title, places.title))
    return replace(_slot(site, "title", title, colours.markup["ink"]), backed=True)


def _slots(site: Site, role: Role, places: LayoutPlaces, colours: Tinted) -> Iterator[HouseSlot]:
    """The title, then the placeholders that the role fills, each by its rank on the slide."""
    read = site.layout
    title = read.title
    if title is not None:
        yield _title(site, title, places, colours)
    if role in OPENING:
        second = next(iter(read.of("subTitle") or read.of("body") or read.of("obj")), None)
        if second is not None:
            slot = _slot(site, "subtitle", second, _colour(site, second, places.subtitle or places.title))
            busy = not site.ground(places.subtitle or places.title).steady
            yield replace(slot, backed=True, colour=colours.markup["ink"]) if busy else slot
        return
    texts = [each for each in read.of("body", "obj") if each.area > 0.08 * area(site.sheet)]
    if role in ("chart", "table"):
        own = read.of("chart" if role == "chart" else "tbl")
        holder = next(iter(own), None) or next((each for each in texts if each.type == "obj"), None)
        if holder is not None:
            yield _slot(site, role, holder)
        texts = [each for each in texts if each is not holder]
    names = {"chart": ("body",), "content": ("body", "second"), "columns": ("body", "second", "third")}
    for place, each in zip(names.get(role, ("body",)), texts, strict=False):
        yield _slot(site, place, each)
    pictures = read.of("pic")
    if role == "visual" and pictures:
        yield _slot(site, "picture", pictures[0])


def _furniture(site: Site, places: LayoutPlaces, colours: Tinted) -> Iterator[HouseSlot]:
    """Footer and number; of those that the layout has not, the type is empty: they are shapes of the slide's own."""
    scheme = site.layout.scheme
    strip = box(places.foot.x, places.foot.y, places.foot.width, FOOT * site.small)
    for kind, place in (("ftr", strip), ("sldNum", places.number)):
        each = next(iter(site.layout.of(kind)), None)
        ground = site.ground(place).colour
        colour = legible(scheme, ground).markup
        if ground == colours.palette.white or _is_busy(site, places):
            colour = colours.markup["grey" if kind == "ftr" else "ink"]
        if each is None:
            yield HouseSlot(kind, "", None, place, Padding(), "bottom", colour, "start" if kind == "ftr" else "end")
        elif kind == "ftr":
            yield HouseSlot(kind, kind, each.index, place, Padding(), "bottom", colour)
        else:
            stays = each.box == place
            own = stays and not _is_busy(site, places) and _contrast(site, each).passes and each.size >= SMALLEST
            insets = each.insets if stays else Padding()
            said, align = "" if own else colour, each.align if stays else "end"
            yield HouseSlot(kind, kind, each.index, place, insets, each.anchor, said, align, moved=not stays)


def _look(site: Site, role: Role, places: LayoutPlaces, look: DeckLook) -> DeckLook:
    """The looks on this layout, in points of a slide as large as ours."""
    read = site.layout
    grid = _grid(site, places, look, read.title.align if read.title else "start")
    bullets = [each.marker for each in read.of("obj", "body") if len(each.marker) == 1]
    listing = replace(look.list, marker=bullets[0]) if bullets and bullets[0].isprintable() else look.list
    return replace(look, grid=grid, type=_type(site, role, look.type), list=listing)


def _type(site: Site, role: Role, styles: DeckType) -> DeckType:
    title = site.layout.title
    name = {"cover": "cover_title", "opener": "divider_title"}.get(role, "title")
    least, most, share = SIZES[name]
    style: TypeStyle = getattr(styles, name)
    if title is None:
        return styles
    size = min(most, max(least, round((title.size or style.size * site.unit) / site.unit)))
    weight = "bold" if title.bold else "regular"
    leading = Pt(round(2 * size * share) / 2)
    dressed = replace(style, size=Pt(size), leading=leading, weight=weight, colour="ink")
    changed = {name: dressed, "divider_subtitle": replace(styles.divider_subtitle, colour="ink")}
    for small in ("source", "footer", "folio"):
        changed[small] = _times(getattr(styles, small), site.small / site.unit)
    return replace(styles, **changed)


def _times(style: TypeStyle, factor: float) -> TypeStyle:
    return replace(style, size=Pt(style.size * factor), leading=Pt(style.leading * factor))


def _grid(site: Site, places: LayoutPlaces, look: DeckLook, align: SlotAlign) -> HouseGrid:
    grid, content, foot = look.grid, places.content, places.foot
    unit, gaps = 1 / site.unit, look.gaps
    line = look.type.footer.leading * site.small / site.unit
    sheet = scaled(site.sheet, unit)
    title, room, kicker, notice, strip = (
        scaled(each, unit) for each in (places.title, content, places.kicker, places.notice, foot)
    )
    return HouseGrid(
        width=sheet.width,
        height=sheet.height,
        margins=Padding(room.x, grid.margins.top, Pt(sheet.width - room.right), grid.margins.bottom),
        columns=COLUMNS,
        gutter=grid.gutter,
        baseline=Pt(0),
        content_top=room.y,
        content_bottom=room.bottom,
        opening_rule_y=Pt(notice.y + line + gaps.small / 2),
        kicker_y=kicker.y,
        title_y=title.y,
        footer_y=Pt(strip.bottom - 2 * line - STAMP_GAP),
        title_columns=COLUMNS,
        title_box=title,
        title_anchor=places.anchor,
        title_align=align,
        subtitle_box=scaled(places.subtitle, unit) if places.subtitle else None,
        picture_box=scaled(places.picture, unit) if places.picture else None,
        foot_strip=GridStrip(strip.x, strip.width),
        kicker_strip=GridStrip(kicker.x, kicker.width),
    )
