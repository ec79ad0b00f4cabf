"""A chart of a slide, drawn as planned."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.edition.text import plain
from rapport.look.geometry import Box as Area
from rapport.look.geometry import Pt
from rapport.render.pdf.charts.drawing import Brush, draw_plan
from rapport.render.pdf.display.draw import Positioned
from rapport.render.pdf.display.item import Extent
from rapport.render.pdf.slides.easel import Easel
from rapport.slides.elements import ChartFrame


def draw_chart(frame: ChartFrame, easel: Easel) -> Iterator[Positioned]:
    """The plan in its frame, one figure with the chart's alternative."""
    alternative = frame.chart.alternative or plain(frame.chart.title)
    figure = easel.element.child("Figure", alt=alternative)
    brush = Brush(easel.typesetter, easel.charter, figure, frame.chart.origin)
    for item in draw_plan(brush, frame.plan, frame.box.x, 0.0):
        yield Positioned(item, frame.box.y)
    area = Area(frame.box.x, Pt(0), frame.box.width, frame.box.height)
    yield Positioned(Extent(figure, area, frame.chart.origin), frame.box.y)
