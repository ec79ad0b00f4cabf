"""The register of numbered copies, written while they are made: a table for programs, a page for people."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from rapport.artefact import Artefact, DocumentKind, SlotError
from rapport.disk import explained, refused
from rapport.edition.blocks.figures import Row
from rapport.edition.edition import Edition
from rapport.edition.text import plain
from rapport.formats.unreadable import quoted
from rapport.look.charter import Charter
from rapport.model.campaign import Recipient
from rapport.pack.folder import CopyFolder, copy_name, held, safe_name
from rapport.pack.press import Copy
from rapport.pack.print.job import PrintJob
from rapport.pack.register import ENCODING, NAME, Register, RegisterEntry
from rapport.project.copies import FOLDER, Copies, Editions
from rapport.project.documents import FORMS, USUAL
from rapport.project.editions import file_name
from rapport.project.progress import followed
from rapport.project.project import UsageError
from rapport.render.page.page import draw_page
from rapport.resolve.reports.readme import register_page, register_rows
from rapport.writing import LockedError

PAGE = "register.html"


class CopyProtection(Protocol):
    """Puts copies under the passwords of their recipients."""

    def sealed(self, number: int, name: str, copy: Copy) -> Copy:
        """The copy of a number as it is handed out, under the name of its file."""

    def shut(self, name: str, data: bytes) -> bytes:
        """What holds all copies, as it goes to the printer."""


def write_registers(
    folder: CopyFolder, brief: Edition, charter: Charter, copies: Iterable[tuple[RegisterEntry, ...]]
) -> None:
    """Asks for copy after copy, each as the entries of its documents, and writes what both registers say of it.

    Neither appears before all copies are made, and no register ever names what is not there; no copy is held longer
    than its own rows.
    """
    with folder.aside(NAME) as table, folder.aside(PAGE) as page:
        with (
            table.open("w", encoding=ENCODING, newline="") as csv,
            page.open("w", encoding="utf-8", newline="\n") as html,
        ):
            rows = _rows(brief, Register(csv), copies)
            html.writelines(draw_page(register_page(brief), charter, rows))
        folder.settle((NAME, PAGE))


def _rows(brief: Edition, register: Register, copies: Iterable[tuple[RegisterEntry, ...]]) -> Iterator[Row]:
    for entries in copies:
        for entry in entries:
            register.add(entry)
        if entries:
            first, documents = entries[0], [(entry.file, entry.digest) for entry in entries]
            yield from register_rows(brief, first.number, first.recipient, documents, first.audience)


CHANGES = "changes.pdf"


class Order(Struct, frozen=True):
    """For whom copies are made; whether they are also printed, and with a separator sheet before each.

    `changes` is the page that says what changed since an earlier edition, for whoever hands the copies out.
    `protection` puts copies under the passwords of their recipients, and print jobs under one of their own.
    """

    recipients: Sequence[Recipient]
    printed: bool = False
    separators: bool = False
    changes: Artefact | None = None
    protection: CopyProtection | None = None


def write_copies(editions: Editions, order: Order, output: Path) -> Path:
    """Writes all copies and their register, which is its answer; what is whole from an earlier run is left as it is.

    Raises UsageError where the folder cannot be written or another run holds it; what was written then is whole.
    """
    made = editions.widest.made.brief
    path = output / made.briefing / FOLDER / (safe_name(made.version) or "sans-version")
    with explained(path):
        try:
            with held(path) as folder, _counted(folder):
                if order.changes is not None:
                    folder.put(f"{safe_name(made.briefing)}-{CHANGES}", (order.changes.data,))
                _fill(folder, editions, order)
                if order.printed:
                    _print(folder, editions, order)
                _warn_of_strangers(folder)
        except LockedError:
            message = "une autre commande y écrit des exemplaires\u00a0; attendez qu’elle ait fini"
            raise UsageError(f"«\u00a0{path}\u00a0»\u00a0: {message}") from None
    return path / NAME


@contextlib.contextmanager
def _counted(folder: CopyFolder) -> Iterator[None]:
    """Says of what is refused how many files of an earlier run were replaced before."""
    try:
        yield
    except OSError as error:
        raise refused(error, folder.path, folder.replaced) from error


def _fill(folder: CopyFolder, editions: Editions, order: Order) -> None:
    watched = followed(order.recipients, "exemplaires")
    delivered = (tuple(deliver(folder, editions.of(one), one, order.protection)) for one in watched)
    widest = editions.widest
    write_registers(folder, widest.made.brief, widest.house.charter, delivered)


class Landing(Protocol):
    """Where copies are put, each whole or not there."""

    def put(self, name: str, chunks: Sequence[bytes | bytearray]) -> bool:
        """Writes a file; False where the same bytes stand there already. Raises OSError."""


def deliver(
    folder: Landing, copies: Copies, recipient: Recipient, protection: CopyProtection | None
) -> Iterator[RegisterEntry]:
    """Makes a recipient's copy, document after document, and says what the register holds of each.

    Raises OSError; UsageError for a name that the face cannot write.
    """
    made, stamp = copies.made.brief, copies.stamp(recipient)
    name = copy_name(copies.made.stem, recipient.number, recipient.label)
    for kind, copy in copies.of(recipient, stamp):
        file = file_name(name, FORMS[kind].ending, copies.made.translation)
        handed_out = protection.sealed(recipient.number, file, copy) if protection else copy
        folder.put(file, (handed_out.common, handed_out.own))
        yield RegisterEntry(
            number=recipient.number,
            recipient=recipient.label,
            stamp=stamp,
            locale=made.language,
            briefing=made.briefing,
            version=made.version,
            document=kind,
            file=file,
            digest=handed_out.digest,
            audience=made.audience,
        )


def print_job(made: Edition, *, separators: bool) -> PrintJob:
    """The copies of an edition on their way to the printer; sheets between them say what restricts it."""
    notices = (plain(text) for text in (made.title, made.cover.marking, made.cover.embargo) if text)
    title = made.furniture("print-job", plain(made.title))
    return PrintJob(title, separators=separators, notices=tuple(notices))


def _print(folder: CopyFolder, editions: Editions, order: Order) -> None:
    """One file for each kind of document that is printed, all copies in it."""
    made = editions.widest.made.brief
    unwritten: dict[str, None] = {}
    for kind, form in FORMS.items():
        wanted = [one for one in order.recipients if not form.printed.isdisjoint(one.documents or USUAL)]
        if wanted:
            job = print_job(made, separators=order.separators)
            for recipient in followed(wanted, "pages à imprimer, exemplaires"):
                _add(job, editions.of(recipient), recipient, kind)
            with folder.aside(f"{safe_name(made.briefing)}-print-{kind}.pdf") as path:
                _save(job, path, order.protection)
            unwritten.update(dict.fromkeys(job.unwritten))
    if unwritten:
        texts = ", ".join(map(quoted, unwritten))
        print(f"les feuilles intercalaires ne peuvent pas écrire, et ne disent pas\u00a0: {texts}", file=sys.stderr)


def _save(job: PrintJob, path: Path, protection: CopyProtection | None) -> None:
    """No copy that has a password ever lies open on the disk."""
    if protection is None:
        job.save(path)
        return
    whole = BytesIO()
    job.save(whole)
    path.write_bytes(protection.shut("print.pdf", whole.getvalue()))


def _add(job: PrintJob, copies: Copies, recipient: Recipient, kind: DocumentKind) -> None:
    stamp = copies.stamp(recipient)
    try:
        job.add(copies.base(kind), stamp)
    except SlotError:
        job.add(copies.apart(recipient, kind, stamp), stamp)


def _warn_of_strangers(folder: CopyFolder) -> None:
    """Files of an earlier list would be handed out by mistake; but they may have been already, so they are kept."""
    strangers = tuple(folder.strangers())
    if strangers:
        print(f"hors registre, d’une liste antérieure\u00a0: {', '.join(strangers[:5])}", file=sys.stderr)
        if len(strangers) > 5:
            print(f"    et {len(strangers) - 5}\u00a0autres", file=sys.stderr)
