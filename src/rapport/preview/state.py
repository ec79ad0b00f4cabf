"""What the page is told at each save, and who waits for it."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from typing import Literal

from msgspec import Struct, field

from rapport.audience import Audience

DocumentName = Literal["brief", "slides"]
DOCUMENTS: tuple[DocumentName, ...] = ("brief", "slides")


class PreviewPage(Struct, frozen=True):
    """A page or slide: the name of its picture, which changes with what is drawn on it; its size in points."""

    key: str
    width: float
    height: float


class OutlineHeading(Struct, frozen=True):
    """An entry of a document's outline, `level` from 0, `page` from 1."""

    title: str
    level: int
    page: int


class Shown(Struct, frozen=True):
    """A document as the page shows it."""

    pages: tuple[PreviewPage, ...] = ()
    outline: tuple[OutlineHeading, ...] = ()


class PageSpot(Struct, frozen=True, order=True):
    """A page or slide, from 1."""

    document: DocumentName
    page: int


class Fault(Struct, frozen=True):
    """A problem of the content, and the pages and slides it concerns (none where no page shows what it is about)."""

    code: str
    message: str
    hint: str
    severity: str
    file: str
    line: int
    column: int
    spots: tuple[PageSpot, ...] = ()


class State(Struct, frozen=True):
    """All that the page shows but the pictures.

    `start` tells one run of the server from another, whose versions begin anew. `fresh` is False where pages are those
    of an earlier save, for the content cannot be read or composed. `milliseconds` are those of the build so far.
    """

    start: str
    version: int = 0
    fresh: bool = True
    briefing: str = ""
    briefings: tuple[str, ...] = ()
    audience: Audience = "internal"
    title: str = ""
    documents: Mapping[str, Shown] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    milliseconds: int = 0


# Tells whoever waits that something is new.


class Feed:
    """One event after another; `closed` ends all waiting for good."""

    def __init__(self) -> None:
        self._news = asyncio.Event()
        self.closed = False

    def tell(self) -> None:
        """Wakes all that wait now."""
        news, self._news = self._news, asyncio.Event()
        news.set()

    def close(self) -> None:
        """Wakes all that wait for the last time."""
        self.closed = True
        self.tell()

    def next(self) -> asyncio.Event:
        """What to wait for. Taken in one step with what it is about, or news in between would go unseen."""
        return self._news


async def told(news: asyncio.Event, seconds: float) -> bool:
    """Waits for news, so long at most; whether there was any."""
    with suppress(TimeoutError):
        await asyncio.wait_for(news.wait(), seconds)
    return news.is_set()
