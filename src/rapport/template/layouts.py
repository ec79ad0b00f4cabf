"""Layouts as read through python-pptx: their placeholders with all they inherit, their ground, what they draw."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence

from lxml import etree
from lxml.etree import _Element as Element
from msgspec import Struct
from pptx import Presentation
from pptx.exc import PythonPptxError
from pptx.presentation import Presentation as OpenPresentation
from pptx.slide import SlideLayout, SlideMaster

from rapport.look.geometry import Box, Padding, Pt
from rapport.look.house import SlotAlign, SlotAnchor, points
from rapport.look.palette import Colour
from rapport.template.door import OpenedPackage, refusal
from rapport.template.mend import A, P
from rapport.template.repack import repacked
from rapport.template.shapes import DrawnShape, FillReader, Pictures, SeenFill, drawn_shapes
from rapport.template.theme import BLACK, WHITE, Scheme, colour_of, override_of, scheme_of

DAMAGE = (
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    StopIteration,
    RecursionError,
    etree.LxmlError,
    PythonPptxError,
)
"""What reading raises on parts that are no presentation's."""
KIN = {"ctrTitle": "title", "subTitle": "body", **dict.fromkeys(("obj", "chart", "tbl", "pic", "dgm", "media"), "body")}
"""What placeholders of a layout inherit from (python-pptx, LayoutPlaceholder)."""
ANCHORS: Mapping[str, SlotAnchor] = {"t": "top", "ctr": "middle", "b": "bottom"}
ALIGNS: Mapping[str, SlotAlign] = {"l": "start", "ctr": "center", "r": "end"}
INSETS = {"lIns": 91_440, "tIns": 45_720, "rIns": 91_440, "bIns": 45_720}
"""What a text keeps from the edges of its frame unless it says otherwise (21.1.2.1.1)."""
MOST_LAYOUTS = 400  # several times what the largest templates have


class ReadPlaceholder(Struct, frozen=True):
    """A placeholder of a layout; `size` is 0 where nothing says it, `face` empty for that of the theme."""

    name: str
    type: str
    index: int | None
    box: Box
    insets: Padding
    anchor: SlotAnchor
    align: SlotAlign
    size: float
    colour: Colour
    bold: bool
    upper: bool
    upright: bool
    face: str
    marker: str = ""

    @property
    def area(self) -> float:
        return self.box.width * self.box.height


class ReadLayout(Struct, frozen=True):
    """A layout with what its master lends it: shapes from the lowest to the highest, the ground under them first."""

    part: str
    name: str
    type: str
    master: int
    scheme: Scheme
    placeholders: tuple[ReadPlaceholder, ...]
    shapes: tuple[DrawnShape, ...]

    def of(self, *types: str) -> tuple[ReadPlaceholder, ...]:
        """Its placeholders of some types, in reading order."""
        found = (each for each in self.placeholders if each.type in types)
        return tuple(sorted(found, key=lambda each: (round(each.box.y / 12), each.box.x)))

    @property
    def title(self) -> ReadPlaceholder | None:
        return next(iter(self.of("title", "ctrTitle")), None)


class ReadTemplate(Struct, frozen=True):
    """All layouts of all masters, in order; the size of its slides in English Metric Units."""

    width: int
    height: int
    layouts: tuple[ReadLayout, ...]
    slides: tuple[str, ...]
    masters: tuple[str, ...]

    @property
    def sheet(self) -> Box:
        return Box(Pt(0), Pt(0), points(self.width), points(self.height))


def layouts_of(found: OpenedPackage) -> ReadTemplate:
    """What the template offers. Raises ContentError for a file that no library reads, or without any layout."""
    try:
        opened = Presentation(io.BytesIO(repacked(found)))
        read = _template(opened, found)
    except DAMAGE as error:
        raise refusal(found.name, "le modèle est illisible\u00a0: une partie n’a pas la forme attendue") from error
    if not read.layouts:
        raise refusal(found.name, "le modèle n’a aucune disposition")
    return read


