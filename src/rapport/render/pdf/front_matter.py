"""What stands before the sections: the cover, and the contents with the page each begins on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.blocks.words import StatusKey
from rapport.edition.edition import Block, Cover, CoverDetail, Edition, EditionSection
from rapport.edition.text import Status, Text, plain, words
from rapport.formats.pdf.tags.tree import Element
from rapport.lines.line import Line
from rapport.look.geometry import Box, Pt
from rapport.look.grid import Columns, GridStrip
from rapport.look.type_style import TypeStyle
from rapport.render.pdf.blocks.context import BlockContext, Room, baseline, ink
from rapport.render.pdf.blocks.opening import Title, set_opening, sign_field
from rapport.render.pdf.blocks.section import SectionVariants, blocks_matter, set_block
from rapport.render.pdf.blocks.setting import BlockVoice, fitting, rule_box, status_box, status_width, text_boxes
from rapport.render.pdf.composer.fitting import Density, SectionPassage, extent
from rapport.render.pdf.composer.vertical import Child, Galley, Glue, VerticalBox, abreast, lowered, stacked, whole
from rapport.render.pdf.display.item import (
    Anchor,
    FigureExtent,
    LateText,
    LinkArea,
    PictureMark,
    ShapeInk,
    line_across,
    rectangle,
)

COVER_KEY = "cover"


def set_cover(context: BlockContext, edition: Edition, parent: Element) -> VerticalBox:
    """The whole first page as one box."""
    element, cover = parent.child("Sect"), edition.cover
    look, grid, large = context.look.cover, context.look.grid, context.look.gaps.large
    top = _top(context, cover, edition.draft_mark, element)
    figure = element.child("Figure", alt=cover.picture_alternative) if cover.picture_alternative else None
    names = element.child("Div")
    title, foot = _title(context, cover, element), CoverFoot.of(context, cover)
    # large type takes from the ground what title and foot need
    up = max(0.0, look.title_y + title.height + context.look.gaps.medium - foot.rule)
    first = max(child.y + child.box.height for child in top) + large
    bottom = look.ground_height - up
    room = Box(grid.text.x, Pt(first), grid.text.width, Pt(max(1.0, bottom - first - large)))
    field = sign_field(context, cover.rows, room, names)
    lower = (Child(look.title_y - up, title), *_foot(context, cover, foot, element))
    ground = rectangle(Box(Pt(0), Pt(0), grid.width, Pt(bottom)), ShapeInk(look.ground))
    rule = line_across(grid.full.x, foot.rule, grid.full.width, ink(context.look.rules.strong))
    picture = _picture(context, cover, Box(Pt(0), Pt(0), grid.width, Pt(bottom)), figure)
    anchor = Anchor(COVER_KEY, plain(edition.title))
    marks = (anchor, ground, *picture, *field.signs, rule)
    return VerticalBox(grid.height, marks, children=(*top, *field.names, *lower))


Photograph = PictureMark | FigureExtent


def _picture(context: BlockContext, cover: Cover, ground: Box, figure: Element | None) -> tuple[Photograph, ...]:
    """The photograph over the ground, whose shape it has; where that is lower, what lies below is left out."""
    if cover.picture is None:
        return ()
    area = Box(ground.x, ground.y, ground.width, context.look.cover.ground_height)
    mark = PictureMark(cover.picture, area, figure, window=ground)
    return (mark, FigureExtent(figure, ground)) if figure is not None else (mark,)


def _at(y: float, *columns: Sequence[VerticalBox]) -> tuple[Child, ...]:
    return tuple(Child(y, stacked(boxes)) for boxes in columns if boxes)


def _top(context: BlockContext, cover: Cover, draft_mark: Text, element: Element) -> tuple[Child, ...]:
    """Kind and date on one line; under it the marking, the embargo and the mark of a draft, where there are any."""
    style, full, y = context.look.type.cover_kicker, context.look.grid.full, context.look.cover.top_line_y
    plain_style = replace(style, weight="regular", align="right")
    kind = text_boxes(context, cover.kind, BlockVoice(style, full, element.child("P")))
    date = text_boxes(context, cover.date, BlockVoice(plain_style, full, element.child("P")))
    notices = [
        box
        for notice, weight in ((cover.marking, "bold"), (cover.embargo, "bold"), (draft_mark, "regular"))
        for box in text_boxes(context, notice, BlockVoice(replace(style, weight=weight), full, element.child("P")))
    ]
    return *_at(y, kind, date), *_at(y + style.leading, notices)


def _title(context: BlockContext, cover: Cover, element: Element) -> VerticalBox:
    """Title and subtitle, which moves with the title's lines; a long title is reduced to the lines that are there."""
    styles, full = context.look.type, context.look.grid.full
    style = fitting(context, cover.title, styles.cover_title, full.width)
    title = text_boxes(context, cover.title, BlockVoice(style, full, element.child("H1")))
    subtitle = text_boxes(context, cover.subtitle, BlockVoice(styles.cover_subtitle, full, element.child("P")))
    return stacked((*title, Glue(styles.cover_title.space_after), *subtitle))


