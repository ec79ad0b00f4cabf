"""The parts of a presentation -> the deck that is compared."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from rapport.edits.deck import (
    Box,
    EditedChart,
    EditedDeck,
    EditedParagraph,
    EditedSeries,
    EditedShape,
    EditedSlide,
    Kind,
    Paragraphs,
)
from rapport.edits.looks import Inherited, Styles
from rapport.edits.normal import normal
from rapport.edits.package import links
from rapport.formats.office.package import RELATION, OfficePackage, attribute, find_all, first, tag
from rapport.formats.office.presentation import core_properties, custom_properties, points, slide_parts
from rapport.formats.unreadable import DAMAGE, UnreadableError


class GroupFrame(Struct, frozen=True):
    """How the coordinates inside a group become those of the slide: scale, then shift."""

    x_scale: float = 1.0
    y_scale: float = 1.0
    x: float = 0.0
    y: float = 0.0

    def placed(self, box: Box) -> Box:
        """A box in the slide's coordinates."""
        left, top, width, height = box
        return (
            round(left * self.x_scale + self.x),
            round(top * self.y_scale + self.y),
            round(width * self.x_scale),
            round(height * self.y_scale),
        )


PLACES: Mapping[str, str] = {"graphicFrame": "p:xfrm", "grpSp": "p:grpSpPr/a:xfrm"}
"""Where a kind of shape keeps its place; `p:spPr` for the others."""


def box_of(node: etree._Element, frame: GroupFrame) -> Box | None:
    """The box of a shape on the slide; None where its layout places it."""
    own = _own(_place(node), "off", "ext")
    return frame.placed(own) if own else None


def inside(node: etree._Element, frame: GroupFrame) -> GroupFrame:
    """The frame of what a group holds (ECMA-376 part 1, 20.1.7.5)."""
    place = _place(node)
    outer, inner = _own(place, "off", "ext"), _own(place, "chOff", "chExt")
    if not outer or not inner:
        return frame
    x_scale, y_scale = (outer[axis] / inner[axis] if inner[axis] else 1.0 for axis in (2, 3))
    return GroupFrame(
        frame.x_scale * x_scale,
        frame.y_scale * y_scale,
        frame.x + frame.x_scale * (outer[0] - inner[0] * x_scale),
        frame.y + frame.y_scale * (outer[1] - inner[1] * y_scale),
    )


def turned(node: etree._Element) -> int:
    """By how many degrees a shape is turned, from 0 to 359 (ISO/IEC 29500-1, 20.1.10.3)."""
    return round(int(attribute(_place(node), "rot") or 0) / 60_000) % 360


def compared(node: etree._Element, kind: Kind, box: Box | None) -> tuple[int, ...]:
    """The measures of a box that all programs keep.

    LibreOffice makes a table as high as its rows are drawn, a group as large as its members, and shrinks a box of
    unwrapped text about its middle.
    """
    if box is None or kind == "group":
        return ()
    left, top, width, height = box
    if kind == "table":
        return left, top, width
    if attribute(first(node, "p:txBody/a:bodyPr"), "wrap") == "none":
        return left + width // 2, top
    return left, top, width, height


def _place(node: etree._Element) -> etree._Element | None:
    return first(node, PLACES.get(etree.QName(node).localname, "p:spPr/a:xfrm"))


def _own(place: etree._Element | None, corner: str, size: str) -> Box | None:
    off, ext = first(place, f"a:{corner}"), first(place, f"a:{size}")
    if off is None or ext is None:
        return None
    x, y = (int(attribute(off, name)) for name in ("x", "y"))
    width, height = (int(attribute(ext, name)) for name in ("cx", "cy"))
    return x, y, width, height


def read_chart(root: etree._Element) -> EditedChart:
    """The chart of a part. Raises UnreadableError for one beyond all bounds."""
    series = tuple(_series(node) for node in root.iter(tag("c", "ser")))
    return EditedChart(tuple(one for one in series if any(one.values)), tuple(_titles(root)), _drawn(root))


def _drawn(root: etree._Element) -> str:
    """The kinds of its plots, which way bars run, and whether parts are stacked."""
    plots = (node for area in root.iter(tag("c", "plotArea")) for node in area if first(node, "c:ser") is not None)
    return ", ".join(dict.fromkeys(" ".join(_plot(plot)) for plot in plots))


def _plot(plot: etree._Element) -> Iterator[str]:
    yield etree.QName(plot).localname.removesuffix("Chart")
    direction, grouping = (attribute(first(plot, f"c:{name}"), "val") for name in ("barDir", "grouping"))
    yield from filter(None, (direction, grouping if "tacked" in grouping else ""))


def _titles(root: etree._Element) -> Iterator[str]:
    """Titles of the chart and of its axes."""
    for title in root.iter(tag("c", "title")):
        text = normal(" ".join(node.text or "" for node in title.iter(tag("a", "t"))))
        if text:
            yield text


def _series(node: etree._Element) -> EditedSeries:
    name = points(first(node, "c:tx"))
    categories, values = points(first(node, "c:cat")), points(first(node, "c:val"))
    return EditedSeries(
        normal(name[0]) if name else "",
        tuple(normal(category) for category in categories),
        tuple(_number(value) for value in values),
    )


