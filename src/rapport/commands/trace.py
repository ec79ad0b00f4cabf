"""`rapport trace`: whose numbered copy a document is, or a page, a slide, a text of one."""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from rapport.commands.delivery import bytes_of
from rapport.commands.diagnostics import numbered
from rapport.formats.unreadable import UnreadableError
from rapport.language.languages import furniture
from rapport.language.locales import LOCALES
from rapport.language.system_errors import refusal
from rapport.pack.register import ENCODING, NAME, RegisterEntry, read_register
from rapport.project.campaign.records import CAMPAIGNS
from rapport.project.copies import FOLDER
from rapport.project.project import UsageError
from rapport.protect.signs import asks_for_password
from rapport.verify.trace import Sighting, folded, passages, sightings

NamedRegister = tuple[Path, tuple[RegisterEntry, ...]]

TRACED, NOT_TRACED = 0, 3  # exit codes, 3 as where a proof fails


def run(arguments: argparse.Namespace) -> int:
    """Says whose copy the file is; 3 where nothing in it tells."""
    data = bytes_of(arguments.file)
    if asks_for_password(data):
        return _by_digest(
            _registers(arguments.file, arguments.register, arguments.output), hashlib.sha256(data).hexdigest()
        )
    if _is_register(data):
        message = "est un registre\u00a0: donnez l’exemplaire retrouvé, et le registre par --register"
        raise UsageError(f"«\u00a0{arguments.file.name}\u00a0» {message}")
    phrases = tuple(furniture(locale)["copy"] for locale in LOCALES)
    try:
        found = sightings(passages(data), phrases)
    except UnreadableError as error:
        print(f"non traçable\u00a0: {error}")
        return NOT_TRACED
    if not found:
        print("non traçable\u00a0: aucune mention d’exemplaire dans le texte")
        return NOT_TRACED
    registers = tuple(_registers(arguments.file, arguments.register, arguments.output))
    digest = hashlib.sha256(data).hexdigest()
    for sighting in found:
        print(f"exemplaire n°\u00a0{sighting.number} — {sighting.name}{_where(sighting.places)}")
        for line in _known(sighting, registers, digest):
            print(f"    {line}")
    return TRACED


def _by_digest(registers: Iterable[NamedRegister], digest: str) -> int:
    """Whose a protected copy is, as it was handed out: what it says cannot be read."""
    known = [(path, entry) for path, entries in registers for entry in entries if entry.digest == digest]
    for path, entry in known:
        print(f"exemplaire n°\u00a0{entry.number} — {entry.recipient} (empreinte du fichier)")
        print(f"    {path}\u00a0: «\u00a0{entry.briefing}\u00a0» version {entry.version}, fichier intact")
    if not known:
        print("non traçable\u00a0: protégé par un mot de passe, et son empreinte n’est dans aucun registre")
        print("    ouvrez-le d’abord\u00a0: rapport open FICHIER --key CLÉ")
    return TRACED if known else NOT_TRACED


def _where(places: Sequence[str]) -> str:
    """The places by kind, numbers that follow each other together: « (pages 1 à 12, 14) »."""
    kinds: dict[str, list[int]] = {}
    for place in places:
        kind, _, digits = place.rpartition("\u00a0")
        kinds.setdefault(kind or place, []).extend([int(digits)] if digits.isdecimal() else [])
    shown = [numbered(kind, numbers) for kind, numbers in kinds.items()]
    listed = "\u202f; ".join(shown)
    return f" ({listed})" if listed else ""


def _registers(file: Path, register: Path | None, output: Path) -> Iterator[NamedRegister]:
    """The register given, else the one beside the file and those of the output folder."""
    if register:
        yield register, _entries(register)
        return
    beside = file.parent / NAME
    folders = (f"*/{FOLDER}/*/{NAME}", f"{CAMPAIGNS}/*/*/{NAME}")
    found = (path for folder in folders for path in sorted(output.glob(folder)))
    for path in dict.fromkeys((beside, *found)):
        if path.is_file():
            yield path, _entries(path)


def _entries(path: Path) -> tuple[RegisterEntry, ...]:
    try:
        return tuple(read_register(path.read_text(encoding=ENCODING)))
    except OSError as error:
        raise UsageError(f"lecture impossible\u00a0: «\u00a0{path}\u00a0» ({refusal(error)})") from error
    except ValueError as error:
        raise UsageError(f"«\u00a0{path}\u00a0» n’est pas un registre d’exemplaires") from error


def _is_register(data: bytes) -> bool:
    try:
        return bool(tuple(read_register(data.decode(ENCODING))))
    except ValueError:
        return False


def _known(
    sighting: Sighting, registers: Sequence[tuple[Path, tuple[RegisterEntry, ...]]], digest: str
) -> Iterator[str]:
    """What the registers say of a copy: its recipient, its edition, and whether the file is as it was handed out."""
    for path, entries in registers:
        numbered = [entry for entry in entries if entry.number == sighting.number]
        named = [entry for entry in numbered if folded(sighting.name).startswith(folded(entry.recipient))]
        if numbered and not named:
            yield f"{path}\u00a0: ce numéro y est à «\u00a0{numbered[0].recipient}\u00a0»"
        if named:
            intact = any(entry.digest == digest for entry in named)
            state = "fichier intact" if intact else "extrait, ou fichier modifié depuis"
            entry = named[0]
            yield f"{path}\u00a0: {entry.recipient}, «\u00a0{entry.briefing}\u00a0» version {entry.version}, {state}"
