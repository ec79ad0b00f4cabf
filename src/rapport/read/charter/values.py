"""A tree -> the structs of the charter: each field as its type says, with every fault of form.

Structs of plain numbers, words and choices need no more than this; faults are those that content has.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from typing import Any, Literal, TypeVar, get_args, get_origin

from msgspec import Struct
from msgspec.structs import FieldInfo, fields
from pydantic_core import ErrorDetails, PydanticCustomError

from rapport.model.scalar import as_number, as_truth, as_word, fault
from rapport.read.yaml.nodes import LocatedDict, LocatedList, Tree, paths

Record = TypeVar("Record")
Path = tuple[str | int, ...]
"""The keys and positions that lead to a value."""


def values(kind: type[Record], tree: Tree) -> tuple[Record | None, tuple[ErrorDetails, ...]]:
    """The struct a tree describes, or None and all faults of form: missing, unknown or ill-typed values."""
    reader = _Reader()
    record: Record | None = reader.value(kind, tree, ())
    return (None, tuple(reader.faults)) if reader.faults else (record, ())


class _Reader:
    """Reads values by their types and gathers the faults; a faulty value is None."""

    def __init__(self) -> None:
        self.faults: list[ErrorDetails] = []

    def value(self, kind: Any, tree: Tree, path: Path) -> Any:
        if isinstance(kind, type) and issubclass(kind, Struct):
            return self.record(kind, tree, path)
        read = _Reader.OUTER.get(get_origin(kind))
        if read is not None:
            return read(self, get_args(kind), tree, path)
        try:
            return SCALARS[getattr(kind, "__supertype__", kind)](tree)
        except PydanticCustomError as error:
            return self.refuse(error.type, path, error.context)

    def record(self, kind: Any, tree: Tree, path: Path) -> Any:
        if not isinstance(tree, LocatedDict):
            return self.refuse("dict_type", path)
        known = _fields(kind)
        for key, _ in paths(tree):
            if key not in known:
                self.refuse("extra_forbidden", (*path, key))
        for name, field in known.items():
            if name not in tree and field.required:
                self.refuse("missing", (*path, name))
        found = {key: self.value(known[key].type, value, (*path, key)) for key, value in paths(tree) if key in known}
        return None if self.faults else kind(**found)

    def choice(self, words: tuple[Any, ...], tree: Tree, path: Path) -> Any:
        word = self.value(str, tree, path)
        return word if word is None or word in words else self.refuse("literal_error", path, {"expected": _or(words)})

    def sequence(self, kinds: tuple[Any, ...], tree: Tree, path: Path) -> Any:
        if not isinstance(tree, LocatedList):
            return self.refuse("tuple_type", path)
        return tuple(self.value(kinds[0], item, (*path, index)) for index, item in enumerate(tree))

    def mapping(self, kinds: tuple[Any, ...], tree: Tree, path: Path) -> Any:
        if not isinstance(tree, LocatedDict):
            return self.refuse("dict_type", path)
        return {key: self.value(kinds[1], value, (*path, key)) for key, value in paths(tree)}

    def refuse(self, code: str, path: Path, context: dict[str, Any] | None = None) -> None:
        self.faults.append(ErrorDetails(type=code, loc=path, msg="", input=None, ctx=context or {}))

    OUTER: Mapping[Any, Callable[..., Any]] = {Literal: choice, tuple: sequence, Mapping: mapping}


def _size(tree: Tree) -> float:
    return float(as_number(tree))


def _count(tree: Tree) -> int:
    number: Decimal = as_number(tree)
    if number % 1:
        raise fault("number-expected", text=as_word(tree))
    return int(number)


SCALARS: Mapping[type, Callable[[Tree], Any]] = {str: as_word, float: _size, int: _count, bool: as_truth}


@cache
def _fields(kind: type[Struct]) -> Mapping[str, FieldInfo]:
    """What is known of a struct's fields, by name."""
    return {field.name: field for field in fields(kind)}


def _or(words: tuple[Any, ...]) -> str:
    return ", ".join(map(str, words))
