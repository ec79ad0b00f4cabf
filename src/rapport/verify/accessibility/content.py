"""Rules on what a PDF holds: its structure tree, and what its pages show."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pikepdf

from rapport.formats.unreadable import quoted
from rapport.verify.accessibility.subject import Subject
from rapport.verify.pdf.colours import Inked, Rgb
from rapport.verify.pdf.document import AnnotationLink, TaggedContent, TaggedElement
from rapport.verify.report import Finding, page_place

STANDARD = frozenset(
    (
        "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 "
        "L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot "
        "Ruby RB RT RP Warichu WT WP Figure Formula Form"
    ).split()
)
"""ISO 32000-1, 14.8.4."""
HEADING = re.compile(r"H([1-6])")
KIDS: dict[str, frozenset[str]] = {
    "L": frozenset({"LI", "Caption", "L"}),
    "LI": frozenset({"Lbl", "LBody"}),
    "Table": frozenset({"TR", "THead", "TBody", "TFoot", "Caption"}),
    "THead": frozenset({"TR"}),
    "TBody": frozenset({"TR"}),
    "TFoot": frozenset({"TR"}),
    "TR": frozenset({"TH", "TD"}),
    "TOC": frozenset({"TOCI", "TOC", "Caption"}),
}
"""What an element of a type may hold (ISO 14289-1, 7.2)."""
PARENTS: dict[str, frozenset[str]] = {
    "LI": frozenset({"L"}),
    "LBody": frozenset({"LI"}),
    "TR": frozenset({"Table", "THead", "TBody", "TFoot"}),
    "TH": frozenset({"TR"}),
    "TD": frozenset({"TR"}),
    "THead": frozenset({"Table"}),
    "TBody": frozenset({"Table"}),
    "TOCI": frozenset({"TOC"}),
}
SCOPES = ("Row", "Column", "Both")


def types(subject: Subject) -> Iterator[Finding]:
    """P7. ISO 14289-1, 7.1: standard types, or types that stand for one."""
    for element in subject.elements:
        if element.role not in STANDARD:
            yield _finding("P7", f"balise inconnue\u00a0: {quoted(element.tag)}", element)


def headings(subject: Subject) -> Iterator[Finding]:
    """P8. ISO 14289-1, 7.4: a first heading of level 1, no level skipped, none empty."""
    before = 0
    for element in subject.elements:
        match = HEADING.fullmatch(element.role)
        if not match:
            continue
        level = int(match[1])
        if level > before + 1:
            yield _finding(
                "P8", f"titre de niveau {level} après le niveau {before}\u00a0: {quoted(element.text)}", element
            )
        if not element.text.strip(" "):
            yield _finding("P8", f"titre de niveau {level} vide", element)
        before = level
    if not before:
        yield Finding("P8", "le document n’a aucun titre")


def nesting(subject: Subject) -> Iterator[Finding]:
    """P9. ISO 14289-1, 7.2: lists hold items, items a label and a body, tables rows, rows cells."""
    for element in subject.elements:
        for kid in element.elements:
            if kid.role not in KIDS.get(element.role, STANDARD):
                yield _finding("P9", f"{kid.role} ne peut pas être dans {element.role}", kid)
            if element.role not in PARENTS.get(kid.role, STANDARD):
                yield _finding("P9", f"{kid.role} ne peut pas être dans {element.role}", kid)
        if [kid.role for kid in element.elements] == ["LBody", "Lbl"]:
            yield _finding("P9", "la puce d’un élément de liste vient après son texte", element)


def tables(subject: Subject) -> Iterator[Finding]:
    """P10. ISO 14289-1, 7.5: headers with a scope, as many cells in each row."""
    for element in subject.elements:
        if element.role == "TH" and element.attribute("Scope") not in SCOPES:
            yield _finding("P10", f"en-tête de tableau sans portée\u00a0: {quoted(element.text)}", element)
        if element.role == "Table":
            yield from _table(element)


def _table(table: TaggedElement) -> Iterator[Finding]:
    rows = tuple(_rows(table))
    widths = {sum(_span(cell) for cell in row.elements) for row in rows}
    if len(widths) > 1:
        yield _finding("P10", f"lignes de {', '.join(map(str, sorted(widths)))} cellules dans un même tableau", table)
    if not any(cell.role == "TH" for row in rows for cell in row.elements):
        yield _finding("P10", "tableau sans en-tête", table)


def _rows(element: TaggedElement) -> Iterator[TaggedElement]:
    for kid in element.elements:
        if kid.role == "TR":
            yield kid
        elif kid.role in ("THead", "TBody", "TFoot"):
            yield from _rows(kid)


def _span(cell: TaggedElement) -> int:
    span = cell.attribute("ColSpan")
    return int(span) if span.isdecimal() else 1


def figures(subject: Subject) -> Iterator[Finding]:
    """P11. ISO 14289-1, 7.3: an alternative text for every figure, which is not a file's name, and its place."""
    for element in subject.elements:
        if element.role not in ("Figure", "Formula"):
            continue
        if not (element.alt or element.actual).strip(" "):
            yield _finding("P11", "figure sans texte de remplacement", element)
        elif re.search(r"\.(png|jpe?g|svg|pdf|gif)$", element.alt, re.IGNORECASE):
            yield _finding(
                "P11", f"le texte de remplacement est un nom de fichier\u00a0: {quoted(element.alt)}", element
            )


