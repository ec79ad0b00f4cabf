"""The charter of a large-print brief: the same grid and colours, text of 16 points and more.

Large print begins at 16 points, set ragged and undivided (RNIB, "Clear print and large print guidelines"); text is
reflowed, not magnified, so that no line runs off the page.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any

from rapport.look.box import Padding
from rapport.look.charter import BriefLook, Charter
from rapport.look.length import Pt
from rapport.look.type_style import BriefType, TypeStyle

SMALLEST = 16.0
"""Points."""
DISPLAY = 13.0
"""Sizes above this are display sizes, large already."""
DISPLAY_FACTOR = 1.2


def large_print(charter: Charter) -> Charter:
    """The charter with the brief's text enlarged, and what goes with text: indents, paddings, marks of charts."""
    return replace(charter, brief=_enlarged(charter.brief, SMALLEST / charter.brief.type.body.size))


def _enlarged(look: BriefLook, factor: float) -> BriefLook:
    return replace(
        look,
        type=_type(look.type, factor),
        list=_scaled(look.list, ("indent",), factor),
        table=_scaled(look.table, ("padding_dense",), factor),
        chart=_scaled(look.chart, ("plot_height", "row_thickness", "row_pitch", "target_diameter"), factor),
        timeline=_scaled(look.timeline, ("pitch", "sign_diameter", "cut_off_gap"), factor),
        callout=replace(look.callout, padding=_padding(look.callout.padding, factor)),
    )


def _type(styles: BriefType, factor: float) -> BriefType:
    return BriefType(**{field.name: _style(getattr(styles, field.name), factor) for field in fields(styles)})


def _style(style: TypeStyle, factor: float) -> TypeStyle:
    size = style.size * DISPLAY_FACTOR if style.size > DISPLAY else max(SMALLEST, style.size * factor)
    ratio = size / style.size
    return replace(
        style,
        size=Pt(size),
        leading=Pt(style.leading * ratio),
        space_before=Pt(style.space_before * ratio),
        space_after=Pt(style.space_after * ratio),
        align="left" if style.align == "justify" else style.align,
        hyphenate=False,
    )


def _scaled(measures: Any, names: Iterable[str], factor: float) -> Any:
    return replace(measures, **{name: Pt(getattr(measures, name) * factor) for name in names})


def _padding(padding: Padding, factor: float) -> Padding:
    return Padding(padding.left, Pt(padding.top * factor), padding.right, Pt(padding.bottom * factor))
