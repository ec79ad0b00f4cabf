"""Tables: regular, with a header that says so (EN 301 549, 10.1.3.1)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from rapport.verify.deck.package import NAMES, attribute, find_all
from rapport.verify.deck_linter.deck_file import A, DeckFile, LintRule, P, Remark, SlideFile, each_slide, text_of

_MERGES = ("gridSpan", "rowSpan", "hMerge", "vMerge")
_BUILT_IN = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"
"""The style that Office gives a new table, which files need not define."""


def header_flag(slide: SlideFile) -> Iterator[Remark]:
    """The first row is marked as header."""
    for frame, table in _tables(slide):
        if attribute(table.find("a:tblPr", NAMES), "firstRow") not in ("1", "true"):
            yield Remark("tableau sans ligne d’en-tête déclarée", slide.place(frame))


def empty_headers(slide: SlideFile) -> Iterator[Remark]:
    """Every column has a name."""
    for frame, table in _tables(slide):
        first = table.find("a:tr", NAMES)
        cells = find_all(first, "a:tc") if first is not None else []
        if not all(text_of(cell).strip(" ") for cell in cells):
            yield Remark("colonne de tableau sans en-tête", slide.place(frame))


def merged_cells(slide: SlideFile) -> Iterator[Remark]:
    """Merged cells are lost on those who listen, but for the heading of a group, which spans all columns.

    Half-merged ones make PowerPoint repair the file.
    """
    for frame, table in _tables(slide):
        columns = len(find_all(table, "a:tblGrid/a:gridCol"))
        rows = find_all(table, "a:tr")
        if any(_is_merged(row) and (not at or not _is_group(row, columns)) for at, row in enumerate(rows)):
            yield Remark("cellules fusionnées", slide.place(frame))


def _is_merged(row: Element) -> bool:
    return any(cell.get(name) for cell in find_all(row, "a:tc") for name in _MERGES)


def _is_group(row: Element, columns: int) -> bool:
    """Whether the first cell spans every column, and the others are what it covers."""
    first, *others = find_all(row, "a:tc")
    covered = all(cell.get("hMerge") in ("1", "true") and not text_of(cell).strip(" ") for cell in others)
    return first.get("gridSpan") == str(columns) and not first.get("rowSpan") and covered and len(others) == columns - 1


def row_lengths(slide: SlideFile) -> Iterator[Remark]:
    """Every row has as many cells as there are columns."""
    for frame, table in _tables(slide):
        columns = len(find_all(table, "a:tblGrid/a:gridCol"))
        if any(len(find_all(row, "a:tc")) != columns for row in find_all(table, "a:tr")):
            yield Remark(f"ligne de tableau qui n’a pas {columns} cellules", slide.place(frame))


def unknown_styles(deck: DeckFile) -> Iterator[Remark]:
    """A table's style is one the file defines."""
    part = deck.package.of_kind(deck.main.name, "tableStyles")
    root = deck.package.root(part) if part else None
    known = {_BUILT_IN} | {
        attribute(node, "styleId") for node in (root.iter(A + "tblStyle") if root is not None else ())
    }
    for slide in deck.slides:
        for frame, table in _tables(slide):
            style = table.findtext("a:tblPr/a:tableStyleId", "", NAMES)
            if style and style not in known:
                yield Remark("style de tableau inconnu", slide.place(frame))


def _tables(slide: SlideFile) -> Iterator[tuple[Element, Element]]:
    """Frames and the tables in them."""
    for frame in slide.part.root.iter(P + "graphicFrame"):
        yield from ((frame, table) for table in frame.iter(A + "tbl"))


RULES = (
    LintRule("table-header-flag", each_slide(header_flag)),
    LintRule("table-header-empty", each_slide(empty_headers)),
    LintRule("table-merged", each_slide(merged_cells)),
    LintRule("table-row-length", each_slide(row_lengths)),
    LintRule("table-style", unknown_styles),
)
