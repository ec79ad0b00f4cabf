"""A native chart: what it caches to draw, and the workbook behind it (ISO/IEC 29500-1, 18 and 21.2)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation

from lxml import etree

from rapport.formats.office.package import NAMES, RELATION, OfficePackage, attribute, find_all, open_package
from rapport.formats.office.presentation import cached_points, paragraph, points
from rapport.formats.unreadable import UnreadableError, quoted
from rapport.verify.deck.presentation import ChartSheet, DeckChart, DeckSeries

# The workbook behind a chart, read from its XML (ISO/IEC 29500-1, 18).

S = f"{{{NAMES['s']}}}"
REFERENCE = re.compile(
    r"'?(?P<sheet>(?:[^'!]|'')+)'?!\$?(?P<c1>[A-Z]+)\$?(?P<r1>\d+)(?::\$?(?P<c2>[A-Z]+)\$?(?P<r2>\d+))?"
)
MAX_CELLS = 100_000  # the workbook of a chart has some hundred


def read_workbook(data: bytes) -> tuple[ChartSheet, ...]:
    """All sheets of a workbook. Raises `UnreadableError`."""
    package = open_package(data)
    book = package.related("", "officeDocument") or "xl/workbook.xml"
    targets = package.relations(book)
    strings = _shared_strings(package, book)
    nodes = find_all(package.root(book), "s:sheets/s:sheet")
    return tuple(
        _sheet(package, str(node.get("name")), targets[str(node.get(f"{RELATION}id"))].target, strings)
        for node in nodes
    )


def _shared_strings(package: OfficePackage, book: str) -> tuple[str, ...]:
    name = package.related(book, "sharedStrings")
    return tuple(_text(node) for node in find_all(package.root(name), "s:si")) if name else ()


def _sheet(package: OfficePackage, title: str, part: str, strings: tuple[str, ...]) -> ChartSheet:
    nodes = find_all(package.root(part), "s:sheetData/s:row/s:c")
    cells = tuple((str(node.get("r")), _cell(node, strings)) for node in nodes)
    formulas = ((str(node.get("r")), node.findtext("s:f", "", NAMES)) for node in nodes)
    return ChartSheet(title, _filled(cells), _filled(formulas))


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


def cells_of(reference: str, sheets: tuple[ChartSheet, ...]) -> tuple[str, ...]:
    """The texts of a range ("'Données'!$B$2:$B$4"), down its columns; a cell without text gives an empty string.

    A reference to a sheet that is not there gives nothing.
    """
    name, places = cells_in(reference)
    sheet = next((sheet for sheet in sheets if sheet.name == name), None)
    cells = dict(sheet.cells) if sheet else {}
    return tuple(cells.get(place, "") for place in places) if sheet else ()


def cells_in(reference: str) -> tuple[str, tuple[str, ...]]:
    """The sheet a range is on and its cells, down its columns; nothing for what is not a range, or is a vast one."""
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


C = f"{{{NAMES['c']}}}"


def read_chart(package: OfficePackage, part: str) -> DeckChart:
    """The chart of a part. Raises `UnreadableError`."""
    root = package.root(part)
    plots = [node for area in find_all(root, "c:chart/c:plotArea") for node in area if str(node.tag).endswith("Chart")]
    kinds = "+".join(str(plot.tag).removeprefix(C) for plot in plots)
    nodes = sorted((node for plot in plots for node in find_all(plot, "c:ser")), key=_order)
    series = tuple(map(_series, nodes))
    shapes = package.related(part, "chartUserShapes")
    drawn = tuple(_drawn(package.root(shapes))) if shapes in package.parts else ()
    book = package.related(part, "package")
    sheets = read_workbook(package.parts[book]) if book in package.parts else ()
    return DeckChart(kinds, series, tuple(_texts(root)), sheets, drawn)


def _order(series: etree._Element) -> int:
    """Where a series stands among the others, whatever its place in the file."""
    return int(attribute(series.find("c:order", NAMES), "val") or 0)


def _drawn(root: etree._Element) -> Iterator[str]:
    """The text of each shape over the chart, its lines on one."""
    for body in root.iter("{http://schemas.openxmlformats.org/drawingml/2006/chartDrawing}txBody"):
        text = " ".join(paragraph(node) for node in body.iter(f"{{{NAMES['a']}}}p"))
        if text.strip(" "):
            yield text


def _texts(root: etree._Element) -> Iterator[str]:
    """Titles of the chart and of its axes."""
    for title in root.iter(f"{C}title"):
        text = " ".join(paragraph(node) for node in title.iter(f"{{{NAMES['a']}}}p"))
        if text.strip(" "):
            yield text


def _series(node: etree._Element) -> DeckSeries:
    cells = "c:extLst/c:ext/c15:datalabelsRange"
    name = points(node.find("c:tx", NAMES))
    along = "c:cat" if node.find("c:cat", NAMES) is not None else "c:xVal"
    up = "c:val" if along == "c:cat" else "c:yVal"
    categories = points(node.find(along, NAMES))
    values = points(node.find(up, NAMES))
    label_cache = node.find(f"{cells}/c15:dlblRangeCache", NAMES)
    size = max(len(categories), len(values))
    return DeckSeries(
        name=name[0] if name else "",
        categories=categories,
        values=tuple(_number(text) for text in values),
        labels=_labels(node, size),
        range_labels=cached_points(label_cache) if label_cache is not None else (),
        references=(
            _formula(node.find("c:tx", NAMES)),
            _formula(node.find(along, NAMES)),
            _formula(node.find(up, NAMES)),
            node.findtext(f"{cells}/c15:f", "", NAMES),
        ),
    )


def _formula(node: etree._Element | None) -> str:
    return next((item.text or "" for item in node.iter(f"{C}f")), "") if node is not None else ""


def _labels(node: etree._Element, size: int) -> tuple[str, ...]:
    """The label of each point that has one of its own."""
    texts = {
        int(attribute(label.find("c:idx", NAMES), "val")): "\n".join(
            paragraph(line) for line in find_all(label, "c:tx/c:rich/a:p")
        )
        for label in find_all(node, "c:dLbls/c:dLbl")
        if label.find("c:delete", NAMES) is None
    }
    return tuple(texts.get(index, "") for index in range(max(size, max(texts, default=-1) + 1)))


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text) if text else None
    except InvalidOperation as error:
        raise UnreadableError(f"valeur de graphique illisible\u00a0: {quoted(text)}") from error
