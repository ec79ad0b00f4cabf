"""The workbook behind a chart, read from its XML (ISO/IEC 29500-1, 18)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from rapport.verify.deck.package import NAMES, RELATION, Package, find_all, open_package
from rapport.verify.deck.presentation import Sheet

S = f"{{{NAMES['s']}}}"
REFERENCE = re.compile(
    r"'?(?P<sheet>(?:[^'!]|'')+)'?!\$?(?P<c1>[A-Z]+)\$?(?P<r1>\d+)(?::\$?(?P<c2>[A-Z]+)\$?(?P<r2>\d+))?"
)
MAX_CELLS = 100_000


def read_workbook(data: bytes) -> tuple[Sheet, ...]:
    """All sheets of a workbook. Raises `UnreadableError`."""
    package = open_package(data)
    book = package.of_kind("", "officeDocument") or "xl/workbook.xml"
    targets = package.related(book)
    strings = _shared_strings(package, book)
    nodes = find_all(package.root(book), "s:sheets/s:sheet")
    return tuple(
        _sheet(package, str(node.get("name")), targets[str(node.get(f"{RELATION}id"))][1], strings) for node in nodes
    )


def _shared_strings(package: Package, book: str) -> tuple[str, ...]:
    name = package.of_kind(book, "sharedStrings")
    return tuple(_text(node) for node in find_all(package.root(name), "s:si")) if name else ()


def _sheet(package: Package, title: str, part: str, strings: tuple[str, ...]) -> Sheet:
    nodes = find_all(package.root(part), "s:sheetData/s:row/s:c")
    cells = tuple((str(node.get("r")), _cell(node, strings)) for node in nodes)
    formulas = ((str(node.get("r")), node.findtext("s:f", "", NAMES)) for node in nodes)
    return Sheet(title, _filled(cells), _filled(formulas))


def _filled(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((reference, text) for reference, text in pairs if text)


def _cell(node: etree._Element, strings: tuple[str, ...]) -> str:
    value = node.findtext("s:v", "", NAMES)
    if node.get("t") == "s" and value:
        return strings[int(value)] if int(value) < len(strings) else ""
    return _text(node.find("s:is", NAMES)) if node.get("t") == "inlineStr" else value


def _text(node: etree._Element | None) -> str:
    """All runs of a string, phonetic guides left out."""
    if node is None:
        return ""
    runs = [
        child if child.tag == f"{S}t" else child.find("s:t", NAMES) for child in node if child.tag in (f"{S}t", f"{S}r")
    ]
    return "".join(run.text or "" for run in runs if run is not None)


def cells_of(reference: str, sheets: tuple[Sheet, ...]) -> tuple[str, ...]:
    """The texts of a range ("'Données'!$B$2:$B$4"), down its columns; a cell without text gives an empty string.

    A reference to a sheet that is not there gives nothing.
    """
    name, places = cells_in(reference)
    sheet = next((sheet for sheet in sheets if sheet.name == name), None)
    cells = dict(sheet.cells) if sheet else {}
    return tuple(cells.get(place, "") for place in places) if sheet else ()


def cells_in(reference: str) -> tuple[str, tuple[str, ...]]:
    """The sheet a range is on and its cells, down its columns; nothing for what is no range, or a vast one."""
    match = REFERENCE.fullmatch(reference)
    if match is None:
        return "", ()
    columns = range(_column(match["c1"]), _column(match["c2"] or match["c1"]) + 1)
    rows = range(int(match["r1"]), int(match["r2"] or match["r1"]) + 1)
    if len(columns) * len(rows) > MAX_CELLS:
        return "", ()
    places = tuple(f"{_letters(column)}{row}" for column in columns for row in rows)
    return match["sheet"].replace("''", "'"), places


def header_of(reference: str) -> str:
    """The cell above a range; empty where there is none."""
    _, places = cells_in(reference)
    match = re.fullmatch(r"([A-Z]+)(\d+)", places[0]) if places else None
    return f"{match[1]}{int(match[2]) - 1}" if match and int(match[2]) > 1 else ""


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