class KeySign(Struct, frozen=True):
    """A status in the key of the cover, and where it stands on its line."""

    status: Status
    strip: GridStrip


class CoverFoot(Struct, frozen=True):
    """Heights of what stands at the foot of the cover: rule, details, key of the signs; it grows upwards."""

    rule: float
    details: float
    key: float

    @classmethod
    def of(cls, context: BlockContext, cover: Cover) -> CoverFoot:
        """The key above the issuer's line and the logo, the details above the key, as high as the highest of them."""
        look, grid, styles = context.look.cover, context.look.grid, context.look.type
        floor = grid.footer_y - context.look.gaps.small
        if cover.logo is not None:
            floor = min(floor, grid.footer_y + styles.cover_meta_value.leading - look.logo_height)
        key = floor - context.look.gaps.small - _key_lines(context, cover) * styles.cover_meta_label.leading
        pairs = zip(cover.details, _detail_strips(context, cover), strict=False)
        highest = max((_detail_height(context, detail, strip) for detail, strip in pairs), default=0.0)
        details = min(look.meta_y, key - context.look.gaps.medium - highest)
        return cls(details - (look.meta_y - look.rule_y), details, key)


def _detail_height(context: BlockContext, detail: CoverDetail, strip: GridStrip) -> float:
    styles = context.look.type
    pairs = ((detail.label, styles.cover_meta_label), (detail.value, styles.cover_meta_value))
    return sum(len(context.typesetter.lines(text, style, strip.width)) * style.leading for text, style in pairs)


def _key_lines(context: BlockContext, cover: Cover) -> int:
    """Lines of the key: those of the signs, and one more where what a sign stands for has no room beside the last."""
    if not cover.statuses:
        return 1 if cover.sign_remark else 0
    *above, last = _key_rows(context, cover)
    return len(above) + (1 if _remark_fits(context, cover, last) else 2)


def _key_rows(context: BlockContext, cover: Cover) -> tuple[tuple[KeySign, ...], ...]:
    """The signs of the key from left to right, on as many lines as they need."""
    full, style = context.look.grid.full, _key_style(context)
    rows: list[list[KeySign]] = []
    x = full.x
    for status in cover.statuses:
        width = status_width(context, status, style)
        if not rows or x + width > full.right:
            rows.append([])
            x = full.x
        rows[-1].append(KeySign(status, GridStrip(x, Pt(width + 1))))
        x = Pt(x + width + context.look.gaps.medium)
    return tuple(map(tuple, rows))


def _remark_fits(context: BlockContext, cover: Cover, row: Sequence[KeySign]) -> bool:
    """Whether a row leaves room for what a sign stands for."""
    room = context.look.grid.full.right - row[-1].strip.right - context.look.gaps.medium
    return context.typesetter.width(cover.sign_remark, context.look.type.cover_meta_label) <= room


def _key_style(context: BlockContext) -> TypeStyle:
    return replace(context.look.type.cover_meta_label, weight="semibold", colour="ink")


def _detail_strips(context: BlockContext, cover: Cover) -> tuple[GridStrip, ...]:
    grid = context.look.grid
    return Columns(grid.full, max(context.look.cover.meta_columns, len(cover.details)), grid.gutter).cells()


def _foot(context: BlockContext, cover: Cover, foot: CoverFoot, element: Element) -> Iterator[Child]:
    """Details under a rule, the key of the signs, then issuer and logo."""
    look, grid = context.look.cover, context.look.grid
    for detail, strip in zip(cover.details, _detail_strips(context, cover), strict=False):
        yield from _at(foot.details, _detail(context, detail, strip, element))
    yield from _key(context, cover, foot.key, element)
    issuer = text_boxes(
        context, cover.issuer, BlockVoice(context.look.type.cover_meta_value, grid.full, element.child("P"))
    )
    yield from _at(grid.footer_y, issuer)
    if cover.logo is not None:
        width = look.logo_height * cover.logo.width / cover.logo.height
        y = grid.footer_y + context.look.type.cover_meta_value.leading - look.logo_height
        area = Box(Pt(grid.full.right - width), Pt(0), Pt(width), look.logo_height)
        figure = element.child("Figure", alt=cover.logo_alternative) if cover.logo_alternative else None
        extent = (FigureExtent(figure, area),) if figure is not None else ()
        yield Child(y, VerticalBox(look.logo_height, (PictureMark(cover.logo, area, figure), *extent)))


def _key(context: BlockContext, cover: Cover, y: float, element: Element) -> Iterator[Child]:
    """The signs used with their words, and at the right what a sign stands for, where there is room for it."""
    full, label, style = context.look.grid.full, context.look.type.cover_meta_label, _key_style(context)
    rows = _key_rows(context, cover)
    for at, row in enumerate(rows):
        for sign in row:
            voice = BlockVoice(style, sign.strip, element.child("P"))
            yield Child(y + at * label.leading, status_box(context, sign.status, voice))
    lines = _key_lines(context, cover)
    beside = bool(rows) and lines == len(rows)
    strip = GridStrip(rows[-1][-1].strip.right, Pt(full.right - rows[-1][-1].strip.right)) if beside else full
    voice = BlockVoice(replace(label, align="right" if beside else "left"), strip, element.child("P"))
    yield from _at(y + (lines - 1) * label.leading, text_boxes(context, cover.sign_remark, voice))


