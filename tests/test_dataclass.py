"""Our dataclasses are those of the standard library: each is made by both, and they cannot be told apart."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, dataclass, field
from typing import Any

import pytest

from rapport.dataclass import dataclass as ours


@ours(frozen=True, slots=True)
class Place:
    """Where something is."""

    name: str
    height: float = 0.0
    tags: dict[str, int] = field(default_factory=dict, compare=False, repr=False)


@ours(frozen=True, slots=True)
class Nothing:
    """No field at all."""


@ours(frozen=True, slots=True, eq=False)
class Itself:
    """Equal to itself alone."""

    name: str


@ours(frozen=True, slots=True)
class Pair:
    """A class with a check and a comparison of its own."""

    left: int
    right: int

    def __post_init__(self) -> None:
        if self.left > self.right:
            raise ValueError("left of right")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Pair) and self.left == other.left

    def __hash__(self) -> int:
        return hash(self.left)


@dataclass(frozen=True, slots=True)
class Standard:
    """As `Place`, made by the standard library."""

    name: str
    height: float = 0.0
    tags: dict[str, int] = field(default_factory=dict, compare=False, repr=False)


@pytest.mark.parametrize(
    "look",
    [
        lambda kind: repr(kind("Paris", height=35.0)).partition("(")[2],
        lambda kind: kind("Paris") == kind("Paris", 0.0, {"a": 1}),
        lambda kind: kind("Paris") == kind("Lyon"),
        lambda kind: kind("Paris") == "Paris",
        lambda kind: hash(kind("Paris")) == hash(kind("Paris")),
        lambda kind: kind("Paris").tags is kind("Paris").tags,
        lambda kind: dataclasses.asdict(dataclasses.replace(kind("Paris"), height=1.0)),
        lambda kind: [(each.name, each.type) for each in dataclasses.fields(kind)],
        lambda kind: (kind.__match_args__, kind.__slots__, kind.__init__.__annotations__),
        lambda kind: copy.deepcopy(kind("Paris", 1.0)) == pickle.loads(pickle.dumps(kind("Paris", 1.0))),  # noqa: S301
        lambda kind: hasattr(kind("Paris"), "__dict__"),
    ],
)
def test_it_is_what_the_standard_library_makes(look: Callable[[Any], object]) -> None:
    assert look(Place) == look(Standard)


@pytest.mark.parametrize("kind", [Place, Standard])
def test_it_cannot_be_changed(kind: Any) -> None:
    place = kind("Paris")
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'name'"):
        place.name = "Lyon"
    with pytest.raises(FrozenInstanceError, match="cannot delete field 'name'"):
        del place.name


@pytest.mark.parametrize("kind", [Place, Standard])
def test_arguments_are_checked_and_named(kind: Any) -> None:
    with pytest.raises(TypeError, match=r"__init__\(\) missing 1 required positional argument: 'name'"):
        kind()
    with pytest.raises(TypeError, match="unexpected keyword argument 'nom'"):
        kind("Paris", nom="Lyon")


def test_without_fields_all_are_equal() -> None:
    assert Nothing() == Nothing()
    assert len({Nothing(), Nothing()}) == 1
    assert repr(Nothing()) == "Nothing()"


def test_equality_may_be_identity() -> None:
    assert Itself("a") != Itself("a")
    assert len({Itself("a"), Itself("a")}) == 2


def test_a_class_keeps_its_own_methods() -> None:
    assert Pair(1, 2) == Pair(1, 3)
    assert len({Pair(1, 2), Pair(1, 3)}) == 1
    with pytest.raises(ValueError, match="left of right"):
        Pair(2, 1)
