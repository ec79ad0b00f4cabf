"""A file -> the recipients of numbered copies, with every fault at its place."""

from __future__ import annotations

import codecs
import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from rapport.language.system_errors import refusal
from rapport.model.campaign import Recipient, RecipientEntry, said
from rapport.model.scalar import Scalar
from rapport.origin import Origin
from rapport.problem import Problem, errors
from rapport.read.counting import counted
from rapport.read.meant import did_you_mean
from rapport.read.recipients import checks
from rapport.read.recipients.checks import number_of, problems_of
from rapport.read.validation import validate
from rapport.read.workbook import ENDINGS, WorkbookError, as_csv
from rapport.read.yaml_nodes import LocatedDict, LocatedList, Tree, read_yaml

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


# A file -> the recipients of numbered copies, with every fault at its place.

YAML = (".yaml", ".yml")
TABLES = (".csv", ".tsv", ".txt")
LARGEST_FILE = 8_000_000
"""Bytes; 50,000 recipients take less."""


class Recipients(Struct, frozen=True):
    """The recipients, in the order of their numbers, and all problems in order of place; none where one is a fault."""

    listed: tuple[Recipient, ...]
    problems: tuple[Problem, ...]


def read_recipients(path: Path) -> Recipients:
    """The recipients of a YAML file or a table. No exception for a fault of the file."""
    tree, problems = _tree(path)
    entries, faults = _entries(tree)
    faults = faults if path.suffix.lower() in YAML else tuple(map(_of_cells, faults))
    found = [*problems, *faults, *problems_of(entries)]
    if not entries and not found:
        found.append(Problem("recipients-missing", "aucun destinataire", Origin(path.name)))
    found.sort(key=lambda problem: (problem.origin, problem.code, problem.message))
    told = counted(found)
    if errors(found):
        return Recipients((), told)
    return Recipients(tuple(sorted(_numbered(entries), key=lambda recipient: recipient.number)), told)


def _of_cells(fault: Problem) -> Problem:
    """A fault as it is told of a table, in which a name is a cell and no line is added."""
    if fault.code != "key-missing":
        return fault
    return replace(fault, message="la case «\u00a0nom\u00a0» est vide", hint="nommez qui reçoit l’exemplaire")


def _tree(path: Path) -> tuple[LocatedList, tuple[Problem, ...]]:
    """The list of entries of a file of either kind, empty where it cannot be read."""
    nothing, name = LocatedList(Origin(path.name)), path.name
    if path.suffix.lower() not in (*YAML, *TABLES, *ENDINGS):
        hint = f"extensions admises\u00a0: {', '.join((*YAML, *TABLES, *ENDINGS))}"
        return nothing, (Problem("file-unknown", "ce fichier n’est ni du YAML ni un tableau", Origin(name), hint),)
    try:
        data = path.read_bytes()[: LARGEST_FILE + 1]
    except OSError as error:
        return nothing, (Problem("file-unreadable", f"lecture impossible\u00a0: {refusal(error)}", Origin(name)),)
    if len(data) > LARGEST_FILE:
        return nothing, (Problem("file-too-large", f"plus de {LARGEST_FILE // 1_000_000} Mo", Origin(name)),)
    if path.suffix.lower() in ENDINGS:
        try:
            return read_table(name, as_csv(data))
        except WorkbookError as error:
            hint = "enregistrez-le à nouveau en .xlsx, ou en CSV"
            return nothing, (Problem("file-unreadable", str(error), Origin(name), hint),)
    text, problems = decoded(data, name)
    if any(problem.severity == "error" for problem in problems):
        return nothing, problems
    tree, faults = _listed(*read_yaml(name, text), name) if path.suffix.lower() in YAML else read_table(name, text)
    return tree, (*problems, *faults)


def _listed(tree: Tree, problems: Sequence[Problem], name: str) -> tuple[LocatedList, tuple[Problem, ...]]:
    """The list under `recipients`, the only key there is."""
    nothing = LocatedList(Origin(name, 1, 1))
    listed = tree.get("recipients") if isinstance(tree, LocatedDict) else None
    if tree is None:
        return nothing, tuple(problems)
    if not isinstance(listed, LocatedList):
        hint = "recipients:\n  - name: Délégation indienne"
        missing = Problem(
            "recipients-missing", "une liste «\u00a0recipients:\u00a0» est attendue", nothing.origin, hint
        )
        return nothing, (*problems, missing)
    others = (place for key, place in tree.key_origins.items() if key != "recipients")
    unknown = (
        Problem("key-unknown", "seule la clé «\u00a0recipients\u00a0» est admise ici", place) for place in others
    )
    return listed, (*problems, *unknown)


def _entries(rows: LocatedList) -> tuple[tuple[RecipientEntry, ...], tuple[Problem, ...]]:
    entries: list[RecipientEntry] = []
    problems: list[Problem] = []
    for row in rows:
        entry, faults = validate(RecipientEntry, row, getattr(row, "origin", rows.origin))
        problems += faults
        if entry is not None:
            entries.append(entry)
    return tuple(entries), tuple(problems)


def _numbered(entries: Sequence[RecipientEntry]) -> Iterator[Recipient]:
    """Each recipient with a number: their own, or the first that is nobody's."""
    taken = {number_of(entry) for entry in entries}
    free = (number for number in range(1, len(entries) + len(taken) + 1) if number not in taken)
    for entry in entries:
        yield Recipient(
            number=number_of(entry) or next(free),
            name=_composed(entry.name.text),
            title=_composed(said(entry.title)),
            delegation=_composed(said(entry.delegation)),
            locale=checks.locale(said(entry.locale)),
            documents=tuple(dict.fromkeys(kind for word in entry.documents if (kind := checks.document(word.text)))),
            audience=checks.audience(said(entry.audience)),
            password=_composed(said(entry.password)),
            origin=entry.origin,
        )


def _composed(text: str) -> str:
    """Letters and accents in one (Unicode's normal form C): fonts and file systems have these."""
    return unicodedata.normalize("NFC", text)
