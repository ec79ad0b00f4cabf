"""A whole SVG file -> its shapes, painted as its attributes say, as a picture."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator, Mapping

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace
from PIL import ImageColor

from rapport.edition.picture import Cap, Contour, Join, Picture, PictureShape, Point
from rapport.read.pictures import SIMPLIFY, RefusedPictureError, SvgError
from rapport.read.svg.path import NUMBER, OUTLINES, Matrix, contours_of, length, matrix_of

EFFECTS = ("filter", "mask", "clip-path", "stroke-dasharray", "marker", "marker-start", "marker-mid", "marker-end")
OPACITIES = ("opacity", "fill-opacity", "stroke-opacity")
_CAPS: Mapping[str, Cap] = {"butt": "butt", "round": "round", "square": "square"}
_JOINS: Mapping[str, Join] = {"miter": "miter", "round": "round", "bevel": "bevel"}


class PaintStyle(Struct, frozen=True):
    """What a shape inherits: `#RRGGBB` or empty inside and along its outline, and the outline's form."""

    inside: str = "#000000"
    outline: str = ""
    weight: float = 1.0
    cap: Cap = "butt"
    join: Join = "miter"
    even_odd: bool = False
    shown: bool = True


def declared(attributes: Mapping[str, str]) -> dict[str, str]:
    """The attributes of an element with what its `style` declares over them."""
    pairs = (part.partition(":") for part in attributes.get("style", "").split(";"))
    style = {name.strip(): value.strip() for name, colon, value in pairs if colon}
    return {**attributes, **style}


def styled(style: PaintStyle, attributes: Mapping[str, str]) -> PaintStyle:
    """The style of an element within one of another style. Raises SvgError for what both media do not draw alike."""
    _refuse_effects(attributes)
    rule, hidden = attributes.get("fill-rule"), attributes.get("visibility")
    return replace(
        style,
        inside=_colour(attributes.get("fill", ""), style.inside),
        outline=_colour(attributes.get("stroke", ""), style.outline),
        weight=length(attributes, "stroke-width", style.weight),
        cap=_CAPS.get(attributes.get("stroke-linecap", ""), style.cap),
        join=_JOINS.get(attributes.get("stroke-linejoin", ""), style.join),
        even_odd=style.even_odd if rule in (None, "inherit") else rule == "evenodd",
        shown=style.shown if hidden in (None, "inherit") else hidden == "visible",
    )


def _refuse_effects(attributes: Mapping[str, str]) -> None:
    for name in EFFECTS:
        if attributes.get(name, "none") not in ("none", "inherit"):
            raise SvgError(f"effet «\u00a0{name}\u00a0»", SIMPLIFY)
    for name in OPACITIES:
        if attributes.get(name, "1") not in ("1", "1.0", "100%", "inherit"):
            raise SvgError(f"transparence «\u00a0{name}\u00a0»", "donnez à chaque forme une couleur pleine")


def _colour(text: str, inherited: str) -> str:
    if text in ("", "inherit"):
        return inherited
    if text in ("none", "transparent"):
        return ""
    if text == "currentColor":
        return "#000000"
    try:
        channels = ImageColor.getrgb(text)
    except ValueError:
        raise SvgError(f"couleur «\u00a0{text[:40]}\u00a0»", "donnez à chaque forme une couleur pleine") from None
    if channels[3:] not in ((), (255,)):
        raise SvgError(f"transparence «\u00a0{text[:40]}\u00a0»", "donnez à chaque forme une couleur pleine")
    return "#{:02X}{:02X}{:02X}".format(*channels[:3])


# A whole SVG file -> its shapes, as a picture.
#
# What is drawn is what PDF and slides draw alike: paths and basic shapes in flat colours. All else that could be seen
# is refused by name, never left out in silence; what cannot be seen (descriptions, an editor's notes, unused
# definitions) is passed over. No entity is resolved, nothing is fetched, no script runs.


LONGEST_SIDE = 10_000
"""Units along the longer side of a vector picture, so that whole numbers place its points finely."""
MOST_STEPS = 20_000
"""A slide of more is slow to open."""
OVERHANG = 0.02
"""By how much of its longer side a drawing may leave its frame: slides do not cut it off."""

_NAMESPACE = "{http://www.w3.org/2000/svg}"
_UNSEEN = {"title", "desc", "metadata", "defs"}
_FRAME_HINT = "ajustez le cadre («\u00a0viewBox\u00a0») au dessin"


class SvgDrawing(Struct, frozen=True):
    """Shapes and the size of their frame."""

    width: int
    height: int
    shapes: tuple[PictureShape, ...]


