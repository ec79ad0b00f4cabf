"""Documents drawn by processes of their own, while the first finds out what else there is to say of them."""

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
from rapport.render.deck.writer import write_deck
from rapport.render.pdf.brief import draw_brief
from rapport.slides.deck import Deck

FEWEST = 8
"""Sections from which a brief pays: of three nothing is gained, of twenty-three a sixth, of thirty and more a third."""
FEWEST_SLIDES = 60
"""Slides from which a deck pays, written while its texts are reviewed: of ninety or nine hundred a tenth is gained."""


class DocumentUnderWay(Struct, frozen=True):
    """A document that a process is drawing, from what, and where its bytes will come from."""

    source: Edition | Deck
    process: int
    pipe: int


class Beside:
    """Draws documents in processes of their own where that pays; all of them are gone in the end.

    A process begins with all that this one knows and hands back bytes alone. Where it fails, nothing is said of it:
    who asked draws the document and meets the same fault.
    """

    def __init__(self) -> None:
        self._under_way: list[DocumentUnderWay] = []

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

    def begin(self, source: Edition | Deck, house: House) -> None:
        """Begins to draw, where it pays and the system lets it; no process of several threads is ever doubled."""
        if not _pays(source) or cores() < 2 or threading.active_count() > 1:
            return
        reading, writing = os.pipe()
        try:
            process = os.fork()
        except OSError:
            os.close(reading)
            os.close(writing)
            return
        if not process:
            _draw(source, house, writing)
        os.close(writing)
        self._under_way.append(DocumentUnderWay(source, process, reading))

    def drawn(self, source: Edition | Deck) -> Artefact | None:
        """The document of a source that was begun, once it is drawn; None for any other, and where drawing failed."""
        found = next((each for each in self._under_way if each.source is source), None)
        if found is None:
            return None
        with open(found.pipe, "rb", closefd=False) as pipe:
            data = pipe.read()
        self._under_way.remove(found)
        os.close(found.pipe)
        _, status = os.waitpid(found.process, 0)
        return None if status else Artefact("deck" if isinstance(source, Deck) else "brief", data)


def _pays(source: Edition | Deck) -> bool:
    if isinstance(source, Deck):
        return len(source.slides) >= FEWEST_SLIDES
    return len(source.sections) >= FEWEST


def _draw(source: Edition | Deck, house: House, pipe: int) -> NoReturn:
    """The second process: bytes into the pipe, and no other trace."""
    status = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        data = _made(source, house).data
        with open(pipe, "wb") as out:
            out.write(data)
        status = 0
    finally:
        os._exit(status)


def _made(source: Edition | Deck, house: House) -> Artefact:
    if isinstance(source, Deck):
        return write_deck(source, house.charter)
    return draw_brief(source, house.charter, house.fonts)


def cores() -> int:
    """The processors that this process may use; 1 where the system has no way to share what it knows with another."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
