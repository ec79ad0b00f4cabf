"""The words by which a figure's status and qualifier are known, and the language of a sentence: read, never written."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

Forms = Mapping[str, tuple[str, ...]]


class JudgedWords(Struct, frozen=True):
    """What documents in one language are judged by; `called` is the name of the language, as authors are told it.

    `statuses` is what stands beside a status's sign, in lower case, and in a caption, as it agrees there; `said` is
    how a sentence says the status of a figure that is not yet done: one of these words, or, with an asterisk after
    it, a word that it begins.
    `qualifiers` is what stands before a figure. `little` are the words without which no sentence of the language makes
    sense; `scales` the powers of ten that it counts in besides thousands.
    """

    called: str
    statuses: Forms
    said: Forms
    qualifiers: Forms
    little: frozenset[str] = frozenset()
    scales: tuple[int, ...] = ()
