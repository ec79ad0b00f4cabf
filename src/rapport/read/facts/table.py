"""CSV text -> cells that know where they stand (RFC 4180, with semicolons)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from rapport.model.fact import Fact
from rapport.model.scalar import Scalar
from rapport.origin import NOWHERE, Origin
from rapport.problem import Problem, Severity, errors
from rapport.read.meant import did_you_mean
from rapport.read.validation import validate
from rapport.read.yaml_nodes import LocatedDict

SEPARATOR = ";"
_PLAIN = re.compile(r'[^;"\r\n]*')
_QUOTED = re.compile(r'"((?:[^"]|"")*)"')
_LINE_END = re.compile(r"\r\n|\n|\r")


class CsvCell(Struct, frozen=True):
    """The text of a cell, its quotes undone, and the place of its first character."""

    text: str
    origin: Origin


Line = tuple[CsvCell, ...]


class CsvError(Exception):
    """The text is not CSV; carries what is wrong."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def read_cells(file: str, text: str) -> tuple[Line, ...]:
    """The lines that are not empty, without the empty cells at their ends. Raises CsvError at the first fault."""
    return tuple(line for line in map(_trimmed, _lines(file, text)) if line)


def _trimmed(cells: Sequence[CsvCell]) -> Line:
    """A spreadsheet saves as many cells on every line as the widest column it has ever seen takes."""
    filled = [number for number, cell in enumerate(cells, 1) if cell.text]
    return tuple(cells[: filled[-1]]) if filled else ()


def _lines(file: str, text: str) -> Iterator[Line]:
    place, number, start = 0, 1, 0
    cells: list[CsvCell] = []
    while place < len(text):
        origin = Origin(file, number, place - start + 1)
        cell, place = _csv_cell(text, place, origin)
        cells.append(cell)
        breaks = tuple(_LINE_END.finditer(text, start + origin.column - 1, place))
        if breaks:
            number, start = number + len(breaks), breaks[-1].end()
        end = _LINE_END.match(text, place)
        if text.startswith(SEPARATOR, place):
            place += 1
            if place < len(text):
                continue
            cells.append(CsvCell("", Origin(file, number, place - start + 1)))
        elif end:
            place = start = end.end()
            number += 1
        yield tuple(cells)
        cells = []


def _csv_cell(text: str, place: int, origin: Origin) -> tuple[CsvCell, int]:
    """The cell at a place, and where it ends."""
    if not text.startswith('"', place):
        match = _PLAIN.match(text, place)
        assert match is not None  # it may match nothing
        end = match.end()
        if text.startswith('"', end):
            raise CsvError(Problem("csv-quote", "un guillemet au milieu d’une case", origin, 'doublez-le\u00a0: ""'))
        return CsvCell(match[0], origin), end
    quoted = _QUOTED.match(text, place)
    if quoted is None:
        raise CsvError(Problem("csv-quote", "une case entre guillemets n’est pas fermée", origin))
    after = text[quoted.end() : quoted.end() + 1]
    if after not in ("", SEPARATOR, "\n", "\r"):
        raise CsvError(
            Problem("csv-quote", "du texte suit un guillemet fermant", origin, 'doublez les guillemets\u00a0: ""')
        )
    return CsvCell(quoted[1].replace('""', '"'), origin), quoted.end()


# Facts as a table: a line for each fact, a column for each key, as spreadsheets show and edit them.


FIELDS = tuple(name for name in Fact.model_fields if name != "origin")
"""The keys of a fact, in the order in which they are written."""

COLUMNS = ("file", "key", *FIELDS)
NUMBERS = ("value", "low", "high")
KEY = re.compile(r"[a-z0-9][a-z0-9-]*")
FILE = re.compile(r"[^/\\.\x00-\x1f][^\\\x00-\x1f]*")
"""A file of facts in their folder, or in one of its subfolders."""
_FORMULA = re.compile(r"[=+@\t\r-]")
_SPACED = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d)")


NEEDED = ("file", "key", *(name for name in FIELDS if Fact.model_fields[name].is_required()))
"""Columns without which no fact can be read; others may be left out, and say nothing then."""


class FactLine(Struct, frozen=True):
    """A line of the table: the file and key of a fact, the texts of its fields that are not empty.

    `absent` are the fields for which the table has no column.
    """

    file: str
    key: str
    fields: Mapping[str, str]
    fact: Fact | None = None
    origin: Origin = NOWHERE
    absent: tuple[str, ...] = ()


def write_table(lines: Iterable[FactLine]) -> str:
    """The table as CSV with semicolons and Windows line ends, which French spreadsheets open as it stands."""
    fields = ((line, (_cell(name, line.fields.get(name, "")) for name in FIELDS)) for line in lines)
    rows = [COLUMNS, *((line.file, line.key, *cells) for line, cells in fields)]
    return "".join(";".join(map(_escaped, row)) + "\r\n" for row in rows)


