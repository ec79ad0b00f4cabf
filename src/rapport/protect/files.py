"""How each kind of file is protected and opened, by the ending of its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rapport.protect.archive import open_archive, protect_archive
from rapport.protect.office import open_deck, protect_deck
from rapport.protect.pdf import open_pdf, protect_pdf

PROTECT: Mapping[str, Callable[[bytes, str], bytes]] = {
    ".pdf": protect_pdf,
    ".pptx": protect_deck,
    ".zip": protect_archive,
}
OPEN: Mapping[str, Callable[[bytes, str], bytes]] = {".pdf": open_pdf, ".pptx": open_deck, ".zip": open_archive}


def protected(name: str, data: bytes, password: str) -> bytes:
    """A file under a password: other bytes each time, since each has salts of its own."""
    return PROTECT[_ending(name)](data, password)


def opened(name: str, data: bytes, password: str) -> bytes:
    """A file without its password. Raises WrongPasswordError; ValueError for a file that is none of ours."""
    return OPEN[_ending(name)](data, password)


def _ending(name: str) -> str:
    return name[name.rindex(".") :]
