"""A native chart: the frame on the slide, the chart part, and the workbook inside it."""

from __future__ import annotations

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from rapport.edition.text import plain
from rapport.render.deck.blocks.graphic_frame import graphic_frame
from rapport.render.deck.canvas import Canvas
from rapport.render.deck.chart.data import sheet
from rapport.render.deck.chart.marks import signs_of_aims
from rapport.render.deck.chart.series import Drawing
from rapport.render.deck.chart.space import WORKBOOK_RELATION, chart_space
from rapport.render.deck.chart.workbook import workbook
from rapport.render.deck.markup import CHART, Markup, element
from rapport.render.deck.package import relate
from rapport.slides.elements import ChartFrame


def draw_chart(frame: ChartFrame, canvas: Canvas) -> Markup:
    """`p:graphicFrame` that refers to a new chart part."""
    reference = element("c:chart", xmlns_c=CHART, r_id=_add_chart(frame, canvas))
    graphic = element("a:graphicData", reference, uri=CHART)
    return graphic_frame(frame, frame.box, frame.chart.alternative, graphic, canvas)


def _add_chart(frame: ChartFrame, canvas: Canvas) -> str:
    """Adds the parts; answers the identifier of the slide's relationship to the chart."""
    package, language = canvas.package, canvas.language
    data = sheet(frame.chart, canvas.names, signs_of_aims(canvas.charter))
    book = package.add(
        "/ppt/embeddings/Microsoft_Excel_Sheet%d.xlsx",
        CONTENT_TYPE.SML_SHEET,
        workbook(data, plain(frame.chart.title), canvas.names),
    )
    space = chart_space(Drawing(frame, data, canvas.charter, language))
    part = package.add("/ppt/charts/chart%d.xml", CONTENT_TYPE.DML_CHART, space)
    if relate(part, book, RELATIONSHIP_TYPE.PACKAGE) != WORKBOOK_RELATION:
        raise AssertionError("a chart part refers to its workbook alone")
    return relate(canvas.part, part, RELATIONSHIP_TYPE.CHART)
