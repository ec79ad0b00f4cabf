"""A file -> the recipients of numbered copies, with every fault at its place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from rapport.language.system_errors import refusal
from rapport.model.campaign import Recipient, RecipientEntry, said
from rapport.origin import Origin
from rapport.problem import Problem, errors
from rapport.read.counting import counted
from rapport.read.recipients import checks
from rapport.read.recipients.checks import number_of, problems_of
from rapport.read.recipients.table import decoded, read_table
from rapport.read.validation import validate
from rapport.read.workbook import ENDINGS, WorkbookError, as_csv
from rapport.read.yaml_nodes import LocatedDict, LocatedList, Tree, read_yaml

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
