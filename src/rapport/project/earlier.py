"""An earlier pack -> what its documents showed, and which numbered copies hold them."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from rapport.edition.imprint import Imprint
from rapport.language.system_errors import refusal
from rapport.pack.manifest import NAME, ImprintError, read_imprint
from rapport.pack.register import ENCODING, Entry, read_register
from rapport.pack.register import NAME as REGISTER
from rapport.project.copies import FOLDER
from rapport.project.project import UsageError
from rapport.verify.archive import open_archive
from rapport.verify.finding import UnreadableError


class Earlier(Struct, frozen=True):
    """An edition handed out before; `holders` are the numbers of its copies, none where there is no register."""

    imprint: Imprint
    holders: tuple[int, ...] = ()


def earlier(path: Path) -> Earlier:
    """The pack at `path`, an archive or a folder, with the register beside it. Raises UsageError, in French."""
    try:
        imprint = read_imprint(_manifest(path))
        return Earlier(imprint, _holders(path if path.is_dir() else path.parent, imprint))
    except FileNotFoundError:
        raise UsageError(f"paquet introuvable\u00a0: «\u00a0{path}\u00a0»") from None
    except OSError as error:
        raise UsageError(f"lecture impossible\u00a0: «\u00a0{path}\u00a0» ({refusal(error)})") from error
    except UnreadableError as error:
        raise UsageError(f"«\u00a0{path.name}\u00a0»\u00a0: {error}") from error
    except ImprintError as error:
        raise UsageError(f"«\u00a0{path.name}\u00a0» n’est pas un paquet que rapport sache comparer") from error


def _manifest(path: Path) -> bytes:
    """The manifest of an archive, or of the folder, or of the first archive in it."""
    if not path.is_dir():
        return open_archive(path.read_bytes()).members.get(NAME, b"")
    if (path / NAME).is_file():
        return (path / NAME).read_bytes()
    packs = sorted(path.glob("*.zip"))
    if not packs:
        raise UsageError(f"aucun paquet dans «\u00a0{path}\u00a0»")
    return _manifest(packs[0])


def _holders(folder: Path, imprint: Imprint) -> tuple[int, ...]:
    """The copies of the edition, as the registers of the folder and of the copies in it list them."""
    registers = (folder / REGISTER, *sorted(folder.glob(f"{FOLDER}/*/{REGISTER}")))
    edition = imprint.briefing, imprint.version
    entries = (entry for register in registers if register.is_file() for entry in _entries(register))
    return tuple(sorted({entry.number for entry in entries if (entry.briefing, entry.version) == edition}))


def _entries(register: Path) -> tuple[Entry, ...]:
    try:
        return tuple(read_register(register.read_bytes().decode(ENCODING)))
    except ValueError as error:
        raise UsageError(f"registre illisible\u00a0: «\u00a0{register}\u00a0»") from error
