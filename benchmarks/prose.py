"""French prose of any length, as briefings have it: sentences of the project's own content, their figures renewed.

Figures differ from paragraph to paragraph, so that, as in a real document, no program has met every word before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

from rapport.edition.text import texts
from rapport.read.content import read_content
from rapport.resolve.edition import resolve

ROOT = Path(__file__).parents[1]
LEAST = 12
"""Words of a passage that counts as prose."""
PASSAGES = (3, 4, 5)
"""How many passages make a paragraph, in turn."""
STEP = 7
"""From one passage to the next; prime to their number, so that all are met."""
DIGITS = re.compile("[0-9]+")

Sections = tuple[tuple[str, ...], ...]
"""Paragraphs by section."""


def sections(number: int, paragraphs: int) -> Sections:
    """That many sections of that many paragraphs each; always the same."""
    source = _paragraphs(_passages())
    return tuple(tuple(islice(source, paragraphs)) for _ in range(number))


def _passages() -> tuple[str, ...]:
    """The passages of prose of all briefings, in both media, each once, in order."""
    content = read_content(ROOT / "content", ROOT / "assets").content
    editions = (resolve(content, key, medium) for key in sorted(content.briefings) for medium in ("brief", "deck"))
    found = (text for edition in editions for text in texts((edition.sections, edition.notes)))
    return tuple(dict.fromkeys(text for text in found if len(text.split(" ")) >= LEAST))


def _paragraphs(passages: tuple[str, ...]) -> Iterator[str]:
    at = 0
    for number in count():
        length = PASSAGES[number % len(PASSAGES)]
        chosen = [passages[(at + step) * STEP % len(passages)] for step in range(length)]
        at += length
        yield DIGITS.sub(lambda found: _renewed(found[0], number), " ".join(map(_ended, chosen)))  # noqa: B023


def _ended(passage: str) -> str:
    return passage if passage[-1] in ".!?»" else f"{passage}."


def _renewed(digits: str, number: int) -> str:
    """Another number of as many digits."""
    first, span = 10 ** (len(digits) - 1), 9 * 10 ** (len(digits) - 1)
    return str(first + (int(digits) + 7919 * number) % span)
