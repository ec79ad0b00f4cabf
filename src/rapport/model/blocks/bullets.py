"""A list of at most two levels."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from rapport.model.blocks.base import BlockBase
from rapport.model.located import Located
from rapport.model.scalar import Scalar, Text


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
