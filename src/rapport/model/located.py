"""What every mapping of the content has in common."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field
from pydantic.json_schema import SkipJsonSchema

from rapport.origin import NOWHERE, Origin

ORIGIN_KEY = "@origin"
"""The key under which `read` hands over a mapping's place; no author can type it without being told."""


class Located(BaseModel):
    """A mapping of a content file; it knows where it was written, refuses unknown keys and never changes."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)

    origin: SkipJsonSchema[Origin] = Field(default=NOWHERE, alias="@origin", exclude=True)


def entries_only(value: Any) -> Any:
    """A mapping whose keys are the author's own, without its place."""
    return {key: entry for key, entry in value.items() if key != ORIGIN_KEY} if isinstance(value, dict) else value
