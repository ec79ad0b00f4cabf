"""Shapes and tables: what PowerPoint repairs, places, the order in which they are read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from lxml.etree import _Element as Element

from rapport.formats.office.package import NAMES, attribute, find_all
from rapport.verify.deck_linter.deck_file import (
    A,
    DeckFile,
    LintRule,
    P,
    Remark,
    ShapeBox,
    SlideFile,
    all_shapes,
    box_of,
    each_slide,
    is_decorative,
    placeholder_of,
    properties_of,
    slide_box,
    text_of,
)

_FURNITURE = frozenset(("dt", "ftr", "sldNum"))
_ANCHORS = frozenset(("", "t", "ctr", "b", "just", "dist"))
_TITLES = frozenset(("title", "ctrTitle"))


def repeated_ids(slide: SlideFile) -> Iterator[Remark]:
    """Two shapes of one number."""
    ids = Counter(attribute(node, "id") for node in slide.part.root.iter(P + "cNvPr"))
    for number in (key for key, count in ids.items() if count > 1):
        yield Remark(f"deux formes portent le numéro {number}", slide.place())


def missing_text_bodies(slide: SlideFile) -> Iterator[Remark]:
    """PowerPoint repairs an autoshape without a text body."""
    for shape in slide.part.root.iter(P + "sp"):
        if shape.find("p:txBody", NAMES) is None:
            yield Remark("forme sans corps de texte", slide.place(shape))


def bare_backgrounds(deck: DeckFile) -> Iterator[Remark]:
    """PowerPoint repairs a background without a list of effects."""
    slides = tuple((slide.part, slide.place()) for slide in deck.slides)
    others = tuple((part, part.name) for part in (*deck.layouts, *deck.masters))
    for part, place in (*slides, *others):
        for background in part.root.iter(P + "bgPr"):
            if background.find("a:effectLst", NAMES) is None and background.find("a:effectDag", NAMES) is None:
                yield Remark("fond sans liste d’effets", place)


def unknown_anchors(slide: SlideFile) -> Iterator[Remark]:
    """An anchor with an unknown value."""
    for shape in all_shapes(slide):
        for body in shape.iterfind("p:txBody/a:bodyPr", NAMES):
            if attribute(body, "anchor") not in _ANCHORS:
                yield Remark(f"ancrage inconnu\u00a0: {attribute(body, 'anchor')}", slide.place(shape))


def unknown_placeholders(slide: SlideFile) -> Iterator[Remark]:
    """A shape that fills a placeholder its layout does not have inherits nothing."""
    known = {attribute(node, "idx") for node in slide.layout.root.iterfind(".//p:nvPr/p:ph", NAMES)}
    for shape in slide.shapes:
        holder = placeholder_of(shape)
        if holder is not None and attribute(holder, "idx") not in known:
            yield Remark("la disposition n’a pas d’emplacement pour cette forme", slide.place(shape))


def empty_placeholders(slide: SlideFile) -> Iterator[Remark]:
    """An empty placeholder shows its prompt to those who edit, and is announced to those who listen."""
    for shape in slide.shapes:
        if shape.tag == P + "sp" and placeholder_of(shape) is not None and not text_of(shape).strip(" "):
            yield Remark("emplacement vide", slide.place(shape))


def empty_text_boxes(slide: SlideFile) -> Iterator[Remark]:
    """A shape with neither words nor alternative text, and not marked as decorative."""
    for shape in slide.part.root.iter(P + "sp"):
        silent = not text_of(shape).strip(" ") and not attribute(properties_of(shape), "descr")
        if placeholder_of(shape) is None and silent and not is_decorative(shape):
            yield Remark("forme sans texte ni texte de remplacement", slide.place(shape))


def shapes_off_slide(deck: DeckFile) -> Iterator[Remark]:
    """What lies outside of the slide is announced but not seen."""
    limits = slide_box(deck.main.root)
    for slide in deck.slides:
        for shape in all_shapes(slide):
            box = box_of(shape)
            if box is not None and not limits.holds(box):
                yield Remark("forme en dehors de la diapositive", slide.place(shape))


def furniture_last(slide: SlideFile) -> Iterator[Remark]:
    """Footer and number are read last."""
    kinds = [_kind(shape) in _FURNITURE for shape in slide.shapes]
    if any(before and not after for before, after in pairwise(kinds)):
        yield Remark("pied de page ou numéro lus avant le contenu", slide.place())


def reading_order(slide: SlideFile) -> Iterator[Remark]:
    """Within a column, what stands above is read first (EN 301 549, 10.1.3.2). What stands over the title is apart."""
    floor = next((box.bottom for shape in slide.shapes if (box := _title_box(shape, slide))), 0)
    content = [(shape, box) for shape in slide.shapes if (box := _content_box(shape)) and box.top >= floor]
    for (_, before), (shape, after) in pairwise(content):
        if after.bottom <= before.top and after.shares_column(before):
            yield Remark("forme lue après une autre qu’elle précède à l’écran", slide.place(shape))


def _kind(shape: Element) -> str:
    return attribute(placeholder_of(shape), "type")


def _title_box(shape: Element, slide: SlideFile) -> ShapeBox | None:
    if _kind(shape) not in _TITLES:
        return None
    return box_of(shape) or _layout_box(slide)


def _layout_box(slide: SlideFile) -> ShapeBox | None:
    """The title's place on the layout, else on its master."""
    shapes = (shape for part in (slide.layout, slide.master) for shape in part.root.iter(P + "sp"))
    return next((box for shape in shapes if _kind(shape) in _TITLES and (box := box_of(shape))), None)


