"""What layouts and masters draw themselves: where, and in which colour; pictures by what they show there."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache

from lxml.etree import _Element as Element
from msgspec import Struct
from PIL import Image, UnidentifiedImageError

from rapport.look.geometry import Box, Pt
from rapport.look.house import points
from rapport.look.palette import Colour, contrast, luminance, mixed, of_channels
from rapport.template.mend import SHAPES, A, P, R
from rapport.template.theme import Scheme, colour_of

FINE = 16
"""Squares a side in which a picture is looked at."""
UNSTEADY = 2.2
"""Contrast between the darkest and the lightest square from which text on a picture is lost somewhere."""
COVERING = 0.6
"""Share of the slide from which a shape is its ground, and nothing to keep clear of."""

Pictures = Mapping[str, bytes]
"""Relationship id -> bytes of the picture, of one part."""


class SeenFill(Struct, frozen=True):
    """A colour, the mean of several; `steady` where text shows all over it alike. `opacity` is 0 to 1."""

    colour: Colour
    steady: bool = True
    opacity: float = 1.0


UNSEEN = SeenFill(Colour("#FFFFFF"), steady=False)
"""What a picture that nobody can read here looks like: a metafile, a damaged one. No text is to stand on it."""


class DrawnShape(Struct, frozen=True):
    """A shape of a layout that is no placeholder. `fill` is None for one that lets its ground through."""

    box: Box
    kind: str
    fill: SeenFill | None
    text: str = ""
    picture: bytes = b""


class FillReader(Struct, frozen=True):
    """Reads fills of one part: its colours, its pictures."""

    scheme: Scheme
    pictures: Pictures

    def of(self, node: Element | None, placed: Colour) -> SeenFill | None:
        """The fill among the children of a node of properties; None for none, or one that says nothing."""
        for child in node if node is not None else ():
            if child.tag in FILLS:
                return FILLS[str(child.tag)](self, child, placed)
        return None

    def solid(self, node: Element, placed: Colour) -> SeenFill | None:
        """One colour."""
        if not len(node):
            return None
        alpha = node[0].find(A + "alpha")
        opacity = int(alpha.get("val", "100000")) / 100_000 if alpha is not None else 1.0
        return SeenFill(colour_of(node[0], self.scheme, placed), opacity=opacity)

    def gradient(self, node: Element, placed: Colour) -> SeenFill | None:
        """The mean of its stops."""
        stops = [colour_of(stop[0], self.scheme, placed) for stop in node.iter(A + "gs") if len(stop)]
        return _mean(stops) if stops else None

    def pattern(self, node: Element, placed: Colour) -> SeenFill | None:
        """The mean of its two colours."""
        sides = (node.find(A + side) for side in ("fgClr", "bgClr"))
        return _mean([colour_of(side[0], self.scheme, placed) for side in sides if side is not None and len(side)])

    def picture(self, node: Element, _placed: Colour) -> SeenFill | None:
        """The mean of a picture."""
        data = self.bytes_of(node)
        return seen(data, (0.0, 0.0, 1.0, 1.0)) or UNSEEN if data else None

    def bytes_of(self, node: Element) -> bytes:
        """The file of a picture; empty where there is none."""
        blip = node.find(A + "blip")
        return self.pictures.get(str(blip.get(R + "embed", "")), b"") if blip is not None else b""


def _nothing(_reader: FillReader, _node: Element, _placed: Colour) -> SeenFill | None:
    return None


FILLS: Mapping[str, Callable[[FillReader, Element, Colour], SeenFill | None]] = {
    A + "solidFill": FillReader.solid,
    A + "gradFill": FillReader.gradient,
    A + "pattFill": FillReader.pattern,
    A + "blipFill": FillReader.picture,
    A + "noFill": _nothing,
}


def _mean(colours: Iterable[Colour]) -> SeenFill:
    every = list(colours) or [Colour("#FFFFFF")]
    whole = every[0]
    for number, colour in enumerate(every[1:], start=1):
        whole = mixed(whole, colour, number / (number + 1))
    darkest, lightest = min(every, key=luminance), max(every, key=luminance)
    return SeenFill(whole, contrast(darkest, lightest) < UNSTEADY)


@lru_cache(256)
def seen(data: bytes, part: tuple[float, float, float, float]) -> SeenFill | None:
    """What a part of a picture looks like, its edges as shares of the picture; None for one that cannot be read."""
    try:
        with Image.open(io.BytesIO(data)) as image:
            width, height = image.size
            image.draft("RGB", (256, 256))
            share = width and image.size[0] / width
            left, top, right, bottom = part
            edges = (left * width * share, top * height * share, right * width * share, bottom * height * share)
            small = image.convert("RGB").resize((FINE, FINE), box=_within(edges, image.size))
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    data = small.tobytes()
    return _mean(of_channels(*(channel / 255 for channel in data[at : at + 3])) for at in range(0, len(data), 3))


def _within(edges: tuple[float, ...], size: tuple[int, int]) -> tuple[float, float, float, float]:
    left, right = (min(size[0], max(0.0, edge)) for edge in (edges[0], edges[2]))
    top, bottom = (min(size[1], max(0.0, edge)) for edge in (edges[1], edges[3]))
    return (left, top, right, bottom) if right - left >= 1 and bottom - top >= 1 else (0, 0, *size)


def drawn_shapes(root: Element, reader: FillReader) -> Iterator[DrawnShape]:
    """What a part draws besides placeholders, the lowest first; what cannot be seen is left out."""
    tree = root.find(f"{P}cSld/{P}spTree")
    for node in tree if tree is not None else ():
        if node.tag in SHAPES and next(node.iter(P + "ph"), None) is None and not _is_hidden(node):
            shape = _drawn(node, reader)
            if shape is not None:
                yield shape


def _is_hidden(node: Element) -> bool:
    return next((each.get("hidden") in ("1", "true") for each in node.iter(P + "cNvPr")), False)


def _drawn(node: Element, reader: FillReader) -> DrawnShape | None:
    place = box_of(node)
    if place is None:
        return None
    kind = str(node.tag).rpartition("}")[2]
    text = "\n".join(filter(None, map(_line, node.iter(A + "p"))))
    picture = next((reader.bytes_of(each) for each in node.iter(P + "blipFill")), b"") if kind == "pic" else b""
    fill = seen(picture, (0, 0, 1, 1)) or UNSEEN if picture else _fill(node, reader)
    outlined = any(True for _ in node.iter(A + "ln")) or kind in ("cxnSp", "graphicFrame", "pic")
    return DrawnShape(place, kind, fill, text, picture) if fill or text or outlined else None


def _line(paragraph: Element) -> str:
    """The characters of a paragraph; a line break within it counts as a space."""
    runs = (
        " " if child.tag == A + "br" else "".join(text.text or "" for text in child.iter(A + "t"))
        for child in paragraph
    )
    return "".join(runs)


def _fill(node: Element, reader: FillReader) -> SeenFill | None:
    """The fill of a shape, that of its style, or that of the first in a group that has one."""
    black = Colour("#000000")
    for properties in node.iter(P + "spPr"):
        if any(child.tag == A + "noFill" for child in properties):
            continue
        found = reader.of(properties, black)
        style = properties.getnext()
        reference = style.find(A + "fillRef") if style is not None and style.tag == P + "style" else None
        if found is None and reference is not None and reference.get("idx", "0") != "0" and len(reference):
            found = SeenFill(colour_of(reference[0], reader.scheme, black))
        if found is not None:
            return found
    return None


def box_of(node: Element) -> Box | None:
    """A shape's own frame in the slide's points; None where it inherits it."""
    frame = next((each for each in node.iter(A + "xfrm", P + "xfrm")), None)
    offset = frame.find(A + "off") if frame is not None else None
    size = frame.find(A + "ext") if frame is not None else None
    if offset is None or size is None:
        return None
    x, y = (int(offset.get(name, "0")) for name in ("x", "y"))
    width, height = (int(size.get(name, "0")) for name in ("cx", "cy"))
    return Box(points(x), points(y), Pt(max(0.0, points(width))), Pt(max(0.0, points(height))))
