"""How a role of text is set."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from rapport.look.geometry import Pt
from rapport.look.palette import TextColour

Weight = Literal["regular", "semibold", "bold"]
Alignment = Literal["left", "right", "centre", "justify"]


class TypeStyle(Struct, frozen=True):
    """Size and leading in points, weight, colour, white before and after; the setting of one role of text.

    Text stands in a line box as high as its leading, half of what exceeds the size above it and half below.
    `max_lines` is 0 where any number of lines will do. Digits of titles, which are limited in lines, and of a
    `display` are proportional; those of other text are of one width.
    """

    size: Pt
    leading: Pt
    weight: Weight = "regular"
    colour: TextColour = "ink"
    space_before: Pt = Pt(0)
    space_after: Pt = Pt(0)
    align: Alignment = "left"
    hyphenate: bool = False
    max_lines: int = 0
    display: bool = False


class BriefType(Struct, frozen=True):
    """The roles of text on the pages of a brief."""

    cover_kicker: TypeStyle
    cover_sign: TypeStyle
    cover_title: TypeStyle
    cover_subtitle: TypeStyle
    cover_meta_label: TypeStyle
    cover_meta_value: TypeStyle
    running_head: TypeStyle
    footer: TypeStyle
    folio: TypeStyle
    kicker: TypeStyle
    title: TypeStyle
    lead: TypeStyle
    heading_2: TypeStyle
    heading_3: TypeStyle
    body: TypeStyle
    small_body: TypeStyle
    list_item: TypeStyle
    message_number: TypeStyle
    message_title: TypeStyle
    message_text: TypeStyle
    quote: TypeStyle
    question: TypeStyle
    answer: TypeStyle
    key_figure: TypeStyle
    key_figure_unit: TypeStyle
    key_figure_qualifier: TypeStyle
    key_figure_label: TypeStyle
    band_figure: TypeStyle
    band_unit: TypeStyle
    band_label: TypeStyle
    status: TypeStyle
    table_title: TypeStyle
    table_head: TypeStyle
    table_cell: TypeStyle
    table_cell_dense: TypeStyle
    table_second_line: TypeStyle
    table_group: TypeStyle
    chart_title: TypeStyle
    chart_measure: TypeStyle
    chart_label: TypeStyle
    chart_label_inline: TypeStyle
    chart_category: TypeStyle
    chart_axis: TypeStyle
    timeline_date: TypeStyle
    timeline_text: TypeStyle
    callout: TypeStyle
    contents_entry: TypeStyle
    contents_detail: TypeStyle
    source: TypeStyle
    footnote: TypeStyle


class DeckType(Struct, frozen=True):
    """The roles of text on slides. No semibold: a slide file names a family and says bold or not."""

    cover_kicker: TypeStyle
    cover_sign: TypeStyle
    cover_title: TypeStyle
    cover_subtitle: TypeStyle
    cover_meta: TypeStyle
    divider_kicker: TypeStyle
    divider_title: TypeStyle
    divider_subtitle: TypeStyle
    kicker: TypeStyle
    title: TypeStyle
    statement: TypeStyle
    statement_source: TypeStyle
    column_title: TypeStyle
    takeaway: TypeStyle
    body: TypeStyle
    list_item: TypeStyle
    message_number: TypeStyle
    message_title: TypeStyle
    message_text: TypeStyle
    quote: TypeStyle
    question: TypeStyle
    answer: TypeStyle
    key_figure: TypeStyle
    key_figure_unit: TypeStyle
    key_figure_qualifier: TypeStyle
    key_figure_label: TypeStyle
    status: TypeStyle
    table_head: TypeStyle
    table_cell: TypeStyle
    table_group: TypeStyle
    chart_measure: TypeStyle
    chart_label: TypeStyle
    chart_category: TypeStyle
    chart_axis: TypeStyle
    timeline_date: TypeStyle
    timeline_text: TypeStyle
    callout: TypeStyle
    notes: TypeStyle
    source: TypeStyle
    footer: TypeStyle
    folio: TypeStyle
