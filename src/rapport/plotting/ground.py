"""The plot of lines and areas: its scale, the places of its categories and the words of its axes."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.blocks.figures import Chart
from rapport.look.geometry import Box, Pt
from rapport.plots import Axis
from rapport.plotting.curves import Ground
from rapport.plotting.extent import Days, Extent, days_of, thinned, ticked_axis
from rapport.plotting.names import COLUMN_AIR, Floor, Under, names_under
from rapport.plotting.setting import AXIS_GAP, EDGE, GAP, PlotSetting

DATE_AIR = 1.7
"""Width of a date's place, in widths of a date."""


LINES_OF_NAMES = 3  # under an axis; longer names are turned or cut


class Kept(Struct, frozen=True):
    """The room around a plot, in points: of the key above, of a label over the highest value, at the end, the start.

    `highest` is that value where it is not the plot's own, as in panels on one scale.
    """

    key: float = 0.0
    label: float = 0.0
    end: float = 0.0
    start: float = 0.0
    highest: Decimal | None = None


def ground_of(chart: Chart, setting: PlotSetting, frame: Box, kept: Kept) -> Ground:
    """The plot between its axes' words; a label over the highest value may stand under the end of the scale."""
    values = [point.value for series in chart.series for point in series.points]
    axis = ticked_axis(values, chart.axis, from_zero=chart.axis is None)
    if chart.kind == "slope":
        axis = Axis(axis.low, axis.high)
    ticks = [setting.words(tick.label, setting.tick) for tick in axis.ticks]
    half = _overhang(chart, setting, frame.width)
    left = max(half, max((words.width for words in ticks), default=0.0) + (AXIS_GAP if ticks else 0.0) + kept.start)
    head = kept.key + (AXIS_GAP if kept.key else 0.0)
    plot = Box(Pt(left), Pt(head), Pt(max(30.0, frame.width - max(kept.end, half) - left)), Pt(0))
    xs, names, days = _places(chart, setting, plot, frame.width)
    below = max(names.height + AXIS_GAP, setting.ruler.pitch(setting.tick) / 2 + EDGE if axis.ticks else 0.0)
    room = frame.height - below - head if frame.height else setting.line_height
    above = _above(values, axis, setting, (kept, room))
    top = head + above
    bottom = frame.height - below if frame.height else top + setting.line_height
    plot = replace(plot, y=Pt(top), height=Pt(max(20.0, bottom - top)))
    extent = Extent(float(axis.low), float(axis.high), plot.y, plot.height, turned=True)
    texts = [replace(name, box=name.box.moved(0, plot.bottom + AXIS_GAP)) for name in names.labels]
    axis = thinned(axis, plot.height, setting.ruler.pitch(setting.tick))
    for tick in axis.ticks:
        words = setting.words(tick.label, setting.tick)
        y = extent.at(tick.value) - words.height / 2
        texts.append(replace(words.at(plot.x - AXIS_GAP - kept.start, y, 1.0, "grey"), role="tick"))
    return Ground(plot, axis, extent, xs, tuple(texts), days, names, frame.width, frame.height or plot.bottom + below)


def _above(values: Iterable[Decimal | None], axis: Axis, setting: PlotSetting, how: tuple[Kept, float]) -> float:
    """What a label over the highest value needs above the plot, at least half of what the top of the scale says."""
    kept, room = how
    least = (
        max(0.0, setting.ruler.pitch(setting.tick) / 2 - (AXIS_GAP - EDGE if kept.key else 0.0)) if axis.ticks else EDGE
    )
    known = [value for value in (*values, kept.highest) if value is not None]
    if not kept.label or not known:
        return least
    spare = float((axis.high - max(known)) / (axis.high - axis.low))
    wanted = kept.label + GAP + EDGE
    return max(least, (wanted - spare * room) / max(0.05, 1 - spare))


def _overhang(chart: Chart, setting: PlotSetting, width: float) -> float:
    """How far the first and last name may reach beyond a plot on whose edges they stand."""
    if chart.dates and chart.kind != "slope":
        return setting.ruler.width("2000", setting.tick) / 2 + EDGE
    if not is_at_edges(chart):
        return 0.0
    ends = (chart.categories[0], chart.categories[-1])
    widest = max(setting.ruler.width(name, setting.category) for name in ends)
    return min(widest / 2 + EDGE, OVERHANG * width)


OVERHANG = 0.16
"""Most of the width by which a name may reach beyond the plot."""


Places = tuple[tuple[float, ...], Under, Days | None]


def _places(chart: Chart, setting: PlotSetting, plot: Box, width: float) -> Places:
    """Where the categories stand, and their names, from 0 down."""
    from_edge = is_at_edges(chart)
    count = len(chart.categories)
    is_dated = bool(chart.dates) and chart.kind != "slope"
    if is_dated and (timed := _timed(chart, setting, plot)):
        return timed
    pitch = plot.width / max(1, count - 1 if from_edge else count)
    xs = tuple(plot.x + (at if from_edge else at + 0.5) * pitch for at in range(count))
    if from_edge:
        overhang = _overhang(chart, setting, plot.width)
        pitch = min(pitch, 2 * overhang + COLUMN_AIR)
    size = setting.tick if is_dated else setting.category
    floor = Floor(xs, pitch, 0.0, width, LINES_OF_NAMES, is_dated)
    return xs, names_under(chart.categories, setting, floor, size), None


def _timed(chart: Chart, setting: PlotSetting, plot: Box) -> Places | None:
    """Places true to time; None where the words of such an axis would need months."""
    word = setting.ruler.width("2000", setting.tick)
    if len(chart.dates) < 2:
        return None
    days = days_of(chart.dates, int(plot.width / (word * DATE_AIR)) + 1)
    if not days.step or len(days.ticks) < 2:
        return None
    scale = Extent(days.first, days.last, plot.x, plot.width)
    labels = [
        replace(setting.words(str(year), setting.tick).at(scale.at(year), 0.0, 0.5, "grey"), role="category")
        for year in (days.ticks if plot.width >= DATE_AIR * word else days.ticks[:1])
    ]
    return tuple(scale.at(place) for place in days.places), Under(tuple(labels), 1, setting.tick, loose=False), days


def is_at_edges(chart: Chart) -> bool:
    """Whether the first and last category stand on the edges of the plot."""
    return chart.kind in ("slope", "area") and len(chart.categories) > 1
