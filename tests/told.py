"""An edition or the plan of a deck, looked through: each part with all that it says, a line each."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import fields

from rapport.edition.edition import Edition
from rapport.edition.picture import Picture
from rapport.edition.text import Span, Status
from rapport.look.geometry import Box
from rapport.origin import Origin
from rapport.plots import Plan
from rapport.slides.deck import Deck

SHORT = 160
"""Characters of a value that is told on one line."""
PLAIN_SPACES = {"\u00a0": "~", "\u202f": "'"}
"""Spaces that hold words together, told apart: a no-break one as TeX has it, the narrow one as Swiss accountants do."""


def assert_told(said: str, kept: Path, folder: Path) -> None:
    """That a file still holds what is said; where it does not, what is said lies in `folder`, to be taken if meant."""
    (folder / kept.name).write_text(said, encoding="utf-8")
    assert said == kept.read_text(encoding="utf-8"), f"if this is meant: cp {folder / kept.name} {kept}"


def told(edition: Edition) -> str:
    """The sections of an edition and its notes; empty fields are left out."""
    return _whole((edition.sections, edition.notes))


def opening(edition: Edition) -> str:
    """What stands before the sections of an edition, and what is said of it as a whole."""
    return _whole((edition.cover, edition.contents, (edition.subject,), edition.closed, edition.draft_mark))


def planned(deck: Deck) -> str:
    """The slides of a plan, places in points."""
    return _whole((deck.slides,))


def _whole(parts: tuple[Any, ...]) -> str:
    return "\n".join(line for part in parts for line in _lines(part)) + "\n"


def _lines(value: Any) -> Iterator[str]:
    if _is_one_line(value):
        yield _one_line(value)
    elif isinstance(value, tuple):
        for item in value:
            first, *others = _lines(item)
            yield f"- {first}"
            yield from (f"  {line}" for line in others)
    else:
        yield from _struct(value)


def _struct(value: Struct) -> Iterator[str]:
    shown = dict(_shown(value))
    short = [f"{name}: {_one_line(item)}" for name, item in shown.items() if _is_one_line(item)]
    if len(short) == len(shown) and sum(map(len, short)) < SHORT:
        yield f"{type(value).__name__}({'; '.join(short)})"
        return
    yield type(value).__name__
    for name, item in shown.items():
        if _is_one_line(item):
            yield f"  {name}: {_one_line(item)}"
        else:
            yield f"  {name}:"
            yield from (f"    {line}" for line in _lines(item))


def _shown(value: Struct) -> Iterator[tuple[str, Any]]:
    """The fields that say something; what has its usual value does not."""
    for field in fields(value):
        item = getattr(value, field.name)
        usual = item == field.default and isinstance(item, bool) == isinstance(field.default, bool)
        if not (isinstance(item, Origin | Plan) or usual or item in ((), "")):
            yield field.name, item


def _is_one_line(value: Any) -> bool:
    if isinstance(value, tuple):
        return all(isinstance(item, Span | str | int | float | Decimal | None) for item in value)
    return not isinstance(value, Struct) or isinstance(value, Status | Picture | Span | Box)


def _one_line(value: Any) -> str:
    if isinstance(value, tuple) and value and isinstance(value[0], Span):
        return "".join(map(_span, value))
    if isinstance(value, tuple):
        return ", ".join(map(_one_line, value))
    if isinstance(value, Status):
        return f"{value.key} « {value.word} »" if value.key else f"« {value.word} »"
    if isinstance(value, Box):
        return f"{value.x:.1f} {value.y:.1f}, {value.width:.1f} x {value.height:.1f}"
    if isinstance(value, float):
        return f"{value:.1f}" if abs(value) > 1 else f"{value:.3g}"  # a length, or a share of one
    if isinstance(value, Picture):
        return value.name
    return spaced(value) if isinstance(value, str) else str(value)


def _span(span: Span) -> str:
    """A run of words; between brackets what it is beside: the fact behind it, its emphasis, its note."""
    proof = span.evidence
    marks = [f"{proof.fact}:{proof.form}" if proof else "", "" if span.emphasis == "none" else span.emphasis]
    marks += [f"^{span.note}" if span.note else "", "" if span.position == "baseline" else span.position]
    said = " ".join(filter(None, marks))
    return f"[{spaced(span.text)}|{said}]" if said else spaced(span.text)


def spaced(text: str) -> str:
    """A text with the spaces that hold words together told apart."""
    for space, sign in PLAIN_SPACES.items():
        text = text.replace(space, sign)
    return text
