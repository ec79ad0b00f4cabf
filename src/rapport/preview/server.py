"""The server: watches, builds, answers, until Ctrl-C."""

from __future__ import annotations

import asyncio
import secrets
import socket
import sys
import time
import traceback
import webbrowser
from collections.abc import Callable, Mapping
from http.cookies import CookieError, SimpleCookie
from pathlib import Path
from types import FrameType
from urllib.parse import parse_qs

import uvicorn
from msgspec import Struct
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rapport.origin import NOWHERE
from rapport.preview.application import Service
from rapport.preview.building import Building
from rapport.preview.editors import Editor
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


HEADERS = (
    (
        b"content-security-policy",
        b"default-src 'none'; img-src 'self'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        b"base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
)
"""On every answer. Nothing but this server is asked for anything, and no other page may show or read it."""

MISDIRECTED, FORBIDDEN, SEE_OTHER = 421, 403, 303  # RFC 9110, 15.4 and 15.5
LOCKED = (
    "Cette page n’est ouverte qu’à l’adresse que le terminal affiche\u00a0: rapport preview en donne une nouvelle à "
    "chaque lancement."
)
FOREIGN = "Cette adresse n’est pas celle de l’aperçu."


class Guard:
    """Plain ASGI in front of an application: a middleware that wraps answers would hold back streams.

    The token comes in the first address, then in a cookie: neither history nor Referer keep it. Cookies know hosts and
    no ports, so the port is part of its name.
    """

    def __init__(self, app: ASGIApp, token: str, port: int) -> None:
        self._app = app
        self._token = token
        self._cookie = f"preview-{port}"
        self._hosts = {f"127.0.0.1:{port}", f"localhost:{port}"}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers refusals itself, passes the rest on."""
        if scope["type"] != "http":
            return

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *HEADERS]
            await send(message)

        answer = self._refusal(scope) or self._admission(scope)
        await (answer or self._app)(scope, receive, sending)

    def _refusal(self, scope: Scope) -> Response | None:
        """Against other hosts (DNS rebinding), and other pages of the browser; then against strangers."""
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        origin = headers.get("origin", "")
        site = headers.get("sec-fetch-site", "none")
        foreign = site not in ("same-origin", "none") and scope["path"] != "/"
        if headers.get("host") not in self._hosts or foreign:
            return PlainTextResponse(FOREIGN, MISDIRECTED)
        if origin and origin.removeprefix("http://") not in self._hosts:
            return PlainTextResponse(FOREIGN, MISDIRECTED)
        if not secrets.compare_digest(self._given(scope, headers).encode(), self._token.encode()):
            return PlainTextResponse(LOCKED, FORBIDDEN)
        return None

    def _given(self, scope: Scope, headers: Mapping[str, str]) -> str:
        return _asked(scope) or _cookies(headers.get("cookie", "")).get(self._cookie, "")

    def _admission(self, scope: Scope) -> Response | None:
        """The first address leads to the page without it, with the cookie."""
        if not _asked(scope):
            return None
        response = RedirectResponse("/", SEE_OTHER)
        response.set_cookie(self._cookie, self._token, httponly=True, samesite="strict")
        return response


def _asked(scope: Scope) -> str:
    """The token in the address, of the page alone."""
    text: bytes = scope["query_string"] if scope["path"] == "/" else b""
    query = parse_qs(text.decode("latin-1"))
    return query.get("token", [""])[0]


def _cookies(header: str) -> dict[str, str]:
    try:
        return {name: morsel.value for name, morsel in SimpleCookie(header).items()}
    except CookieError:
        return {}
