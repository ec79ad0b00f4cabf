"""A brief drawn by a second process, while the first finds out what else there is to say and writes the deck."""

from __future__ import annotations

import contextlib
import os
import signal
import threading
from types import TracebackType
from typing import NoReturn, Self

from msgspec import Struct

from rapport.artefact import Artefact
from rapport.edition.edition import Edition
from rapport.project.project import House
from rapport.render.pdf.brief import draw_brief

FEWEST = 8
"""Sections from which it pays: of three nothing is gained, of twenty-three a sixth, of thirty and more a third."""


class BriefUnderWay(Struct, frozen=True):
    """A brief that a process is drawing, and where its bytes will come from."""

    edition: Edition
    process: int
    pipe: int


class Beside:
    """Draws briefs in processes of their own where that pays; all of them are gone in the end.

    A process begins with all that this one knows and hands back bytes alone. Where it fails, nothing is said of it:
    who asked draws the brief and meets the same fault.
    """

    def __init__(self) -> None:
        self._under_way: list[BriefUnderWay] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for each in self._under_way:
            os.close(each.pipe)
            with contextlib.suppress(ProcessLookupError):
                os.kill(each.process, signal.SIGKILL)
            os.waitpid(each.process, 0)
        self._under_way.clear()

    def begin(self, edition: Edition, house: House) -> None:
        """Begins to draw, where it pays and the system lets it; no process of several threads is ever doubled."""
        if len(edition.sections) < FEWEST or cores() < 2 or threading.active_count() > 1:
            return
        reading, writing = os.pipe()
        try:
            process = os.fork()
        except OSError:
            os.close(reading)
            os.close(writing)
            return
        if not process:
            _draw(edition, house, writing)
        os.close(writing)
        self._under_way.append(BriefUnderWay(edition, process, reading))

    def brief(self, edition: Edition) -> Artefact | None:
        """The brief of an edition that was begun, once it is drawn; None for any other, and where drawing failed."""
        found = next((each for each in self._under_way if each.edition is edition), None)
        if found is None:
            return None
        with open(found.pipe, "rb", closefd=False) as pipe:
            data = pipe.read()
        self._under_way.remove(found)
        os.close(found.pipe)
        _, status = os.waitpid(found.process, 0)
        return None if status else Artefact("brief", data)


def _draw(edition: Edition, house: House, pipe: int) -> NoReturn:
    """The second process: bytes into the pipe, and no other trace."""
    status = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        data = draw_brief(edition, house.charter, house.fonts).data
        with open(pipe, "wb") as out:
            out.write(data)
        status = 0
    finally:
        os._exit(status)


def cores() -> int:
    """The processors that this process may use; 1 where the system has no way to share what it knows with another."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
