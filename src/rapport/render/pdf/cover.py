"""The cover: a ground with the status signs drawn large, title and subtitle, what dates the document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from rapport.edition.edition import Cover, Detail, Edition
from rapport.edition.evidence import Status
from rapport.edition.text import plain, words
from rapport.formats.pdf.tags.element import Element
from rapport.look.box import Box as Area
from rapport.look.grid import Columns, Strip
from rapport.look.length import Pt
from rapport.render.pdf.blocks.context import Context, ink
from rapport.render.pdf.blocks.setting import Voice, fitting, text_boxes
from rapport.render.pdf.composer.vertical import Box, Child, Glue, stacked
from rapport.render.pdf.display.item import Anchor, Extent, Ink, PictureMark, SignMark, line_across, rectangle

KEY = "cover"


def set_cover(context: Context, edition: Edition, draft: str, parent: Element) -> Box:
    """The whole first page as one box; `draft` is the mark of a draft, empty for a final document."""
    element, cover = parent.child("Sect"), edition.cover
    children = (
        *_top(context, cover, draft, element),
        *_signs(context, cover.statuses, element),
        *_title(context, cover, element),
        *_foot(context, cover, element),
    )
    look, grid = context.look.cover, context.look.grid
    ground = rectangle(Area(Pt(0), Pt(0), grid.width, look.ground_height), Ink(look.ground))
    rule = line_across(grid.full.x, look.rule_y, grid.full.width, ink(context.look.rules.strong))
    anchor = Anchor(KEY, plain(edition.title))
    return Box(grid.height, (anchor, ground, *_marks(context, cover.statuses), rule), children=children)


def _at(y: float, *columns: Sequence[Box]) -> tuple[Child, ...]:
    return tuple(Child(y, stacked(boxes)) for boxes in columns if boxes)


def _top(context: Context, cover: Cover, draft: str, element: Element) -> tuple[Child, ...]:
    """Kind and date on one line; under it the marking, the embargo and the mark of a draft, where there are any."""
    style, full, y = context.look.type.cover_kicker, context.look.grid.full, context.look.cover.top_line_y
    plain_style = replace(style, weight="regular", align="right")
    kind = text_boxes(context, cover.kind, Voice(style, full, element.child("P")))
    date = text_boxes(context, cover.date, Voice(plain_style, full, element.child("P")))
    notices = [
        box
        for notice in (cover.marking, cover.embargo, words(draft))
        for box in text_boxes(context, notice, Voice(style, full, element.child("P")))
    ]
    return *_at(y, kind, date), *_at(y + style.leading + context.look.gaps.medium, notices)


def _places(context: Context, statuses: Sequence[Status]) -> Iterator[tuple[Status, Area]]:
    """Where the signs stand: three abreast over the page grid, smaller ones for more."""
    look, grid = context.look.cover, context.look.grid
    strips = Columns(grid.full, max(3, len(statuses)), grid.gutter).cells()
    for status, strip in zip(statuses, strips, strict=False):
        diameter = min(look.sign_diameter, strip.width)
        y = look.sign_y + look.sign_diameter - diameter
        yield status, Area(Pt(strip.x + (strip.width - diameter) / 2), Pt(y), Pt(diameter), Pt(diameter))


def _marks(context: Context, statuses: Sequence[Status]) -> Iterator[SignMark]:
    signs, look = context.charter.signs, context.look.cover
    for status, area in _places(context, statuses):
        if status.key in context.charter.statuses:
            sign = context.charter.statuses[status.key].sign
            yield SignMark(sign, area, look.sign_stroke, signs.colour_on_accent)


def _signs(context: Context, statuses: Sequence[Status], element: Element) -> Iterator[Child]:
    """The words under the signs: the signs themselves are decoration."""
    style, y = context.look.type.cover_sign, context.look.cover.sign_word_y
    for status, area in _places(context, statuses):
        voice = Voice(style, Strip(area.x, area.width), element.child("P"))
        yield from _at(y, text_boxes(context, words(status.word), voice))


def _title(context: Context, cover: Cover, element: Element) -> tuple[Child, ...]:
    """Title and subtitle, which moves with the title's lines; a long title is reduced to the lines that are there."""
    styles, look, full = context.look.type, context.look.cover, context.look.grid.full
    style = fitting(context, cover.title, styles.cover_title, full.width)
    title = text_boxes(context, cover.title, Voice(style, full, element.child("H1")))
    subtitle = text_boxes(context, cover.subtitle, Voice(styles.cover_subtitle, full, element.child("P")))
    return (Child(look.title_y, stacked((*title, Glue(styles.cover_title.space_after), *subtitle))),)


def _foot(context: Context, cover: Cover, element: Element) -> Iterator[Child]:
    """Details under a rule, then issuer and logo."""
    look, grid = context.look.cover, context.look.grid
    strips = Columns(grid.full, max(look.meta_columns, len(cover.details)), grid.gutter).cells()
    for detail, strip in zip(cover.details, strips, strict=False):
        yield from _at(look.meta_y, _detail(context, detail, strip, element))
    issuer = text_boxes(context, cover.issuer, Voice(context.look.type.cover_meta_value, grid.full, element.child("P")))
    yield from _at(grid.footer_y, issuer)
    if cover.logo is not None:
        width = look.logo_height * cover.logo.width / cover.logo.height
        y = grid.footer_y + context.look.type.cover_meta_value.leading - look.logo_height
        area = Area(Pt(grid.full.right - width), Pt(0), Pt(width), look.logo_height)
        figure = element.child("Figure", alt=cover.logo_alternative) if cover.logo_alternative else None
        extent = (Extent(figure, area),) if figure is not None else ()
        yield Child(y, Box(look.logo_height, (PictureMark(cover.logo, area, figure), *extent)))


def _detail(context: Context, detail: Detail, strip: Strip, element: Element) -> tuple[Box, ...]:
    styles = context.look.type
    label = text_boxes(context, detail.label, Voice(styles.cover_meta_label, strip, element.child("P")))
    return *label, *text_boxes(context, detail.value, Voice(styles.cover_meta_value, strip, element.child("P")))
