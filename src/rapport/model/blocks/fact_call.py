"""A fact called by a block."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator

from rapport.model.located import Located
from rapport.model.scalar import Line, Reference, Scalar


class FactEntry(Located):
    """A fact, with a label or a detail of this block's own where the fact's does not fit."""

    fact: Reference
    label: Line | None = None
    detail: Line | None = None


def as_fact_call(value: Any) -> Any:
    """A fact may be called by its key alone."""
    return {"fact": value, "@origin": value.origin} if isinstance(value, Scalar) else value


FactCall = Annotated[FactEntry, BeforeValidator(as_fact_call, json_schema_input_type=Reference | FactEntry)]
