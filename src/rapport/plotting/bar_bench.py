"""A chart of bars on its way to its plan, and the frame it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import ROUND_CEILING, Decimal

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.blocks.figures import Chart
from rapport.look.geometry import Box
from rapport.plots.plan import Axis, Label
from rapport.plotting.extent import Extent
from rapport.plotting.keys import ChartKey
from rapport.plotting.setting import PlotSetting
from rapport.plotting.strands import Strand

LYING = ("bar", "stacked", "stacked-100", "range")


WIDEST_GAP = 500
"""Most white between bars that a native chart knows, in per cent of a bar."""


class Bench(Struct, frozen=True):
    """A chart of bars on its way: its strands, how many stand abreast, its key, and the size tried."""

    chart: Chart
    setting: PlotSetting
    strands: tuple[Strand, ...]
    lanes: int
    key: ChartKey
    axis: Axis
    size: float
    width: float
    height: float

    @property
    def lying(self) -> bool:
        return self.chart.kind in LYING


class BarFrame(Struct, frozen=True):
    """Where the plot stands, its scale, the pitch of its categories, and the words of its axes."""

    plot: Box
    extent: Extent
    axis: Axis
    pitch: float
    thickness: float
    texts: tuple[Label, ...]
    height: float
    skip: int = 1
    category_size: float = 10.0
    loose_names: bool = False


def reach_of(strands: Iterable[Strand], chart: Chart) -> Iterator[Decimal | None]:
    """Every value that a mark touches."""
    for strand in strands:
        for span in strand.spans:
            yield from span or ()
    for series in chart.series:
        if series.drawn == "line":
            yield from (point.value for point in series.points)


def widened(axis: Axis, below: Decimal) -> Axis:
    """The axis with room under its low end; where it shows values, by whole steps."""
    if axis.ticks:
        steps = (below / axis.step).to_integral_value(ROUND_CEILING)
        return replace(axis, low=axis.low - steps * axis.step)
    low = axis.low - below
    return replace(axis, low=low.quantize(Decimal(1).scaleb(low.adjusted() - 5)))


def sign_radius(bench: Bench, strand: Strand) -> float:
    """How far the sign of an aim reaches beyond its value."""
    is_aim = strand.own and bench.setting.bar(strand.status).kind == "leader" and strand.place == "outEnd"
    return bench.setting.measures.target_diameter / 2 if is_aim else 0.0


def thickness_of(pitch: float, bench: Bench, most: float) -> float:
    """Of one bar: its share of the pitch, no more than the charter's, no less than a native chart knows."""
    wanted = min(most, bench.setting.measures.bar_share * pitch / bench.lanes * (1.25 if bench.lanes > 1 else 1))
    return max(wanted, pitch / (bench.lanes + WIDEST_GAP / 100))
