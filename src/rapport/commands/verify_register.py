"""`rapport verify` on the register of numbered copies: its lines against the files beside it, both ways."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from rapport.audience import AUDIENCES
from rapport.language.locales import LOCALES
from rapport.language.system_errors import refusal
from rapport.language.words import phrase
from rapport.pack.folder import copy_name
from rapport.pack.register import ENCODING, NAME, Entry, read_register
from rapport.project.editions import stem_of
from rapport.project.project import UsageError
from rapport.verify.finding import Finding
from rapport.verify.register import Registered, check_register
from rapport.verify.report import Check, Verification


def register_verification(path: Path) -> Verification:
    """The register and the copies in its folder. Raises UsageError for a register that cannot be read."""
    try:
        entries = tuple(read_register(path.read_text(encoding=ENCODING)))
        files = {file.name: _digest(file) for file in sorted(path.parent.iterdir()) if _is_copy(file)}
    except OSError as error:
        raise UsageError(f"lecture impossible\u00a0: «\u00a0{path}\u00a0» ({refusal(error)})") from error
    except ValueError:
        fault = Finding("register-unreadable", "ce n’est pas un registre d’exemplaires")
        return Verification(NAME, (Check("register", "Registre des exemplaires", 1, (fault,)),))
    return Verification(f"{path.parent.name}/{NAME}", (check_register(map(_registered, entries), files),))


def _is_copy(file: Path) -> bool:
    return file.is_file() and not file.name.startswith(".") and file.suffix in (".pdf", ".pptx")


def _digest(file: Path) -> str:
    with file.open("rb") as data:
        whole = sha256()
        while piece := data.read(1 << 20):
            whole.update(piece)
        return whole.hexdigest()


def _registered(entry: Entry) -> Registered:
    stamps = {phrase("copy", locale, entry.number, entry.recipient) for locale in LOCALES}
    stem = stem_of(entry.briefing, entry.audience) if entry.audience in AUDIENCES else entry.briefing
    name = f"{copy_name(stem, entry.number, entry.recipient)}-{entry.document}"
    return Registered(entry.number, entry.recipient, entry.file, entry.digest, name, entry.stamp in stamps)
