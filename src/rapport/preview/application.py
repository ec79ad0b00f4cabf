"""What the page asks, and is answered."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from importlib.resources import files
from pathlib import Path

import msgspec
from msgspec import Struct
from starlette.applications import Starlette
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from rapport.look.geometry import Box, Pt
from rapport.origin import NOWHERE, Origin
from rapport.preview.building import Building
from rapport.preview.editors import Editor, link
from rapport.preview.pictures import MEDIA_TYPE
from rapport.preview.places import Target, at, fact_at, on_page
from rapport.preview.state import DOCUMENTS, DocumentName, Feed, PageSpot, told
from rapport.project.provenance import Trait, described

STATIC = {
    "/": "page.html",
    "/page.css": "page.css",
    "/page.js": "page.js",
    "/panel.js": "panel.js",
    "/icon.svg": "icon.svg",
}
TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}

HEARTBEAT = 15.0
"""Seconds: a stream that says nothing for longer may be taken for dead on the way."""

JSON = msgspec.json.Encoder(enc_hook=str)
"""Keys of the content are strings that know their place: the page needs no more than their characters."""

FRESH = {"cache-control": "no-store"}
LASTING = {"cache-control": "private, max-age=86400, immutable"}

NOT_FOUND, GONE, UNPROCESSABLE = 404, 410, 422  # RFC 9110, 15.5


class FactSheet(Struct, frozen=True):
    """What the content says of a fact, and every page and slide that shows it."""

    key: str
    label: str
    traits: tuple[Trait, ...]
    place: str
    link: str
    spots: tuple[PageSpot, ...]


class Answer(Struct, frozen=True):
    """What stands at a point, or what a fault is about; `area` is None for what is on no page."""

    text: str
    place: str
    link: str
    area: Box | None
    fact: FactSheet | None


class Choice(Struct, frozen=True):
    """A text of a page for users without a mouse: a point of it, and whether it is a figure."""

    text: str
    x: float
    y: float
    figure: bool


class Opened(Struct, frozen=True):
    """Whether a program was started."""

    started: bool


class Setting(Struct, frozen=True):
    """What the page is told once: the editor of this machine, empty for none."""

    editor: str


class Service:
    """The routes over one building. `rebuild` makes all anew when another briefing is chosen."""

    def __init__(self, building: Building, feed: Feed, editor: Editor, rebuild: Callable[[], Awaitable[None]]) -> None:
        self._building = building
        self._feed = feed
        self._editor = editor
        self._rebuild = rebuild

    def application(self) -> Starlette:
        """All routes."""
        return Starlette(
            routes=[
                *(Route(path, _static) for path in STATIC),
                Route("/events", self.events),
                Route("/state", self.state),
                Route("/setting", self.setting),
                Route("/picture/{document}/{page:int}/{key}", self.picture),
                Route("/about", self.about),
                Route("/texts", self.texts),
                Route("/open", self.open, methods=["POST"]),
                Route("/choose", self.choose, methods=["POST"]),
                Route("/look", self.look, methods=["POST"]),
            ]
        )

    async def events(self, _request: Request) -> Response:
        """The state at each change, until the server stops."""
        return StreamingResponse(self._stream(), media_type="text/event-stream", headers=FRESH)

    async def _stream(self) -> AsyncIterator[str]:
        sent = -1
        while not self._feed.closed:
            state, news = self._building.state, self._feed.next()
            if state.version != sent:
                sent = state.version
                yield f"retry: 500\nid: {sent}\ndata: {JSON.encode(state).decode()}\n\n"
            if not await told(news, HEARTBEAT):
                yield ": alive\n\n"

    async def state(self, _request: Request) -> Response:
        """The state as it is."""
        return _json(self._building.state)

    async def setting(self, _request: Request) -> Response:
        """What does not change while the server runs."""
        return _json(Setting(self._editor.name))

    async def picture(self, request: Request) -> Response:
        """A page drawn, of the newest file alone: of an older one the next event is on its way."""
        document, page, key = (request.path_params[name] for name in ("document", "page", "key"))
        scale = _number(request.query_params.get("scale", ""))
        if scale is None:
            return Response(status_code=UNPROCESSABLE)
        data = await asyncio.to_thread(self._building.pictures.picture, document, page, key, scale)
        if data is None:
            return Response(status_code=GONE, headers=FRESH)
        return Response(data, media_type=MEDIA_TYPE, headers=LASTING)

    async def about(self, request: Request) -> Response:
        """What stands at a point, what a fault or a fact is about: 404 where that is nothing."""
        target = self._target(request.query_params)
        return Response(status_code=NOT_FOUND) if target is None else _json(self._answer(target))

    async def texts(self, request: Request) -> Response:
        """The texts and figures of a page."""
        document, page = _document(request.query_params), _number(request.query_params.get("page", ""))
        drawn = self._building.drawn
        if document is None or page is None or drawn is None:
            return Response(status_code=NOT_FOUND)
        found = on_page(drawn.passages.get(document, ()), drawn.content, int(page))
        return _json([Choice(each.text, *each.area.centre, bool(each.fact)) for each in found])

    async def open(self, request: Request) -> Response:
        """Opens that in the editor. The browser gives a point, never the name of a file."""
        target = self._target(request.query_params)
        if target is None or not target.origin.file:
            return Response(status_code=NOT_FOUND)
        return _json(Opened(await asyncio.to_thread(self._editor.open, self._path(target.origin), target.origin)))

    async def choose(self, request: Request) -> Response:
        """Shows another briefing, or what another audience sees of it."""
        asked = request.query_params
        self._building.choose(asked.get("briefing", ""), asked.get("audience", ""))
        await self._rebuild()
        return _json(self._building.state)

    async def look(self, request: Request) -> Response:
        """The document looked at is drawn first, before it the pages of the brief that are in sight."""
        document = _document(request.query_params)
        if document is None:
            return Response(status_code=NOT_FOUND)
        self._building.in_sight = document
        self._building.pages_in_sight = _numbers(request.query_params.get("pages", ""))
        return _json(document)

    def _target(self, asked: QueryParams) -> Target | None:
        drawn, faults = self._building.drawn, self._building.state.faults
        if "fault" in asked:
            number = _number(asked["fault"])
            if number is None or not 0 <= number < len(faults):
                return None
            fault = faults[int(number)]
            origin = Origin(fault.file, fault.line, fault.column)
            return Target(fault.message, NO_AREA, origin, fact_at(origin, drawn.content) if drawn else "")
        if drawn is None:
            return None
        if "fact" in asked:
            fact = drawn.content.facts.get(asked["fact"])
            return Target(fact.label.text, NO_AREA, fact.origin, asked["fact"]) if fact else None
        document, page, x, y = _document(asked), *(_number(asked.get(name, "")) for name in ("page", "x", "y"))
        if document is None or page is None or x is None or y is None:
            return None
        return at(drawn.passages.get(document, ()), drawn.content, int(page), (x, y))

    def _answer(self, target: Target) -> Answer:
        area = target.area if target.area is not NO_AREA else None
        return Answer(target.text, str(target.origin), self._link(target.origin), area, self._sheet(target.fact))

    def _sheet(self, key: str) -> FactSheet | None:
        drawn = self._building.drawn
        if drawn is None or key not in drawn.content.facts:
            return None
        fact = drawn.content.facts[key]
        traits = tuple(described(key, drawn.content))
        spots = drawn.index.facts.get(key, ())
        return FactSheet(key, fact.label.text, traits, str(fact.origin), self._link(fact.origin), spots)

    def _link(self, origin: Origin) -> str:
        return link(self._path(origin), origin) if origin != NOWHERE else ""

    def _path(self, origin: Origin) -> Path:
        return self._building.project.root / origin.file


NO_AREA = Box(Pt(0), Pt(0), Pt(0), Pt(0))


async def _static(request: Request) -> Response:
    file = files("rapport.preview") / "page" / STATIC[request.url.path]
    return Response(file.read_bytes(), media_type=TYPES[Path(file.name).suffix], headers=FRESH)


def _json(value: object) -> Response:
    return Response(JSON.encode(value), media_type="application/json", headers=FRESH)


def _number(text: str) -> float | None:
    """A finite number, or None for what is none."""
    try:
        number = float(text)
    except ValueError:
        return None
    return number if abs(number) < 1e9 else None


LONGEST_NUMBER = 6
MOST_IN_SIGHT = 6
"""Pages, however small they are shown: more would take as long as the whole."""


def _numbers(text: str) -> frozenset[int]:
    """The numbers of pages in a list, "3,4"; what is none is left out."""
    found = [int(word) for word in text.split(",") if word.isascii() and word.isdigit() and len(word) < LONGEST_NUMBER]
    return frozenset(found[:MOST_IN_SIGHT])


def _document(asked: QueryParams) -> DocumentName | None:
    return next((name for name in DOCUMENTS if name == asked.get("document")), None)
