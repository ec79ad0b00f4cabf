"""The media a part of the content is meant for."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from rapport.model.scalar import as_word

Medium = Annotated[Literal["brief", "deck"], BeforeValidator(as_word), WithJsonSchema({"enum": ["brief", "deck"]})]
Media = Annotated[tuple[Medium, ...], Field(min_length=1)]
