"""A paragraph."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from rapport.model.blocks.base import BlockBase
from rapport.model.located import Located
from rapport.model.scalar import Line, Scalar, Text, one_of


class ParagraphBlock(BlockBase):
    """Prose: shown in the brief, said by the speaker of the deck."""

    paragraph: Text


class ListItem(Located):
    """An item and its sub-items."""

    text: Text
    items: tuple[Text, ...] = ()


def as_item(value: Any) -> Any:
    """An item without sub-items may be written as its text alone."""
    return {"text": value, "@origin": value.origin} if isinstance(value, Scalar) else value


Item = Annotated[ListItem, BeforeValidator(as_item, json_schema_input_type=Text | ListItem)]


class BulletsBlock(BlockBase):
    """A list, shown in both media."""

    bullets: Annotated[tuple[Item, ...], Field(min_length=1)]


class PointsBlock(BlockBase):
    """Short points for a slide; their facts occur in the section's prose."""

    points: Annotated[tuple[Text, ...], Field(min_length=1)]


Tone = Annotated[Literal["attention", "information"], one_of("attention", "information")]


class CalloutBlock(BlockBase):
    """A point set apart, with a heading ("Point d’attention" by default)."""

    callout: Text
    title: Line | None = None
    tone: Tone = "attention"


class QuoteBlock(BlockBase):
    """A sentence to be said or quoted, written without its guillemets, and what it rests on."""

    quote: Text
    attribution: Text | None = None


class QuestionSpec(Located):
    """A question and its answer, in three lines."""

    question: Text
    answer: Text


class QuestionsBlock(BlockBase):
    """Questions that will be asked, hardest first."""

    questions: Annotated[tuple[QuestionSpec, ...], Field(min_length=1)]


class MessageSpec(Located):
    """A finding in a few words and the sentences that prove it."""

    title: Text
    text: Text


class MessagesBlock(BlockBase):
    """Messages, numbered in order; `title` may be absent."""

    messages: Annotated[tuple[MessageSpec, ...], Field(min_length=1)]
    title: Text | None = None
