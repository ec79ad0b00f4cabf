"""A line of prose with CommonMark markup -> pieces: emphasis, code, links, escapes; languages, facts and footnotes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.attrs import attrs_plugin
from msgspec.structs import replace

from rapport.resolve.inline import CALL, MarkupPiece, called


def pieces(line: str) -> tuple[MarkupPiece, ...]:
    """The pieces of a line of prose."""
    inline = _parser().parseInline(line)[0]
    found: list[MarkupPiece] = []
    state = MarkupPiece()
    for token in inline.children or ():
        if token.type in OPENERS:
            state = replace(state, **OPENERS[token.type](token))
        elif token.type in CLOSERS:
            state = replace(state, **CLOSERS[token.type])
        else:
            found += _leaf(token, state)
    return tuple(found)


def _leaf(token: Token, state: MarkupPiece) -> Sequence[MarkupPiece]:
    if token.type == "call":
        return (replace(state, **token.meta),)
    if token.type == "code_inline":
        return (replace(state, text=token.content, code=True),)
    if token.type in ("softbreak", "hardbreak"):
        return (replace(state, text=" "),)
    return (replace(state, text=token.content),) if token.content else ()


Change = dict[str, Any]
"""The fields of a piece that a token changes."""

OPENERS: dict[str, Callable[[Token], Change]] = {
    "em_open": lambda _token: {"emphasis": "emphasis"},
    "strong_open": lambda _token: {"emphasis": "strong"},
    "link_open": lambda token: {"link": str(token.attrGet("href") or "")},
    "span_open": lambda token: {"language": str(token.attrGet("lang") or "")},
}
CLOSERS: dict[str, Change] = {
    "em_close": {"emphasis": "none"},
    "strong_close": {"emphasis": "none"},
    "link_close": {"link": ""},
    "span_close": {"language": ""},
}


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero").enable(["emphasis", "link", "backticks", "escape"])
    parser.use(attrs_plugin, spans=True)
    parser.inline.ruler.before("link", "call", _call_rule)
    return parser


def _call_rule(state: StateInline, silent: bool) -> bool:
    call = CALL.match(state.src, state.pos)
    if not call:
        return False
    if not silent:
        state.push("call", "", 0).meta = called(call)
    state.pos = call.end()
    return True
