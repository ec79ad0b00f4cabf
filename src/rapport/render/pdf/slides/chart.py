"""A chart of a slide, drawn as planned."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.edition.text import plain
from rapport.look.geometry import Box, Pt
from rapport.render.pdf.charts.drawing import Brush, draw_plan
from rapport.render.pdf.display.draw import Positioned
from rapport.render.pdf.display.item import FigureExtent
from rapport.render.pdf.slides.easel import SlidePageContext
from rapport.slides.elements import ChartFrame


def draw_chart(frame: ChartFrame, easel: SlidePageContext) -> Iterator[Positioned]:
    """The plan in its frame, one figure with the chart's alternative."""
    alternative = frame.chart.alternative or plain(frame.chart.title)
    figure = easel.element.child("Figure", alt=alternative)
    brush = Brush(easel.typesetter, easel.charter, figure, frame.chart.origin)
    for item in draw_plan(brush, frame.plan, frame.box.x, 0.0):
        yield Positioned(item, frame.box.y)
    area = Box(frame.box.x, Pt(0), frame.box.width, frame.box.height)
    yield Positioned(FigureExtent(figure, area, frame.chart.origin), frame.box.y)
