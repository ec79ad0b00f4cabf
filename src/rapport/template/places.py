"""Where a layout has room for what our slides hold: title, kicker, notices, content, foot; in the slide’s points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from rapport.look.geometry import Box, Pt
from rapport.look.house import Role, SlotAnchor
from rapport.template.layouts import ReadPlaceholder
from rapport.template.site import Site, area, between, box, shared

KICKER, NOTICE, FOOT, STAMP = 22.0, 15.0, 30.0, 16.0
"""Heights in units: a kicker, a line of notices, two lines at the foot, a stamp under them."""
SECOND = 84.0
"""Most height of a second text."""
GAP, EDGE = 6.0, 3.0
NUMBER = 44.0
"""Width of the number of a slide."""
MARGIN = 30.0
"""White at the sides of a slide where its layout says nothing."""
TITLE = 56.0
TITLES: Mapping[Role, float] = {"cover": 72.0, "opener": 82.0, "statement": 72.0}
"""Least heights of titles, of roles that set theirs larger: two lines at the smallest size."""
LOW = 0.2
"""Share of the slide's height from which a title over content stands low."""
ENOUGH = 0.45
"""Share of the slide's height that content keeps, whatever is drawn there: it is then put on a ground of its own."""
LEAST = 0.28
"""Share of the slide under which a placeholder for content is too small to be the room for it."""
UNDER = 2.0
"""How much a room under or beside a title is worth to one above it: that is read first."""
STEPS = 40
"""Tries, a few units apart, to find a foot."""
OPENING: tuple[Role, ...] = ("cover", "opener")


class LayoutPlaces(Struct, frozen=True):
    """The places found; `gaps` names what the layout had no good place for."""

    title: Box
    anchor: SlotAnchor
    kicker: Box
    notice: Box
    content: Box
    foot: Box
    number: Box
    subtitle: Box | None = None
    picture: Box | None = None
    gaps: tuple[str, ...] = ()


def places_of(site: Site, role: Role) -> LayoutPlaces:
    """The places of a layout for slides of a role. The layout has a title."""
    title = site.layout.title
    if title is None:
        raise AssertionError("a layout without a title serves no role")
    second = _second(site) if role in OPENING else None
    heading = _heading(site, title, TITLES.get(role, TITLE) * site.unit)
    if role not in OPENING:
        heading = _raised(site, heading)
    anchor = title.anchor if heading.height >= text_box(title).height else "top"
    draft = LayoutPlaces(
        heading, anchor, heading, heading, _room(site, role, heading, second), heading, heading,
        _capped(site, second) if second else None, _pictured(site, role, heading, second),
    )  # fmt: skip
    made = _with_kicker(site, _with_foot(site, role, draft))
    return _sized(site, role, _with_notice(site, made))


def text_box(placeholder: ReadPlaceholder) -> Box:
    """Where the text of a placeholder stands."""
    return placeholder.box.within(placeholder.insets)


def _capped(site: Site, second: ReadPlaceholder) -> Box:
    """The place of the second text of an opening, beside what is drawn: three lines, where there is room for a page."""
    place = site.beside(text_box(second))
    return box(place.x, place.y, place.width, min(place.height, SECOND * site.unit))


def _pictured(site: Site, role: Role, title: Box, second: ReadPlaceholder | None) -> Box | None:
    """A cover's place for a picture, if no text stands on it."""
    texts = (title, *((text_box(second),) if second else ()))
    places = (each.box for each in site.layout.of("pic") if role == "cover")
    return next((each for each in places if not any(each.overlaps(text) for text in texts)), None)


def _second(site: Site) -> ReadPlaceholder | None:
    """The second text of covers and openers."""
    found = site.layout.of("subTitle") or site.layout.of("body") or site.layout.of("obj")
    return found[0] if found else None


def _heading(site: Site, title: ReadPlaceholder, least: float) -> Box:
    """The title's place, high enough for two lines: it grows down, or up where there is no slide left."""
    place = site.beside(text_box(title))
    if place.height >= least:
        return place
    missing = least - place.height
    top = place.y if place.bottom + missing < 0.6 * site.sheet.height or place.y < missing else place.y - missing
    wide = between(place.x, top, site.sheet.right - max(place.x, EDGE * site.unit), top + least)
    return wide if wide.width > place.width and site.is_clear(wide) else box(place.x, top, place.width, least)


