"""Plans and looks drawn larger or smaller: every length by the same factor, everything else as it is."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar, get_type_hints

from msgspec import Struct
from msgspec.structs import replace

from rapport.look.geometry import Pt

Scaled = TypeVar("Scaled")

OURS = ("rapport.slides", "rapport.plots", "rapport.look")
"""Structs that hold lengths; what an edition says has none."""
SHARES = ("align", "bar", "bar_share", "trend")
"""Fields that are numbers and no lengths."""
PLAIN = ("rapport.slides", "rapport.plots")
"""Where a bare number is a length."""


def scaled(value: Scaled, factor: float) -> Scaled:
    """The value with all its lengths times the factor; the value itself where that is 1."""
    return value if factor == 1 else _scaled(value, factor)


def _scaled(value: Any, factor: float) -> Any:
    if isinstance(value, tuple):
        return tuple(_scaled(item, factor) for item in value)
    if not isinstance(value, Struct) or not type(value).__module__.startswith(OURS):
        return value
    changes = {}
    for name, is_length in _fields(type(value)).items():
        old = getattr(value, name)
        new = _lengths(old, factor) if is_length else _scaled(old, factor)
        if new is not old:
            changes[name] = new
    return replace(value, **changes) if changes else value


def _lengths(value: Any, factor: float) -> Any:
    if isinstance(value, tuple):
        return tuple(_lengths(item, factor) for item in value)
    return value * factor if isinstance(value, float | int) else _scaled(value, factor)


@cache
def _fields(kind: type[Struct]) -> dict[str, bool]:
    """Fields by name, and whether they hold lengths; those that hold nothing to scale are left out."""
    bare = kind.__module__.startswith(PLAIN)
    found: dict[str, bool] = {}
    for name, hint in get_type_hints(kind).items():
        if name in SHARES or name not in kind.__struct_fields__:
            continue
        found[name] = _is_length(hint, bare)
    return found


def _is_length(hint: Any, bare: bool) -> bool:
    """A length, or lengths in tuples."""
    parts = getattr(hint, "__args__", ())
    return hint is Pt or (bare and hint is float) or (bool(parts) and any(_is_length(each, bare) for each in parts))
