"""What a presentation holds beside what it shows: each carrier is an allow-list of what ours writes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import product

from lxml import etree

from rapport.formats.office.archive import open_archive, parse
from rapport.formats.office.package import NAMES, OfficePackage, attribute, find_all
from rapport.formats.unreadable import quoted
from rapport.verify.report import Finding, slide_place

_PROPERTIES: Mapping[str, frozenset[str]] = {
    "docProps/core.xml": frozenset(
        "title subject keywords revision created modified language version identifier description".split(" ")
    ),
    "docProps/app.xml": frozenset("TotalTime Application PresentationFormat Slides Notes HiddenSlides".split(" ")),
    "docProps/custom.xml": frozenset(("ContentDigest", "Template", "TemplateDigest")),
}
"""What ours says of itself: no person, no organisation, no folder."""
_HISTORY = re.compile(r"ppt/(changesInfos|revisionInfo|revisions|persons)\b", re.IGNORECASE)
_REMARKS = re.compile(
    r"(ppt/(modernComments|threadedComments|comment|authors)|xl/(threadedComments|comments|persons))", re.I
)
_NO_SPACE = dict.fromkeys(map(ord, " \u00a0\u202f\u2060\n"))
_SIDES = ("l", "t", "r", "b")
_CELL = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$")
_WORKBOOK = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
MOST_CELLS = 100_000
"""Of a reference; a chart of ours shows some dozens."""


def _metadata(deck: OfficePackage) -> Iterator[Finding]:
    for name, known in _PROPERTIES.items():
        for node in deck.root(name) if name in deck.parts else ():
            said = str(node.get("name") or etree.QName(node).localname)
            text = "".join(map(str, node.itertext())).strip(" \n")
            if said not in known and text:
                yield Finding("leak-metadata", f"{said}\u00a0: {quoted(text)}", name)
    for name in deck.parts:
        if name.startswith("docProps/") and name not in _PROPERTIES:
            yield Finding("leak-metadata", f"partie que nos fichiers n’ont pas\u00a0: {quoted(name)}")


def _hidden(deck: OfficePackage) -> Iterator[Finding]:
    shown = [each.target for each in deck.relations("ppt/presentation.xml").values() if each.kind == "slide"]
    for number, name in enumerate(_slides(deck), start=1):
        root = deck.root(name)
        if attribute(root, "show") in ("0", "false"):
            yield Finding("leak-hidden", "diapositive masquée", slide_place(number))
        for node in root.iter(f"{{{NAMES['p']}}}cNvPr"):
            if attribute(node, "hidden") in ("1", "true"):
                yield Finding(
                    "leak-hidden", f"forme masquée\u00a0: {quoted(attribute(node, 'name'))}", slide_place(number)
                )
    listed = set(_slides(deck))
    for name in (*shown, *_named(deck, r"ppt/slides/[^/]+\.xml")):
        if name not in listed:
            yield Finding("leak-hidden", f"diapositive hors de la présentation\u00a0: {quoted(name)}")


def _notes(deck: OfficePackage) -> Iterator[Finding]:
    """Notes of a slide that is not there, or beside the place where ours stand."""
    core = deck.root("docProps/core.xml") if "docProps/core.xml" in deck.parts else None
    stamp = "".join(core.findtext("{*}identifier", "")).strip(" \n") if core is not None else ""
    known = {deck.related(name, "notesSlide") for name in _slides(deck)}
    for name in _named(deck, r"ppt/notesSlides/[^/]+\.xml"):
        if name not in known:
            yield Finding("leak-notes", "commentaires qui ne sont à aucune diapositive", name)
        for shape in deck.root(name).iter(f"{{{NAMES['p']}}}sp"):
            holder = shape.find("p:nvSpPr/p:nvPr/p:ph", NAMES)
            said = "".join(map(str, shape.itertext())).strip(" \n")
            if holder is None and said not in ("", stamp):
                yield Finding("leak-notes", f"texte ajouté à la page de commentaires\u00a0: {quoted(said)}", name)


def _crops(deck: OfficePackage) -> Iterator[Finding]:
    used = set()
    for name in deck.parts:
        if name.endswith(".rels"):
            used |= {
                str(node.get("Target", "")).rpartition("/")[2] for node in find_all(deck.root(name), "rel:Relationship")
            }
        elif name.startswith("ppt/slides/") and name.endswith(".xml"):
            for node in deck.root(name).iter(f"{{{NAMES['a']}}}srcRect"):
                if any(attribute(node, side).strip("0-") for side in _SIDES):
                    yield Finding("leak-crop", "image rognée\u00a0: ce qui n’en paraît pas est dans le fichier", name)
    for name in _named(deck, r"ppt/media/[^/]+"):
        if name.rpartition("/")[2] not in used:
            yield Finding("leak-crop", f"image qui ne paraît nulle part\u00a0: {quoted(name)}")


def _history(deck: OfficePackage) -> Iterator[Finding]:
    yield from (
        Finding("leak-revision", f"suivi des modifications\u00a0: {quoted(name)}")
        for name in deck.parts
        if _HISTORY.match(name)
    )


def _comments(deck: OfficePackage) -> Iterator[Finding]:
    for name in deck.parts:
        if _REMARKS.match(name):
            yield Finding("leak-comment", f"remarque de relecture\u00a0: {quoted(name)}")
        elif name.endswith(".xml") and b"<!--" in deck.parts[name]:
            yield Finding("leak-comment", "remarque dans le XML", name)


def _workbooks(deck: OfficePackage) -> Iterator[Finding]:
    """Cells of workbooks that no chart shows: another sheet, a row or a column beside, one hidden, a name."""
    said = "\0".join(_squeezed(_said(deck.root(name))) for name in _slides(deck))
    for chart in _named(deck, r"ppt/charts/[^/]+\.xml"):
        workbook = deck.related(chart, "package")
        if workbook in deck.parts:
            shown = {cell for text in _references(deck.root(chart)) for cell in _cells(text)}
            drawn = _squeezed("\0".join(map(str, deck.root(chart).itertext())))
            beyond = _beyond(deck.parts[workbook], shown, f"{said}\0{drawn}")
            yield from (Finding("leak-workbook", each, workbook) for each in beyond)
    used = {deck.related(chart, "package") for chart in _named(deck, r"ppt/charts/[^/]+\.xml")}
    for name in _named(deck, r"ppt/embeddings/[^/]+"):
        if name not in used:
            yield Finding("leak-workbook", f"classeur qu’aucun graphique ne montre\u00a0: {quoted(name)}")


def _references(chart: etree._Element) -> Iterator[str]:
    """What a chart shows of its workbook: « 'Données'!$B$2:$B$4 »."""
    for node in chart.iter(etree.Element):
        if etree.QName(node).localname == "f" and node.text:
            yield from str(node.text).strip("()").split(",")


def _cells(reference: str) -> Iterator[tuple[int, int]]:
    """The cells of a reference, by row and column from 1; none of one that is malformed or too large."""
    match = _CELL.search(reference.rpartition("!")[2])
    if match:
        first, last = (int(match[2]), _column(match[1])), (int(match[4] or match[2]), _column(match[3] or match[1]))
        if (last[0] - first[0] + 1) * (last[1] - first[1] + 1) <= MOST_CELLS:
            yield from product(range(first[0], last[0] + 1), range(first[1], last[1] + 1))


def _column(name: str) -> int:
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - 64
    return number


def _said(slide: etree._Element) -> str:
    """The words of a slide, and those that stand for its pictures."""
    instead = (attribute(node, "descr") for node in slide.iter(f"{{{NAMES['p']}}}cNvPr"))
    return "\0".join((*map(str, slide.itertext()), *instead))


def _squeezed(text: str) -> str:
    return text.translate(_NO_SPACE)


def _beyond(workbook: bytes, shown: set[tuple[int, int]], said: str) -> Iterator[str]:
    """What a workbook holds beside the cells a chart shows; names of rows may be `said` on a slide or in a chart."""
    archive = open_archive(workbook)
    sheets = [name for name in archive if name.startswith("xl/worksheets/") and name.endswith(".xml")]
    if len(sheets) > 1:
        yield f"{len(sheets)} feuilles, dont une seule paraît"
    if "xl/workbook.xml" in archive and b"<definedName" in archive["xl/workbook.xml"]:
        yield "noms définis dans le classeur"
    rows, columns = ({cell[part] for cell in shown} for part in (0, 1))
    for name in sheets:
        root = parse(archive[name], name)
        for node in (*root.iter(f"{_WORKBOOK}row"), *root.iter(f"{_WORKBOOK}col")):
            if attribute(node, "hidden") in ("1", "true"):
                yield "ligne ou colonne masquée"
        for node in root.iter(f"{_WORKBOOK}c"):
            match = _CELL.match(attribute(node, "r"))
            cell = (int(match[2]), _column(match[1])) if match else (0, 0)
            heading = cell[0] == 1 and (cell[1] == 1 or cell[1] in columns)
            name_of_row = cell[1] == 1 and cell[0] in rows and _squeezed("".join(map(str, node.itertext()))) in said
            if len(node) and cell not in shown and not heading and not name_of_row:
                yield f"case hors du graphique\u00a0: {attribute(node, 'r')}"
    for name in archive:
        if _REMARKS.match(name):
            yield f"remarque dans le classeur\u00a0: {quoted(name)}"


def _slides(deck: OfficePackage) -> list[str]:
    """The parts of the slides, in their order."""
    related = deck.relations("ppt/presentation.xml")
    ids = find_all(deck.root("ppt/presentation.xml"), "p:sldIdLst/p:sldId")
    return [related[key].target for node in ids if (key := str(node.get(f"{{{NAMES['r']}}}id", ""))) in related]


def _named(deck: OfficePackage, pattern: str) -> list[str]:
    return [name for name in deck.parts if re.fullmatch(pattern, name)]


CARRIERS: tuple[Callable[[OfficePackage], Iterator[Finding]], ...] = (
    _metadata,
    _hidden,
    _notes,
    _crops,
    _history,
    _comments,
    _workbooks,
)
"""By what each looks into."""
