"""What pure functions made of the very same values: from save to save, and from audience to audience, most are.

memory = Remembered()
made = memory((resolved, Same(section, *facts)), lambda: resolved(section, facts))
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

Made = TypeVar("Made")


class Same:
    """Values as part of a key: the same ones, not equal ones, for equal texts may stand at other places.

    They are held as long as the key is, so that no other value takes their address.
    """

    __slots__ = ("_addresses", "_values")

    def __init__(self, *values: object) -> None:
        self._values = values
        self._addresses = tuple(map(id, values))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self._addresses == other._addresses

    def __hash__(self) -> int:
        return hash(self._addresses)


ROUNDS = 4
"""An author who mends a fault comes back to what there was before it, some saves ago."""


class Remembered:
    """Values by all that went into them; what four rounds running did not ask for is forgotten.

    A key begins with a word for what is made, and holds everything that it depends on. What is made never changes.
    """

    def __init__(self) -> None:
        self._now: dict[Hashable, Any] = {}
        self._before: deque[dict[Hashable, Any]] = deque(maxlen=ROUNDS - 1)
        """The latest first."""

    def __call__(self, key: Hashable, make: Callable[[], Made]) -> Made:
        if key not in self._now:
            known = next((values for values in self._before if key in values), None)
            self._now[key] = make() if known is None else known[key]
        return cast("Made", self._now[key])

    def when(self, key: Callable[[], Hashable], make: Callable[[], Made]) -> Made:
        """The same for a key that takes time: it is asked for only where something may be remembered."""
        return self(key(), make)

    def age(self) -> None:
        """A round begins."""
        self._before.appendleft(self._now)
        self._now = {}


class _Forgetful(Remembered):
    """Keeps nothing."""

    def __call__(self, key: Hashable, make: Callable[[], Made]) -> Made:
        return make()

    def when(self, key: Callable[[], Hashable], make: Callable[[], Made]) -> Made:
        return make()


ANEW: Remembered = _Forgetful()
"""For documents made once: nothing is remembered."""
