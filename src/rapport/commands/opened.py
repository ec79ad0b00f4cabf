"""Files that users name, read whole within bounds."""

from __future__ import annotations

from pathlib import Path

from rapport.language.system_errors import refusal
from rapport.project.project import UsageError

MAX_FILE = 512 << 20


def built_bytes(path: Path) -> bytes:
    """The bytes of a file that the program makes: where it is missing, the error says how to make it."""
    if not path.exists():
        hint = "produisez-le d’abord\u00a0: rapport build"
        raise UsageError(f"fichier introuvable\u00a0: «\u00a0{path}\u00a0» ({hint})")
    return bytes_of(path)


def bytes_of(path: Path) -> bytes:
    """The bytes of a file. Raises UsageError for one that is missing, no file (a device, a pipe, a folder) or huge."""
    try:
        if path.exists() and not path.is_file():
            raise UsageError(f"«\u00a0{path}\u00a0» n’est pas un fichier")
        if path.stat().st_size > MAX_FILE:
            raise UsageError(f"«\u00a0{path}\u00a0» dépasse {MAX_FILE >> 20}\u00a0Mio")
        return path.read_bytes()
    except OSError as error:
        raise UsageError(f"lecture impossible\u00a0: «\u00a0{path}\u00a0» ({refusal(error)})") from error