def _detail(context: BlockContext, detail: CoverDetail, strip: GridStrip, element: Element) -> tuple[VerticalBox, ...]:
    styles = context.look.type
    label = text_boxes(context, detail.label, BlockVoice(styles.cover_meta_label, strip, element.child("P")))
    return *label, *text_boxes(context, detail.value, BlockVoice(styles.cover_meta_value, strip, element.child("P")))


# The contents page: each section with the page it begins on, which is filled in once all pages are made up.


CONTENTS_KEY = "contents"
ABOVE, BELOW = 4.0, 7.0
"""White within a row."""
WHITE: Mapping[Density, float] = MappingProxyType({"open": 1.9, "taller": 2.6})
"""How much more of it rows have where there are few, and where even so their page would be rather empty."""
WIDEST = "0000"

PageOf = Callable[[str], int]
"""The page on which a section begins, by its key."""


def contents_passage(context: BlockContext, edition: Edition, parent: Element, page_of: PageOf) -> SectionPassage:
    """The contents, with the blocks that stand below the list."""
    element = parent.child("Sect")
    variants = SectionVariants(context, element, partial(_galleys, edition=edition, element=element, page_of=page_of))
    return SectionPassage(plain(edition.contents.name), variants.galleys, variants.choose)


def _galleys(context: BlockContext, *, edition: Edition, element: Element, page_of: PageOf) -> Iterator[Galley]:
    contents, gaps = edition.contents, context.look.gaps
    title = Title(CONTENTS_KEY, plain(contents.name), contents.kicker, contents.title)
    opening = tuple(set_opening(context, title, element))
    toc = element.child("TOC")
    rows = [_row(context, section, toc, page_of) for section in edition.sections]
    end = rule_box(context.look.rules.hairline, context.look.grid.text)
    last = whole((*rows[-2:], end))  # never one row alone on a page
    listed = (*opening, Galley("text", (*rows[:-2], *last, Glue(gaps.large))))
    yield from (*listed, *_further(context, contents.blocks, element, listed))


def _further(
    context: BlockContext, blocks: Sequence[Block], element: Element, listed: Sequence[Galley]
) -> tuple[Galley, ...]:
    """The blocks below the list, or beside it where only so one page holds both."""
    below, room = tuple(blocks_matter(context, blocks, element)), context.frame.height
    if extent((*listed, *below)) <= room:
        return below
    beside = tuple(_beside(context, blocks, element))
    return beside if extent((*listed, *beside)) <= room else below


def _beside(context: BlockContext, blocks: Sequence[Block], element: Element) -> Iterator[Galley]:
    """The blocks below the list, set once more: what can stand in the margin stands beside a long list."""
    margin = Room("margin", context.look.grid.margin, element)
    for block in blocks:
        if isinstance(block, StatusKey):
            yield from set_block(context, block, margin)
        else:
            yield from blocks_matter(context, (block,), element)


def _row(context: BlockContext, section: EditionSection, toc: Element, page_of: PageOf) -> VerticalBox:
    """A section's name and summary, and its page at the right: the whole row is a link."""
    styles, grid = context.look.type, context.look.grid
    link = toc.child("TOCI").child("Reference").child("Link")
    kept = context.typesetter.width(words(WIDEST), styles.contents_entry)
    strip = GridStrip(grid.text.x, Pt(grid.text.width - kept))
    opens = section.kind == "divider"
    entry = replace(styles.contents_entry, colour="accent") if opens else styles.contents_entry
    name = text_boxes(context, section.name, BlockVoice(entry, strip, link))
    summary = text_boxes(context, section.summary, BlockVoice(styles.contents_detail, strip, link))
    white = WHITE.get(context.density, 1.0)
    row = lowered(stacked(chain(name, summary)), white * ABOVE, white * BELOW)
    area = Box(grid.text.x, Pt(0), grid.text.width, Pt(row.height))
    target = LinkArea(link, area, plain(section.name), f"#{section.key}")
    rule = rule_box(context.look.rules.hairline, grid.text)
    number = VerticalBox(row.height, (*_page(context, section, link, page_of, white * ABOVE), target))
    return replace(abreast((row, number)), items=rule.items)


def _page(
    context: BlockContext, section: EditionSection, link: Element, page_of: PageOf, down: float
) -> tuple[LateText, ...]:
    style, right = context.look.type.contents_entry, context.look.grid.text.right

    def compose() -> Line:
        return context.typesetter.line(str(page_of(section.key)), style)

    return (LateText(compose, right, down + baseline(style), 0.0, style.colour, link),)
