"""The few phrases that layout must fill."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct


class Furniture(Struct, frozen=True):
    """Named phrases of one language with numbered slots: `page` is "page {1} sur {2}".

    A phrase is found by its name; an unknown name raises KeyError, since only our own code asks.
    """

    phrases: tuple[tuple[str, str], ...]

    def __call__(self, name: str, *slots: str | int) -> str:
        phrase = _by_name(self.phrases)[name]
        for number, value in enumerate(slots, start=1):
            phrase = phrase.replace(f"{{{number}}}", str(value))
        return phrase


UNNAMED = Furniture(())
"""No phrase at all: a document that is no deck has no shapes to name."""


@lru_cache(maxsize=16)
def _by_name(phrases: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    return dict(phrases)
