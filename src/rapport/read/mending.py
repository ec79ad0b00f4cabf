"""The tree of a faulty entry -> as much of it as is sound, with a stand-in for what it cannot be without."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from msgspec.structs import replace
from pydantic import BaseModel, ValidationError

from rapport.model.scalar import Scalar
from rapport.origin import Origin
from rapport.read.yaml.nodes import LocatedDict, LocatedList, Tree

Model = TypeVar("Model", bound=BaseModel)
StandIns = Mapping[str, "str | StandIns"]
"""Key -> the words that stand for it, or those of each of its own keys."""

MOST_ROUNDS = 4
"""What is put in the place of a fault may be faulty inside, once for each level of a briefing or a section."""


def sound(model: type[Model], tree: LocatedDict, stand_ins: StandIns) -> Model | None:
    """The model of a tree without its faulty keys; None where a key without a stand-in is missing or faulty."""
    tree = quoted(tree)
    for _ in range(MOST_ROUNDS):
        try:
            return model.model_validate(tree)
        except ValidationError as error:
            tree = _without(tree, {str(each["loc"][0]) for each in error.errors() if each["loc"]}, stand_ins)
    return None


def _without(tree: LocatedDict, faulty: set[str], stand_ins: StandIns) -> LocatedDict:
    copy = bare(tree, *faulty)
    for key in faulty & set(stand_ins):
        copy[key] = _standing(stand_ins[key], tree.get(key), tree.origin)
    return copy


def _standing(words: str | StandIns, typed: Tree, origin: Origin) -> Tree:
    """What stands for a value; of a mapping, the words that were typed stay where they are words."""
    if isinstance(words, str):
        return Scalar(words, "quoted", origin)
    made = LocatedDict(origin)
    for key, word in words.items():
        own = typed.get(key) if isinstance(typed, LocatedDict) else None
        keep = isinstance(own, Scalar) and own.text.strip() and word.startswith("[") if isinstance(word, str) else False
        made[key] = own if keep else _standing(word, None, origin)
    return made


def bare(tree: LocatedDict, *left: str) -> LocatedDict:
    """The tree without some of its keys."""
    copy = LocatedDict(tree.origin)
    copy.update({key: value for key, value in tree.items() if key not in left})
    copy.key_origins = tree.key_origins
    return copy


def quoted(tree: Tree) -> Tree:
    """The tree as though each of its texts stood between quotes, with what YAML took for a remark."""
    if isinstance(tree, Scalar):
        plain = tree.style in ("plain", "flow")
        return replace(tree, text=f"{tree.text} {tree.lost}".strip(), style="quoted", lost="") if plain else tree
    if isinstance(tree, LocatedList):
        made = LocatedList(tree.origin)
        made.extend(map(quoted, tree))
        return made
    if isinstance(tree, LocatedDict):
        copy = bare(tree)
        copy.update({key: quoted(value) for key, value in tree.items()})
        return copy
    return tree