def _cell(name: str, text: str) -> str:
    """The text of a field; an apostrophe keeps spreadsheets from taking words for a formula (OWASP, CSV injection)."""
    return f"'{text}" if name not in NUMBERS and _FORMULA.match(text) else text


def _escaped(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if re.search(r'[;"\r\n]', text) else text


def read_table(file: str, text: str) -> tuple[tuple[FactLine, ...], tuple[Problem, ...]]:
    """The lines of a table and all its faults, each placed at its cell."""
    try:
        header, *rows = read_cells(file, text) or ((),)
    except CsvError as error:
        return (), (error.problem,)
    problems = list(_header_faults(header, file))
    if errors(problems):
        return (), tuple(problems)
    names = tuple(cell.text for cell in header)
    lines = []
    for row in rows:
        line, faults = _line(row, names)
        lines.append(line)
        problems += faults
    return tuple(lines), (*problems, *_repeated(lines))


def _header_faults(header: Line, file: str) -> Iterator[Problem]:
    names = [cell.text for cell in header]
    if not names or (len(names) == 1 and "," in names[0]):
        hint = "séparez les colonnes par des points-virgules"
        yield Problem("table-header", "la première ligne doit nommer les colonnes", Origin(file, 1, 1), hint)
        return
    for index, cell in enumerate(header):
        if cell.text not in COLUMNS:
            hint = did_you_mean(cell.text, COLUMNS)
            severity: Severity = "error" if hint else "warning"
            words = "colonne inconnue" if hint else "colonne laissée de côté"
            message = f"{words}\u00a0: «\u00a0{cell.text}\u00a0»"
            yield Problem("column-unknown", message, cell.origin, hint, severity)
        elif cell.text in names[:index]:
            yield Problem("column-repeated", f"la colonne «\u00a0{cell.text}\u00a0» figure deux fois", cell.origin)
    for name in NEEDED:
        if name not in names:
            hint = "repartez d’un tableau exporté par «\u00a0rapport facts export\u00a0»"
            yield Problem("column-missing", f"la colonne «\u00a0{name}\u00a0» manque", header[0].origin, hint)


def _line(row: Line, names: tuple[str, ...]) -> tuple[FactLine, tuple[Problem, ...]]:
    origin = row[0].origin
    cells = dict(zip(names, row, strict=False))
    if len(row) > len(names):
        message = f"{len(row)} cases, {len(names)} attendues"
        return FactLine("", "", {}), (Problem("row-length", message, row[len(names)].origin),)
    faults = tuple(_identity_faults(cells, origin))
    tree = LocatedDict(origin)
    for name in FIELDS:
        if name in cells and cells[name].text:
            scalar = _scalar(name, cells[name])
            tree[name], tree.key_origins[name] = scalar, scalar.origin
    fact, problems = validate(Fact, tree, origin)
    fields = {name: tree[name].text for name in tree.key_origins}
    file, key = (cells[name].text if name in cells else "" for name in ("file", "key"))
    absent = tuple(name for name in FIELDS if name not in names)
    return FactLine(file, key, fields, fact, origin, absent), (*faults, *problems)


def _scalar(name: str, cell: CsvCell) -> Scalar:
    """A cell as if an author had quoted it; numbers may be typed as French spreadsheets show them."""
    text = cell.text.removeprefix("'") if _FORMULA.match(cell.text, 1) else cell.text
    if name in NUMBERS and "_" not in text:
        text = _SPACED.sub("", text.strip(" \u00a0")).replace(",", ".")
    return Scalar(text, "quoted", cell.origin)


def _identity_faults(cells: Mapping[str, CsvCell], origin: Origin) -> Iterator[Problem]:
    for name in ("file", "key"):
        cell = cells.get(name)
        named = cell is not None and (KEY.fullmatch(cell.text) or (name == "file" and FILE.fullmatch(cell.text)))
        if not named:
            place = cell.origin if cell else origin
            hint = "minuscules sans accent, chiffres et traits d’union"
            yield Problem("key-invalid", f"la case «\u00a0{name}\u00a0» doit tenir une clé", place, hint)


def _repeated(lines: Iterable[FactLine]) -> Iterator[Problem]:
    seen: dict[str, Origin] = {}
    for line in lines:
        if line.key and line.key in seen:
            message = f"«\u00a0{line.key}\u00a0» figure déjà à la ligne {seen[line.key].line}"
            yield Problem("key-duplicate", message, line.origin)
        seen.setdefault(line.key, line.origin)