def _raised(site: Site, title: Box) -> Box:
    """A wide title that stands low on an empty slide, moved up: the content would have no room under it."""
    top = (EDGE + NOTICE + KICKER + 2 * GAP) * site.unit
    above = between(title.x, EDGE * site.unit, title.right, title.y)
    low = title.y > LOW * site.sheet.height and title.width > 0.5 * site.sheet.width
    return box(title.x, top, title.width, title.height) if low and site.is_clear(above) else title


def _room(site: Site, role: Role, title: Box, second: ReadPlaceholder | None) -> Box:
    """The room for content: the layout's own, else the largest rectangle that title and drawings leave."""
    main = site.layout.of("obj", "body", "chart", "tbl", "pic")
    if role not in OPENING and main:
        big = [each for each in main if each.area > 0.1 * area(site.sheet)]
        whole = _union([text_box(each) for each in big])
        if whole is not None and text_box(site.layout.title or big[0]).y > title.y + GAP * site.unit:
            whole = between(whole.x, title.bottom + 2 * GAP * site.unit, whole.right, whole.bottom)
        if whole is not None and area(whole) > LEAST * area(site.sheet):
            return site.cleared(whole, (title, *_numbers(site)), ENOUGH * site.sheet.height)
    picture = _pictured(site, role, title, second)
    taken = (title, *((_capped(site, second),) if second else ()))
    high = 0 if role in OPENING else ENOUGH * site.sheet.height
    kept = (*taken, *((picture,) if picture else ()), *_numbers(site))
    rooms = [site.cleared(each, kept, high) for each in _candidates(site, taken)]
    return max(rooms, key=lambda each: area(each) * _likeness(site, each) * (UNDER if each.y > title.y else 1.0))


def _numbers(site: Site) -> tuple[Box, ...]:
    """The number of the slide, where it does not stand at the foot."""
    return tuple(each.box for each in site.layout.of("sldNum") if each.box.bottom < 0.8 * site.sheet.height)


def _likeness(site: Site, room: Box) -> float:
    """A room over several grounds, or a busy one, is worth less."""
    halves = (
        box(room.x, room.y, room.width, room.height / 2),
        between(room.x, room.centre[1], room.right, room.bottom),
    )
    return 1.0 if site.alike(*halves) else 0.4


def _candidates(site: Site, taken: tuple[Box, ...]) -> Iterator[Box]:
    """Under, over, and on both sides of what is taken, up to the margins."""
    sheet, unit = site.sheet, site.unit
    whole = _union(list(taken)) or sheet
    wide = whole.width > 0.5 * sheet.width
    left, right = (whole.x, whole.right) if wide else (MARGIN * unit, sheet.right - MARGIN * unit)
    inner = between(left, EDGE * unit, right, sheet.bottom - EDGE * unit)
    gap = 2 * GAP * unit
    yield between(inner.x, whole.bottom + gap, inner.right, inner.bottom)
    yield between(inner.x, inner.y, inner.right, whole.y - gap)
    yield between(whole.right + gap, inner.y, inner.right, inner.bottom)
    yield between(inner.x, inner.y, whole.x - gap, inner.bottom)


def _union(boxes: list[Box]) -> Box | None:
    if not boxes:
        return None
    return between(
        min(each.x for each in boxes),
        min(each.y for each in boxes),
        max(each.right for each in boxes),
        max(each.bottom for each in boxes),
    )


