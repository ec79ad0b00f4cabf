"""The media a part of the content is meant for."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from rapport.model.located import Located
from rapport.model.scalar import AudienceKey, Line, Reference, Scalar, Text, one_of

Medium = Annotated[Literal["brief", "deck"], one_of("brief", "deck")]
Media = Annotated[tuple[Medium, ...], Field(min_length=1)]


class BlockBase(Located):
    """A block; `media` says where it is shown, `message` titles the slide of a section's second visual.

    `audience` says for whom it is; without it, what is usual for its kind.
    """

    media: Media = ("brief", "deck")
    audience: AudienceKey | None = None
    message: Text | None = None


class FactEntry(Located):
    """A fact, with a label or a detail of this block's own where the fact's does not fit."""

    fact: Reference
    label: Line | None = None
    detail: Line | None = None


def as_fact_call(value: Any) -> Any:
    """A fact may be called by its key alone."""
    return {"fact": value, "@origin": value.origin} if isinstance(value, Scalar) else value


FactCall = Annotated[FactEntry, BeforeValidator(as_fact_call, json_schema_input_type=Reference | FactEntry)]