def _content_box(shape: Element) -> ShapeBox | None:
    """The place of what is read: neither title, furniture nor ornament; None where it is the layout's."""
    if _kind(shape) in _FURNITURE | _TITLES or is_decorative(shape):
        return None
    return box_of(shape)


RULES = (
    LintRule("shape-number-repeated", each_slide(repeated_ids)),
    LintRule("shape-text-body", each_slide(missing_text_bodies)),
    LintRule("background-effects", bare_backgrounds),
    LintRule("text-anchor", each_slide(unknown_anchors)),
    LintRule("placeholder-unknown", each_slide(unknown_placeholders)),
    LintRule("placeholder-empty", each_slide(empty_placeholders)),
    LintRule("shape-silent", each_slide(empty_text_boxes)),
    LintRule("shape-off-slide", shapes_off_slide),
    LintRule("reading-furniture", each_slide(furniture_last)),
    LintRule("reading-order", each_slide(reading_order)),
)


# Tables: regular, with a header that says so (EN 301 549, 10.1.3.1).


_MERGES = ("gridSpan", "rowSpan", "hMerge", "vMerge")
_BUILT_IN = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"
"""The style that Office gives a new table, which files need not define."""


def header_flag(slide: SlideFile) -> Iterator[Remark]:
    """The first row is marked as header."""
    for frame, table in _tables(slide):
        if attribute(table.find("a:tblPr", NAMES), "firstRow") not in ("1", "true"):
            yield Remark("tableau sans ligne d’en-tête déclarée", slide.place(frame))


def empty_headers(slide: SlideFile) -> Iterator[Remark]:
    """Every column has a name, in the second row under heads over several, but for the corner above names of rows."""
    for frame, table in _tables(slide):
        rows = find_all(table, "a:tr")
        at = 1 if len(rows) > 1 and _is_upper_head(rows[0]) else 0
        cells = find_all(rows[at], "a:tc") if rows else []
        if not all(text_of(cell).strip(" ") for cell in cells[1:]):
            yield Remark("colonne de tableau sans en-tête", slide.place(frame))


def merged_cells(slide: SlideFile) -> Iterator[Remark]:
    """Merged cells are lost on those who listen, but for the heading of a group, which spans all columns, and for heads
    over those of several columns.

    Half-merged ones make PowerPoint repair the file.
    """
    for frame, table in _tables(slide):
        columns = len(find_all(table, "a:tblGrid/a:gridCol"))
        rows = find_all(table, "a:tr")
        if any(
            _is_merged(row) and not (_is_group(row, columns) if at else _is_upper_head(row))
            for at, row in enumerate(rows)
        ):
            yield Remark("cellules fusionnées", slide.place(frame))


def _is_merged(row: Element) -> bool:
    return any(cell.get(name) for cell in find_all(row, "a:tc") for name in _MERGES)


def _is_group(row: Element, columns: int) -> bool:
    """Whether the first cell spans every column, and the others are what it covers."""
    first, *others = find_all(row, "a:tc")
    covered = all(cell.get("hMerge") in ("1", "true") and not text_of(cell).strip(" ") for cell in others)
    return first.get("gridSpan") == str(columns) and not first.get("rowSpan") and covered and len(others) == columns - 1


def _is_upper_head(row: Element) -> bool:
    """Whether some of its cells span columns, and the others are all that these cover or stand alone."""
    covered, some = 0, False
    for cell in find_all(row, "a:tc"):
        merged = cell.get("hMerge") in ("1", "true")
        if (
            merged != bool(covered)
            or (merged and text_of(cell).strip(" "))
            or cell.get("rowSpan")
            or cell.get("vMerge")
        ):
            return False
        said = cell.get("gridSpan", "1")
        span = int(said) if said.isdecimal() else 1
        covered, some = covered - 1 if merged else span - 1, some or span > 1
    return some and not covered


def row_lengths(slide: SlideFile) -> Iterator[Remark]:
    """Every row has as many cells as there are columns."""
    for frame, table in _tables(slide):
        columns = len(find_all(table, "a:tblGrid/a:gridCol"))
        if any(len(find_all(row, "a:tc")) != columns for row in find_all(table, "a:tr")):
            yield Remark(f"ligne de tableau qui n’a pas {columns} cellules", slide.place(frame))


def unknown_styles(deck: DeckFile) -> Iterator[Remark]:
    """A table's style is one the file defines."""
    part = deck.package.related(deck.main.name, "tableStyles")
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


TABLES = (
    LintRule("table-header-flag", each_slide(header_flag)),
    LintRule("table-header-empty", each_slide(empty_headers)),
    LintRule("table-merged", each_slide(merged_cells)),
    LintRule("table-row-length", each_slide(row_lengths)),
    LintRule("table-style", unknown_styles),
)
