"""Who may ask: this machine's own browser, with the token of this run, from the page itself and from no other."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

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

MISDIRECTED, FORBIDDEN, SEE_OTHER = 421, 403, 303
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
