"""Parts of a template -> the same without what dangles, and without the faults that PowerPoint repairs in silence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from lxml import etree
from lxml.etree import _Element as Element
from msgspec.structs import replace

from rapport.template.door import OpenedPackage

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
SHAPES = tuple(P + name for name in ("sp", "pic", "graphicFrame", "grpSp", "cxnSp", "contentPart"))
DROPPED = tuple(P + name for name in ("timing", "transition", "custDataLst", "controls"))
"""What moves by itself, follows readers or runs: no part of a template needs it."""
TITLES = ("title", "ctrTitle")
OWN_INDEX = 40
"""From which placeholders without a number of their own are counted: beyond those that programs give."""

Mender = Callable[[Element, OpenedPackage, str], Iterator[str]]


def mended(found: OpenedPackage) -> OpenedPackage:
    """The template with sound parts; what was mended is added to what is said of it."""
    parts, said = dict(found.parts), list(found.said)
    for part, kind in found.kinds.items():
        if kind in MENDERS:
            root = etree.fromstring(found.parts[part], etree.XMLParser(remove_comments=True, resolve_entities=False))
            said += [f"{what}\u00a0: {part}" for mend in MENDERS[kind] for what in mend(root, found, part)]
            parts[part] = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return replace(found, parts=parts, said=tuple(dict.fromkeys(said)))


def _settled(root: Element, _found: OpenedPackage, _part: str) -> Iterator[str]:
    """Alternatives are settled for what every program reads; what moves or runs goes."""
    for choice in list(root.iter(MC + "AlternateContent")):
        kept = choice.find(MC + "Fallback")
        parent = choice.getparent()
        if parent is None:
            continue
        at = parent.index(choice)
        parent[at : at + 1] = list(kept) if kept is not None else []
    gone = list(root.iter(*DROPPED))
    for node in gone:
        _drop(node)
    if any(node.tag in DROPPED[2:] for node in gone):
        yield "étiquettes ou contrôles retirés"


def _linked(root: Element, found: OpenedPackage, part: str) -> Iterator[str]:
    """What refers to a part that stays outside goes: a click, a picture, the frame of an object."""
    known = found.relations.get(part, {})
    for node in list(root.iter()):
        lost = [key for key in node.attrib if key.startswith(R) and node.attrib[key] not in known]
        if not lost or node.getroottree().getroot() is not root:
            continue
        if node.tag == P + "sldLayoutId":
            _drop(node)
        elif node.tag == A + "blip" and _painted(node):
            _plain(_painted(node))
            yield "image retirée d’un fond"
        else:
            _drop(_holder(node))
            yield "objet ou lien retiré" if node.tag != A + "blip" else "image retirée"


def _painted(node: Element) -> Element | None:
    """The fill of a ground or of a shape that a picture paints; None for a picture of its own."""
    fill = node.getparent()
    return fill if fill is not None and fill.tag == A + "blipFill" else None


def _plain(fill: Element | None) -> None:
    """The ground's own colour in the place of a picture that is gone."""
    parent = fill.getparent() if fill is not None else None
    if fill is None or parent is None:
        return
    solid = etree.Element(A + "solidFill")
    etree.SubElement(solid, A + "schemeClr", val="bg1")
    parent.replace(fill, solid)


def _holder(node: Element) -> Element:
    """The least thing that goes whole: a click, an extension, else the shape."""
    for each in (node, *node.iterancestors()):
        if each.tag in (A + "hlinkClick", A + "hlinkHover", A + "hlinkMouseOver", A + "ext", P + "ext", *SHAPES):
            return each
        if each.tag == A + "buBlip":
            return each
    return node


def _drop(node: Element) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


def _numbered(root: Element, _found: OpenedPackage, _part: str) -> Iterator[str]:
    """Each shape has a number of its own."""
    shapes = list(root.iter(P + "cNvPr"))
    counts = Counter(node.get("id") for node in shapes)
    if all(count == 1 for count in counts.values()) and None not in counts:
        return
    for number, node in enumerate(shapes, start=1):
        node.set("id", str(number))
    yield "numéros de formes en double"


def _indexed(root: Element, _found: OpenedPackage, _part: str) -> Iterator[str]:
    """Each placeholder of a layout but its title has a number of its own, by which slides find it."""
    used: set[str] = set()
    mended_any = False
    for number, node in enumerate(root.iter(P + "ph")):
        if node.get("type") in TITLES:
            continue
        index = node.get("idx", "0")
        if index in used or index == "0":
            index = str(OWN_INDEX + number)
            node.set("idx", index)
            mended_any = True
        used.add(index)
    if mended_any:
        yield "espaces réservés sans numéro propre (idx)"


def _grounded(root: Element, _found: OpenedPackage, _part: str) -> Iterator[str]:
    """A ground says its effects, or PowerPoint repairs it."""
    for node in root.iter(P + "bgPr"):
        if not any(child.tag in (A + "effectLst", A + "effectDag") for child in node):
            etree.SubElement(node, A + "effectLst")
            yield "fond sans liste d’effets"


def _axes(root: Element, _found: OpenedPackage, _part: str) -> Iterator[str]:
    """Axes are numbered from 1: negative numbers are no numbers of theirs (ECMA-376 part 1, 21.2.3.46)."""
    nodes = list(root.iter(C + "axId", C + "crossAx"))
    numbers: Mapping[str, str] = {
        value: str(at) for at, value in enumerate(dict.fromkeys(node.get("val", "") for node in nodes), start=1)
    }
    if any(value.startswith("-") for value in numbers):
        for node in nodes:
            node.set("val", numbers[node.get("val", "")])
        yield "axes de graphique aux numéros négatifs"


MENDERS: Mapping[str, tuple[Mender, ...]] = {
    "slideMaster": (_settled, _linked, _numbered, _grounded),
    "slideLayout": (_settled, _linked, _numbered, _indexed, _grounded),
    "slide": (_settled, _linked, _numbered, _grounded),
    "chart": (_axes,),
    "theme": (),
}