def _template(opened: OpenPresentation, found: OpenedPackage) -> ReadTemplate:
    width, height = int(opened.slide_width or 0), int(opened.slide_height or 0)
    if width < 1_000_000 or height < 1_000_000:
        raise ValueError("no slide size")
    sheet = Box(Pt(0), Pt(0), points(width), points(height))
    layouts = tuple(
        layout
        for number, master in enumerate(opened.slide_masters, start=1)
        for layout in _of_master(master, number, found, sheet)
    )
    slides = tuple(str(slide.part.partname).lstrip("/") for slide in opened.slides)
    masters = tuple(str(master.part.partname).lstrip("/") for master in opened.slide_masters)
    return ReadTemplate(width, height, layouts[:MOST_LAYOUTS], slides, masters)


def _of_master(master: SlideMaster, number: int, found: OpenedPackage, sheet: Box) -> Iterator[ReadLayout]:
    part = str(master.part.partname).lstrip("/")
    theme = next((target for kind, target, _ in found.relations[part].values() if kind == "theme"), "")
    root = etree.fromstring(found.parts[theme]) if theme else None
    scheme = scheme_of(root, master.element)
    lent = PartReader(master.element, scheme, _pictures(found, part))
    behind = _pictures(found, theme) if theme else {}
    for layout in master.slide_layouts:
        yield _layout(layout, number, lent, PartLender(found, sheet, behind))


class PartReader(Struct, frozen=True):
    """A part with the colours that hold in it and its pictures."""

    root: Element
    scheme: Scheme
    pictures: Pictures

    @property
    def fills(self) -> FillReader:
        return FillReader(self.scheme, self.pictures)


class PartLender(Struct, frozen=True):
    """What all layouts of a master draw on."""

    found: OpenedPackage
    sheet: Box
    theme_pictures: Pictures


def _layout(layout: SlideLayout, number: int, master: PartReader, lender: PartLender) -> ReadLayout:
    part = str(layout.part.partname).lstrip("/")
    override = override_of(layout.element)
    scheme = master.scheme.mapped(override) if override else master.scheme
    own = PartReader(layout.element, scheme, _pictures(lender.found, part))
    shown = layout.element.get("showMasterSp") not in ("0", "false")
    shapes = (
        _ground(own, PartReader(master.root, scheme, master.pictures), lender),
        *(drawn_shapes(master.root, master.fills) if shown else ()),
        *drawn_shapes(own.root, own.fills),
    )
    placeholders = tuple(_placeholders(layout, own, master))
    return ReadLayout(
        part, layout.name or "", str(layout.element.get("type") or ""), number, scheme, placeholders, shapes
    )


def _pictures(found: OpenedPackage, part: str) -> Pictures:
    links = found.relations.get(part, {}).items()
    return {key: found.parts[target] for key, (kind, target, _) in links if kind == "image"}


def _ground(layout: PartReader, master: PartReader, lender: PartLender) -> DrawnShape:
    """The background of the layout, else of its master, else white."""
    for reader in (layout, master):
        node = reader.root.find(f"{P}cSld/{P}bg")
        if node is not None and len(node):
            fill, picture = _background(node[0], reader, lender)
            if fill is not None:
                return DrawnShape(lender.sheet, "ground", fill, "", picture)
    return DrawnShape(lender.sheet, "ground", SeenFill(layout.scheme.colours.get("bg1", WHITE)))


def _background(node: Element, reader: PartReader, lender: PartLender) -> tuple[SeenFill | None, bytes]:
    fills = reader.fills
    if node.tag == P + "bgPr":
        painted = node.find(A + "blipFill")
        return fills.of(node, BLACK), fills.bytes_of(painted) if painted is not None else b""
    placed = colour_of(node[0], reader.scheme, WHITE) if len(node) else WHITE
    number = int(node.get("idx", "1001")) - 1001
    if not 0 <= number < len(reader.scheme.grounds):
        return SeenFill(placed), b""
    holder, fill = etree.Element("holder"), reader.scheme.grounds[number]
    holder.append(etree.fromstring(etree.tostring(fill)))
    fills = FillReader(reader.scheme, lender.theme_pictures)
    return fills.of(holder, placed) or SeenFill(placed), fills.bytes_of(fill)


