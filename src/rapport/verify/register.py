"""The register of numbered copies against the files handed out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from rapport.verify.finding import Finding, quoted
from rapport.verify.report import Check

PRINTED = "-print-"
"""In the names of what goes to the printer, which no line lists; nor the page on what changed."""
CHANGES = "-changes.pdf"


class Registered(Struct, frozen=True):
    """A line: the number and recipient of a copy, its file and digest; the name such a file has, without its ending.

    `stamped` says whether the stamp of the line is that of its number and recipient.
    """

    number: int
    recipient: str
    file: str
    digest: str
    name: str
    stamped: bool


def check_register(lines: Iterable[Registered], files: Mapping[str, str]) -> Check:
    """Whether each line has its file and each file its line; `files` gives the digest of each by its name."""
    listed = tuple(lines)
    findings = (*_of_lines(listed, files), *_repeated(listed), *_strangers(listed, files))
    return Check("register", "Registre et exemplaires", len(listed), findings)


def _of_lines(lines: Iterable[Registered], files: Mapping[str, str]) -> Iterator[Finding]:
    for line in lines:
        who = f"exemplaire n°\u00a0{line.number} ({line.recipient})"
        if line.file not in files:
            yield Finding("register-missing", f"fichier manquant\u00a0: {quoted(line.file)}", who)
        elif files[line.file] != line.digest:
            message = f"{quoted(line.file)} n’a pas l’empreinte inscrite au registre"
            yield Finding("register-digest", message, who)
        if line.file.rpartition(".")[0] != line.name:
            message = f"ce fichier n’est pas celui d’un tel exemplaire\u00a0: {quoted(line.file)}"
            yield Finding("register-name", message, who)
        if not line.stamped:
            yield Finding("register-stamp", "la mention inscrite n’est pas celle du numéro et du destinataire", who)


def _repeated(lines: Iterable[Registered]) -> Iterator[Finding]:
    counts = Counter(line.file.casefold() for line in lines)
    for file in (file for file, count in counts.items() if count > 1):
        yield Finding("register-repeated", f"fichier inscrit {counts[file]} fois\u00a0: {quoted(file)}")
    owners: dict[int, set[str]] = {}
    for line in lines:
        owners.setdefault(line.number, set()).add(line.recipient)
    for number, names in owners.items():
        if len(names) > 1:
            yield Finding("register-number", f"le numéro {number} est à plusieurs\u00a0: {', '.join(sorted(names))}")


def _strangers(lines: Iterable[Registered], files: Mapping[str, str]) -> Iterator[Finding]:
    known = {line.file for line in lines}
    for file in sorted(set(files) - known):
        if PRINTED not in file and not file.endswith(CHANGES):
            yield Finding("register-stranger", f"fichier hors registre\u00a0: {quoted(file)}")
