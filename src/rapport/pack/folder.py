"""A folder of copies, under names that mean the same everywhere: each file whole or not there."""

from __future__ import annotations

import contextlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from rapport.writing import ASIDE, about_to, locked, remove, rename, write

# Names that mean the same to Windows, macOS and Linux.

LONGEST = 60
"""Characters: leaves room for what is put around a name under the 255 bytes that file systems allow."""
_LIGATURES = str.maketrans(
    {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "’": "-"}
)
_ACCENTS = re.compile("[\u0300-\u036f]+")
_OTHERS = re.compile("[^a-z0-9.]+")
_DOTS = re.compile(r"\.{2,}")
_PORTS = (f"{port}{number}" for port in ("com", "lpt") for number in range(10))
_RESERVED = frozenset(("con", "prn", "aux", "nul", *_PORTS))
"""Devices to Windows, whatever their extension."""


def safe_name(text: str) -> str:
    """A text as part of a file's name: small ASCII letters, digits, dots inside, hyphens between words.

    Empty where nothing of the text can be written so.
    """
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_LIGATURES))
    plain = _OTHERS.sub("-", _ACCENTS.sub("", folded))
    name = _DOTS.sub(".", plain)[:LONGEST].strip("-.")
    return f"{name}-" if name.partition(".")[0] in _RESERVED else name


_HYPHENS = re.compile("-{2,}")

_briefing_name = lru_cache(maxsize=16)(safe_name)
"""A briefing's name, which thousands of copies share."""


def copy_name(briefing: str, number: int, label: str) -> str:
    """How the names of a numbered copy's files begin: `evian-g7-007-delegation-indienne`. They sort by number."""
    parts = (_briefing_name(briefing), f"{number:03d}", _HYPHENS.sub("-", safe_name(label).replace(".", "-")))
    return "-".join(part.strip("-") for part in parts if part)


@contextlib.contextmanager
def held(path: Path) -> Iterator[CopyFolder]:
    """The folder, made if need be, for this program alone, cleared of what a killed one has left half-written.

    Raises LockedError and OSError.
    """
    path.mkdir(parents=True, exist_ok=True)
    with locked(path):
        for leftover in path.glob(f".*{ASIDE}"):
            remove(leftover)
        folder = CopyFolder(path)
        try:
            yield folder
            folder.settle()
        finally:
            folder.clear()


class CopyFolder:
    """Writes files into a folder and remembers their names."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.replaced = 0
        self._found = frozenset(found.name for found in path.iterdir())
        self._names: set[str] = set()
        self._waiting: list[str] = []

    def put(self, name: str, chunks: Sequence[bytes | bytearray]) -> bool:
        """Writes a file; False where the same bytes stand there already. Raises OSError.

        One that stands there with other bytes is replaced when `settle` is called, and not before.
        """
        self._names.add(name)
        target = self.path / name
        if name in self._found and _holds(target, chunks):
            return False
        aside = self._aside(name)
        try:
            write(aside, chunks)
            if name in self._found:
                self._waiting.append(name)
            else:
                rename(aside, target)
        except BaseException:
            aside.unlink(missing_ok=True)
            raise
        return True

    def settle(self, registers: Iterable[str] = ()) -> None:
        """Replaces what is to be replaced; registers, which would name files that are gone, are withdrawn before."""
        if self._waiting:
            for name in registers:
                remove(self.path / name)
        for name in self._waiting:
            rename(self._aside(name), self.path / name)
            self.replaced += 1
        self._waiting.clear()

    @contextlib.contextmanager
    def aside(self, name: str) -> Iterator[Path]:
        """A place to write a file to, which takes its name once the block has ended well and goes away otherwise."""
        self._names.add(name)
        path = self._aside(name)
        try:
            about_to("write", path)
            yield path
            rename(path, self.path / name)
        except BaseException:
            path.unlink(missing_ok=True)
            raise

    def _aside(self, name: str) -> Path:
        return self.path / f".{name}{ASIDE}"

    def strangers(self) -> list[str]:
        """The files that were in the folder before and were not written now, by name, except hidden ones."""
        return sorted(name for name in self._found - self._names if not name.startswith("."))

    def clear(self) -> None:
        """Gives up what has been written and not been settled."""
        for name in self._waiting:
            self._aside(name).unlink(missing_ok=True)


def _holds(path: Path, chunks: Sequence[bytes | bytearray]) -> bool:
    with path.open("rb") as file:
        return all(file.read(len(chunk)) == chunk for chunk in chunks) and not file.read(1)
