"""A picture (ECMA-376 part 1, 19.3.1.37)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pptx.opc.constants import RELATIONSHIP_TYPE

from rapport.edition.picture import Contour, Picture, PictureShape, Point
from rapport.formats.ooxml.markup import EMPTY, Markup, element, join
from rapport.formats.ooxml.package import relate
from rapport.look.geometry import Box, Pt, emu
from rapport.plots import Shape
from rapport.render.deck.canvas import Canvas
from rapport.render.deck.shape import RECTANGLE, group, ornament, placement
from rapport.render.deck.template.placeholder import placeholder_reference
from rapport.render.deck.text import NO_FILL, NO_LINE, fill, line
from rapport.slides.elements import Drawing, PictureFrame

UNITS = 100
"""Of a path, in a point."""
_EXTENSIONS: Mapping[str, str] = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif"}


def draw_picture(frame: PictureFrame, canvas: Canvas) -> Markup:
    """`p:pic`, or freeforms for a vector picture; equal files are kept once in the deck.

    Raises ValueError for a kind that PowerPoint does not show.
    """
    if frame.picture.shapes:
        return draw_drawing(frame, canvas)
    extension = _EXTENSIONS.get(frame.picture.media_type)
    if extension is None:
        raise ValueError(f"{frame.picture.name}: a slide cannot show {frame.picture.media_type}")
    image = canvas.package.image(frame.picture.data, extension)
    slot = canvas.claim(frame.place) if frame.place else None
    return element(
        "p:pic",
        element(
            "p:nvPicPr",
            canvas.identity(frame.name, frame.alternative, not frame.alternative),
            element("p:cNvPicPr", element("a:picLocks", noGrp=1 if slot else None, noChangeAspect=1)),
            element("p:nvPr", placeholder_reference(slot) if slot else EMPTY),
        ),
        element(
            "p:blipFill",
            element("a:blip", r_embed=relate(canvas.part, image, RELATIONSHIP_TYPE.IMAGE)),
            element("a:stretch", element("a:fillRect")),
        ),
        element("p:spPr", placement(frame.box), RECTANGLE),
    )


def draw_shapes(drawing: Drawing, canvas: Canvas) -> Markup:
    """`p:grpSp` of one freeform per shape, in colours of the theme; all are ornaments."""
    shapes = join(_painted(shape, drawing, canvas) for shape in drawing.shapes)
    return group(canvas.identity(drawing.name, decorative=True), drawing.box, shapes)


def _painted(shape: Shape, drawing: Drawing, canvas: Canvas) -> Markup:
    """The path in units of a hundredth of a point, in a frame of its own."""
    xs, ys = zip(*shape.points, strict=True)
    frame = Box(Pt(min(xs)), Pt(min(ys)), Pt(max(xs) - min(xs)), Pt(max(ys) - min(ys)))
    first, *others = ((UNITS * (x - frame.x), UNITS * (y - frame.y)) for x, y in shape.points)
    steps = [element("a:moveTo", _point(first)), *(element("a:lnTo", _point(point)) for point in others)]
    close = [element("a:close")] if shape.closed else []
    size = {"w": round(UNITS * frame.width), "h": round(UNITS * frame.height)}
    path = element("a:path", *steps, *close, fill=None if shape.look.fill else "none", **size)
    geometry = element("a:custGeom", _GUIDES, _TEXT_AREA, element("a:pathLst", path))
    inside = fill(shape.look.fill) if shape.look.fill else NO_FILL
    outline = line(shape.look.weight, shape.look.outline) if shape.look.outline and shape.look.weight else NO_LINE
    hidden = canvas.identity(drawing.name, decorative=True)
    return ornament(hidden, join((placement(frame), geometry, inside, outline)), canvas.language)


_CAPS = {"butt": "flat", "round": "rnd", "square": "sq"}
_JOINS = {"miter": element("a:miter", lim=400_000), "round": element("a:round"), "bevel": element("a:bevel")}
"""SVG cuts a corner off beyond 4 times the stroke (SVG 2, 13.5.5), which Office counts in thousandths of a per cent."""
_GUIDES = join(element(f"a:{name}") for name in ("avLst", "gdLst", "ahLst", "cxnLst"))
_TEXT_AREA = element("a:rect", l="0", t="0", r="r", b="b")


def draw_drawing(frame: PictureFrame, canvas: Canvas) -> Markup:
    """`p:grpSp` of one freeform per shape; the group says what all show, the freeforms are ornaments.

    Office fills contours that lie in each other by the even-odd rule alone.
    """
    hidden = not frame.alternative
    shape_identity = canvas.identity(frame.name, frame.alternative, hidden)
    shapes = join(_freeform(shape, frame, canvas) for shape in frame.picture.shapes)
    return group(shape_identity, frame.box, shapes)


def _freeform(shape: PictureShape, frame: PictureFrame, canvas: Canvas) -> Markup:
    properties = (placement(frame.box), _geometry(shape, frame.picture), _inside(shape), _outline(shape, frame))
    hidden = canvas.identity(frame.name, decorative=True)
    return ornament(hidden, join(properties), canvas.language)


def _geometry(shape: PictureShape, picture: Picture) -> Markup:
    """One path in the picture's own units; its frame is that of the whole picture, so that all lie as drawn."""
    fill = None if shape.inside else "none"
    steps = join(part for contour in shape.contours for part in _contour(contour))
    path = element("a:path", steps, w=picture.width, h=picture.height, fill=fill)
    return element("a:custGeom", _GUIDES, _TEXT_AREA, element("a:pathLst", path))


def _contour(contour: Contour) -> Iterator[Markup]:
    yield element("a:moveTo", _point(contour.start))
    for step in contour.steps:
        yield element("a:lnTo" if len(step) == 1 else "a:cubicBezTo", *map(_point, step))
    if contour.closed:
        yield element("a:close")


def _point(point: Point) -> Markup:
    return element("a:pt", x=round(point[0]), y=round(point[1]))


def _inside(shape: PictureShape) -> Markup:
    return _solid(shape.inside) if shape.inside else NO_FILL


def _outline(shape: PictureShape, frame: PictureFrame) -> Markup:
    if not shape.outline:
        return NO_LINE
    weight = emu(shape.weight * frame.box.width / frame.picture.width)
    return element("a:ln", _solid(shape.outline), _JOINS[shape.join], w=weight, cap=_CAPS[shape.cap])


def _solid(colour: str) -> Markup:
    """A picture keeps its own colours when the theme changes."""
    return element("a:solidFill", element("a:srgbClr", val=colour.removeprefix("#")))
