"""A chart: data and words, no geometry."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from msgspec import Struct

from rapport.edition.evidence import Evidence
from rapport.edition.status import Status
from rapport.edition.text import Text
from rapport.origin import NOWHERE, Origin

ChartKind = Literal["bar", "column", "stacked", "line", "doughnut"]


class Point(Struct, frozen=True):
    """One value of a series. `value` is in the chart's `scale` (109 for 109 Md€), None where the source gives none.

    `label` is what stands on the mark ("plus de 2,6 Md€", "la moitié", "non précisé").
    """

    value: Decimal | None
    label: str
    evidence: Evidence | None = None


class Series(Struct, frozen=True):
    """Values of one status, one per category in the order of the chart's categories."""

    name: str
    status: Status
    points: tuple[Point, ...]


class Chart(Struct, frozen=True):
    """A chart. `title` is the finding, `measure` what is measured and its unit ("en milliards d’euros").

    `scale` is the number of base units in one unit of `Point.value` (1E9 for values in billions). `alternative` is the
    text for those who do not see it, composed from the data.
    """

    kind: ChartKind
    title: Text
    measure: Text
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    source: Text
    alternative: str
    scale: Decimal = Decimal(1)
    unit: str = ""
    message: Text = ()
    origin: Origin = NOWHERE
