"""A chart of bars on its way to its plan, and where plots stand between the words of their axes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import ROUND_CEILING, Decimal

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.blocks.figures import Chart
from rapport.look.geometry import Box, Pt
from rapport.plots import Axis, Label
from rapport.plotting.dress import ChartKey, series_name
from rapport.plotting.extent import Extent, thinned, thinned_across
from rapport.plotting.names import Floor, Shelf, names_beside, names_under, row_names
from rapport.plotting.setting import AXIS_GAP, EDGE, GAP, PlotSetting
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


# Where the plots of bars and columns stand between the words of their axes.


def lying_frame(bench: Bench) -> BarFrame:
    """Names at the left, the plot between them and the labels, ticks below."""
    setting, chart = bench.setting, bench.chart
    top = bench.key.height + (AXIS_GAP if bench.key.height else 0.0)
    foot = setting.ruler.pitch(setting.tick) + AXIS_GAP if bench.axis.ticks else 0.0
    count = max(1, len(chart.categories))
    given = (bench.height - top - foot) / count if bench.height else 0.0
    names = row_names(chart.categories, setting, bench.width, given)
    pitch = given or max(_row_pitch(bench, count), *(name.height + 4.0 for name in names), _labels_height(bench))
    left = max((name.width for name in names), default=0.0) + AXIS_GAP
    pitch = min(pitch, (setting.tallest - top - foot) / count)
    bottom = top + pitch * count
    plot, extent = _lying_extent(bench, left, top, bottom)
    texts = list(
        names_beside(
            names,
            Shelf(
                left - AXIS_GAP,
                top,
                pitch,
                (bench.key.height, bottom + (AXIS_GAP - EDGE if bench.axis.ticks else foot)),
            ),
        )
    )
    skip = 1 if len(texts) == len(names) else 2
    shown = thinned_across(
        bench.axis, plot.width, [setting.ruler.width(tick.label, setting.tick) for tick in bench.axis.ticks]
    )
    for tick in shown.ticks:
        words = setting.words(tick.label, setting.tick)
        texts.append(replace(words.at(extent.at(tick.value), bottom + AXIS_GAP, 0.5, "grey"), role="tick"))
    size = names[0].size if names else setting.category
    thickness = thickness_of(pitch, bench, setting.measures.row_thickness)
    axis = replace(shown, low=Decimal(repr(extent.low))) if extent.low != float(shown.low) else shown
    return BarFrame(plot, extent, axis, pitch, thickness, tuple(texts), bottom + foot, skip, size, skip > 1)


def _row_pitch(bench: Bench, count: int) -> float:
    crowd = 1.0 if count < 7 else 0.75 if count < 13 else 0.6
    return bench.setting.measures.row_pitch * crowd * max(1.0, 0.6 * bench.lanes)


def _labels_height(bench: Bench) -> float:
    """The least pitch at which the labels of lanes stand apart."""
    return (bench.setting.ruler.pitch(bench.size, bold=True) + 3.0) * bench.lanes


def _lying_extent(bench: Bench, left: float, top: float, bottom: float) -> tuple[Box, Extent]:
    """The plot that leaves each label its room beyond the end of its bar, within the frame."""
    low, high = float(bench.axis.low), float(bench.axis.high)
    ends = tuple(_lying_ends(bench))
    before = after = 0.0
    right = bench.width - EDGE - _half_tick(bench)
    for _ in range(8):
        length = max(20.0, right - after - left - before)
        before = max(
            (width - (value - low) / (high - low) * length for value, width, left_side in ends if left_side),
            default=0.0,
        )
        before = max(0.0, before)
        after = max(
            (width - (high - value) / (high - low) * length for value, width, left_side in ends if not left_side),
            default=0.0,
        )
        after = max(0.0, after - _half_tick(bench))
    length = max(20.0, right - after - left)
    inner = max(20.0, length - before)
    if before:  # native names stand at the plot's edge: the room of labels at the left belongs to the scale
        low = float(widened(bench.axis, Decimal(before * (high - low) / inner)).low)
    plot = Box(Pt(left), Pt(top), Pt(length), Pt(bottom - top))
    return plot, Extent(low, high, left, length)


def _half_tick(bench: Bench) -> float:
    ticks = bench.axis.ticks
    return bench.setting.ruler.width(ticks[-1].label, bench.setting.tick) / 2 if ticks else 0.0


def _lying_ends(bench: Bench) -> Iterator[tuple[float, float, bool]]:
    """The value at each bar's end, the room its label takes beyond it, and whether that is at the left."""
    if bench.chart.kind in ("stacked", "stacked-100"):
        return
    for strand in bench.strands:
        for span, point in zip(strand.spans, strand.points, strict=True):
            if span is None or not point.label:
                continue
            width = bench.setting.ruler.width(point.label, bench.size, bold=True) + GAP + sign_radius(bench, strand)
            yield float(span[1]), width, span[1] < 0


