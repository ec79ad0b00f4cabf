"""Who stands where: parties in rows, topics in columns, a mark and two words in each cell."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field

from rapport.audience import Audience
from rapport.model.blocks.figures import NumberedBase
from rapport.model.located import Located
from rapport.model.scalar import Line, Scalar, Text, one_of

STANCES = ("for", "conditional", "against", "neutral", "unknown")
StanceKey = Annotated[Literal["for", "conditional", "against", "neutral", "unknown"], one_of(*STANCES)]


class Stance(Located):
    """Where a party stands on a topic, in two words of the author's or in ours."""

    stance: StanceKey
    text: Line | None = None


def as_stance(value: Any) -> Any:
    """A stance may be written by its key alone."""
    return {"stance": value, "@origin": value.origin} if isinstance(value, Scalar) else value


class Party(Located):
    """A State, a group or an institution, and a stance for each topic, in their order."""

    aligned_fields: ClassVar[frozenset[str]] = frozenset(("stances",))

    name: Line
    stances: Annotated[
        tuple[Annotated[Stance, BeforeValidator(as_stance, json_schema_input_type=StanceKey | Stance)], ...],
        Field(min_length=1),
    ]


class MatrixSpec(Located):
    """The positions of three to twelve parties on a few topics; `remark` ends the line under them."""

    aligned_fields: ClassVar[frozenset[str]] = frozenset(("topics",))

    caption: Text
    topics: Annotated[tuple[Line, ...], Field(min_length=1)]
    parties: Annotated[tuple[Party, ...], Field(min_length=1)]
    remark: Text | None = None


class MatrixBlock(NumberedBase):
    """A matrix of positions, for those who prepare the meeting unless its author says otherwise."""

    usual_audience: ClassVar[Audience] = "internal"

    matrix: MatrixSpec
