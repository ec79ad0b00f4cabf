"""The media a part of the content is meant for."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from rapport.model.scalar import one_of

Medium = Annotated[Literal["brief", "deck"], one_of("brief", "deck")]
Media = Annotated[tuple[Medium, ...], Field(min_length=1)]
