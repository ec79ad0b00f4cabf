"""All prose of the content, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel

from rapport.model.blocks.base import FactEntry
from rapport.model.blocks.figures import MomentSpec
from rapport.model.content import Content
from rapport.model.prose import Prose
from rapport.model.scalar import Key


def all_prose(content: Content) -> Iterator[Prose]:
    """Every prose of sections and briefings, in the order of the files."""
    for section in content.sections.values():
        yield from prose_of(section)
    for briefing in content.briefings.values():
        yield from prose_of(briefing)


def prose_of(value: Any) -> Iterator[Prose]:
    """Every prose in a model, in the order of its fields."""
    return (leaf for leaf in _leaves(value) if isinstance(leaf, Prose))


def fact_entries(value: Any) -> Iterator[Key]:
    """Every fact that blocks call by its key."""
    for leaf in _leaves(value):
        if isinstance(leaf, (FactEntry, MomentSpec)) and leaf.fact:
            yield leaf.fact


def facts_in(value: Any) -> Iterator[str]:
    """Every fact called in a model, by prose or by blocks."""
    for prose in prose_of(value):
        yield from (key for key, _form in prose.calls)
    yield from fact_entries(value)


def models_of(value: Any) -> Iterator[BaseModel]:
    """Every model in a value, each before what it holds."""
    return (leaf for leaf in _leaves(value) if isinstance(leaf, BaseModel))


def _leaves(value: Any) -> Iterator[Any]:
    """Proses and models of a value, models before what they hold."""
    pending = [value]
    while pending:
        item = pending.pop()
        if isinstance(item, (tuple, list)):
            pending.extend(reversed(item))
        elif isinstance(item, dict):
            pending.extend(reversed(item.values()))
        elif (names := _last_to_first(item.__class__)) is not None:
            yield item
            pending.extend([getattr(item, name) for name in names])


@cache
def _last_to_first(kind: type) -> tuple[str, ...] | None:
    """The fields of a model, the last first; none for a prose, which holds no other; None for any other value."""
    if issubclass(kind, BaseModel):
        return tuple(reversed(kind.model_fields))
    return () if kind is Prose else None
