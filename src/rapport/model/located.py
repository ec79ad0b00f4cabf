"""What every mapping of the content has in common, and every block."""

from functools import partial
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic.json_schema import SkipJsonSchema

from rapport.audience import Audience
from rapport.model.scalar import AudienceKey, Line, Reference, Scalar, Text, one_of
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


def written_alone(key: str, value: Any) -> Any:
    """A mapping of which nothing but the value of `key` is written, from that value alone."""
    return {key: value, ORIGIN_KEY: value.origin} if isinstance(value, Scalar) else value


def shorthand(key: str, written: Any) -> BeforeValidator:
    """Lets a mapping be written as the value of `key` alone; `written` is what editors accept."""
    return BeforeValidator(partial(written_alone, key), json_schema_input_type=written)


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


FactCall = Annotated[FactEntry, shorthand("fact", Reference | FactEntry)]
