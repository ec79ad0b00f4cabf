"""A PPTX -> its slides, read from the XML with zipfile and lxml alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree
from msgspec.structs import replace

from rapport.formats.office.package import NAMES, RELATION, OfficePackage, attribute, find_all, tag
from rapport.formats.office.presentation import (
    core_properties,
    custom_properties,
    open_presentation,
    paragraphs,
    slide_parts,
)
from rapport.formats.unreadable import DAMAGE, UnreadableError
from rapport.verify.deck.chart import read_chart
from rapport.verify.deck.presentation import DeckShape, DeckSlide, Kind, Presentation

P = f"{{{NAMES['p']}}}"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
MAX_DEPTH = 16  # groups within groups; ours nest two deep


def read_deck(data: bytes) -> Presentation:
    """Reads a presentation. Raises `UnreadableError` for one that is damaged, incomplete or made to harm."""
    package = open_presentation(data)
    try:
        return _presentation(package)
    except DAMAGE as error:
        raise UnreadableError("présentation illisible\u00a0: une partie n’a pas la forme attendue") from error


def _presentation(package: OfficePackage) -> Presentation:
    parts = slide_parts(package)
    root = package.root(package.related("", "officeDocument"))
    sections = tuple(str(node.get("name")) for node in root.iter(tag("p14", "section")))
    slides = tuple(_slide(package, part, number) for number, part in enumerate(parts, start=1))
    properties = (*core_properties(package), *custom_properties(package))
    return Presentation(slides, properties, sections, tuple(_layout_texts(package, parts)))


def _slide(package: OfficePackage, part: str, number: int) -> DeckSlide:
    root = package.root(part)
    notes = package.related(part, "notesSlide")
    note_shapes = _Shapes(package, notes).of(package.root(notes)) if notes else ()
    return DeckSlide(number, part, _Shapes(package, part).of(root), note_shapes, root.get("show") == "0")


def _layout_texts(package: OfficePackage, slides: list[str]) -> Iterator[str]:
    """Texts of shapes that are not placeholders: they show on every slide of the layout or master."""
    layouts = {package.related(part, "slideLayout") for part in slides} - {""}
    masters = {package.related(part, "slideMaster") for part in layouts} - {""}
    for part in sorted(layouts | masters):
        for shape in _Shapes(package, part).of(package.root(part)):
            if not shape.place:
                yield from shape.paragraphs


class _Shapes:
    """Reads the shape tree of one part."""

    def __init__(self, package: OfficePackage, part: str) -> None:
        self.package, self.targets = package, package.relations(part)

    def of(self, root: etree._Element) -> tuple[DeckShape, ...]:
        tree = root.find("p:cSld/p:spTree", NAMES)
        return self.children(tree, 0) if tree is not None else ()

    def children(self, tree: etree._Element, depth: int) -> tuple[DeckShape, ...]:
        if depth > MAX_DEPTH:
            raise UnreadableError("des groupes de formes descendent trop profond")
        readers: dict[str, Callable[[etree._Element, int], DeckShape]] = {
            f"{P}sp": self.plain,
            f"{P}pic": self.plain,
            f"{P}cxnSp": self.plain,
            f"{P}graphicFrame": self.frame,
            f"{P}grpSp": self.group,
        }
        return tuple(readers[node.tag](node, depth) for node in tree if node.tag in readers)

    def plain(self, node: etree._Element, _depth: int) -> DeckShape:
        kinds: dict[str, Kind] = {f"{P}pic": "picture", f"{P}cxnSp": "line"}
        kind = kinds.get(node.tag, "shape")
        return replace(_shape(node, kind), paragraphs=paragraphs(node.find("p:txBody", NAMES)))

    def group(self, node: etree._Element, depth: int) -> DeckShape:
        return replace(_shape(node, "group"), shapes=self.children(node, depth + 1))

    def frame(self, node: etree._Element, _depth: int) -> DeckShape:
        data = node.find("a:graphic/a:graphicData", NAMES)
        table = node.find("a:graphic/a:graphicData/a:tbl", NAMES)
        if table is not None:
            return replace(_shape(node, "table"), rows=tuple(_row(row) for row in find_all(table, "a:tr")))
        chart = node.find("a:graphic/a:graphicData/c:chart", NAMES)
        if attribute(data, "uri") == CHART and chart is not None:
            part = self.targets[str(chart.get(f"{RELATION}id"))].target
            return replace(_shape(node, "chart"), chart=read_chart(self.package, part))
        return _shape(node, "other")


def _row(row: etree._Element) -> tuple[tuple[str, ...], ...]:
    return tuple(paragraphs(cell.find("a:txBody", NAMES)) for cell in find_all(row, "a:tc"))


def _shape(node: etree._Element, kind: Kind) -> DeckShape:
    """A shape with the properties all kinds share: name, placeholder, alternative text."""
    properties = next(node.iter(f"{P}cNvPr"))
    placeholder = next((found for found in node[0].iter(f"{P}ph")), None)
    place = attribute(placeholder, "type") or ("obj" if placeholder is not None else "")
    decorative = next(properties.iter(f"{{{NAMES['adec']}}}decorative"), None)
    return DeckShape(
        attribute(properties, "name"),
        kind,
        place,
        attribute(properties, "descr"),
        attribute(decorative, "val") == "1",
    )
