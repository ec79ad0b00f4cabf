"""Questions and answers."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from rapport.model.blocks.base import BlockBase
from rapport.model.located import Located
from rapport.model.scalar import Text


class QuestionSpec(Located):
    """A question and its answer, in three lines."""

    question: Text
    answer: Text


class QuestionsBlock(BlockBase):
    """Questions that will be asked, hardest first."""

    questions: Annotated[tuple[QuestionSpec, ...], Field(min_length=1)]
