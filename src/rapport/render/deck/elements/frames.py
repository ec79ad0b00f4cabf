"""What charts and tables share: a graphic frame, in the layout's placeholder where it has one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import accumulate, pairwise

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from rapport.edition.text import NO_STATUS, plain
from rapport.formats.ooxml.markup import CHART, EMPTY, Markup, element, join
from rapport.formats.ooxml.package import relate
from rapport.look.geometry import Box, Pt, Rule, emu
from rapport.render.deck.canvas import Canvas
from rapport.render.deck.chart import shapes
from rapport.render.deck.chart.data import sheet
from rapport.render.deck.chart.series import ChartContext
from rapport.render.deck.chart.space import SHAPES_RELATION, WORKBOOK_RELATION, chart_space
from rapport.render.deck.chart.workbook import workbook
from rapport.render.deck.elements.shapes import draw_sign
from rapport.render.deck.shape import REMEMBERED, anchor_name, placement
from rapport.render.deck.template.placeholder import placeholder_reference
from rapport.render.deck.template.theme import TABLE_STYLE
from rapport.render.deck.text import NO_FILL, NO_LIST_STYLE, TextLook, line, paragraphs
from rapport.slides.elements import Anchor, ChartFrame, SlideSign, TableCell, TableFrame, TableRow


def graphic_frame(
    frame: ChartFrame | TableFrame, box: Box, description: str, graphic: Markup, canvas: Canvas
) -> Markup:
    """`p:graphicFrame` (ECMA-376 part 1, 19.3.1.21); `graphic` is its `a:graphicData`."""
    slot = canvas.claim(frame.place) if frame.place else None
    return element(
        "p:graphicFrame",
        element(
            "p:nvGraphicFramePr",
            canvas.identity(frame.name, description),
            element("p:cNvGraphicFramePr", element("a:graphicFrameLocks", noGrp=1)),
            element("p:nvPr", placeholder_reference(slot) if slot else EMPTY),
        ),
        placement(box, "p"),
        element("a:graphic", graphic),
    )


def draw_chart(frame: ChartFrame, canvas: Canvas) -> Markup:
    """`p:graphicFrame` that refers to a new chart part."""
    reference = element("c:chart", xmlns_c=CHART, r_id=_add_chart(frame, canvas))
    graphic = element("a:graphicData", reference, uri=CHART)
    return graphic_frame(frame, frame.box, frame.chart.alternative, graphic, canvas)


def _add_chart(frame: ChartFrame, canvas: Canvas) -> str:
    """Adds the parts; answers the identifier of the slide's relationship to the chart."""
    package, plan = canvas.package, frame.plan
    data = sheet(plan, canvas.names)
    book = package.add(
        "/ppt/embeddings/Microsoft_Excel_Sheet%d.xlsx",
        CONTENT_TYPE.SML_SHEET,
        workbook(data, plain(frame.chart.title), canvas.names),
    )
    drawn = shapes.user_shapes(plan, canvas.charter, canvas.language)
    drawing = ChartContext(plan, data, canvas.charter, canvas.language, canvas.names)
    space = chart_space(drawing, with_shapes=bool(drawn))
    part = package.add("/ppt/charts/chart%d.xml", CONTENT_TYPE.DML_CHART, space)
    if relate(part, book, RELATIONSHIP_TYPE.PACKAGE) != WORKBOOK_RELATION:
        raise AssertionError("the first part that a chart refers to is its workbook")
    if drawn:
        over = package.add(shapes.PART, shapes.CONTENT_TYPE, drawn)
        if relate(part, over, shapes.RELATION) != SHAPES_RELATION:
            raise AssertionError("the second part that a chart refers to is what is drawn over it")
    return relate(canvas.part, part, RELATIONSHIP_TYPE.CHART)


_TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
_COLUMN_ID = "{9D8B030D-6E8A-4147-A177-3AD203B41FA5}"
_ROW_ID = "{0D108BD9-81ED-4DB2-BD59-A6C34878D82A}"
_A16 = "http://schemas.microsoft.com/office/drawing/2014/main"

_SINGLE_SPACED = (Pt(18), Pt(18 * 1.257))
"""Text of a table is 18 points at single spacing until it says otherwise; no style can change that."""
_HEADER: Mapping[int, TextLook] = dict.fromkeys(range(3), TextLook(*_SINGLE_SPACED, colour="grey", bold=True))
_BODY: Mapping[int, TextLook] = dict.fromkeys(range(3), TextLook(*_SINGLE_SPACED))


def draw_table(table: TableFrame, canvas: Canvas) -> Markup:
    """`p:graphicFrame` with the table; then its signs, in the order of its cells."""
    heights = sum(row.height for row in table.rows)
    box = Box(table.box.x, table.box.y, table.box.width, Pt(heights))
    graphic = element("a:graphicData", _table(table, canvas), uri=_TABLE)
    frame = graphic_frame(table, box, table.alternative, graphic, canvas)
    return join((frame, *(draw_sign(sign, canvas) for sign in _signs(table, canvas))))


def _table(table: TableFrame, canvas: Canvas) -> Markup:
    is_summed = len(table.rows) > 1 and table.rows[-1].kind == "total"
    properties = element(
        "a:tblPr",
        element("a:tableStyleId", Markup(TABLE_STYLE)),
        firstRow=1,
        lastRow=1 if is_summed else None,
    )
    columns = [
        element("a:gridCol", _numbered(_COLUMN_ID, "a16:colId", 20_000 + index), w=width)
        for index, width in enumerate(_lengths(table.widths))
    ]
    heights = _lengths(tuple(row.height for row in table.rows))
    rows = [_row(table, index, height, canvas) for index, height in enumerate(heights)]
    return element("a:tbl", properties, element("a:tblGrid", *columns), *rows)


