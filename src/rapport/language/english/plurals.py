"""English nouns in the plural, and the values that want it."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

_IRREGULAR: Final = {
    "person": "people", "man": "men", "woman": "women", "child": "children",
    "start-up": "start-ups", "exaflop/s": "exaflop/s", "petaflop/s": "petaflop/s",
}  # fmt: skip


def is_plural(value: Decimal) -> bool:
    """All but 1: 0 projects, 1 project, 1.5 projects."""
    return abs(value) != 1


def pluralise(noun: str) -> str:
    """The plural of a noun phrase: its head agrees, what follows "of" or "per" does not."""
    head, link, rest = _head(noun)
    before, space, last = head.rpartition(" ")
    return before + space + _plural(last) + link + rest


def _head(noun: str) -> tuple[str, str, str]:
    for link in (" of ", " per ", " in ", " for "):
        if link in noun:
            head, _, rest = noun.partition(link)
            return head, link, rest
    return noun, "", ""


def _plural(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("y") and word[-2:-1] not in ("a", "e", "i", "o", "u", ""):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")
