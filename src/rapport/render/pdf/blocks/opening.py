"""How sections and parts open: rule, kicker and title; a ground with a sign for each fact, a row for each group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.edition import CoverRow, EditionSection, statuses_of
from rapport.edition.text import Text, plain
from rapport.formats.pdf.tags.tree import Element
from rapport.look.geometry import Box, Pt
from rapport.look.grid import GridStrip
from rapport.render.pdf.blocks.context import BlockContext, Room, baseline
from rapport.render.pdf.blocks.setting import BlockVoice, fitting, rule_box, text_boxes
from rapport.render.pdf.composer.vertical import KEEP, Child, Galley, Glue, VerticalBox, VerticalItem, stacked, whole
from rapport.render.pdf.display.item import Anchor, ShapeInk, SignMark, rectangle

# A sign for each fact, a row for each group: the picture that a document's own facts make.

PITCHES = (54.0, 48.0, 42.0, 36.0, 30.0, 26.0, 22.0, 18.0, 15.0, 12.0, 10.0)
"""From one sign to the next, in points: the largest that lets all rows fit is taken."""
DIAMETER = 0.56
"""Share of the pitch that a sign fills."""
NAME_GAP = 4.0
"""White under a name that is higher than its signs."""
FLAT = 0.82
"""Height of a row that goes on, as a share of the pitch."""


class SignField(Struct, frozen=True):
    """The signs, which are ornament, and the names of the rows."""

    signs: tuple[SignMark, ...]
    names: tuple[Child, ...]


def sign_field(context: BlockContext, rows: Sequence[CoverRow], room: Box, element: Element) -> SignField:
    """The names before the signs, in the height of `room`, white on the cover's ground; statuses unknown to the
    charter have no sign.
    """
    known = [[each.key for each in row.statuses if each.key in context.charter.statuses] for row in rows]
    plan = _plan(context, [row.name for row in rows], [len(row) for row in known], room)
    voice = BlockVoice(context.look.type.cover_kicker, plan.names, None)
    marks: list[SignMark] = []
    children: list[Child] = []
    y, diameter = float(room.y), DIAMETER * plan.pitch
    for keys, row, advance in zip(known, rows, plan.advances, strict=True):
        for number, line in enumerate(_lines(keys, plan.pitch, plan.signs.width)):
            for at, key in enumerate(line):
                area = plan.signs.box(y + number * FLAT * plan.pitch, diameter)
                moved = replace(area, x=Pt(area.x + at * plan.pitch), width=Pt(diameter))
                marks.append(_mark(context, key, moved))
        middle = y + diameter / 2 - baseline(voice.style) + 0.33 * voice.style.size
        name = stacked(text_boxes(context, row.name, _own(voice, element)))
        children.append(Child(max(float(room.y) - diameter, middle), name))
        y += advance
    return SignField(tuple(marks), tuple(children))


class _Plan(Struct, frozen=True):
    """The columns of names and of signs, the pitch of the signs, and how far each row takes the next one down."""

    names: GridStrip
    signs: GridStrip
    pitch: float
    advances: tuple[float, ...]


def _plan(context: BlockContext, names: Sequence[Text], counts: Sequence[int], room: Box) -> _Plan:
    """The names in the margin column, or in as many more as it takes until all rows fit."""
    grid, style = context.look.grid, context.look.type.cover_kicker
    for columns in range(grid.margin_columns, max(grid.margin_columns + 1, grid.columns - 1)):
        strip, signs = grid.cells.span(1, columns), grid.cells.span(columns + 1, grid.columns)
        high = [len(context.typesetter.lines(name, style, strip.width)) * style.leading for name in names]
        pitch, step = _pitch(counts, high, replace(room, width=signs.width))
        rows = [len(_lines("." * count, pitch, signs.width)) for count in counts]
        advances = tuple(
            max((each - 1) * FLAT * pitch + step, height + NAME_GAP) for each, height in zip(rows, high, strict=True)
        )
        if sum(advances) <= room.height + NAME_GAP:
            break
    return _Plan(strip, signs, pitch, advances)


def _own(voice: BlockVoice, element: Element) -> BlockVoice:
    """The voice for a row of its own."""
    return BlockVoice(voice.style, voice.strip, element.child("P"))


def _lines(keys: Sequence[str], pitch: float, width: float) -> list[Sequence[str]]:
    abreast = max(1, int((width + (1 - DIAMETER) * pitch) / pitch))
    return [keys[first : first + abreast] for first in range(0, len(keys), abreast)] or [()]


def _pitch(counts: Sequence[int], names: Sequence[float], room: Box) -> tuple[float, float]:
    """The pitch of the signs and that of the rows, which share what is left of the height; no sign is left alone."""
    for pitch in PITCHES:
        abreast = max(1, int((room.width + (1 - DIAMETER) * pitch) / pitch))
        further = sum(-(-count // abreast) - 1 for count in counts if count) * FLAT * pitch
        wanted = max(1.9 * pitch, max(names, default=0.0) + NAME_GAP)
        step = min(wanted, (room.height - further) / max(1, len(counts)))
        lonely = any(count > abreast and count % abreast == 1 for count in counts)
        if step >= max(FLAT * pitch, min(names, default=0.0)) and not lonely:
            break
    return pitch, step


def _mark(context: BlockContext, key: str, area: Box) -> SignMark:
    signs = context.charter.signs
    stroke = max(signs.stroke_minimum, min(context.look.cover.sign_stroke, 0.08 * area.width))
    return SignMark(context.charter.statuses[key].sign, area, Pt(stroke), signs.colour_on_accent)


class Title(Struct, frozen=True):
    """What opens a section: `name` is its entry in the outline, `key` the place that links lead to.

    `level` is that of the heading: H2 under the title on the cover, H1 where there is no cover.
    """

    key: str
    name: str
    kicker: Text
    title: Text
    lead: Text = ()
    level: str = "H2"


def set_opening(context: BlockContext, title: Title, element: Element) -> Iterator[Galley]:
    """The opening; what follows is kept with it."""
    grid, styles, gaps = context.look.grid, context.look.type, context.look.gaps
    box = _head(context, title, element)
    lead = text_boxes(context, title.lead, BlockVoice(styles.lead, grid.text, element.child("P")))
    below: tuple[VerticalItem, ...] = (Glue(gaps.large),)
    if lead:
        below = (Glue(styles.title.space_after), KEEP, *whole(lead), Glue(styles.lead.space_after))
    yield Galley("full", (box, KEEP, *below))


def _head(context: BlockContext, title: Title, element: Element) -> VerticalBox:
    """Rule, kicker and title as one box, at the heights of the page grid."""
    grid, styles = context.look.grid, context.look.type
    kicker = text_boxes(context, title.kicker, BlockVoice(styles.kicker, grid.margin, element.child("P")))
    style = fitting(context, title.title, styles.title, grid.text.width)
    words = text_boxes(context, title.title, BlockVoice(style, grid.text, element.child(title.level)))
    rule = rule_box(context.look.rules.opening, grid.full)
    parts = ((grid.kicker_y, stacked(kicker)), (grid.title_y, stacked(words)))
    children = tuple(Child(y - grid.opening_rule_y, box) for y, box in parts)
    height = max(child.y + child.box.height for child in children)
    anchor = Anchor(title.key, title.name, above=grid.margins.top - grid.head_y)
    least = grid.content_top - grid.opening_rule_y - context.look.gaps.large
    return VerticalBox(
        max(height, least), (anchor, *rule.items), tuple(n for c in children for n in c.box.notes), children
    )


def heading(context: BlockContext, text: Text, room: Room) -> tuple[VerticalItem, ...]:
    """The message of a second subject: a strong rule and a heading, kept with what follows; empty for a first one."""
    if room.subject == "first" or not plain(text):
        return ()
    style, rules, gaps = context.look.type.heading_2, context.look.rules, context.look.gaps
    words = text_boxes(context, text, BlockVoice(style, room.strip, room.element.child(context.subheading)))
    rule = rule_box(rules.opening, room.strip)
    return Glue(gaps.large), *whole((rule, Glue(style.space_before), *words)), Glue(style.space_after), KEEP


# What opens a part: a ground with a sign for each fact of its sections, then its title.

TITLE_SHARE = 0.7
"""Size of a part's title, as a share of the document's on the cover."""


def set_divider(
    context: BlockContext, section: EditionSection, part: Sequence[EditionSection], element: Element
) -> Iterator[Galley]:
    """The opener of a part as high as a page's ground, its title under it; `part` are the sections it opens.

    Annexes repeat facts: they have no row.
    """
    grid, styles, gaps = context.look.grid, context.look.type, context.look.gaps
    top, bottom = grid.opening_rule_y, context.look.cover.ground_height
    kicker = text_boxes(context, section.kicker, BlockVoice(styles.cover_kicker, grid.full, element.child("P")))
    title = _title(context, section, element)
    rows = tuple(CoverRow(each.name, statuses_of(each)) for each in part if each.kind != "annex")
    start = gaps.medium + stacked(kicker).height + gaps.large
    room = Box(grid.text.x, Pt(start), grid.text.width, Pt(bottom - top - start - gaps.large))
    field = sign_field(context, rows, room, element.child("Div"))
    ground = rectangle(Box(Pt(0), Pt(0), grid.width, Pt(bottom - top)), ShapeInk(context.look.cover.ground))
    anchor = Anchor(section.key, plain(section.name) or plain(section.title), above=grid.margins.top - grid.head_y)
    under = bottom - top + gaps.large
    children = (Child(gaps.medium, stacked(kicker)), Child(under, title), *field.names)
    yield Galley(
        "full", (VerticalBox(under + title.height, (anchor, ground, *field.signs), children=children), Glue(gaps.large))
    )


def _title(context: BlockContext, section: EditionSection, element: Element) -> VerticalBox:
    """The title as on the cover, smaller, and the lead under it."""
    styles, full = context.look.type, context.look.grid.full
    style = styles.cover_title
    style = replace(style, size=Pt(TITLE_SHARE * style.size), leading=Pt(TITLE_SHARE * style.leading))
    said = section.title or section.name
    title = text_boxes(context, said, BlockVoice(fitting(context, said, style, full.width), full, element.child("H2")))
    lead = text_boxes(context, section.lead, BlockVoice(styles.lead, full, element.child("P")))
    return stacked((*title, Glue(styles.title.space_after), *lead))
