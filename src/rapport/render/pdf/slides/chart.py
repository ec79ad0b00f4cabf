"""A chart of a slide, as large as its box allows."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from rapport.edition.text import plain
from rapport.look.box import Box as Area
from rapport.look.grid import Strip
from rapport.look.length import Pt
from rapport.look.type_style import TypeStyle
from rapport.render.pdf.charts.pen import ChartLook, Pen, deck_chart_look, written
from rapport.render.pdf.charts.plot import Panel, draw_panels
from rapport.render.pdf.composer.vertical import Box, Glue, VerticalItem, flattened, stacked
from rapport.render.pdf.display.draw import Positioned
from rapport.render.pdf.display.item import Extent
from rapport.render.pdf.slides.easel import Easel
from rapport.slides.elements import ChartFrame

SMALLEST, LARGEST = 0.1, 2.0
"""How far the charter's plots are scaled to their boxes."""
HALVINGS = 12
PANEL_GAP = 18.0


def draw_chart(frame: ChartFrame, easel: Easel) -> Iterator[Positioned]:
    """The plots at the largest scale that stays in the box, one figure with the chart's alternative."""
    alternative = frame.chart.alternative or plain(frame.chart.title)
    figure = easel.element.child("Figure", alt=alternative)
    small, large = SMALLEST, LARGEST
    for _ in range(HALVINGS):
        middle = (small + large) / 2
        if _drawn(frame, easel.under(figure), middle).height <= frame.box.height:
            small = middle
        else:
            large = middle
    for item, top in flattened(_drawn(frame, easel.under(figure), small), frame.box.y):
        yield Positioned(item, top)
    area = Area(frame.box.x, Pt(0), frame.box.width, frame.box.height)
    yield Positioned(Extent(figure, area, frame.chart.origin), frame.box.y)


def _drawn(frame: ChartFrame, easel: Easel, scale: float) -> Box:
    pen = Pen(easel.typesetter, easel.charter, _look(frame, easel, scale), easel.element, written(frame.chart))
    bare = replace(frame.chart, unit="")  # no grid of percentages: values stand on the marks
    panels = draw_panels(pen, bare, Strip(frame.box.x, frame.box.width))
    items: list[VerticalItem] = []
    for panel in panels:
        items += [*_name(panel, panels, pen, frame), panel.plot, Glue(PANEL_GAP)]
    return stacked(items)


def _name(panel: Panel, panels: tuple[Panel, ...], pen: Pen, frame: ChartFrame) -> Iterator[Box]:
    """The name of a series over its panel, where there are several."""
    if len(panels) > 1 and panel.series.name and frame.chart.kind != "stacked":
        style = replace(pen.look.axis, align="left")
        label = pen.label(panel.series.name, style, frame.box.width)
        yield Box(label.height, label.at(frame.box.x, 0.0))


def _look(frame: ChartFrame, easel: Easel, scale: float) -> ChartLook:
    """The charter's looks, at the sizes of the plan."""
    look = deck_chart_look(easel.charter)
    measures = look.measures
    return replace(
        look,
        label=_sized(look.label, frame.label_size),
        inline_label=_sized(look.inline_label, frame.label_size),
        category=_sized(look.category, frame.category_size),
        missing=replace(look.axis, align="left"),
        measures=replace(
            measures,
            plot_height=Pt(measures.plot_height * scale),
            row_pitch=Pt(measures.row_pitch * scale),
            row_thickness=Pt(measures.row_thickness * scale),
        ),
    )


def _sized(style: TypeStyle, size: Pt) -> TypeStyle:
    return replace(style, size=size, leading=Pt(style.leading * size / style.size))
