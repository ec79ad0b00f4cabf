"""The looks of a brief -> the same for a section in company, which is set closer, or alone, which is set wider."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from msgspec.structs import replace

from rapport.look.charter import BriefLook
from rapport.look.length import Pt
from rapport.look.type_style import TypeStyle

HERO = 1.75
"""How much larger the key figures of a section alone on its page are: 56 points for 32."""
TALLER, WIDER, LARGER = 1.6, 1.2, 1.15
"""How much higher its plots are, how much farther apart its rows, how much larger a short list of contents."""


def usual(look: BriefLook) -> BriefLook:
    """The looks as the charter has them."""
    return look


def compact(look: BriefLook) -> BriefLook:
    """A title as large as the heading of a second subject, less white under title and lead."""
    styles = look.type
    title = replace(styles.title, size=styles.heading_2.size, leading=styles.heading_2.leading)
    lead = replace(styles.lead, space_after=Pt(styles.lead.space_after / 2))
    return replace(look, type=replace(styles, title=title, lead=lead))


def wide(look: BriefLook) -> BriefLook:
    """Figures as heroes, taller charts, rows farther apart."""
    chart, table, styles = look.chart, look.table, look.type
    higher = replace(
        chart,
        plot_height=Pt(chart.plot_height * TALLER),
        row_pitch=Pt(chart.row_pitch * WIDER),
        row_thickness=Pt(chart.row_thickness * WIDER),
    )
    rows = replace(table, row_height=Pt(table.row_height * WIDER), padding=Pt(table.padding * WIDER))
    types = replace(
        styles, key_figure=_times(styles.key_figure, HERO), key_figure_unit=_times(styles.key_figure_unit, WIDER)
    )
    timeline = replace(look.timeline, pitch=Pt(look.timeline.pitch * WIDER))
    return replace(look, chart=higher, table=rows, type=types, timeline=timeline)


def _times(style: TypeStyle, factor: float) -> TypeStyle:
    return replace(style, size=Pt(style.size * factor), leading=Pt(style.leading * factor))


DENSITIES: Mapping[str, Callable[[BriefLook], BriefLook]] = MappingProxyType(
    {"usual": usual, "compact": compact, "open": wide}
)
