"""The table of facts as spreadsheets keep it: workbooks, CSV of any office suite, dates as Excel shows them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation

import xlsxwriter

from rapport.origin import Origin
from rapport.problem import Problem
from rapport.read.facts.table import COLUMNS, FIELDS, NUMBERS, FactLine
from rapport.read.recipients.recipients import decoded, delimiter_of
from rapport.read.workbook import WorkbookError, as_csv

DATES = ("date", "period", "as_of", "expires")
"""Fields that a spreadsheet takes for dates."""
TABLES = (".csv", ".tsv", ".txt")
DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?: 0?0:00(?::00)?)?")
MONTH = re.compile(r"([a-zéû]{3,5})\.?-(\d\d)", re.IGNORECASE)
MONTHS = ("janv", "févr", "mars", "avr", "mai", "juin", "juil", "août", "sept", "oct", "nov", "déc")
MADE = datetime(1980, 1, 1, tzinfo=UTC)
"""When every workbook says that it was made: the same facts give the same bytes."""


def workbook(lines: Iterable[FactLine]) -> bytes:
    """The table as a workbook whose cells are texts, so that no date is changed, and numbers where facts have some."""
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True, "strings_to_numbers": False}) as book:
        book.set_properties({"created": MADE})
        sheet, plain = book.add_worksheet("faits"), book.add_format({"num_format": "@"})
        head, figures = book.add_format({"bold": True, "num_format": "@"}), book.add_format()
        sheet.freeze_panes(1, 2)
        sheet.set_column(0, len(COLUMNS) - 1, 16, plain)
        sheet.write_row(0, 0, COLUMNS, head)
        for row, line in enumerate(lines, start=1):
            fields = ((name, line.fields.get(name, "")) for name in FIELDS)
            cells = (("file", line.file), ("key", line.key), *fields)
            for column, (name, text) in enumerate(cells):
                number = _number(text) if name in NUMBERS else None
                if number is not None:
                    sheet.write_number(row, column, float(number), figures)
                elif text:
                    sheet.write_string(row, column, text, plain)
    return data.getvalue()


def _number(text: str) -> Decimal | None:
    """A number that a spreadsheet keeps to its last digit; None for any other text."""
    try:
        number = Decimal(text.replace("_", ""))
    except InvalidOperation:
        return None
    return number if Decimal(repr(float(number))) == number else None


def table_text(data: bytes, file: str) -> tuple[str, tuple[Problem, ...]]:
    """The table with semicolons, from a workbook or from CSV in any usual encoding; empty with its fault."""
    if data.startswith(b"PK"):
        try:
            return _with_dates(as_csv(data)), ()
        except WorkbookError as error:
            return "", (Problem("file-unreadable", str(error), Origin(file), "enregistrez-le à nouveau en .xlsx"),)
    text, problems = decoded(data, file)
    return _with_dates(_with_semicolons(text)), problems


def _with_semicolons(text: str) -> str:
    sign = delimiter_of(text)
    if sign == ";":
        return text
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    return _written(rows)


def _with_dates(text: str) -> str:
    """The table with the dates that a spreadsheet has put its own way in the content's notation."""
    if not DAY.search(text) and not MONTH.search(text):
        return text
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    places = {at for at, name in enumerate(rows[0]) if name in DATES} if rows else set()
    return _written([_dated(cell) if at in places else cell for at, cell in enumerate(row)] for row in rows)


def _dated(cell: str) -> str:
    if day := DAY.fullmatch(cell.strip()):
        return f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}"
    month = MONTH.fullmatch(cell.strip())
    if month and month[1].casefold() in MONTHS:
        return f"20{month[2]}-{MONTHS.index(month[1].casefold()) + 1:02}"
    return cell


def _written(rows: Iterable[Iterable[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\n").writerows(rows)
    return text.getvalue()
