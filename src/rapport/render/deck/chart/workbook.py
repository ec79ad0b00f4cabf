"""The workbook inside a chart (ECMA-376 part 1, 18): one sheet, readable as it is; references to its cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from rapport.edition.edition import Furniture
from rapport.formats.ooxml.markup import EMPTY, RELATIONSHIPS, Markup, document, element, join, text
from rapport.formats.ooxml.zip import Member, archive
from rapport.render.deck.chart.data import DataSheet, PlotSeries, column_letter

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_CREATED = "1980-01-01T00:00:00Z"
"""The archive's own date: a workbook made at another time must not differ."""

_PLAIN, _HEADER, _NUMBER, _DAY = 0, 1, 2, 3
DAY_FORMAT = "yyyy"
_NUMBER_FORMAT_ID, _DAY_FORMAT_ID = 164, 165
"""The first identifiers that are free for formats of one's own (18.8.30)."""
_LONGEST_LITERAL = 255
"""Characters a formula allows in one string."""


def workbook(sheet: DataSheet, title: str, names: Furniture) -> bytes:
    """The bytes of an .xlsx file."""
    return archive(_members(sheet, title, names)).data


def number(value: Decimal) -> str:
    """A number as Office files write it."""
    return format(value, "f")


def _members(sheet: DataSheet, title: str, names: Furniture) -> Iterator[Member]:
    yield Member("[Content_Types].xml", _CONTENT_TYPES)
    yield Member("_rels/.rels", _PACKAGE_RELATIONS)
    yield Member("docProps/core.xml", _core(title))
    yield Member("xl/workbook.xml", _book(sheet.name))
    yield Member("xl/_rels/workbook.xml.rels", _BOOK_RELATIONS)
    yield Member("xl/styles.xml", _styles(sheet.number_format))
    yield Member("xl/worksheets/sheet1.xml", _worksheet(sheet, names))


def _relations(*items: tuple[str, str]) -> bytes:
    return document(
        element(
            "Relationships",
            join(
                element("Relationship", Id=f"rId{index}", Type=kind, Target=target)
                for index, (kind, target) in enumerate(items, start=1)
            ),
            xmlns=_PACKAGE + "relationships",
        )
    )


def _content_types() -> bytes:
    defaults = (
        element(
            "Default",
            Extension="rels",
            ContentType="application/vnd.openxmlformats-package.relationships+xml",
        ),
        element("Default", Extension="xml", ContentType="application/xml"),
    )
    overrides = (
        element("Override", PartName="/xl/workbook.xml", ContentType=_TYPE + "sheet.main+xml"),
        element("Override", PartName="/xl/styles.xml", ContentType=_TYPE + "styles+xml"),
        element("Override", PartName="/xl/worksheets/sheet1.xml", ContentType=_TYPE + "worksheet+xml"),
        element(
            "Override",
            PartName="/docProps/core.xml",
            ContentType="application/vnd.openxmlformats-package.core-properties+xml",
        ),
    )
    return document(element("Types", *defaults, *overrides, xmlns=_PACKAGE + "content-types"))


def _core(title: str) -> bytes:
    return document(
        element(
            "cp:coreProperties",
            element("dc:title", text(title)),
            element("dcterms:created", text(_CREATED), xsi_type="dcterms:W3CDTF"),
            xmlns_cp=_PACKAGE + "metadata/core-properties",
            xmlns_dc="http://purl.org/dc/elements/1.1/",
            xmlns_dcterms="http://purl.org/dc/terms/",
            xmlns_xsi="http://www.w3.org/2001/XMLSchema-instance",
        )
    )


def _book(name: str) -> bytes:
    sheets = element("sheets", element("sheet", name=name, sheetId=1, r_id="rId1"))
    return document(element("workbook", sheets, xmlns=_MAIN, xmlns_r=RELATIONSHIPS))


