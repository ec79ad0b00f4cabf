"""`rapport verify` on what lies beside numbered copies: print jobs, from the register, and what changed since."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Protocol

from rapport.artefact import DocumentKind, SlotError
from rapport.audience import AUDIENCES
from rapport.commands.rebuilding import Rebuilding
from rapport.commands.unlocking import UnlockedFile, Unlocking, as_opened
from rapport.language.system_errors import refusal
from rapport.model.content import Content
from rapport.pack.folder import safe_name
from rapport.pack.print.job import PrintJob
from rapport.pack.register import ENCODING, NAME, RegisterEntry, read_register
from rapport.project.circulation import CHANGES, print_job
from rapport.project.composition import Composition
from rapport.project.documents import FORMS
from rapport.project.earlier import change_sheet, earlier, imprint_of
from rapport.project.editions import Variant, untongued
from rapport.project.project import House, UsageError
from rapport.protect.passwords import PACK as ALL
from rapport.resolve.edition import Release
from rapport.verify.rebuilt.authenticity import NAME as REBUILT
from rapport.verify.rebuilt.authenticity import TITLE, check_rebuilt, is_draft
from rapport.verify.report import Check, Verification
from rapport.verify.sheets import check_sheets_reach

PRINTED = tuple(kind for kind, form in FORMS.items() if form.printed)
UNLISTED = "le registre des exemplaires n’est pas à côté\u00a0: rien ne dit ce qu’il imprime"
UNDATED = "rapport verify --since ANCIEN\u00a0: le paquet remis avant dit ce qui a changé"
"""Why such a page is not proved by the content alone."""


class CopiesProject(Protocol):
    """What is needed of the project: its content, its looks, its compositions, its documents drawn again."""

    def content(self, locale: str = "") -> Content:
        """The content at hand, in a language. Raises ContentError and UsageError."""

    def house(self) -> House:
        """The looks of the house."""

    def rebuilding(self) -> Rebuilding:
        """Draws documents again."""

    def unlocking(self) -> Unlocking:
        """What opens files under passwords."""

    def composition(self, variant: Variant, release: Release) -> Composition:
        """A briefing as an audience sees it, in a language."""


def beside_copies(path: Path, project: CopiesProject, since: Path | None) -> Verification | None:
    """The proof of a print job or of a page on what changed; None for any other file. Raises UsageError."""
    if not path.name.endswith((f"-{CHANGES}", *(f"-print-{kind}.pdf" for kind in PRINTED))):
        return None  # a pack may be looked at where no content is
    for key in project.content().briefings:
        if path.name == f"{safe_name(key)}-{CHANGES}":
            return Verification(path.name, (_changed(path, Variant(key), project, since),))
        for kind in PRINTED:
            if path.name == f"{safe_name(key)}-print-{kind}.pdf":
                return Verification(path.name, tuple(_printed(path, key, kind, project)))
    return None


def _changed(path: Path, variant: Variant, project: CopiesProject, since: Path | None) -> Check:
    if since is None:
        return Check(REBUILT, TITLE, 1, unproved=UNDATED)
    data = _read(path)
    made = _released(variant, data, project)
    imprint = imprint_of(made, project.rebuilding().copies(made).base("brief"))
    return check_rebuilt(data, change_sheet(earlier(since), imprint, made.brief, project.house()).data)


def _printed(path: Path, key: str, kind: DocumentKind, project: CopiesProject) -> Iterator[Check]:
    """Whether the job is what the register says, and its texts stand where a printer prints."""
    entries, unproved = _listed(path.with_name(NAME), key)
    if not entries:
        yield Check(REBUILT, TITLE, 1, unproved=unproved)
        return
    file = project.unlocking().opened(path.name, _read(path), ALL)
    if file.fault is not None:
        yield file.fault
        return
    yield _compared(file, path, entries, kind, project)
    if not file.protected:
        yield check_sheets_reach(file.data)


def _listed(register: Path, key: str) -> tuple[list[RegisterEntry], str]:
    """What the register says of a briefing, and where that is nothing why."""
    if not register.is_file():
        return [], UNLISTED
    try:
        return [entry for entry in read_register(_read(register).decode(ENCODING)) if entry.briefing == key], UNLISTED
    except ValueError:
        return [], "le registre des exemplaires est illisible"


def _compared(
    file: UnlockedFile, path: Path, entries: Sequence[RegisterEntry], kind: DocumentKind, project: CopiesProject
) -> Check:
    data, drawn = file.data, tuple(_jobs(entries, kind, file.data, project))
    if file.protected:
        drawn = tuple(as_opened(path.name, each) for each in drawn)
    if data in drawn:
        return check_rebuilt(data, data)
    return min((check_rebuilt(data, each) for each in drawn), key=lambda check: len(check.findings))


def _jobs(entries: Sequence[RegisterEntry], kind: DocumentKind, data: bytes, project: CopiesProject) -> Iterator[bytes]:
    """The print job of a kind, with a sheet before each copy and without."""
    copies = [list(own) for _, own in groupby(entries, key=lambda entry: entry.number)]
    wanted = [own[0] for own in copies if not FORMS[kind].printed.isdisjoint(entry.document for entry in own)]
    for separators in (False, True):
        job = print_job(_released(Variant(entries[0].briefing), data, project).brief, separators=separators)
        for entry in wanted:
            _add(job, entry, kind, _released(_variant(entry), data, project), project)
        yield _saved(job)


def _add(job: PrintJob, entry: RegisterEntry, kind: DocumentKind, made: Composition, project: CopiesProject) -> None:
    copies = project.rebuilding().copies(made)
    try:
        job.add(copies.base(kind), entry.stamp)
    except SlotError:
        job.add(copies.bearing(entry.stamp, kind), entry.stamp)


def _variant(entry: RegisterEntry) -> Variant:
    audience = next((each for each in AUDIENCES if each == entry.audience), AUDIENCES[0])
    return Variant(entry.briefing, audience, untongued(entry.file)[1])


def _released(variant: Variant, data: bytes, project: CopiesProject) -> Composition:
    """The composition of the release that the file itself shows."""
    made = project.composition(variant, "draft")
    return made if is_draft(data, made.brief) else project.composition(variant, "final")


def _saved(job: PrintJob) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "job.pdf"
        job.save(path)
        return path.read_bytes()


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(f"lecture impossible\u00a0: «\u00a0{path}\u00a0» ({refusal(error)})") from error
