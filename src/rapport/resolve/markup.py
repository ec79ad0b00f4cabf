"""Prose -> pieces: CommonMark inline markup, facts in braces, footnote calls.

*emphasis*  **strong**  `code`  [text](https://…)  [Impact Summit]{lang=en}  {fact}  {fact:form}  [^note]
[@source place]
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from importlib import import_module
from typing import Any, cast

from msgspec import Struct

from rapport.edition.text import Emphasis
from rapport.model.prose import CITATION, PLACEHOLDER, VISUAL

NOTE_CALL = re.compile(r"\[\^([^\[\]\s]+)\]")
CALL = re.compile(f"{PLACEHOLDER.pattern}|{NOTE_CALL.pattern}|{VISUAL.pattern}|{CITATION.pattern}")
"""A fact, its form, a footnote, a chart or table, or a source and a place in it."""
MARKUP = re.compile(r"[*_`\[\]{}\\]")
"""A character that may be more than itself to CommonMark or to what it is extended with."""
COMMONMARK = "rapport.resolve.commonmark"
"""Who reads all of it: loaded, with its library, for the first text that has some."""


class MarkupPiece(Struct, frozen=True):
    """A stretch of prose with one meaning.

    `fact` and `form`, `note`, `visual`, or `source` and `place` where it stands for something else.
    """

    text: str = ""
    emphasis: Emphasis = "none"
    code: bool = False
    link: str = ""
    language: str = ""
    fact: str = ""
    form: str = ""
    note: str = ""
    visual: str = ""
    source: str = ""
    place: str = ""


REMEMBERED = 1 << 14
"""Texts kept as they were read or set, those of some twenty briefings: a preview runs all day, a campaign all night."""


@lru_cache(REMEMBERED)
def pieces(text: str) -> tuple[MarkupPiece, ...]:
    """The pieces of one paragraph of prose."""
    line = text.replace("\n", " ")
    return _marked_up()(line) if MARKUP.search(CALL.sub("", line)) else tuple(_parted(line))


@cache
def _marked_up() -> Callable[[str], tuple[MarkupPiece, ...]]:
    return cast("Callable[[str], tuple[MarkupPiece, ...]]", import_module(COMMONMARK).pieces)


def _parted(line: str) -> Iterator[MarkupPiece]:
    """The pieces of a line that holds no markup but calls."""
    at = 0
    for call in CALL.finditer(line):
        if call.start() > at:
            yield MarkupPiece(line[at : call.start()])
        yield MarkupPiece(**called(call))
        at = call.end()
    if at < len(line):
        yield MarkupPiece(line[at:])


def called(call: re.Match[str]) -> dict[str, Any]:
    """What a call stands for, as fields of its piece."""
    fact, form, note, visual, source, place = call.groups()
    if visual:
        return {"visual": visual}
    if source:
        return {"source": source, "place": place or ""}
    return {"note": note} if note else {"fact": fact, "form": form or "full"}


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a prose: what blank lines part."""
    return tuple(part.strip() for part in re.split(r"\n[ \t]*\n", text) if part.strip())
