"""Whether a run of text is bold or italic, wherever that is said (ECMA-376 part 1, 21.1.2.4)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from msgspec import Struct

from rapport.formats.office.package import NAMES, OfficePackage, attribute, find_all, first

ON = ("1", "true", "on")
LETTERS = "-bixuvwy"
"""A letter for each look: bold counts one, italic two, underlined or struck out four."""
SET_OFF = {"u": "none", "strike": "noStrike"}
"""What draws a line under or through words, and the value that draws none."""
STYLES = {"title": "titleStyle", "ctrTitle": "titleStyle", "": "otherStyle"}
"""The master's style for each type of placeholder; `bodyStyle` for the others."""


class Inherited(Struct, frozen=True):
    """Lists of styles that a text draws on, the nearest first, and the default of a table's part."""

    styles: tuple[etree._Element, ...] = ()
    default: etree._Element | None = None

    def letter(self, run: etree._Element, level: int) -> str:
        """The letter of the look of a run at a level from 0. What links are drawn with is no look of their words."""
        own = first(run, "a:rPr")
        bold, italic = (self._says(own, name, level) for name in ("b", "i"))
        linked = first(own, "a:hlinkClick") is not None
        lined = not linked and any(attribute(own, name) not in ("", plain) for name, plain in SET_OFF.items())
        return LETTERS[bold + 2 * italic + 4 * lined]

    def _says(self, own: etree._Element | None, name: str, level: int) -> bool:
        said = attribute(own, name)
        if not said:
            found = (attribute(first(style, f"a:lvl{level + 1}pPr/a:defRPr"), name) for style in self.styles)
            said = next((value for value in found if value), "") or attribute(self.default, name)
        return said in ON


class Styles:
    """What texts of a slide inherit from its layout, its master and the presentation."""

    def __init__(self, package: OfficePackage, slide: str, main: str) -> None:
        layout = package.related(slide, "slideLayout")
        master = package.related(layout, "slideMaster") if layout else ""
        self._layers = [package.root(part) for part in (layout, master) if part in package.parts]
        self._texts = first(self._layers[-1], "p:txStyles") if self._layers else None
        self._general = first(package.root(main), "p:defaultTextStyle")
        self._tables = _table_styles(package, main)

    def of_shape(self, shape: etree._Element) -> Inherited:
        """What the text of a shape inherits."""
        reference = first(shape, "./*/p:nvPr/p:ph")
        found = [first(shape, "p:txBody/a:lstStyle")]
        if reference is not None:
            found += [_list_style(layer, reference) for layer in self._layers]
            found.append(self._master_style(attribute(reference, "type") or "obj"))
        else:
            found.append(self._general)
        return Inherited(tuple(style for style in found if style is not None))

    def placeholder(self, shape: etree._Element) -> etree._Element | None:
        """The placeholder of the layout or master that gives a shape its place; None for a shape of the slide's own."""
        reference = first(shape, "./*/p:nvPr/p:ph")
        found = (_standing_for(layer, reference) for layer in self._layers) if reference is not None else ()
        return next((each for each in found if first(each, "p:spPr/a:xfrm") is not None), None)

    def of_row(self, table: etree._Element, index: int, count: int) -> Inherited:
        """What the cells of a row inherit from the style of their table."""
        properties = first(table, "a:tblPr")
        style = self._tables.get(_style_id(properties))
        part = "wholeTbl"
        if index == 0 and attribute(properties, "firstRow") in ON:
            part = "firstRow"
        elif index == count - 1 and attribute(properties, "lastRow") in ON:
            part = "lastRow"
        general = (self._general,) if self._general is not None else ()
        return Inherited((), first(style, f"a:{part}/a:tcTxStyle")) if style is not None else Inherited(general)

    def _master_style(self, kind: str) -> etree._Element | None:
        return first(self._texts, f"p:{STYLES.get(kind, 'bodyStyle')}")


def _style_id(properties: etree._Element | None) -> str:
    found = first(properties, "a:tableStyleId")
    return (found.text or "") if found is not None else ""


def _list_style(layer: etree._Element, reference: etree._Element) -> etree._Element | None:
    return first(_standing_for(layer, reference), "p:txBody/a:lstStyle")


def _standing_for(layer: etree._Element, reference: etree._Element) -> etree._Element | None:
    """The placeholder that one on a slide stands for: that of the same index, else of the same type."""
    candidates = list(_placeholders(layer))
    kind, index = attribute(reference, "type"), attribute(reference, "idx")
    same = [shape for shape, found in candidates if index and attribute(found, "idx") == index]
    same += [shape for shape, found in candidates if attribute(found, "type") == kind]
    return same[0] if same else None


def _placeholders(layer: etree._Element) -> Iterator[tuple[etree._Element, etree._Element]]:
    for shape in layer.iterfind("p:cSld/p:spTree/p:sp", NAMES):
        reference = first(shape, "p:nvSpPr/p:nvPr/p:ph")
        if reference is not None:
            yield shape, reference


def _table_styles(package: OfficePackage, main: str) -> dict[str, etree._Element]:
    part = package.related(main, "tableStyles")
    root = package.root(part) if part in package.parts else None
    return {attribute(style, "styleId"): style for style in find_all(root, "a:tblStyle")}