def _with_foot(site: Site, role: Role, draft: LayoutPlaces) -> LayoutPlaces:
    """The lowest strip for source, number and stamp on the content's own ground; the content ends above it."""
    unit, sheet = site.unit, site.sheet
    height = (STAMP if role == "cover" else FOOT + STAMP) * site.small
    number = next((each.box for each in site.layout.of("sldNum")), None)
    sides = draft.content if draft.content.width > 0.5 * sheet.width else draft.title
    found: Box | None = None
    for step in range(STEPS):
        bottom = sheet.bottom - EDGE * unit - step * 3 * unit
        if bottom - height < 0.6 * sheet.height:
            break
        strip = between(sides.x, bottom - height, sides.right, bottom)
        free = site.widest(strip, (draft.title, *((number,) if number else ())))
        if free.width >= 0.5 * sides.width and site.alike(free, inside(draft.content)):
            found = free
            break
    gaps = () if found else ("foot",)
    strip = found or between(sides.x, sheet.bottom - height - EDGE * unit, sides.right, sheet.bottom - EDGE * unit)
    if number is None or _lost(number, site, draft):
        number = between(strip.right - NUMBER * unit, strip.y, strip.right, strip.y + FOOT * site.small)
        strip = between(strip.x, strip.y, number.x - GAP * unit, strip.bottom)
    low = min(draft.content.bottom, strip.y - GAP * unit)
    content = between(draft.content.x, draft.content.y, draft.content.right, max(draft.content.y + unit, low))
    return replace(draft, content=content, foot=strip, number=number, gaps=(*draft.gaps, *gaps))


def _lost(number: Box, site: Site, draft: LayoutPlaces) -> bool:
    """Whether the layout keeps its number out of sight, or where content or title stand."""
    across = any(0.02 < shared(number, each) / area(number) < 0.95 for each in site.obstacles) if area(number) else True
    return across or not site.sheet.holds(number, 2) or shared(number, draft.title) > 0.2 * area(number)


def inside(room: Box) -> Box:
    """The middle of a room, whose ground is that of it all."""
    return room.inset(room.width / 4, room.height / 4)


INSET = 3.6
"""Points of white that a text box of PowerPoint has above its text and below: it must stand on the slide too."""


def _with_kicker(site: Site, draft: LayoutPlaces) -> LayoutPlaces:
    """Above the title, in the upper part of a high one, or over the content."""
    unit, title, content = site.unit, draft.title, draft.content
    height, gap = KICKER * unit, GAP * unit
    lowest = title.y - height
    above = box(title.x, min(lowest, max(lowest - gap / 2, INSET)), title.width, height)
    middle = inside(content)
    if site.is_clear(above, (content,)) and above.y >= EDGE * unit and site.alike(above, middle):
        return replace(draft, kicker=above)
    upper = box(title.x, title.y, title.width, height)
    if title.height >= (TITLE + KICKER) * unit + gap and site.alike(upper, middle):
        return replace(
            draft, kicker=upper, title=between(title.x, title.y + height + gap / 2, title.right, title.bottom)
        )
    over = box(content.x, content.y, content.width, height)
    return replace(draft, kicker=over, content=between(content.x, over.bottom + gap, content.right, content.bottom))


def _with_notice(site: Site, draft: LayoutPlaces) -> LayoutPlaces:
    """A line for marking and draft: at the top of the slide, above the kicker, else above the foot."""
    unit, content = site.unit, draft.content
    height = NOTICE * site.small
    taken = (draft.title, draft.kicker, content)
    middle = inside(content)
    for y in (draft.kicker.y - height - EDGE * unit, EDGE * unit, 2 * EDGE * unit, draft.title.y - height):
        strip = box(content.x, y, content.width, height)
        over = y >= EDGE * unit / 2 and strip.bottom <= draft.title.y + unit
        if over and site.is_clear(strip, taken) and site.alike(strip, middle):
            return replace(draft, notice=strip)
    strip = box(content.x, content.bottom - height, content.width, height)
    return replace(draft, notice=strip, content=between(content.x, content.y, content.right, strip.y - GAP * unit))


def _sized(site: Site, role: Role, draft: LayoutPlaces) -> LayoutPlaces:
    """What is said of a room that is too small or stands on a busy picture."""
    content, sheet = draft.content, site.sheet
    gaps = list(draft.gaps)
    least = 0.12 if role in OPENING else 0.3
    if content.width < 0.4 * sheet.width or content.height < least * sheet.height:
        gaps.append("room")
    width = max(Pt(sheet.width / 4), content.width)
    return replace(draft, content=replace(content, width=width), gaps=tuple(gaps))
