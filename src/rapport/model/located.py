"""What every mapping of the content has in common."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field
from pydantic.json_schema import SkipJsonSchema

from rapport.audience import Audience
from rapport.origin import NOWHERE, Origin

ORIGIN_KEY = "@origin"
"""The key under which `read` hands over a mapping's place; no author can type it without being told."""


class Located(BaseModel):
    """A mapping of a content file; it knows where it was written, refuses unknown keys and never changes."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)

    usual_audience: ClassVar[Audience] = "public"
    """Who may see it where its author does not say."""
    internal_fields: ClassVar[frozenset[str]] = frozenset()
    """What no reader but an internal one sees, whoever sees the rest."""
    aligned_fields: ClassVar[frozenset[str]] = frozenset()
    """Lists that answer others item by item: where one item may not be seen, nothing of the mapping is."""

    origin: SkipJsonSchema[Origin] = Field(default=NOWHERE, alias="@origin", exclude=True)


def entries_only(value: Any) -> Any:
    """A mapping whose keys are the author's own, without its place."""
    return {key: entry for key, entry in value.items() if key != ORIGIN_KEY} if isinstance(value, dict) else value
