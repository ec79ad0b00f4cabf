"""Every text, span and evidence of an edition, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from rapport.edition.evidence import Evidence
from rapport.edition.text import Span, Text, plain


def spans(value: Any) -> Iterator[Span]:
    """Every span in a value, depth first, in the order of fields."""
    return (leaf for leaf in _leaves(value) if isinstance(leaf, Span))


def evidence(value: Any) -> Iterator[Evidence]:
    """Every evidence in a value, those of spans included, in reading order; repeated as often as it is printed."""
    for leaf in _leaves(value):
        if isinstance(leaf, Evidence):
            yield leaf
        elif isinstance(leaf, Span) and leaf.evidence is not None:
            yield leaf.evidence


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
            pending.extend([getattr(item, name) for name in _last_to_first(item.__class__)])


def strings(value: Any) -> Iterator[str]:
    """Every string a reader may meet: texts of spans and bare strings of blocks (numbers, labels, alternatives)."""
    for leaf in _leaves(value):
        if isinstance(leaf, Span):
            yield leaf.text
        elif isinstance(leaf, str):
            yield leaf


def texts(value: Any) -> Iterator[str]:
    """Every text in a value as its characters, in reading order, calls of footnotes left out; bare strings are none."""
    return (plain(passage) for passage in passages(value))


def _leaves(value: Any) -> Iterator[Any]:
    pending = [value]
    while pending:
        item = pending.pop()
        if isinstance(item, (Span, Evidence, str)):
            yield item
        elif isinstance(item, tuple):
            pending.extend(reversed(item))
        else:
            pending.extend([getattr(item, name) for name in _last_to_first(item.__class__)])


@cache
def _last_to_first(kind: type) -> tuple[str, ...]:
    """The fields of a struct, the last first; none for any other kind of value."""
    return tuple(reversed(getattr(kind, "__struct_fields__", ())))