def _styles(number_format: str) -> bytes:
    font = (element("sz", val=11), element("name", val="Calibri"))
    formats = (
        element("xf", numFmtId=0, fontId=0, fillId=0, borderId=0, xfId=0),
        element("xf", numFmtId=0, fontId=1, fillId=0, borderId=0, xfId=0, applyFont=1),
        element("xf", numFmtId=_NUMBER_FORMAT_ID, fontId=0, fillId=0, borderId=0, xfId=0, applyNumberFormat=1),
        element("xf", numFmtId=_DAY_FORMAT_ID, fontId=0, fillId=0, borderId=0, xfId=0, applyNumberFormat=1),
    )
    codes = ((_NUMBER_FORMAT_ID, number_format), (_DAY_FORMAT_ID, DAY_FORMAT))
    none, grey = (element("fill", element("patternFill", patternType=kind)) for kind in ("none", "gray125"))
    sides = [element(side) for side in ("left", "right", "top", "bottom", "diagonal")]
    return document(
        element(
            "styleSheet",
            element("numFmts", *(element("numFmt", numFmtId=key, formatCode=code) for key, code in codes), count=2),
            element("fonts", element("font", *font), element("font", element("b"), *font), count=2),
            element("fills", none, grey, count=2),
            element("borders", element("border", *sides), count=1),
            element("cellStyleXfs", element("xf", numFmtId=0, fontId=0, fillId=0, borderId=0), count=1),
            element("cellXfs", *formats, count=len(formats)),
            element("cellStyles", element("cellStyle", name="Normal", xfId=0, builtinId=0), count=1),
            xmlns=_MAIN,
        )
    )


def _worksheet(sheet: DataSheet, names: Furniture) -> bytes:
    rows = [_header_row(sheet, names), *(_data_row(sheet, index, names) for index in range(sheet.rows))]
    last = 1 + max((max(series.column, series.label_column) for series in sheet.series), default=1)
    widths = element(
        "cols",
        element("col", min=1, max=1, width=32, customWidth=1),
        element("col", min=2, max=last, width=20, customWidth=1),
    )
    return document(element("worksheet", widths, element("sheetData", *rows), xmlns=_MAIN))


def _header_row(sheet: DataSheet, names: Furniture) -> Markup:
    """What the columns hold: names of series over their values, and over where they stand along."""
    heads = {0: names("category")}
    for series in sheet.series:
        heads[series.column] = series.name
        if series.across_column >= 0:
            heads[series.across_column] = names("plot-along")
        if series.label_column >= 0:
            heads[series.label_column] = f"{names('label')} – {series.name}" if series.name else names("label")
    return element("row", *(_words(column, 1, heads[column], _HEADER) for column in sorted(heads)), r=1)


def _data_row(sheet: DataSheet, index: int, names: Furniture) -> Markup:
    row, mark = index + 2, names("decimal-mark")
    cells = {0: _category(sheet, index, row)}
    for series in sheet.series:
        cells[series.column] = _value(_at(series.trace.values, index), series.column, row)
        if series.across_column >= 0:
            cells[series.across_column] = _value(_at(series.trace.across, index), series.across_column, row)
        if series.label_column >= 0:
            cells[series.label_column] = _label(series, index, row, mark)
    return element("row", *(cells[column] for column in sorted(cells)), r=row)


def _category(sheet: DataSheet, index: int, row: int) -> Markup:
    if index >= len(sheet.categories):
        return EMPTY
    if sheet.days:
        return element("c", element("v", text(str(sheet.days[index]))), r=f"A{row}", s=_DAY)
    return _words(0, row, sheet.categories[index])


def _at(held: tuple[Decimal | None, ...], index: int) -> Decimal | None:
    return held[index] if index < len(held) else None


def _words(column: int, row: int, words: str, style: int = _PLAIN) -> Markup:
    content = element("is", element("t", text(words), xml_space="preserve"))
    return element("c", content, r=f"{column_letter(column)}{row}", s=style, t="inlineStr")


def _value(value: Decimal | None, column: int, row: int) -> Markup:
    if value is None:
        return EMPTY
    return element("c", element("v", text(number(value))), r=f"{column_letter(column)}{row}", s=_NUMBER)


def _label(series: PlotSeries, index: int, row: int, mark: str) -> Markup:
    """A label whose number is the value's follows it when a reader edits it; others are words."""
    label = series.labels[index] if index < len(series.labels) else ""
    if not label:
        return EMPTY
    formula = _label_formula(series, index, row, mark) if mark != "." else ""
    if not formula:
        return _words(series.label_column, row, label)
    cell = f"{column_letter(series.label_column)}{row}"
    return element("c", element("f", text(formula)), element("v", text(label)), r=cell, t="str")


