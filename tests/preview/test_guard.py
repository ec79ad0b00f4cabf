"""Who the page's server answers."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Message, Scope

from rapport.preview.server import Guard

PORT, TOKEN = 8000, "un-jeton"
COOKIE = f"preview-{PORT}={TOKEN}"


class Answer:
    """A status and headers by name."""

    def __init__(self, messages: list[Message]) -> None:
        self.status = messages[0]["status"]
        self.headers = {name.decode(): value.decode() for name, value in messages[0]["headers"]}


def ask(path: str = "/state", query: str = "", **headers: str) -> Answer:
    """What is answered to a request; underscores in names of headers stand for hyphens."""
    given = {"host": f"127.0.0.1:{PORT}", **headers}
    encoded = [(name.replace("_", "-").encode(), value.encode()) for name, value in given.items()]
    scope: Scope = {"type": "http", "method": "GET", "path": path, "query_string": query.encode(), "headers": encoded}
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(Guard(PlainTextResponse("la page"), TOKEN, PORT)(scope, receive, send))
    return Answer(sent)


def test_who_has_the_cookie_is_answered() -> None:
    assert ask(cookie=COOKIE).status == 200
    assert ask(cookie=COOKIE, host=f"localhost:{PORT}", origin=f"http://localhost:{PORT}").status == 200


@pytest.mark.parametrize("given", [{}, {"cookie": f"preview-{PORT}=autre"}, {"cookie": "preview-8001=un-jeton"}])
def test_who_has_no_token_is_not(given: dict[str, Any]) -> None:
    assert ask(**given).status == 403


def test_a_token_is_good_for_the_first_page_alone() -> None:
    first = ask("/", f"token={TOKEN}")
    assert (first.status, first.headers["location"]) == (303, "/")
    cookie = first.headers["set-cookie"]
    assert cookie.startswith(COOKIE)
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert ask("/state", f"token={TOKEN}").status == 403
    assert ask("/", "token=autre").status == 403


@pytest.mark.parametrize(
    "given",
    [
        {"host": "example.org"},
        {"host": "127.0.0.1:9999"},
        {"origin": "https://example.org"},
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site"},
    ],
)
def test_other_pages_and_other_names_of_this_machine_are_turned_away(given: dict[str, str]) -> None:
    assert ask(cookie=COOKIE, **given).status == 421


def test_a_link_from_the_terminal_may_open_the_page() -> None:
    assert ask("/", f"token={TOKEN}", sec_fetch_site="cross-site").status == 303


def test_every_answer_forbids_what_the_page_does_not_need() -> None:
    for answer in (ask(cookie=COOKIE), ask()):
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert answer.headers["cross-origin-resource-policy"] == "same-origin"
        assert answer.headers["referrer-policy"] == "no-referrer"


def test_a_cookie_that_is_none_is_no_token() -> None:
    assert ask(cookie='preview-8000="; ;=').status == 403
