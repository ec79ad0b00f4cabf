"""A chart."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from rapport.model.blocks.base import BlockBase
from rapport.model.blocks.fact_call import FactCall, FactEntry
from rapport.model.located import Located
from rapport.model.scalar import Line, Reference, Scalar, Text, one_of

KINDS = ("bar", "column", "stacked", "line", "doughnut")

Kind = Annotated[Literal["bar", "column", "stacked", "line", "doughnut"], one_of(*KINDS)]


class Gap(Located):
    """A category for which the source gives no value."""

    gap: Line


def as_category(value: Any) -> Any:
    """A fact may be called by its key alone."""
    return {"fact": value, "@origin": value.origin} if isinstance(value, Scalar) else value


Category = Annotated[FactCall | Gap, BeforeValidator(as_category, json_schema_input_type=Reference | FactEntry | Gap)]


class SeriesSpec(Located):
    """A series of its own: its name and its facts, in the order of the categories."""

    name: Line
    facts: Annotated[tuple[FactCall, ...], Field(min_length=1)]


class ChartSpec(Located):
    """A chart of `facts` (one series), or of several `series` over `categories`.

    `title` states the finding; `measure` says what is measured, its unit included.
    """

    kind: Kind
    title: Text
    measure: Text
    facts: tuple[Category, ...] = ()
    categories: tuple[Text, ...] = ()
    series: tuple[SeriesSpec, ...] = ()
    remark: Text | None = None


class ChartBlock(BlockBase):
    """A chart."""

    chart: ChartSpec
