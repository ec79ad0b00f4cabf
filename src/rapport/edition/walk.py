"""Every text, span and evidence of an edition, in reading order."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Container, Iterator
from functools import cache
from typing import Any

from rapport.edition.text import Evidence, Span, Text, plain

WORDLESS = frozenset(("Origin", "int", "bool", "float", "bytes", "Decimal | None", "tuple[int, ...]"))
"""Fields of these types hold no word."""
TEXTLESS = WORDLESS | {"str", "tuple[str, ...]", "Status", "tuple[Status, ...]"}
"""Fields of these types hold neither a text nor evidence."""

SCARCE = ("short_date", "short_text")
"""Fields that stand in for others where room is scarce."""


def spans(value: Any) -> Iterator[Span]:
    """Every span in a value, depth first, in the order of fields."""
    return (leaf for leaf in _leaves(value, _with_texts) if isinstance(leaf, Span))


def spans_at_length(value: Any) -> Iterator[Span]:
    """The same without those that stand in for others where room is scarce, as a page shows them."""
    return (leaf for leaf in _leaves(value, _at_length) if isinstance(leaf, Span))


def evidence(value: Any) -> Iterator[Evidence]:
    """Every evidence in a value, those of spans included, in reading order; repeated as often as it is printed."""
    for leaf in _leaves(value, _with_texts):
        if isinstance(leaf, Evidence):
            yield leaf
        elif isinstance(leaf, Span) and leaf.evidence is not None:
            yield leaf.evidence


def places_cited(value: Any) -> Iterator[tuple[str, str]]:
    """Every source and place in it that a value rests on: those of its figures, and those that its words name."""
    for leaf in _leaves(value, _with_texts):
        proof = leaf.evidence if isinstance(leaf, Span) else leaf
        if isinstance(leaf, Span) and leaf.cited:
            yield leaf.cited[0], leaf.cited[1]
        elif isinstance(proof, Evidence):
            yield proof.source, proof.locator


def passages(value: Any) -> Iterator[Text]:
    """Every text in a value, with its spans, in reading order."""
    pending = [value]
    while pending:
        item = pending.pop()
        if isinstance(item, tuple):
            if item and isinstance(item[0], Span):
                yield item
            else:
                pending.extend(reversed(item))
        elif not isinstance(item, Span):
            pending.extend([getattr(item, name) for name in _with_texts(item.__class__)])


def strings(value: Any) -> Iterator[str]:
    """Every string a reader may meet: texts of spans and bare strings of blocks (numbers, labels, alternatives)."""
    for leaf in _leaves(value, _with_words):
        if isinstance(leaf, Span):
            yield leaf.text
        elif isinstance(leaf, str):
            yield leaf


def bare_strings(value: Any) -> Iterator[str]:
    """The strings of blocks and elements that are no text: numbers, labels of charts, alternatives, names."""
    return (leaf for leaf in _leaves(value, _with_words) if isinstance(leaf, str))


def texts(value: Any) -> Iterator[str]:
    """Every text in a value as its characters, in reading order, calls of footnotes left out; bare strings are none."""
    return (plain(passage) for passage in passages(value))


def _leaves(value: Any, last_to_first: Callable[[type], tuple[str, ...]]) -> Iterator[Any]:
    pending = [value]
    while pending:
        item = pending.pop()
        if isinstance(item, (Span, Evidence, str)):
            yield item
        elif isinstance(item, tuple):
            pending.extend(reversed(item))
        else:
            pending.extend([getattr(item, name) for name in last_to_first(item.__class__)])


def text_fields(kind: type) -> tuple[str, ...]:
    """The fields of a struct in which texts or evidence may stand, in order; none for any other kind of value."""
    return _fields(kind, TEXTLESS)


@cache
def _with_texts(kind: type) -> tuple[str, ...]:
    return text_fields(kind)[::-1]


@cache
def _at_length(kind: type) -> tuple[str, ...]:
    return tuple(name for name in _with_texts(kind) if name not in SCARCE)


@cache
def _with_words(kind: type) -> tuple[str, ...]:
    return _fields(kind, WORDLESS)[::-1]


def _fields(kind: type, without: Container[str]) -> tuple[str, ...]:
    types = inspect.get_annotations(kind)
    return tuple(name for name in getattr(kind, "__struct_fields__", ()) if types.get(name) not in without)
