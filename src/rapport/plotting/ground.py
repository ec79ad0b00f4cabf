"""The plot of lines and areas: its scale, the places of its categories and the words of its axes."""

from __future__ import annotations

from msgspec.structs import replace

from rapport.edition.blocks.figures import Chart
from rapport.look.geometry import Box, Pt
from rapport.plots.plan import Axis, Label
from rapport.plotting.curves import Ground
from rapport.plotting.extent import Extent, thinned, ticked_axis
from rapport.plotting.names import COLUMN_AIR, column_names
from rapport.plotting.setting import AXIS_GAP, EDGE, GAP, Setting, Words
from rapport.plotting.time import Days, days_of

DATE_AIR = 1.7
"""Width of a date's place, in widths of a date."""


LINES_OF_NAMES = 3


def ground_of(chart: Chart, setting: Setting, frame: Box, kept: tuple[float, float, float]) -> Ground:
    """The plot between its axes' words; `kept` is the room of the key above, of end labels, of first labels."""
    values = [point.value for series in chart.series for point in series.points]
    axis = ticked_axis(values, chart.axis, from_zero=chart.axis is None)
    if chart.kind == "slope":
        axis = Axis(axis.low, axis.high)
    ticks = [setting.words(tick.label, setting.tick) for tick in axis.ticks]
    half = _overhang(chart, setting, frame.width)
    left = max(half, max((words.width for words in ticks), default=0.0) + (AXIS_GAP if ticks else 0.0) + kept[2])
    top = kept[0] + (AXIS_GAP if kept[0] else 0.0) + setting.ruler.pitch(setting.category, bold=True) + GAP
    plot = Box(Pt(left), Pt(top), Pt(max(30.0, frame.width - max(kept[1], half) - left)), Pt(0))
    xs, names, days, skip, size = _places(chart, setting, plot)
    below = max((name.box.height for name in names), default=0.0) + AXIS_GAP
    bottom = frame.height - below if frame.height else top + setting.line_height
    plot = replace(plot, height=Pt(max(20.0, bottom - top)))
    extent = Extent(float(axis.low), float(axis.high), plot.y, plot.height, turned=True)
    texts = [replace(name, box=name.box.moved(0, plot.bottom + AXIS_GAP)) for name in names]
    axis = thinned(axis, plot.height, setting.ruler.pitch(setting.tick))
    for tick in axis.ticks:
        words = setting.words(tick.label, setting.tick)
        y = extent.at(tick.value) - words.height / 2
        texts.append(replace(words.at(plot.x - AXIS_GAP - kept[2], y, 1.0, "grey"), role="tick"))
    return Ground(
        plot, axis, extent, xs, tuple(texts), days, skip, size, frame.width, frame.height or plot.bottom + below
    )


def _overhang(chart: Chart, setting: Setting, width: float) -> float:
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


Places = tuple[tuple[float, ...], tuple[Label, ...], Days | None, int, float]


def _places(chart: Chart, setting: Setting, plot: Box) -> Places:
    """Where the categories stand, and their names, from 0 down."""
    from_edge = is_at_edges(chart)
    count = len(chart.categories)
    if chart.dates and chart.kind != "slope" and (timed := _timed(chart, setting, plot)):
        return timed
    pitch = plot.width / max(1, count - 1 if from_edge else count)
    xs = tuple(plot.x + (at if from_edge else at + 0.5) * pitch for at in range(count))
    if from_edge:
        overhang = _overhang(chart, setting, plot.width)
        pitch = min(pitch, 2 * overhang + COLUMN_AIR)
    names, skip, size = _names(chart, setting, pitch)
    labels = tuple(
        replace(name.at(x, 0.0, 0.5), role="category", index=at)
        for at, (name, x) in enumerate(zip(names, xs, strict=True))
        if name
    )
    return xs, labels, None, skip, size


def _names(chart: Chart, setting: Setting, pitch: float) -> tuple[tuple[Words | None, ...], int, float]:
    size = setting.tick if chart.dates and chart.kind != "slope" else setting.category
    return column_names(chart.categories, setting, pitch, size, LINES_OF_NAMES)


def _timed(chart: Chart, setting: Setting, plot: Box) -> Places | None:
    """Places true to time; None where the words of such an axis would need months."""
    word = setting.ruler.width("2000", setting.tick)
    days = days_of(chart.dates, int(plot.width / (word * DATE_AIR)) + 1)
    if not days.step or len(days.ticks) < 2:
        return None
    scale = Extent(days.first, days.last, plot.x, plot.width)
    labels = [
        replace(setting.words(str(year), setting.tick).at(scale.at(year), 0.0, 0.5, "grey"), role="category")
        for year in days.ticks
    ]
    return tuple(scale.at(place) for place in days.places), tuple(labels), days, 1, setting.tick


def is_at_edges(chart: Chart) -> bool:
    """Whether the first and last category stand on the edges of the plot."""
    return chart.kind in ("slope", "area") and len(chart.categories) > 1
