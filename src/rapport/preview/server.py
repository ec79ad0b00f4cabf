"""The server: watches, builds, answers, until Ctrl-C."""

from __future__ import annotations

import asyncio
import secrets
import socket
import sys
import time
import traceback
import webbrowser
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import uvicorn
from msgspec import Struct

from rapport.origin import NOWHERE
from rapport.preview.application import Service
from rapport.preview.building import Building
from rapport.preview.editors import Editor
from rapport.preview.guard import Guard
from rapport.preview.state import Feed
from rapport.preview.watching import saves
from rapport.problem import Problem

HOST = "127.0.0.1"

BREATH = 0.04
"""Seconds between two documents: the pictures in sight leave before the next document takes the processor."""

LONGEST_BREATH = 0.2
"""Seconds for the browser to fetch pages in sight that are shown before their document, on a machine that is busy."""

SWITCH = 0.0005
"""Seconds after which the thread that builds lets the one that answers run; Python's own is ten times as long."""

GRACE = 2
"""Seconds for answers under way when the server stops; streams are ended before."""


class Options(Struct, frozen=True):
    """How a server runs: what it watches, its port (0: a free one), the editor, whom it tells its address."""

    content: Path
    assets: Path
    port: int
    editor: Editor
    announce: Callable[[str], None]


class Runner:
    """Builds one after the other, each state told to whoever follows."""

    def __init__(self, building: Building, feed: Feed) -> None:
        self._building = building
        self._feed = feed
        self._one_at_a_time = asyncio.Lock()

    async def rebuild(self, *, looks_changed: bool = False) -> None:
        """One build, in a thread of its own."""
        loop = asyncio.get_running_loop()

        def tell() -> None:
            loop.call_soon_threadsafe(self._feed.tell)

        async with self._one_at_a_time:
            await asyncio.to_thread(self._build, tell, looks_changed)

    def _build(self, tell: Callable[[], None], looks_changed: bool) -> None:
        try:
            documents = self._building.state.documents
            for state in self._building.build(looks_changed=looks_changed):
                tell()
                if state.documents is not documents:
                    documents = state.documents
                    time.sleep(BREATH)
                    self._building.pictures.wait(LONGEST_BREATH)
        except Exception:
            traceback.print_exc()
            self._building.fail(BUG)
            tell()


BUG = Problem(
    "internal-error", "erreur interne de rapport\u00a0: les détails sont dans le terminal, à nous signaler", NOWHERE
)


class _Server(uvicorn.Server):
    """Streams end when Ctrl-C comes: uvicorn would wait for the last browser to go away."""

    def __init__(self, config: uvicorn.Config, stop: Callable[[], None]) -> None:
        super().__init__(config)
        self._stop = stop

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self._stop()
        super().handle_exit(sig, frame)


async def serve(building: Building, options: Options) -> None:
    """Runs until the process is told to stop. Raises OSError where the port is taken."""
    sys.setswitchinterval(SWITCH)
    feed, stop = Feed(), asyncio.Event()
    runner = Runner(building, feed)
    with _listening(options.port) as listener:
        port = listener.getsockname()[1]
        token = secrets.token_urlsafe(24)
        service = Service(building, feed, options.editor, runner.rebuild)
        loop = asyncio.get_running_loop()

        def end() -> None:
            loop.call_soon_threadsafe(stop.set)
            loop.call_soon_threadsafe(feed.close)

        server = _Server(_config(Guard(service.application(), token, port)), end)
        options.announce(f"http://{HOST}:{port}/?token={token}")
        following = asyncio.create_task(_follow(runner, (options.content, options.assets), stop))
        try:
            await server.serve(sockets=[listener])
        finally:
            stop.set()
            await following


async def _follow(runner: Runner, folders: tuple[Path, Path], stop: asyncio.Event) -> None:
    async for saved in saves(folders, stop):
        await runner.rebuild(looks_changed=saved.within(folders[1]))


def _listening(port: int) -> socket.socket:
    """A socket on this machine alone."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        listener.bind((HOST, port))
        listener.listen()  # who asks before the server is ready waits for it
    except OSError:
        listener.close()
        raise
    return listener


def _config(app: Guard) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        loop="asyncio",
        http="h11",
        ws="none",
        lifespan="off",
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=GRACE,
    )


def show_in_browser(address: str) -> bool:
    """Opens the page; False where no browser is known."""
    return webbrowser.open(address)
