"""Entries too faulty to become values: what can still be said of their texts, and of the keys they call.

One fault must not hide the others until it is mended.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from msgspec import Struct

from rapport.model.prose import Prose
from rapport.model.scalar import Key, Scalar
from rapport.problem import Problem
from rapport.read.checks.calls import NOTE_CALL, Knowledge, unknown, unknown_note
from rapport.read.yaml_nodes import LocatedDict, LocatedList, Tree, paths

Kind = Literal["source", "acronym", "unit", "fact", "section", "briefing"]


class Remnant(Struct, frozen=True):
    """An entry as it was read from YAML, what it should have become, and under which key."""

    kind: Kind
    tree: Tree
    key: str = ""


CALLS: Mapping[tuple[Kind, str], str] = {
    ("acronym", "source"): "source",
    ("fact", "source"): "source",
    ("section", "fact"): "fact",
    ("section", "facts"): "fact",
    ("briefing", "sections"): "section",
}
"""The keys under which entries call others, and the kind of what they call."""


def calls_of_remnant(remnant: Remnant, knowledge: Knowledge) -> Iterator[Problem]:
    """Facts, sources and sections that the remnant calls exist."""
    known = {"fact": knowledge.facts, "source": knowledge.sources, "section": knowledge.sections}
    for name, scalar in _named(remnant.tree):
        kind = CALLS.get((remnant.kind, name))
        if kind:
            yield from unknown(kind, Key(scalar.text, scalar.origin), known[kind])


def notes_of_remnant(remnant: Remnant, _knowledge: Knowledge) -> Iterator[Problem]:
    """Footnotes that the remnant calls are written in it."""
    notes = remnant.tree.get("footnotes") if isinstance(remnant.tree, LocatedDict) else None
    written = set(notes.key_origins) if isinstance(notes, LocatedDict) else set()
    for prose in prose_of_remnant(remnant):
        for match, place in prose.find(NOTE_CALL):
            if match[1] not in written:
                yield unknown_note(match[1], place)


def prose_of_remnant(remnant: Remnant) -> Iterator[Prose]:
    """Its texts, unquoted ones included: that they should be quoted is said already."""
    for _name, scalar in _named(remnant.tree):
        yield Prose(scalar.text, scalar.origin, scalar.raw)


def _named(tree: Tree, name: str = "") -> Iterator[tuple[str, Scalar]]:
    """Every scalar of a tree with the key it stands under, those of lists under the key of the list."""
    if isinstance(tree, Scalar):
        yield name, tree
    elif isinstance(tree, LocatedList):
        for item in tree:
            yield from _named(item, name)
    elif isinstance(tree, LocatedDict):
        for key, value in paths(tree):
            yield from _named(value, key)
