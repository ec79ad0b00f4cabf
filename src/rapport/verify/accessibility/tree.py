"""Rules on the structure tree: types, headings, lists, tables, figures, notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from rapport.verify.accessibility.subject import Subject
from rapport.verify.finding import Finding, page_place, quoted
from rapport.verify.pdf.structure import TaggedElement

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
