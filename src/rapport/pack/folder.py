"""A folder of copies: each file whole or not there, and what is whole already is left as it is."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from rapport.pack.lock import locked

ASIDE = ".tmp"
"""The ending of files that are being written; their names begin with a dot."""


@contextlib.contextmanager
def held(path: Path) -> Iterator[CopyFolder]:
    """The folder, made if need be, for this program alone, cleared of what a killed one has left half-written.

    Raises LockedError and OSError.
    """
    path.mkdir(parents=True, exist_ok=True)
    with locked(path):
        for leftover in path.glob(f".*{ASIDE}"):
            leftover.unlink()
        yield CopyFolder(path)


class CopyFolder:
    """Writes files into a folder and remembers their names."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._found = frozenset(found.name for found in path.iterdir())
        self._names: set[str] = set()
        self._copy = path / f".copy{ASIDE}"

    def put(self, name: str, chunks: Sequence[bytes | bytearray]) -> bool:
        """Writes a file aside and renames it; False where the same bytes stand there already. Raises OSError."""
        self._names.add(name)
        target = self.path / name
        if name in self._found and _holds(target, chunks):
            return False
        try:
            _write(self._copy, chunks)
            self._copy.replace(target)
        except BaseException:
            self._copy.unlink(missing_ok=True)
            raise
        return True

    @contextlib.contextmanager
    def aside(self, name: str) -> Iterator[Path]:
        """A place to write a file to, which takes its name once the block has ended well and goes away otherwise."""
        self._names.add(name)
        path = self.path / f".{name}{ASIDE}"
        try:
            yield path
            path.replace(self.path / name)
        except BaseException:
            path.unlink(missing_ok=True)
            raise

    def strangers(self) -> list[str]:
        """The files that were in the folder and were not put there now, in order of name; hidden ones aside."""
        return sorted(name for name in self._found - self._names if not name.startswith("."))


def _write(path: Path, chunks: Sequence[bytes | bytearray]) -> None:
    """Without a buffer, which would only copy what is large already; a disk may take less than it is given."""
    with path.open("wb", buffering=0) as target:
        for chunk in chunks:
            left = memoryview(chunk)
            while left:
                left = left[target.write(left) :]


def _holds(path: Path, chunks: Sequence[bytes | bytearray]) -> bool:
    with path.open("rb") as file:
        return all(file.read(len(chunk)) == chunk for chunk in chunks) and not file.read(1)
