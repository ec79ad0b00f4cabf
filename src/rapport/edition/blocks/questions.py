"""Questions that will be asked, with their answers."""

from __future__ import annotations

from msgspec import Struct

from rapport.edition.text import Text
from rapport.origin import NOWHERE, Origin


class Question(Struct, frozen=True):
    """A question and its answer."""

    question: Text
    answer: Text
    origin: Origin = NOWHERE


class Questions(Struct, frozen=True):
    """Questions and answers, hardest first."""

    items: tuple[Question, ...]
    origin: Origin = NOWHERE
