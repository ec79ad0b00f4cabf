"""The register of numbered copies: a table that office suites open, and that `trace` reads back."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import NamedTuple, TextIO

from rapport.audience import AUDIENCES

NAME = "register.csv"
ENCODING = "utf-8-sig"
"""With a byte-order mark: without it, office suites take the accents for other signs."""
COLUMNS = (
    "Exemplaire",
    "Destinataire",
    "Mention",
    "Langue",
    "Dossier",
    "Version",
    "Document",
    "Fichier",
    "SHA-256",
    "Public",
)
BEFORE_AUDIENCES = COLUMNS[:-1]
"""The columns of registers written before copies were for an audience: all hold everything."""


class RegisterEntry(NamedTuple):
    """A document handed out: the copy's number, whose it is, the stamp, what it is, its file and digest, for whom."""

    number: int
    recipient: str
    stamp: str
    locale: str
    briefing: str
    version: str
    document: str
    file: str
    digest: str
    audience: str = AUDIENCES[0]


class Register:
    """Writes the table row by row, so that no number of copies has to be held."""

    def __init__(self, target: TextIO) -> None:
        self._rows = csv.writer(target, delimiter=";", lineterminator="\r\n")
        self._rows.writerow(COLUMNS)

    def add(self, entry: RegisterEntry) -> None:
        """A row for one document."""
        self._rows.writerow(entry)


def read_register(text: str) -> Iterator[RegisterEntry]:
    """The entries of a register, whatever separator or columns an office suite has changed. Raises ValueError."""
    rows = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";", strict=True)
    try:
        if tuple(next(rows, ())) not in (COLUMNS, BEFORE_AUDIENCES):
            raise ValueError("not a register of copies")
        for row in rows:
            number, *others = row
            yield RegisterEntry(int(number), *others)
    except (csv.Error, TypeError) as error:
        raise ValueError("not a register of copies") from error
