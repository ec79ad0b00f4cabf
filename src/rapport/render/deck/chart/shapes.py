"""What is drawn over a chart and moves with it, without following its data: keys, signs of aims, notes.

The chart's own drawing part (ECMA-376 part 1, 21.3): every anchor is a share of the frame.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rapport.formats.ooxml.markup import CHART, DRAWING, Markup, document, element, join, text
from rapport.look.charter import Charter
from rapport.look.geometry import Box, Pt, emu
from rapport.plots import Dot, Label, Look, Mark, Plan, Shape, SignAt
from rapport.render.deck.chart.labels import character
from rapport.render.deck.chart.series import outline
from rapport.render.deck.text import NO_FILL, NO_LINE, fill

PART = "/ppt/drawings/drawing%d.xml"
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chartshapes+xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartUserShapes"
_NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/chartDrawing"

_PRESETS: Mapping[str, str] = {
    "circle": "ellipse",
    "square": "rect",
    "diamond": "diamond",
    "triangle": "triangle",
}
_DOWN = "flowChartMerge"
"""The one preset that is a triangle pointing down."""
_ROOM = 1.02
"""Of a text's box to its words: what rounding may add."""


def user_shapes(plan: Plan, charter: Charter, language: str) -> bytes:
    """The drawing part; empty where nothing is drawn over the chart."""
    drawn = [*_marks(plan, charter), *(_words(label, language, plan.width) for label in _loose(plan))]
    if not drawn:
        return b""
    anchored = (_anchored(box, shape, number, plan) for number, (box, shape) in enumerate(drawn, start=2))
    root = element("c:userShapes", *anchored, xmlns_c=CHART, xmlns_a=DRAWING)
    return document(root)


def _loose(plan: Plan) -> Iterator[Label]:
    """Words that are neither labels of marks nor those of a native axis."""
    for label in plan.texts:
        named = (plan.across is not None and plan.lying) or (plan.loose_names and not plan.dates)
        is_axis = label.role == "tick" or (label.role == "category" and not named)
        if not is_axis:
            yield label


Drawn = tuple[Box, Markup]


def _marks(plan: Plan, charter: Charter) -> Iterator[Drawn]:
    """Swatches of keys, and the signs that stand on the values of aims."""
    for mark in plan.over:
        if not (isinstance(mark, Shape) and mark.look == plan.base):
            yield from _mark(mark, charter)
    for trace in plan.traces:
        for mark in trace.marks:
            if isinstance(mark, SignAt):
                yield from _mark(mark, charter)


def _mark(mark: Mark, charter: Charter) -> Iterator[Drawn]:
    if isinstance(mark, SignAt):
        yield _sign(mark, charter)
    elif isinstance(mark, Dot):
        box = _square(mark.x, mark.y, mark.diameter)
        yield box, _shape(_PRESETS[mark.outline], mark.look, box)
    else:
        yield _figure(mark)


def _figure(mark: Shape) -> Drawn:
    """A swatch: a rectangle, or a level line."""
    xs, ys = [x for x, _ in mark.points], [y for _, y in mark.points]
    box = Box(Pt(min(xs)), Pt(min(ys)), Pt(max(xs) - min(xs)), Pt(max(ys) - min(ys)))
    return box, _shape("rect" if mark.closed else "line", mark.look, box)


def _sign(mark: SignAt, charter: Charter) -> Drawn:
    """The sign of a status: white inside, for what it leads to is not done."""
    found = charter.statuses.get(mark.status.key)
    kind, is_full = (found.sign.outline, found.sign.fill == "full") if found else ("circle", True)
    preset = _DOWN if kind == "triangle" else _PRESETS[kind]
    colour, weight = charter.signs.colour, charter.signs.stroke_of(mark.diameter)
    box = _square(mark.x, mark.y, mark.diameter - weight)
    return box, _shape(preset, Look(colour if is_full else "white", colour, weight), box)


def _square(x: float, y: float, side: float) -> Box:
    return Box(Pt(x - side / 2), Pt(y - side / 2), Pt(side), Pt(side))


def _shape(preset: str, look: Look, box: Box) -> Markup:
    inside = fill(look.fill) if look.fill and preset != "line" else NO_FILL
    return element("cdr:spPr", _placement(box), _preset(preset), inside, outline(look))


def _preset(name: str) -> Markup:
    return element("a:prstGeom", element("a:avLst"), prst=name)


def _placement(box: Box) -> Markup:
    return element(
        "a:xfrm",
        element("a:off", x=emu(box.x), y=emu(box.y)),
        element("a:ext", cx=emu(box.width), cy=emu(box.height)),
    )


def _words(label: Label, language: str, width: float) -> Drawn:
    """Lines as planned: a text box as wide as they are, without insets, in the frame, for others are not drawn."""
    spare = label.box.width * (_ROOM - 1) + 2
    left = max(0.0, label.box.x - label.align * spare)
    right = min(width, label.box.right + (1 - label.align) * spare)
    box = Box(Pt(left), label.box.y, Pt(right - left), label.box.height)
    align = {0.0: "l", 0.5: "ctr", 1.0: "r"}[label.align]
    weight = "bold" if label.bold else "regular"
    paragraphs = (
        element(
            "a:p",
            element("a:pPr", algn=align),
            element(
                "a:r",
                character("a:rPr", label.size, label.colour, weight, language),  # type: ignore[arg-type]
                element("a:t", text(words)),
            ),
        )
        for words in label.lines
    )
    body = element("a:bodyPr", wrap="none", lIns=0, tIns=0, rIns=0, bIns=0, anchor="t")
    content = element("cdr:txBody", body, element("a:lstStyle"), *paragraphs)
    look = element("cdr:spPr", _placement(box), _preset("rect"), NO_FILL, NO_LINE)
    return box, join((look, content))


def _anchored(box: Box, shape: Markup, number: int, plan: Plan) -> Markup:
    """A shape between two corners of the frame, as shares of it."""

    def corner(name: str, x: float, y: float) -> Markup:
        place = (("cdr:x", x / plan.width), ("cdr:y", y / plan.height))
        return element(name, *(element(axis, text(f"{min(1.0, max(0.0, share)):.6f}")) for axis, share in place))

    identity = element("cdr:nvSpPr", element("cdr:cNvPr", id=number, name=f"{number - 1}"), element("cdr:cNvSpPr"))
    return element(
        "cdr:relSizeAnchor",
        corner("cdr:from", box.x, box.y),
        corner("cdr:to", box.right, box.bottom),
        element("cdr:sp", identity, shape, macro="", textlink=""),
        xmlns_cdr=_NAMESPACE,
    )
