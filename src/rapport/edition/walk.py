"""Every text, span and evidence of an edition, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from rapport.edition.evidence import Evidence
from rapport.edition.text import Span


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


def strings(value: Any) -> Iterator[str]:
    """Every string a reader may meet: texts of spans and bare strings of blocks (numbers, labels, alternatives)."""
    for leaf in _leaves(value):
        if isinstance(leaf, Span):
            yield leaf.text
        elif isinstance(leaf, str):
            yield leaf


def _leaves(value: Any) -> Iterator[Any]:
    if isinstance(value, (Span, Evidence, str)):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _leaves(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _leaves(getattr(value, field.name))
