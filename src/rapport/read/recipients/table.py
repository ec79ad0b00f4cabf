"""The bytes of a table -> its text, whatever office suite saved it."""

from __future__ import annotations

import codecs
import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from rapport.model.scalar import Scalar
from rapport.origin import Origin
from rapport.problem import Problem
from rapport.read.meant import did_you_mean
from rapport.read.yaml_nodes import LocatedDict, LocatedList, Tree

_LETTER = r"[^\W\d_]"
_UNLIKELY = re.compile(
    rf"[ƒˆ˜¤¦¬¯]|(?<={_LETTER})[‚„‰‹›†‡•™“”¡¢£¥¨©®±¶¸¹¼½¾¿÷](?={_LETTER})|(?<={_LETTER})‚(?!\w)|[a-zà-ÿ][À-ÞŠŒŽŸ]"
)
"""What accented letters of a Mac or of DOS become: signs inside words, or those that nobody types, and capitals there.

Beside words they are an author's: « Nutri-Score® », « ½ journée », « 12 £ », « agent·e·s ».
"""
_HINT = "enregistrez-le au format «\u00a0CSV UTF-8\u00a0»"


def decoded(data: bytes, file: str) -> tuple[str, tuple[Problem, ...]]:
    """The text, with line feeds alone between lines, and what there is to say of its encoding.

    UTF-8 with or without byte-order mark, UTF-16 with one, and Windows-1252, with a warning that shows what was read;
    anything else is refused.
    """
    try:
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return _lines(data.decode("utf-16")), ()
        return _lines(data.decode("utf-8-sig")), ()
    except UnicodeDecodeError as error:
        return _western(data, Origin(file, data.count(b"\n", 0, error.start) + 1, 1))


def _western(data: bytes, place: Origin) -> tuple[str, tuple[Problem, ...]]:
    try:
        text = _lines(data.decode("cp1252"))
    except UnicodeDecodeError:
        text = ""
    if not text or "\0" in text or _UNLIKELY.search(text):
        return "", (Problem("file-encoding", "le fichier n’est pas en UTF-8", place, _HINT),)
    shown = text.split("\n")[place.line - 1].strip()[:60]
    message = f"le fichier n’est pas en UTF-8\u00a0: lu comme du Windows-1252, «\u00a0{shown}\u00a0»"
    return text, (Problem("file-encoding", message, place, f"vérifiez les accents, ou {_HINT}", "warning"),)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


DELIMITERS = ";,\t"
"""In order of preference: French office suites write semicolons."""
COLUMNS: Mapping[str, str] = {
    "name": "name",
    "nom": "name",
    "destinataire": "name",
    "title": "title",
    "titre": "title",
    "civilite": "title",
    "delegation": "delegation",
    "locale": "locale",
    "langue": "locale",
    "number": "number",
    "numero": "number",
    "n°": "number",
    "no": "number",
    "exemplaire": "number",
    "audience": "audience",
    "public vise": "audience",
    "public": "audience",
    "password": "password",
    "mot de passe": "password",
    "documents": "documents",
    "document": "documents",
}
"""The names a column may have, without accents and in small letters, and the key each stands for."""
_LIST = re.compile(r"[,;+/ \u00a0]+")
_SEPARATOR_LINE = re.compile(r"sep=(.)\n", re.IGNORECASE)


class _Heading(Struct, frozen=True):
    """A column: its key, empty for one that is not known, and its name as it was typed."""

    key: str
    name: str


def read_table(file: str, text: str) -> tuple[LocatedList, tuple[Problem, ...]]:
    """The rows of a table as mappings, the first line naming the columns; empty rows and cells are left out.

    Origins count lines of the file and columns of the table, from 1.
    """
    explicit = _SEPARATOR_LINE.match(text)
    text = text[explicit.end() :] if explicit else text
    rows = LocatedList(Origin(file, 1, 1))
    lines = _Lines(file, text, explicit[1] if explicit else delimiter_of(text), 1 if explicit else 0)
    problems: list[Problem] = []
    headings: tuple[_Heading, ...] = ()
    for line, cells in lines.rows(problems):
        if not headings:
            headings = tuple(_headings(cells))
            problems += _heading_problems(headings, Origin(file, line, 1))
        else:
            rows.append(_row(headings, cells, Origin(file, line, 1)))
            problems += _surplus(headings, cells, Origin(file, line, len(headings) + 1))
    if not headings:
        problems.append(Problem("file-empty", "le fichier est vide", Origin(file, 1, 1)))
    return rows, tuple(problems)