def notes(subject: Subject) -> Iterator[Finding]:
    """P13. ISO 14289-1, 7.9: each note has an identifier of its own."""
    found = [element for element in subject.elements if element.role == "Note"]
    counts = Counter(element.identifier for element in found)
    for element in found:
        if not element.identifier or counts[element.identifier] > 1:
            yield _finding("P13", f"note sans identifiant propre\u00a0: {quoted(element.text)}", element)


def _finding(code: str, message: str, element: TaggedElement) -> Finding:
    return Finding(code, message, page_place(element.page))


# The rule on contrast: every text against what is behind it.

LEAST, LEAST_LARGE = 4.5, 3.0
LARGE, LARGE_BOLD = 18.0, 14.0
ROUNDING = 0.05
"""Colours are written with few decimals."""


def contrasted(subject: Subject) -> Iterator[Finding]:
    """P17. EN 301 549, 10.1.4.3: 4.5:1, 3:1 for large text; text over pictures is for eyes to judge."""
    for page in subject.document.pages:
        if page.inked is None:
            yield Finding("P17", "les couleurs de la page ne se lisent pas", page_place(page.number))
            continue
        for each in sorted(page.inked, key=lambda text: (text.colour, text.ground, text.size)):
            ratio = _ratio(each.colour, each.ground)
            if ratio + ROUNDING < (LEAST_LARGE if _is_large(each) else LEAST):
                value = f"{ratio:.1f}".replace(".", ",")
                message = f"contraste de {value} pour un texte de {each.size:.0f}\u00a0points"
                yield Finding("P17", message, page_place(page.number))


def _is_large(text: Inked) -> bool:
    return text.size >= (LARGE_BOLD if "bold" in text.font.lower() else LARGE)


