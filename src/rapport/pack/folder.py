"""A folder of copies: each file whole or not there, and what is whole already is left as it is."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from rapport.lock import locked
from rapport.writing import ASIDE, about_to, remove, rename, write


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
        """The files that were in the folder and were not put there now, in order of name; hidden ones aside."""
        return sorted(name for name in self._found - self._names if not name.startswith("."))

    def clear(self) -> None:
        """Gives up what has been written and not been settled."""
        for name in self._waiting:
            self._aside(name).unlink(missing_ok=True)


def _holds(path: Path, chunks: Sequence[bytes | bytearray]) -> bool:
    with path.open("rb") as file:
        return all(file.read(len(chunk)) == chunk for chunk in chunks) and not file.read(1)