class _Lines(Struct, frozen=True):
    """The text of a table, what parts its cells, and how many lines of the file come before it."""

    file: str
    text: str
    delimiter: str
    before: int

    def rows(self, problems: list[Problem]) -> Iterator[tuple[int, list[str]]]:
        """Rows that are not empty, with the line each begins at; a fault of quotation ends them."""
        reader = csv.reader(io.StringIO(self.text, newline=""), delimiter=self.delimiter, strict=True)
        line = 1 + self.before
        try:
            for cells in reader:
                if any(cell.strip() for cell in cells):
                    yield line, cells
                line = 1 + self.before + reader.line_num
        except csv.Error:
            hint = "un guillemet ouvert doit être fermé, et doublé à l’intérieur d’une cellule"
            problems.append(Problem("table-quotes", "guillemets mal fermés", Origin(self.file, line, 1), hint))


def delimiter_of(text: str) -> str:
    """The separator of a table's cells, guessed from its first line."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(DELIMITERS, key=lambda sign: (first.count(sign), -DELIMITERS.index(sign)))


def _headings(cells: Sequence[str]) -> Iterator[_Heading]:
    for cell in cells:
        yield _Heading(COLUMNS.get(_folded(cell), ""), cell.strip())


def _folded(name: str) -> str:
    """A name of a column without accents, in small letters."""
    letters = unicodedata.normalize("NFKD", name.strip().replace("°", "\0")).replace("\0", "°")
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()


def _heading_problems(headings: Sequence[_Heading], place: Origin) -> Iterator[Problem]:
    keys = [heading.key for heading in headings]
    for number, heading in enumerate(headings, start=1):
        origin = Origin(place.file, place.line, number)
        if heading.name and not heading.key:
            hint = did_you_mean(_folded(heading.name), list(COLUMNS)) or f"colonnes admises\u00a0: {', '.join(COLUMNS)}"
            message = f"colonne laissée de côté\u00a0: «\u00a0{heading.name}\u00a0»"
            yield Problem("column-unknown", message, origin, hint, "warning")
        elif heading.key and keys.index(heading.key) < number - 1:
            yield Problem("column-repeated", f"la colonne «\u00a0{heading.name}\u00a0» figure deux fois", origin)
    if "name" not in keys:
        hint = "la première ligne du tableau nomme ses colonnes\u00a0: nom;titre;délégation"
        yield Problem("column-missing", "la colonne «\u00a0nom\u00a0» manque", place, hint)


def _row(headings: Sequence[_Heading], cells: Sequence[str], place: Origin) -> LocatedDict:
    row = LocatedDict(place)
    for number, (heading, cell) in enumerate(zip(headings, cells, strict=False), start=1):
        if heading.key and cell.strip():
            origin = Origin(place.file, place.line, number)
            row.key_origins[heading.key] = origin
            row[heading.key] = _value(heading.key, cell, origin)
    return row


def _value(key: str, cell: str, origin: Origin) -> Tree:
    if key != "documents":
        return Scalar(cell, "quoted", origin)
    words = LocatedList(origin)
    words += [Scalar(word, "quoted", origin) for word in _LIST.split(cell.strip()) if word]
    return words


def _surplus(headings: Sequence[_Heading], cells: Sequence[str], place: Origin) -> Iterator[Problem]:
    if any(cell.strip() for cell in cells[len(headings) :]):
        hint = "une cellule qui contient le séparateur doit être entre guillemets"
        yield Problem("table-cells", f"{len(cells)} cellules pour {len(headings)} colonnes", place, hint)
