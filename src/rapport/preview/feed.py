"""Tells whoever waits that something is new."""

from __future__ import annotations

import asyncio
from contextlib import suppress


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