def _number(text: str) -> str:
    """A value as programs store it; anything that is not a number stays as it is."""
    try:
        return f"{float(text):.12g}" if text else ""
    except ValueError:
        return text


# The parts of a presentation -> the deck that is compared.

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
COUNTED = re.compile("slidenum|datetime")
"""Fields whose text the program makes again."""
MADE_UP = re.compile("PlaceHolder |Google Shape;")
"""Names that programs give to shapes in place of their own."""
ROLES = {"title": "title", "ctrTitle": "title", "ftr": "ftr", "sldNum": "sldNum", "dt": "dt"}
"""Types of placeholders that all programs keep; others become plain shapes."""
DEEPEST, MOST_SHAPES, MOST_CELLS = 16, 5_000, 20_000
CONTENT_DIGEST = "ContentDigest"
"""The custom property that names the content a deck was made from."""


def read(package: OfficePackage) -> EditedDeck:
    """Reads a presentation. Raises UnreadableError for one that is damaged, incomplete or made to harm."""
    try:
        return _deck(package)
    except DAMAGE as error:
        raise UnreadableError("présentation illisible\u00a0: une partie n’a pas la forme attendue") from error


def _deck(package: OfficePackage) -> EditedDeck:
    parts = slide_parts(package)
    core = dict(core_properties(package))
    stamp = normal(core.get("identifier", ""))
    return EditedDeck(
        tuple(_slide(package, part, number, stamp) for number, part in enumerate(parts, start=1)),
        frozenset(_layouts(package)),
        dict(custom_properties(package)).get(CONTENT_DIGEST, ""),
        stamp,
        core.get("language", ""),
        tuple(_sections(package.root(package.related("", "officeDocument")))),
    )


def _sections(root: etree._Element) -> Iterator[tuple[str, int]]:
    """The sections that hold a slide."""
    places = {node.get("id"): number for number, node in enumerate(find_all(root, "p:sldIdLst/p:sldId"), start=1)}
    for section in root.iter(tag("p14", "section")):
        held = [places[node.get("id")] for node in section.iter(tag("p14", "sldId")) if node.get("id") in places]
        if held:
            yield normal(attribute(section, "name")), min(held)


def _layouts(package: OfficePackage) -> Iterator[str]:
    for name in package.parts:
        if name.startswith("ppt/slideLayouts/") and name.endswith(".xml"):
            yield _layout_name(package.root(name))


def _layout_name(root: etree._Element) -> str:
    return attribute(first(root, "p:cSld"), "name")


def _slide(package: OfficePackage, part: str, number: int, stamp: str) -> EditedSlide:
    """A slide; what numbers a copy is left out."""
    main = package.related("", "officeDocument")
    root, layout = package.root(part), package.related(part, "slideLayout")
    reader = _Reader(package, part, Styles(package, part, main), stamp)
    tree = first(root, "p:cSld/p:spTree")
    if tree is not None:
        reader.children(tree, -1, GroupFrame())
    return EditedSlide(
        number=number,
        created=next((attribute(node, "val") for node in root.iter(tag("p14", "creationId"))), ""),
        layout=_layout_name(package.root(layout)) if layout else "",
        hidden=root.get("show") in ("0", "false"),
        shapes=tuple(reader.shapes),
        notes=_notes(package, package.related(part, "notesSlide")),
        part=part,
    )


def _notes(package: OfficePackage, part: str) -> Paragraphs:
    """What stands in the body of the page of notes."""
    if not part:
        return ()
    for shape in package.root(part).iter(tag("p", "sp")):
        if attribute(first(shape, "p:nvSpPr/p:nvPr/p:ph"), "type") == "body":
            return tuple(_paragraphs(first(shape, "p:txBody"), Inherited(), {}))
    return ()


