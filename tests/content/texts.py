"""What the project's own editions say, as tests read it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct

from rapport.edition.edition import Edition
from rapport.edition.text import Span, Text, evidence, plain, strings

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent


def parts(edition: Edition) -> tuple[Any, ...]:
    """All that an edition says, without what layout fills."""
    return (edition.cover, edition.contents, edition.sections, edition.notes)


def texts_of(value: Any) -> Iterator[Text]:
    """The texts in a value of an edition, in order."""
    if isinstance(value, tuple) and value and all(isinstance(item, Span) for item in value):
        yield value
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from texts_of(item)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from texts_of(getattr(value, name))


def said(edition: Edition) -> str:
    """All words of an edition, a line for each text; no-break spaces as spaces."""
    texts = [plain(text) for text in texts_of(parts(edition))]
    return spaced("\n".join([*texts, *strings(parts(edition))]))


def facts_of(edition: Edition) -> frozenset[str]:
    """The facts an edition shows or says."""
    return frozenset(item.fact for item in evidence(parts(edition)))


def spaced(text: str) -> str:
    """The text with every space plain and every apostrophe typographic."""
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("'", "’")