def _label_formula(series: PlotSeries, index: int, row: int, mark: str) -> str:
    """The decimal mark is put in by the formula: Excel would write a point on a computer set to English."""
    value, label = series.trace.values[index], series.labels[index]
    shown = number(value).replace(".", mark) if value is not None else ""
    before, found, after = label.partition(shown)
    if not shown or not found or shown in after or _has_digit(before + after) or len(label) > _LONGEST_LITERAL:
        return ""
    decimals = len(shown.partition(mark)[2])
    cell = f"{column_letter(series.column)}{row}"
    written = f'SUBSTITUTE(FIXED({cell},{decimals},TRUE),".","{mark}")'
    return "&".join((*_literal(before), written, *_literal(after)))


def _literal(words: str) -> tuple[str, ...]:
    return ('"' + words.replace('"', '""') + '"',) if words else ()


def _has_digit(words: str) -> bool:
    return any(character.isdigit() for character in words)


_CONTENT_TYPES = _content_types()
_PACKAGE_RELATIONS = _relations(
    (RELATIONSHIPS + "/officeDocument", "xl/workbook.xml"),
    (_PACKAGE + "relationships/metadata/core-properties", "docProps/core.xml"),
)
_BOOK_RELATIONS = _relations(
    (RELATIONSHIPS + "/worksheet", "worksheets/sheet1.xml"), (RELATIONSHIPS + "/styles", "styles.xml")
)


# References to cells of the workbook, with what stood there when the deck was made.

C15 = "http://schemas.microsoft.com/office/drawing/2012/chart"
_LABEL_RANGE = "{02D57815-91ED-43cb-92C2-25804820EDAC}"


def series_name(sheet: DataSheet, series: PlotSeries) -> Markup:
    """`c:tx`: the header of the series' column."""
    return element("c:tx", _strings(sheet.header(series.column), [series.name]))


def categories(sheet: DataSheet) -> Markup:
    """`c:cat`: the first column, dates as numbers."""
    if not sheet.days:
        return element("c:cat", _strings(sheet.range(0), sheet.categories))
    return element("c:cat", _numbers(sheet.range(0), tuple(map(Decimal, sheet.days)), DAY_FORMAT))


def values(sheet: DataSheet, series: PlotSeries, name: str = "c:val") -> Markup:
    """`c:val`; a missing value has no point, so that nothing is drawn for it."""
    held = _padded(series.trace.values, sheet)
    return element(name, _numbers(sheet.range(series.column), held, sheet.number_format))


def across(sheet: DataSheet, series: PlotSeries) -> Markup:
    """`c:xVal` of a scatter's series."""
    held = _padded(series.trace.across, sheet)
    return element("c:xVal", _numbers(sheet.range(series.across_column), held, sheet.number_format))


def label_range(sheet: DataSheet, series: PlotSeries) -> Markup:
    """The extension of a series whose labels are the texts of cells (MS-ODRAWXML 2.24.3.20)."""
    if series.label_column < 0:
        return EMPTY
    cache = element("c15:dlblRangeCache", element("c:ptCount", val=sheet.rows), _cached(series.labels))
    cells = element("c15:datalabelsRange", element("c15:f", text(sheet.range(series.label_column))), cache)
    return element("c:extLst", element("c:ext", cells, uri=_LABEL_RANGE, xmlns_c15=C15))


def _padded(held: tuple[Decimal | None, ...], sheet: DataSheet) -> tuple[Decimal | None, ...]:
    return held + (None,) * (sheet.rows - len(held))


def _numbers(formula: str, held: tuple[Decimal | None, ...], code: str) -> Markup:
    cache = element(
        "c:numCache",
        element("c:formatCode", text(code)),
        element("c:ptCount", val=len(held)),
        join(_point(index, value) for index, value in enumerate(held) if value is not None),
    )
    return element("c:numRef", element("c:f", text(formula)), cache)


def _strings(formula: str, words: Iterable[str]) -> Markup:
    listed = list(words)
    cache = element("c:strCache", element("c:ptCount", val=len(listed)), _cached(listed))
    return element("c:strRef", element("c:f", text(formula)), cache)


def _cached(words: Iterable[str]) -> Markup:
    return join(element("c:pt", element("c:v", text(word)), idx=index) for index, word in enumerate(words) if word)


def _point(index: int, value: Decimal) -> Markup:
    return element("c:pt", element("c:v", text(number(value))), idx=index)