def _ratio(one: Rgb, other: Rgb) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Rgb) -> float:
    """Relative luminance (WCAG 2.2)."""
    red, green, blue = ((part / 12.92) if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


UNREADABLE = "\ufffd"
PRIVATE = range(0xE000, 0xF900)
"""Code points that have a meaning to one font alone (Unicode 16, 23.5)."""


def marked(subject: Subject) -> Iterator[Finding]:
    """P6. ISO 14289-1, 7.1: all that is painted belongs to an element or is an artifact, never to both."""
    for page in subject.document.pages:
        place = page_place(page.number)
        if page.unmarked:
            yield Finding("P6", f"{len(page.unmarked)} tracé(s) hors de tout balisage\u00a0: {page.unmarked[0]}", place)
        if page.nested:
            yield Finding("P6", f"{page.nested} balisage(s) ouvert(s) dans un autre", place)
        if page.unclosed:
            yield Finding("P6", f"{page.unclosed} balisage(s) resté(s) ouvert(s)", place)


def structured(subject: Subject) -> Iterator[Finding]:
    """P16. Each piece of content stands in the tree once, and the tree names only pieces that exist."""
    contents = [kid for element in subject.elements for kid in element.kids if isinstance(kid, TaggedContent)]
    counts = Counter((content.page, content.mcid) for content in contents)
    for content in contents:
        if content.mark is None:
            message = f"l’arbre de structure cite un contenu absent ({content.mcid})"
            yield Finding("P16", message, page_place(content.page))
    for (page, mcid), count in counts.items():
        if count > 1:
            yield Finding("P16", f"contenu cité {count} fois dans l’arbre ({mcid})", page_place(page))
    for page_content in subject.document.pages:
        numbers = Counter(mark.mcid for mark in page_content.marks if mark.mcid >= 0)
        for mark in page_content.marks:
            if mark.mcid >= 0 and (mark.page, mark.mcid) not in counts:
                message = f"contenu hors de l’arbre de structure\u00a0: {quoted(mark.text)}"
                yield Finding("P16", message, page_place(mark.page))
        for mcid, count in numbers.items():
            if count > 1:
                yield Finding(
                    "P16", f"identifiant de contenu {mcid} utilisé {count} fois", page_place(page_content.number)
                )


def fonts(subject: Subject) -> Iterator[Finding]:
    """P14. ISO 14289-1, 7.21: fonts embedded, each character with a meaning."""
    used = sorted({number for page in subject.document.pages for number in page.fonts})
    for number in used:
        font = _dictionary(subject.pdf.get_object(number) if number != (0, 0) else None)
        name = subject.document.font_names.get(number, "")
        if not _embedded(font):
            yield Finding("P14", f"police non incorporée\u00a0: {quoted(name)}")
        if "/ToUnicode" not in font:
            yield Finding("P14", f"police sans correspondance Unicode\u00a0: {quoted(name)}")
    for page in subject.document.pages:
        for mark in page.marks:
            if any(letter == UNREADABLE or ord(letter) in PRIVATE for letter in mark.text):
                yield Finding(
                    "P14", f"caractères sans signification\u00a0: {quoted(mark.text)}", page_place(page.number)
                )


def _embedded(font: pikepdf.Object) -> bool:
    found = font.get("/DescendantFonts", pikepdf.Array([font]))
    descendants = found if isinstance(found, pikepdf.Array) else pikepdf.Array([font])
    descriptors = [_dictionary(_dictionary(item).get("/FontDescriptor")) for item in descendants]
    return all(any(f"/FontFile{kind}" in descriptor for kind in ("", "2", "3")) for descriptor in descriptors)


def _dictionary(value: Any) -> pikepdf.Object:
    """The dictionary that should stand here; an empty one in a damaged file."""
    return value if isinstance(value, pikepdf.Dictionary) else pikepdf.Dictionary()


def links(subject: Subject) -> Iterator[Finding]:
    """P12. ISO 14289-1, 7.18: links in the tree, with a description; pages tabbed in structure order."""
    owned = {kid.number for element in subject.elements for kid in element.kids if isinstance(kid, AnnotationLink)}
    for number, page in enumerate(subject.pdf.pages, start=1):
        place = page_place(number)
        annotations = [item for item in page.obj.get("/Annots", []) if item.get("/Subtype") == "/Link"]
        if annotations and page.obj.get("/Tabs") != "/S":
            yield Finding("P12", "la tabulation ne suit pas la structure (Tabs)", place)
        for annotation in annotations:
            if annotation.objgen not in owned or "/StructParent" not in annotation:
                yield Finding("P12", "lien absent de l’arbre de structure", place)
            if not str(annotation.get("/Contents", "")).strip(" "):
                yield Finding("P12", "lien sans description (Contents)", place)
    for element in subject.elements:
        if element.role == "Link" and not any(isinstance(kid, AnnotationLink) for kid in element.kids):
            yield Finding("P12", f"balise de lien sans lien\u00a0: {quoted(element.text)}", page_place(element.page))
