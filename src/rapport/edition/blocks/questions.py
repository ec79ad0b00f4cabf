"""Questions that will be asked, with their answers."""

from __future__ import annotations

from dataclasses import dataclass

from rapport.edition.text import Text
from rapport.origin import NOWHERE, Origin


@dataclass(frozen=True, slots=True)
class Question:
    """A question and its answer."""

    question: Text
    answer: Text
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class Questions:
    """Questions and answers, hardest first."""

    items: tuple[Question, ...]
    origin: Origin = NOWHERE
