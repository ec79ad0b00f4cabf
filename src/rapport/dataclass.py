"""Frozen dataclasses that are made at once: the decorator of the standard library, but for its compiling.

`dataclasses.dataclass` writes six functions for every class and compiles each: a tenth of the time of a short command,
which makes two hundred classes and little else. Here the standard decorator reads the fields and makes the slots, and
only `__init__` is compiled; comparing, hashing, showing and refusing changes need no code of a class's own.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Literal

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, frozen: Literal[True], slots: Literal[True], eq: bool = True) -> Callable[[type], type]:
        """As `dataclasses.dataclass` with the same words, for classes whose fields are all given to `__init__`."""

        def made(kind: type) -> type:
            return _frozen(dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(kind), eq)

        return made


def _frozen(kind: Any, eq: bool) -> type:
    """The class with what the standard decorator was told to leave out; its own methods count."""
    fields = dataclasses.fields(kind)
    methods = {"__repr__": _repr, "__getstate__": _state, "__setstate__": _restored}
    for name, method in (methods | (_comparison(fields) if eq else {})).items():
        if vars(kind).get(name) is None:  # Python makes __hash__ None where a class has an __eq__ of its own
            setattr(kind, name, method)
    kind.__init__ = _initialiser(kind, fields)
    kind.__setattr__, kind.__delattr__ = _refused_change, _refused_removal
    return kind  # type: ignore[no-any-return]


def _initialiser(kind: Any, fields: tuple[Field[Any], ...]) -> Callable[..., None]:
    """`__init__`: each slot is set by its own descriptor, which the frozen class does not keep from it."""
    names: dict[str, Any] = {"MISSING": MISSING}
    parameters, body = ["self"], []
    for field in fields:
        name, value = field.name, field.name
        names[f"set_{name}"] = getattr(kind, name).__set__
        names[f"default_{name}"] = field.default
        if field.default_factory is not MISSING:
            names[f"make_{name}"] = field.default_factory
            value = f"make_{name}() if {name} is MISSING else {name}"
        is_optional = field.default is not MISSING or field.default_factory is not MISSING
        parameters.append(f"{name}=default_{name}" if is_optional else name)
        body.append(f"    set_{name}(self, {value})")
    if hasattr(kind, "__post_init__"):
        body.append("    self.__post_init__()")
    exec("\n".join((f"def __init__({', '.join(parameters)}):", *body, "    return")), names)  # noqa: S102  # as the standard library does
    initialiser: Callable[..., None] = names["__init__"]
    initialiser.__annotations__ = {field.name: field.type for field in fields} | {"return": None}
    initialiser.__qualname__ = f"{kind.__qualname__}.__init__"
    return initialiser


def _comparison(fields: tuple[Field[Any], ...]) -> dict[str, Callable[..., Any]]:
    """`__eq__` and `__hash__` by the fields that are compared."""
    names = [field.name for field in fields if field.compare]
    values: Callable[[Any], Any] = attrgetter(*names) if names else _nothing

    def equal(self: Any, other: Any) -> bool:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: Any) -> int:
        return hash(values(self))

    return {"__eq__": equal, "__hash__": hashed}


def _nothing(_value: Any) -> tuple[()]:
    return ()


def _repr(self: Any) -> str:
    shown = (field.name for field in dataclasses.fields(self) if field.repr)
    return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in shown)})"


def _state(self: Any) -> list[Any]:
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _restored(self: Any, state: list[Any]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)


def _refused_change(_self: Any, name: str, _value: Any) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refused_removal(_self: Any, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")