def _placeholders(layout: SlideLayout, own: PartReader, master: PartReader) -> Iterator[ReadPlaceholder]:
    lending = {str(ph.get("type", "obj")): node for node in master.root.iter(P + "sp") for ph in node.iter(P + "ph")}
    for each in list(layout.placeholders):
        place = next(each.element.iter(P + "ph"))
        kind = str(place.get("type", "obj"))
        lent = lending.get(KIN.get(kind, kind))
        frame = (each.left, each.top, each.width, each.height)
        if None in frame:
            continue
        left, top, width, height = (points(int(edge or 0)) for edge in frame)
        chain = TextChain((each.element, *((lent,) if lent is not None else ())), own, master, kind)
        index = place.get("idx")
        yield chain.placeholder(each.name, int(index) if index else None, Box(left, top, width, height))


class TextChain(Struct, frozen=True):
    """The shapes that a placeholder's text takes its looks from, the nearest first, then its master's styles."""

    shapes: Sequence[Element]
    part: PartReader
    master: PartReader
    kind: str

    def placeholder(self, name: str, index: int | None, box: Box) -> ReadPlaceholder:
        """The placeholder with its effective looks."""
        insets = Padding(*(points(float(self.body(key) or default)) for key, default in INSETS.items()))
        colour = next(filter(None, map(self._colour, self._run_properties())), None)
        return ReadPlaceholder(
            name,
            self.kind,
            index,
            box,
            insets,
            ANCHORS.get(self.body("anchor"), "top"),
            ALIGNS.get(self._paragraph("algn"), "start"),
            int(self._run("sz") or 0) / 100,
            colour or self.part.scheme.colours.get("tx1", BLACK),
            self._run("b") in ("1", "true"),
            self._run("cap") == "all",
            self.body("vert") in ("", "horz"),
            next(
                (str(face.get("typeface", "")) for node in self._run_properties() for face in node.iter(A + "latin")),
                "",
            ),
            next(filter(None, map(_marker, self._levels())), ""),
        )

    def body(self, key: str) -> str:
        """An attribute of the text's body; empty where nothing says it."""
        nodes = (shape.find(f"{P}txBody/{A}bodyPr") for shape in self.shapes)
        return next((str(node.get(key)) for node in nodes if node is not None and node.get(key) is not None), "")

    def _levels(self) -> Iterator[Element]:
        """What sets the first level, the nearest first."""
        for shape in self.shapes:
            node = shape.find(f"{P}txBody/{A}lstStyle/{A}lvl1pPr")
            if node is not None:
                yield node
        style = {"title": "titleStyle", "ctrTitle": "titleStyle", "dt": "otherStyle", "ftr": "otherStyle"}
        node = self.master.root.find(f"{P}txStyles/{P}{style.get(self.kind, 'bodyStyle')}/{A}lvl1pPr")
        if node is not None and self.kind != "sldNum":
            yield node

    def _run_properties(self) -> Iterator[Element]:
        for level in self._levels():
            node = level.find(A + "defRPr")
            if node is not None:
                yield node

    def _run(self, key: str) -> str:
        return next((str(node.get(key)) for node in self._run_properties() if node.get(key) is not None), "")

    def _paragraph(self, key: str) -> str:
        return next((str(node.get(key)) for node in self._levels() if node.get(key) is not None), "")

    def _colour(self, node: Element) -> Colour | None:
        fill = self.part.fills.of(node, BLACK)
        return fill.colour if fill else None


def _marker(level: Element) -> str:
    """The character before items of a list; empty where it is none that any face has."""
    face, char = level.find(A + "buFont"), level.find(A + "buChar")
    symbols = face is not None and str(face.get("typeface", "")).lower().startswith(("wingdings", "symbol", "webdings"))
    return str(char.get("char", "")) if char is not None and not symbols else ""
