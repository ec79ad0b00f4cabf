"""Saves of the content, told once each file is whole."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterable
from pathlib import Path

from msgspec import Struct
from watchfiles import Change, awatch

SUFFIXES = (".yaml", ".yml", ".png", ".jpg", ".jpeg", ".svg", ".otf", ".ttf")
"""What documents are made from."""

GATHERED, STEP = 50, 5
"""Milliseconds: changes of so long are told as one; how long none may come before. A step of 50 would cost 60 to 90."""

PATIENCE = 0.15
"""Seconds that a file may take to become whole: editors that empty a file before they write it pause for a few."""


STARTING = 0.01
"""Seconds until the system tells of changes."""


class Saved(Struct, frozen=True):
    """Files that changed together."""

    paths: frozenset[Path]

    def within(self, folder: Path) -> bool:
        """Whether one lies in a folder."""
        return any(path.is_relative_to(folder) for path in self.paths)


class Halves:
    """Knows a file that is being written from one that is whole.

    Half-written is what is not there, is empty, breaks off within a line, or is the beginning of what it was.
    """

    def __init__(self) -> None:
        self._known: dict[Path, bytes] = {}

    def remember(self, paths: Iterable[Path]) -> None:
        """What files hold now is whole."""
        for path in paths:
            if path.suffix in (".yaml", ".yml"):
                self._known[path] = _read(path)

    def half_written(self, path: Path) -> bool:
        """Whether a content file may be still being written."""
        if path.suffix not in (".yaml", ".yml"):
            return False
        data = _read(path)
        known = self._known.get(path, b"")
        cut = len(data) < len(known) and known.startswith(data)
        return not data.endswith(b"\n") or cut


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def is_source(_change: Change, path: str) -> bool:
    """Whether documents are made from a file; editors' own files begin with a dot or end otherwise."""
    file = Path(path)
    return file.suffix.lower() in SUFFIXES and not file.name.startswith(".")


async def saves(folders: Iterable[Path], stop: asyncio.Event) -> AsyncIterator[Saved]:
    """Each save, until `stop` is set; first an empty one, from which on none is missed.

    Folders are watched: many editors put a new file in an old one's place. A file that looks half-written has a moment
    to become whole.
    """
    there = [folder for folder in folders if folder.is_dir()]
    halves = Halves()
    halves.remember(path for folder in there for path in folder.rglob("*") if is_source(Change.added, str(path)))
    watched = awatch(*there, watch_filter=is_source, debounce=GATHERED, step=STEP, stop_event=stop)
    batch = asyncio.ensure_future(anext(watched, None))
    await asyncio.sleep(STARTING)
    yield Saved(frozenset())
    while (changes := await batch) is not None:
        batch = asyncio.ensure_future(anext(watched, None))
        paths = frozenset(Path(path) for _, path in changes)
        await _whole(paths, halves)
        halves.remember(paths)
        yield Saved(paths)


async def _whole(paths: Iterable[Path], halves: Halves) -> None:
    deadline = time.monotonic() + PATIENCE
    while any(map(halves.half_written, paths)) and time.monotonic() < deadline:
        await asyncio.sleep(STEP / 1e3)
