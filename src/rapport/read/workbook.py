"""A spreadsheet as Excel and LibreOffice save it (.xlsx) -> the CSV it would be, dates and numbers as they show."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation

from lxml import etree

from rapport.formats.office.archive import Archive, ArchiveLimits, open_archive, parse
from rapport.formats.unreadable import UnreadableError

ENDINGS = (".xlsx",)
LARGEST_PART, MOST_CELLS = 60_000_000, 2_000_000
"""Bytes of a part once unpacked, and cells of a sheet; 13,000 facts take a tenth."""
LIMITS = ArchiveLimits(ratio=0, rooted=True)
SHEETS, STRINGS, STYLES = "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 - a cell has no zone
"""Day 0 of Excel, whose 1900 had a 29th of February."""
DATED = frozenset((*range(14, 18), 22, *range(27, 37), *range(50, 59)))
"""Number formats of dates that need no description (ECMA-376, 18.8.30)."""
MONTHS_ALONE, PERCENT, HOURS = frozenset((17,)), frozenset((9, 10)), frozenset((22,))
"""Of the formats that need no description: `mmm-yy`, `0%` and `0.00%`, `m/d/yy h:mm`."""
SHOWN = {"month": "%Y-%m", "date": "%Y-%m-%d", "moment": "%Y-%m-%dT%H:%M"}
LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
COLUMN = re.compile(r"([A-Z]{1,3})\d+")
DAMAGE = (UnreadableError, KeyError, ValueError, IndexError)


class WorkbookError(Exception):
    """The file is not a readable workbook; the message is one French sentence."""


def as_csv(data: bytes) -> str:
    """The first sheet with semicolons, a line for each row. Raises WorkbookError."""
    try:
        rows = tuple(_rows(open_archive(data, LIMITS)))
    except DAMAGE as error:
        raise WorkbookError("ce classeur ne se lit pas") from error
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\n").writerows(rows)
    return text.getvalue()


def _rows(package: Archive) -> Iterator[Sequence[str]]:
    """The cells of each row as texts; rows left out of the file are empty, so that lines keep their numbers."""
    strings = tuple(_strings(package))
    formats = tuple(_formats(package))
    number, count = 0, 0
    for row in _part(package, _first_sheet(package)).iter("{*}row"):
        wanted = int(row.get("r") or number + 1)
        yield from ((),) * min(wanted - number - 1, MOST_CELLS)
        number = wanted
        cells: dict[int, str] = {}
        for cell in row.iter("{*}c"):
            cells[_column(cell, len(cells))] = _text(cell, strings, formats)
            count += 1
        if count > MOST_CELLS or number > MOST_CELLS:
            raise ValueError(count)
        yield [cells.get(at, "") for at in range(max(cells, default=-1) + 1)]


def _part(package: Archive, name: str) -> etree._Element:
    return parse(package[name], name, LARGEST_PART, 4 * MOST_CELLS)  # a cell has two elements or three


def _first_sheet(package: Archive) -> str:
    """The part of the sheet that stands first, whatever its name."""
    sheets = list(_part(package, SHEETS).iter("{*}sheet"))
    keys = [value for name, value in sheets[0].attrib.items() if str(name).endswith("}id")]
    targets = {each.get("Id"): each.get("Target", "") for each in _part(package, RELATIONS)}
    target = str(targets[keys[0]])
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _strings(package: Archive) -> Iterator[str]:
    if STRINGS in package:
        for item in _part(package, STRINGS).iter("{*}si"):
            yield _plain(item)


def _plain(item: etree._Element) -> str:
    """The letters of a text in several runs, how it is pronounced left out."""
    return "".join(text.text or "" for text in item.iter("{*}t") if not str(text.getparent().tag).endswith("}rPh"))


def _formats(package: Archive) -> Iterator[str]:
    """For each style of cells: `date`, `month`, `moment` (a day with its hour), `percent`, or nothing."""
    if STYLES not in package:
        return
    styles = _part(package, STYLES)
    own = {int(each.get("numFmtId", 0)): each.get("formatCode", "") for each in styles.iter("{*}numFmt")}
    cells = next(styles.iter("{*}cellXfs"), None)
    for style in () if cells is None else cells:
        yield _kind(int(style.get("numFmtId", 0)), own)


def _kind(number: int, own: Mapping[int, str]) -> str:
    code = LITERAL.sub("", own.get(number, "")).casefold()
    if number in MONTHS_ALONE or (code and "m" in code and ("y" in code or "a" in code) and not set("dj") & set(code)):
        return "month"
    if number in PERCENT or "%" in code:
        return "percent"
    dated = number in DATED or "y" in code or "aa" in code
    return ("moment" if number in HOURS or "h" in code else "date") if dated else ""


def _column(cell: etree._Element, fallback: int) -> int:
    match = COLUMN.fullmatch(cell.get("r") or "")
    if not match:
        return fallback
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1


def _text(cell: etree._Element, strings: Sequence[str], formats: Sequence[str]) -> str:
    kind, value = cell.get("t", "n"), cell.findtext("{*}v") or ""
    if kind == "inlineStr":
        return _plain(cell)
    if kind == "s":
        return strings[int(value)]
    if kind != "n" or not value:
        return value[:10] if kind == "d" else value
    style = int(cell.get("s", 0))
    return _number(value, formats[style] if style < len(formats) else "")


def _number(value: str, kind: str) -> str:
    """A number as one types it, a date in the content's notation: a spreadsheet keeps 97.4 as 97.400000000000006."""
    try:
        number = Decimal(repr(float(value)))
    except InvalidOperation as error:
        raise ValueError(value) from error
    if kind == "percent":
        return f"{(number * 100).normalize():f}"
    if kind:
        day = DAY_ZERO + timedelta(minutes=round(number * 24 * 60))
        return day.strftime(SHOWN["date" if kind == "moment" and not (day.hour or day.minute) else kind])
    return f"{number.normalize():f}"