def drawing_of(data: bytes) -> SvgDrawing:
    """The drawing of an SVG file. Raises SvgError for what is not SVG, holds too much, or cannot be reproduced."""
    root = _root(data)
    x, y, width, height = _frame(declared(dict(root.attrib)))
    scale = LONGEST_SIDE / max(width, height)
    matrix = Matrix(a=scale, d=scale, e=-x * scale, f=-y * scale)
    shapes = tuple(_shapes(root, matrix, PaintStyle()))
    drawing = SvgDrawing(max(1, round(width * scale)), max(1, round(height * scale)), shapes)
    _refuse_excess(drawing)
    return drawing


def _root(data: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise SvgError("ce n’est pas un fichier SVG lisible", SIMPLIFY) from None
    if root.tag != f"{_NAMESPACE}svg":
        raise SvgError("ce n’est pas un fichier SVG", SIMPLIFY)
    return root


def _frame(attributes: dict[str, str]) -> tuple[float, float, float, float]:
    """The drawing's own frame: `viewBox`, or else width and height."""
    numbers = tuple(map(float, NUMBER.findall(attributes.get("viewBox", ""))))
    if not numbers:
        numbers = (0.0, 0.0, length(attributes, "width"), length(attributes, "height"))
    if len(numbers) != 4 or not all(map(math.isfinite, numbers)) or min(numbers[2:]) <= 0:
        raise SvgError("cadre sans taille", _FRAME_HINT)
    return numbers[0], numbers[1], numbers[2], numbers[3]


def _shapes(element: etree._Element, matrix: Matrix, style: PaintStyle) -> Iterator[PictureShape]:
    for child in element:
        if not isinstance(child.tag, str):
            if child.tag is etree.Entity:
                raise SvgError(f"entité, ligne {child.sourceline}", SIMPLIFY)
            continue
        tag = str(child.tag)
        if not tag.startswith(_NAMESPACE) or tag.removeprefix(_NAMESPACE) in _UNSEEN:
            continue
        try:
            yield from _drawn(child, tag.removeprefix(_NAMESPACE), matrix, style)
        except SvgError as error:
            if ", ligne " in error.message:
                raise
            raise SvgError(f"{error.message}, ligne {child.sourceline}", error.hint) from None


def _drawn(element: etree._Element, tag: str, matrix: Matrix, style: PaintStyle) -> Iterator[PictureShape]:
    attributes = declared(dict(element.attrib))
    if attributes.get("display") == "none":
        return
    within, own = matrix.times(matrix_of(attributes.get("transform", ""))), styled(style, attributes)
    if tag == "g":
        yield from _shapes(element, within, own)
    elif tag in OUTLINES:
        yield from _shape(contours_of(OUTLINES[tag](attributes)), within, own)
    elif tag != "style" or (element.text or "").strip():
        raise SvgError(f"élément «\u00a0{tag}\u00a0»", SIMPLIFY)


def _shape(contours: tuple[Contour, ...], matrix: Matrix, style: PaintStyle) -> Iterator[PictureShape]:
    weight = style.weight * matrix.scale
    outline = style.outline if weight > 0 else ""
    if contours and style.shown and (style.inside or outline):
        placed = tuple(_placed(contour, matrix) for contour in contours)
        yield PictureShape(
            placed, style.inside, outline, weight if outline else 0.0, style.cap, style.join, style.even_odd
        )


def _placed(contour: Contour, matrix: Matrix) -> Contour:
    steps = tuple(tuple(map(matrix.at, step)) for step in contour.steps)
    return Contour(matrix.at(contour.start), steps, contour.closed)


def _refuse_excess(drawing: SvgDrawing) -> None:
    contours = [contour for shape in drawing.shapes for contour in shape.contours]
    if not contours:
        raise SvgError("rien n’y est dessiné", SIMPLIFY)
    if sum(len(contour.steps) for contour in contours) > MOST_STEPS:
        raise SvgError(f"plus de {MOST_STEPS} segments", "simplifiez les tracés")
    margin = OVERHANG * LONGEST_SIDE
    for contour in contours:
        if not all(_inside(point, drawing, margin) for point in (contour.start, *(step[-1] for step in contour.steps))):
            raise SvgError("le dessin sort de son cadre", _FRAME_HINT)


def _inside(point: Point, drawing: SvgDrawing, margin: float) -> bool:
    x, y = point
    return -margin <= x <= drawing.width + margin and -margin <= y <= drawing.height + margin


MEDIA_TYPE = "image/svg+xml"


def picture_of(name: str, data: bytes) -> Picture:
    """The picture of a file's bytes. Raises RefusedPictureError."""
    try:
        drawing = drawing_of(data)
    except SvgError as error:
        raise RefusedPictureError("image-svg", f"«\u00a0{name}\u00a0»\u00a0: {error.message}", error.hint) from None
    digest = hashlib.sha256(data).hexdigest()
    return Picture(name, data, digest, MEDIA_TYPE, drawing.width, drawing.height, drawing.shapes)