def standing_frame(bench: Bench) -> BarFrame:
    """Scale at the left, names below, the room of labels above, and at the right that of a line's end."""
    setting, chart = bench.setting, bench.chart
    label_height = (
        setting.ruler.pitch(bench.size, bold=True)
        + GAP
        + max((sign_radius(bench, strand) for strand in bench.strands), default=0.0)
    )
    top = bench.key.height + (AXIS_GAP if bench.key.height else 0.0) + label_height + EDGE
    ticks = [setting.words(tick.label, setting.tick) for tick in bench.axis.ticks]
    left = max((words.width for words in ticks), default=0.0) + (AXIS_GAP if ticks else 0.0)
    right = bench.width - _line_room(bench)
    count = max(1, len(chart.categories))
    pitch = (right - left) / count
    xs = tuple(left + (at + 0.5) * pitch for at in range(count))
    floor = Floor(xs, pitch, 0.0, right, dates=bool(chart.dates))
    names = names_under(chart.categories, setting, floor, setting.category)
    below = names.height + AXIS_GAP
    bottom = bench.height - below if bench.height else top + setting.measures.plot_height
    plot = Box(Pt(left), Pt(top), Pt(right - left), Pt(max(20.0, bottom - top)))
    axis = bench.axis
    if any(value < 0 for strand in bench.strands for span in strand.spans for value in span or ()):
        # the room of labels under bars belongs to the scale, for native names stand at the plot's edge
        share = label_height / max(20.0, plot.height - label_height)
        axis = widened(axis, (axis.high - axis.low) * Decimal(f"{share:.4f}"))
    extent = Extent(float(axis.low), float(axis.high), plot.y, plot.height, turned=True)
    texts = [replace(name, box=name.box.moved(0, plot.bottom + AXIS_GAP)) for name in names.labels]
    axis = thinned(axis, plot.height, setting.ruler.pitch(setting.tick))
    for tick in axis.ticks:
        words = setting.words(tick.label, setting.tick)
        y = extent.at(tick.value) - words.height / 2
        texts.append(replace(words.at(left - AXIS_GAP, y, 1.0, "grey"), role="tick"))
    thickness = thickness_of(pitch, bench, setting.measures.column_thickness)
    height = bench.height or plot.bottom + below
    return BarFrame(plot, extent, axis, pitch, thickness, tuple(texts), height, names.skip, names.size, names.loose)


LINE_ROOM, MOST_LINE_ROOM = 0.17, 0.3
"""Of the width, what the name of a line over columns may take on lines of its own, and for its longest word."""


def _line_room(bench: Bench) -> float:
    """The width kept at the right for the end of a line over columns: its value, and its name on a few lines."""
    ruler, size, widths = bench.setting.ruler, bench.setting.category, [0.0]
    for series in bench.chart.series:
        if series.drawn != "line":
            continue
        name = series_name(bench.chart, series)
        last = [point.label for point in series.points if point.value is not None][-1:]
        whole = min(ruler.width(name, size, bold=True), LINE_ROOM * bench.width)
        least = max((ruler.width(text, size, bold=True) for text in (*name.split(" "), *last)), default=0.0)
        widths.append(max(whole, least) + 2 * GAP + EDGE)
    return min(max(widths), MOST_LINE_ROOM * bench.width)
