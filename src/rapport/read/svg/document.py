"""A whole SVG file -> its shapes, as a picture.

What is drawn is what PDF and slides draw alike: paths and basic shapes in flat colours. All else that could be seen is
refused by name, never left out in silence; what cannot be seen (descriptions, an editor's notes, unused definitions) is
passed over. No entity is resolved, nothing is fetched, no script runs.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator

from lxml import etree
from msgspec import Struct

from rapport.edition.picture import Contour, Picture, PictureShape, Point
from rapport.read.pictures.refusal import SIMPLIFY, RefusedPictureError, SvgError
from rapport.read.svg.path import OUTLINES, contours_of, length
from rapport.read.svg.style import PaintStyle, declared, styled
from rapport.read.svg.transform import NUMBER, Matrix, matrix_of

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
    """The drawing of an SVG file. Raises SvgError for what is no SVG, holds too much, or cannot be drawn alike."""
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
