"""A charter -> the same charter set closer or wider, in larger type, or with its content beginning lower."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from msgspec.structs import asdict, replace

from rapport.look.charter import BriefLook, Charter
from rapport.look.geometry import Pt
from rapport.look.grid import PageGrid
from rapport.look.measures import ChartMeasures, CoverMeasures, ListMeasures, TableMeasures, TimelineMeasures
from rapport.look.type_style import BriefType, TypeStyle

HERO = 1.75
"""How much larger the key figures of a section alone on its page are: 56 points for 32."""
TALLER, WIDER, LARGER = 1.6, 1.2, 1.15
"""How much higher its plots are, how much farther apart its rows, how much larger a short list of contents."""
TALL, LOW = 1.3, 0.8
"""How high plots are on a page that has some room, and where pages have little."""


def usual(look: BriefLook) -> BriefLook:
    """The looks as the charter has them."""
    return look


def compact(look: BriefLook) -> BriefLook:
    """A title as large as the heading of a second subject, less white under title and lead."""
    styles = look.type
    title = replace(styles.title, size=styles.heading_2.size, leading=styles.heading_2.leading)
    lead = replace(styles.lead, space_after=Pt(styles.lead.space_after / 2))
    return replace(look, type=replace(styles, title=title, lead=lead))


def dense(look: BriefLook) -> BriefLook:
    """The same with lower charts."""
    chart = replace(look.chart, plot_height=Pt(look.chart.plot_height * LOW))
    return replace(compact(look), chart=chart)


def tall(look: BriefLook) -> BriefLook:
    """Higher charts, all else as the charter has it."""
    return replace(look, chart=_higher(look.chart, TALL, 1 + (WIDER - 1) / 2))


def taller(look: BriefLook) -> BriefLook:
    """Charts as high as they are on a page of their own."""
    return replace(look, chart=_higher(look.chart, TALLER, WIDER))


def _higher(chart: ChartMeasures, plot: float, row: float) -> ChartMeasures:
    return replace(
        chart,
        plot_height=Pt(chart.plot_height * plot),
        row_pitch=Pt(chart.row_pitch * row),
        row_thickness=Pt(chart.row_thickness * row),
    )


def wide(look: BriefLook) -> BriefLook:
    """Figures as heroes, taller charts, rows farther apart."""
    table, styles = look.table, look.type
    higher = _higher(look.chart, TALLER, WIDER)
    rows = replace(table, row_height=Pt(table.row_height * WIDER), padding=Pt(table.padding * WIDER))
    types = replace(
        styles, key_figure=_times(styles.key_figure, HERO), key_figure_unit=_times(styles.key_figure_unit, WIDER)
    )
    timeline = replace(look.timeline, pitch=Pt(look.timeline.pitch * WIDER))
    return replace(look, chart=higher, table=rows, type=types, timeline=timeline)


def mirrored(charter: Charter) -> Charter:
    """Furniture of left pages the other way round: numbers stand at the outer edge of what is printed on both sides."""
    return replace(charter, brief=replace(charter.brief, grid=replace(charter.brief.grid, mirrored=True)))


def _times(style: TypeStyle, factor: float) -> TypeStyle:
    return replace(style, size=Pt(style.size * factor), leading=Pt(style.leading * factor))


DENSITIES: Mapping[str, Callable[[BriefLook], BriefLook]] = MappingProxyType(
    {"usual": usual, "compact": compact, "dense": dense, "tall": tall, "taller": taller, "open": wide}
)


Measures = TypeVar("Measures", ListMeasures, TableMeasures, ChartMeasures, TimelineMeasures)

LARGE_PRINT = Pt(16)
"""Prose in large print, and the least size of all else, in points."""
MARGIN = Pt(36)
"""Side margins and white at the edges of the page: half an inch, which office printers reach."""
GROWTH = 0.7
"""How much type grows that is larger than prose, as a share of how much larger it is."""
TILES = 2
"""Key figures abreast: fewer, since their labels are as large as prose."""


def large_print(charter: Charter) -> Charter:
    """The charter of a brief in large print: ragged lines, whole words, ink for grey.

    Sixteen points are where large print begins (RNIB, "Clear print and large print guidelines"); contrast and ragged
    lines are those of WCAG 2.2, 1.4.6 and 1.4.8.
    """
    larger = enlarged(charter, LARGE_PRINT, LARGE_PRINT)
    styles = {role: _ragged(style) for role, style in _roles(larger.brief.type)}
    brief = replace(larger.brief, type=BriefType(**styles))
    return replace(larger, palette=replace(charter.palette, grey=charter.palette.ink), brief=brief)


def enlarged(charter: Charter, body: Pt, least: Pt) -> Charter:
    """The charter with prose of the brief at `body` points and nothing under `least`; the deck's part is left alone.

    Nothing shrinks: the charter's own sizes stay where they are larger.
    """
    old = charter.brief
    styles = {role: _grown(style, old.type.body.size, body, least) for role, style in _roles(old.type)}
    growth = body / old.type.body.size
    brief = _measured(replace(old, type=BriefType(**styles)), growth)
    grid = _grid(brief)
    return replace(charter, brief=replace(brief, grid=grid, cover=_cover(brief, grid)))


def _roles(styles: BriefType) -> list[tuple[str, TypeStyle]]:
    return list(asdict(styles).items())


def _grown(style: TypeStyle, prose: Pt, body: Pt, least: Pt) -> TypeStyle:
    """A style at its new size, its leading and white in proportion."""
    wanted = style.size * body / prose if style.size <= prose else body + GROWTH * (style.size - prose)
    share = max(wanted, least, style.size) / style.size
    return replace(
        style,
        size=Pt(style.size * share),
        leading=Pt(style.leading * share),
        space_before=Pt(style.space_before * share),
        space_after=Pt(style.space_after * share),
    )


def _ragged(style: TypeStyle) -> TypeStyle:
    return replace(style, hyphenate=False, align="left" if style.align == "justify" else style.align)


def _measured(look: BriefLook, growth: float) -> BriefLook:
    """The measures that go with the size of the type they hold."""
    padding, columns = look.callout.padding, look.key_figures.columns
    upright = replace(padding, top=Pt(padding.top * growth), bottom=Pt(padding.bottom * growth))
    return replace(
        look,
        list=_scaled(look.list, ("indent", "gap"), growth),
        table=_scaled(look.table, ("padding_dense", "row_height", "row_height_dense"), growth),
        chart=_scaled(look.chart, ("plot_height", "row_pitch", "row_thickness", "target_diameter"), growth),
        timeline=_scaled(look.timeline, ("pitch", "sign_diameter", "cut_off_gap"), growth),
        callout=replace(look.callout, padding=upright),
        key_figures=replace(look.key_figures, columns=min(TILES, columns)),
    )


def _scaled(measures: Measures, names: Iterable[str], growth: float) -> Measures:
    scaled: dict[str, Any] = {name: Pt(getattr(measures, name) * growth) for name in names}
    return replace(measures, **scaled)


def _grid(look: BriefLook) -> PageGrid:
    """The page with narrower side margins, and room for larger furniture at its head and foot."""
    grid, styles, gaps = look.grid, look.type, look.gaps
    head = max(grid.head_y, MARGIN / 2 + styles.footer.leading)
    foot = min(grid.footer_y, grid.height - MARGIN / 2 - styles.footer.leading)
    down = max(0.0, head + styles.running_head.leading + gaps.medium - grid.opening_rule_y)
    left, right = min(grid.margins.left, MARGIN), min(grid.margins.right, MARGIN)
    return replace(
        grid,
        margins=replace(grid.margins, left=left, right=right, top=Pt(grid.margins.top + down)),
        head_y=Pt(head),
        opening_rule_y=Pt(grid.opening_rule_y + down),
        kicker_y=Pt(grid.kicker_y + down),
        title_y=Pt(grid.title_y + down),
        content_top=Pt(grid.content_top + down),
        footer_y=Pt(foot),
        content_bottom=Pt(min(grid.content_bottom, foot - gaps.small)),
    )


def _cover(look: BriefLook, grid: PageGrid) -> CoverMeasures:
    """The rule and what stands under it go up by what its lines, two of values, have grown."""
    styles, cover = look.type, look.cover
    needed = styles.cover_meta_label.leading + 2 * styles.cover_meta_value.leading + look.gaps.small
    up = max(0.0, cover.meta_y - (grid.footer_y - needed))
    return replace(cover, rule_y=Pt(cover.rule_y - up), meta_y=Pt(cover.meta_y - up))


def lowered(charter: Charter, by: float) -> Charter:
    """The charter of a brief whose content begins so many points lower."""
    if not by:
        return charter
    grid = charter.brief.grid
    lower = replace(
        grid,
        margins=replace(grid.margins, top=Pt(grid.margins.top + by)),
        opening_rule_y=Pt(grid.opening_rule_y + by),
        kicker_y=Pt(grid.kicker_y + by),
        title_y=Pt(grid.title_y + by),
        content_top=Pt(grid.content_top + by),
    )
    return replace(charter, brief=replace(charter.brief, grid=lower))
