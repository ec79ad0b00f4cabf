"""The source at the foot of a slide, which has two lines: what does not fit is counted there and whole in the notes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from rapport.arrange.piece import Piece, set_at
from rapport.arrange.studio import Studio
from rapport.edition.text import Text, words

FOOT_COLUMNS = 9
"""Columns that the foot of a slide may take, left of the date and the number."""
LINES = 2
BETWEEN_SOURCES = re.compile(r"[^\w.)]?; ")
"""A semicolon with the space before it, where the language has one."""
BETWEEN_WORDS = re.compile("[,;:.]? ")


def foot_fits(text: Text, studio: Studio) -> bool:
    """Whether a text takes two lines at most beside the number of its slide."""
    room = studio.look.grid.cells.span(1, FOOT_COLUMNS)
    (paragraph,) = set_at(0, (Piece(text, "source"),), studio.look)
    return studio.measure.lines(paragraph, room.width) <= LINES


def foot_of(source: Text, studio: Studio) -> Text:
    """The source line as the foot holds it: whole, or its first sources and how many others there are.

    A source that is too long alone ends in an ellipsis.
    """
    if not source or foot_fits(source, studio):
        return source
    return next((text for text in _shorter(source, studio) if foot_fits(text, studio)), source)


def _shorter(source: Text, studio: Studio) -> Iterator[Text]:
    """The line cut before each of its sources, then after each of its words, the longest first."""
    for left_out, start in enumerate(reversed(_breaks(source, BETWEEN_SOURCES)), start=1):
        form = "one" if left_out == 1 else "many"
        yield (*_until(source, start), *words(studio.furniture(f"other-sources-{form}", left_out)))
    for start in reversed(_breaks(source, BETWEEN_WORDS)):
        yield (*_until(source, start), *words("…"))


def _breaks(text: Text, between: re.Pattern[str]) -> list[tuple[int, int]]:
    """Where the text may be cut: the number of a span and a place in it."""
    return [(at, match.start()) for at, span in enumerate(text) for match in between.finditer(span.text)]


def _until(text: Text, cut: tuple[int, int]) -> Text:
    at, end = cut
    return (*text[:at], replace(text[at], text=text[at].text[:end]))