def _row(table: TableFrame, index: int, height: int, canvas: Canvas) -> Markup:
    row = table.rows[index]
    bases = _BODY if index else _HEADER
    if canvas.house:  # one table style serves grounds of several colours: each text says its own
        bases = {level: look.recoloured("") for level, look in bases.items()}
    gutters = table.gutters or (Pt(0),) * len(row.cells)
    spans = _spans(row)
    below = EMPTY
    cells = []
    for at, (cell, span) in enumerate(zip(row.cells, spans, strict=True)):
        gutter = Pt(0) if row.kind == "group" and span != 1 else gutters[at + max(1, span) - 1]
        below = _rules(at, index, table, canvas) if span else below
        cells.append(
            element(
                "a:tc",
                _cell_text(cell, bases, canvas),
                _cell_properties(cell, gutter, table, below),
                gridSpan=span if span > 1 else None,
                hMerge=None if span else 1,
            )
        )
    return element("a:tr", *cells, _numbered(_ROW_ID, "a16:rowId", 10_000 + index), h=height)


_CELL_BODY = element("a:bodyPr")


def _cell_text(cell: TableCell, bases: Mapping[int, TextLook], canvas: Canvas) -> Markup:
    content = paragraphs(cell.paragraphs, bases, canvas.links)
    return element("a:txBody", _CELL_BODY, NO_LIST_STYLE, content)


def _spans(row: TableRow) -> tuple[int, ...]:
    """Over how many columns each cell stands, 0 where the one before does; the heading of a group over all."""
    if row.kind == "group":
        return len(row.cells), *(0 for _ in row.cells[1:])
    return tuple(cell.span for cell in row.cells)


def _rules(at: int, index: int, table: TableFrame, canvas: Canvas) -> Markup:
    """The lines over and under a cell of the heads: a hairline between a head and those it stands over, a rule at last.

    The table style has the rule of the heads, but LibreOffice draws that between rows in its place.
    """
    rules, last = canvas.charter.deck.rules, table.heads - 1
    if index > last:
        return EMPTY
    over = _hairline("a:lnT", at, index - 1, table, rules.hairline) if index else EMPTY
    if index < last:
        return join((over, _hairline("a:lnB", at, index, table, rules.hairline)))
    return join((over, line(rules.table_head.weight, rules.table_head.colour, name="a:lnB")))


def _hairline(name: str, at: int, upper: int, table: TableFrame, rule: Rule) -> Markup:
    """The line under an upper head; none under an empty one."""
    cells = table.rows[upper].cells
    own = max(place for place in range(at + 1) if cells[place].span)
    said = plain(cells[own].paragraphs[0].text)
    return line(rule.weight, rule.colour, name=name) if said else element(name, NO_FILL)


def _cell_properties(cell: TableCell, gutter: Pt, table: TableFrame, below: Markup) -> Markup:
    """Half of the plan's padding is kept as margin: a row whose text is a trifle higher elsewhere does not grow."""
    above, under = (table.padding if table.anchor == "top" else table.padding / 2), table.padding / 2
    sides = emu(cell.indent), emu(Pt(gutter + cell.outdent)), emu(above), emu(under)
    return _margins(below, sides, table.anchor)


@lru_cache(REMEMBERED)
def _margins(below: Markup, sides: tuple[int, int, int, int], anchor: Anchor) -> Markup:
    left, right, top, bottom = sides
    place = anchor_name(anchor)
    return element("a:tcPr", below, marL=left, marR=right, marT=top, marB=bottom, anchor=place)


@lru_cache(REMEMBERED)
def _numbered(uri: str, name: str, value: int) -> Markup:
    """The identifier by which applications keep rows and columns apart while several people edit."""
    return element("a:extLst", element("a:ext", element(name, xmlns_a16=_A16, val=value), uri=uri))


def _lengths(lengths: tuple[Pt, ...]) -> Iterator[int]:
    """Lengths in English Metric Units whose sums do not drift from those of the plan."""
    edges = [emu(edge) for edge in accumulate(lengths, initial=0.0)]
    return (after - before for before, after in pairwise(edges))


def _signs(table: TableFrame, canvas: Canvas) -> Iterator[SlideSign]:
    """The signs at the left edges of their cells, in the middle of their rows; ornaments, since a word follows each."""
    tops = accumulate((row.height for row in table.rows), initial=float(table.box.y))
    for row, top in zip(table.rows, tops, strict=False):
        yield from _row_signs(table, row, top, canvas)


def _row_signs(table: TableFrame, row: TableRow, top: float, canvas: Canvas) -> Iterator[SlideSign]:
    lefts = accumulate(table.widths, initial=float(table.box.x))
    for cell, left in zip(row.cells, lefts, strict=False):
        if cell.sign == NO_STATUS or not cell.paragraphs:
            continue
        diameter = canvas.charter.signs.placed(cell.paragraphs[0].size).diameter
        line = 2 * table.padding + cell.paragraphs[0].leading if table.anchor == "top" else row.height
        yield SlideSign(Box(Pt(left), Pt(top + (line - diameter) / 2), diameter, diameter), cell.sign)