class _Reader:
    """Gathers the shapes of one slide."""

    def __init__(self, package: OfficePackage, part: str, styles: Styles, stamp: str) -> None:
        self.package, self.styles, self.stamp = package, styles, stamp
        self.relations, self.links = package.relations(part), links(package, part)
        self.shapes: list[EditedShape] = []
        self._readers: dict[str, Callable[[etree._Element, EditedShape], EditedShape]] = {
            tag("p", "sp"): self.text,
            tag("p", "cxnSp"): lambda _node, shape: replace(shape, kind="line"),
            tag("p", "pic"): self.picture,
            tag("p", "graphicFrame"): self.frame,
            tag("p", "grpSp"): lambda _node, shape: replace(shape, kind="group"),
        }

    def children(self, tree: etree._Element, group: int, frame: GroupFrame, depth: int = 0) -> None:
        """The shapes of a tree or a group; `frame` is the group's own measure of the slide."""
        if depth > DEEPEST or len(self.shapes) > MOST_SHAPES:
            raise UnreadableError("une diapositive compte trop de formes ou de groupes")
        for node in tree:
            reader = self._readers.get(str(node.tag))
            if reader is None:
                continue
            shape = reader(node, self._common(node, group, frame))
            if self.stamp and shape.words == self.stamp:
                continue
            self.shapes.append(replace(shape, compared=compared(node, shape.kind, shape.box)))
            if shape.kind == "group":
                self.children(node, len(self.shapes) - 1, inside(node, frame), depth + 1)

    def _common(self, node: etree._Element, group: int, frame: GroupFrame) -> EditedShape:
        """What all kinds of shapes share."""
        own, layout = box_of(node, frame), self.styles.placeholder(node)
        box = own or (box_of(layout, GroupFrame()) if layout is not None else None)
        properties = next(node.iter(tag("p", "cNvPr")))
        link = self.links.get(attribute(first(properties, "a:hlinkClick"), f"{RELATION}id"), "")
        return replace(_common(node, group, box), own_box=own is not None, turned=turned(node), link=link)

    def text(self, node: etree._Element, shape: EditedShape) -> EditedShape:
        body = first(node, "p:txBody")
        counted = shape.role in ("sldNum", "dt")
        return (
            shape
            if counted
            else replace(shape, paragraphs=tuple(_paragraphs(body, self.styles.of_shape(node), self.links)))
        )

    def picture(self, node: etree._Element, shape: EditedShape) -> EditedShape:
        relation = self.relations.get(attribute(first(node, "p:blipFill/a:blip"), f"{RELATION}embed"))
        data = self.package.parts.get(relation.target, b"") if relation else b""
        cut = first(node, "p:blipFill/a:srcRect")
        cropped = tuple(round(int(attribute(cut, side) or 0) / 1000) for side in ("l", "t", "r", "b"))
        return replace(shape, kind="picture", picture=hashlib.sha256(data).hexdigest(), cropped=cropped)

    def frame(self, node: etree._Element, shape: EditedShape) -> EditedShape:
        data = first(node, "a:graphic/a:graphicData")
        table, chart = first(data, "a:tbl"), first(data, "c:chart")
        if table is not None:
            return replace(shape, kind="table", rows=tuple(self._rows(table)))
        if chart is not None:
            return replace(shape, kind="chart", chart=self._chart(attribute(chart, f"{RELATION}id")))
        return replace(shape, kind="other")

    def _chart(self, relation: str) -> EditedChart:
        return read_chart(self.package.root(self.relations[relation].target))

    def _rows(self, table: etree._Element) -> Iterator[tuple[Paragraphs, ...]]:
        rows = list(find_all(table, "a:tr"))
        if sum(len(row) for row in rows) > MOST_CELLS:
            raise UnreadableError("un tableau démesuré")
        for index, row in enumerate(rows):
            styles = self.styles.of_row(table, index, len(rows))
            yield tuple(
                tuple(_paragraphs(first(cell, "a:txBody"), styles, self.links)) for cell in find_all(row, "a:tc")
            )


def _common(node: etree._Element, group: int, box: Box | None) -> EditedShape:
    properties = next(node.iter(tag("p", "cNvPr")))
    reference = first(node, "./*/p:nvPr/p:ph")
    name = attribute(properties, "name")
    role = ROLES.get(attribute(reference, "type"), "")
    kind: Kind = "text"
    return EditedShape(
        kind=kind,
        role=role,
        name="" if MADE_UP.match(name) else name,
        created=next((attribute(found, "id") for found in properties.iter(tag("a16", "creationId"))), ""),
        group=group,
        alternative=normal(attribute(properties, "descr")),
        box=box,
    )


def _paragraphs(
    body: etree._Element | None, inherited: Inherited, links: Mapping[str, str]
) -> Iterator[EditedParagraph]:
    """The paragraphs that say something."""
    for node in find_all(body, "a:p"):
        level = int(attribute(first(node, "a:pPr"), "lvl") or 0)
        pieces = [_Run("", "") if run is None else run for run in (_run(child, inherited, level) for child in node)]
        text = normal("".join(piece.text for piece in pieces))
        if text:
            letters = "".join(piece.letter * _signs(piece.text) for piece in pieces)
            yield EditedParagraph(text, letters, tuple(_addresses(node, links)))


def _addresses(paragraph: etree._Element, links: Mapping[str, str]) -> Iterator[str]:
    """Where the words of a paragraph lead; neighbours that lead to one place are one link."""
    last = ""
    for run in find_all(paragraph, "a:r"):
        found = links.get(attribute(first(run, "a:rPr/a:hlinkClick"), f"{RELATION}id"), "")
        if found and found != last:
            yield found
        last = found


class _Run(Struct, frozen=True):
    """A run and its letter."""

    text: str
    letter: str


def _run(child: etree._Element, inherited: Inherited, level: int) -> _Run | None:
    if child.tag == tag("a", "br"):
        return _Run(" ", "-")
    if child.tag == tag("a", "r") or (child.tag == tag("a", "fld") and not COUNTED.match(child.get("type", ""))):
        return _Run("".join(text.text or "" for text in find_all(child, "a:t")), inherited.letter(child, level))
    return None


def _signs(text: str) -> int:
    """How many characters of a run are not spaces once it is in normal form."""
    return len(normal(text).replace(" ", ""))
