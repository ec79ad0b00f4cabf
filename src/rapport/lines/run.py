"""What is to be set: text in one face and size."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from msgspec import Struct

from rapport.lines.face import Face

Hyphenate = Callable[[str], Sequence[int]]
"""A word of letters and apostrophes -> the positions where it may be divided, rising; empty for one that stays whole.

What a function answers is remembered with the function: make it once per language, not once per paragraph.
"""


def undivided(_word: str) -> Sequence[int]:
    """The hyphenation that divides no word."""
    return ()


class Run(Struct, frozen=True):
    """Characters of a paragraph that share face, size and tag.

    `size` and `rise` (above the baseline, for superscripts) are points. `tag` is the caller's, handed back on every
    fragment; None for none. `hyphenate` divides this run's words by the rules of another language; None where the
    paragraph's own hyphenation holds. A word may run across several runs: only spaces part words.
    """

    text: str
    face: Face
    size: float
    rise: float = 0.0
    tag: Hashable | None = None
    hyphenate: Hyphenate | None = None
