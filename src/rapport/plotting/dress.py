"""Which look each series has, and the key that says so.

The subject stands in the accent, the others in greys that a grey print keeps apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.blocks.figures import Chart, Series, bar_rows
from rapport.look.palette import ColourName, TextColour
from rapport.look.sign import Bar
from rapport.plots import Dot, Label, Look, Mark, Marker, Outline, Shape, SignAt
from rapport.plotting.setting import PlotSetting

FILLS: tuple[Look, ...] = (
    Look("accent", "accent"),
    Look("context", "context"),
    Look("tint", "accent"),
    Look("ink", "ink"),
    Look("rule", "context"),
    Look("white", "ink"),
)
"""Fills of series of one status, neighbours far apart in lightness."""

STROKES: tuple[tuple[ColourName, float, tuple[float, ...], Outline], ...] = (
    ("accent", 1.25, (), "circle"),
    ("context", 1.0, (), "square"),
    ("ink", 1.0, (5.0, 2.5), "diamond"),
    ("grey", 1.0, (1.5, 2.0), "triangle"),
    ("accent", 1.0, (7.0, 2.0, 1.5, 2.0), "circle"),
    ("context", 1.0, (3.0, 2.0), "square"),
)
"""Colour, weight (in outlines of the charter), dash and marker of lines."""

UNDER_LINE: tuple[Look, ...] = (Look("rule", "context"), Look("white", "context"), Look("context", "context"))
"""Fills of columns under a line, which is the subject: light, so that it reads over them."""

SLICES: tuple[Look, ...] = (
    Look("accent", "white"),
    Look("tint", "white"),
    Look("context", "white"),
    Look("rule", "white"),
    Look("ink", "white"),
)
"""Fills of a ring, each far from the next; the fifth stands beside the first, which is not its like."""

HUES: tuple[ColourName, ...] = ("accent", "context", "ink", "grey")
"""The colours of series that share a status with another, beside series of other statuses."""


def fill_of(chart: Chart, number: int, setting: PlotSetting) -> Look:
    """The look of a series' bars or areas: by status where statuses differ, else by rank."""
    weight = setting.measures.outline_weight
    if chart.kind == "combined" and _is_done(setting.bar(chart.series[number].status)):
        return replace(UNDER_LINE[number % len(UNDER_LINE)], weight=weight)
    if len({series.status.key for series in chart.series}) < 2 and len(chart.series) > 1:
        return replace(FILLS[number % len(FILLS)], weight=weight)
    bar = setting.bar(chart.series[number].status)
    hue = HUES[_rank(chart, number) % len(HUES)]
    return Look(_hued(bar.fill, hue), _hued(bar.outline, hue), weight, bar.dash if bar.kind == "bar" else ())


def toned_down(look: Look) -> Look:
    """The same look for the bars the author does not speak of."""
    return replace(look, fill=_hued(look.fill, "context"), outline=_hued(look.outline, "context"))


def stroke_of(chart: Chart, number: int, setting: PlotSetting) -> tuple[Look, Marker]:
    """The line of a series and the marker on its points: dashed where its status is not yet done."""
    series = chart.series[number]
    colour, weight, dash, outline = STROKES[_line_rank(chart, number) % len(STROKES)]
    bar = setting.bar(series.status)
    if not _is_done(bar) and len({each.status.key for each in chart.series}) > 1:
        dash = bar.dash or (4.0, 2.5)
    points = 2 * setting.measures.outline_weight * weight
    look = Look(None, colour, points, dash)
    return look, Marker(outline, 2.4 * setting.measures.outline_weight + 2, Look(colour, colour, 0.0))


def text_colour(look: Look) -> TextColour:
    """The colour of the words that stand for a line or a bar on white: that of its outline, if words may have it."""
    colour = look.outline or look.fill
    return "accent" if colour == "accent" else "grey" if colour in ("context", "grey", "rule") else "ink"


def text_on(fill: ColourName | None) -> TextColour:
    """The colour of words on a fill; none has words that would not read: `context` is too light for white ones."""
    return "white" if fill in ("accent", "ink", "grey") else "ink"


def _rank(chart: Chart, number: int) -> int:
    """How many series of the same status come before; one row of bars keeps its colour under another status."""
    rows = bar_rows(chart)
    if any(len(row) > 1 for row in rows):
        return next((at for at, row in enumerate(rows) if number in row), 0)
    series = chart.series
    return sum(each.status.key == series[number].status.key for each in series[:number])


def _line_rank(chart: Chart, number: int) -> int:
    """Series that only differ in status are one curve, in one colour."""
    if all(each.name.lower() in ("", each.status.word.lower()) for each in chart.series):
        return 0
    if chart.kind == "dots":  # what is compared with an earlier date is the later one
        return len(chart.series) - 1 - number
    if chart.series[number].drawn == "line":
        drawn = list(dict.fromkeys(each.name for each in chart.series if each.drawn == "line"))
        return drawn.index(chart.series[number].name) * 2
    names = list(dict.fromkeys(each.name for each in chart.series))
    return names.index(chart.series[number].name)


def _is_done(bar: Bar) -> bool:
    return bar.kind == "bar" and bar.fill == bar.outline


def _hued(colour: ColourName | None, hue: ColourName) -> ColourName | None:
    if hue == "accent" or colour in (None, "white"):
        return colour
    return "rule" if colour == "tint" else hue


# The key over a chart of several series: a swatch and a name for each, in as many lines as they need.


SWATCH, SWATCH_GAP, KEY_GAP = 0.8, 0.45, 1.4
"""Side of a swatch, white after it and white between entries, in shares of the words' size."""


class Entry(Struct, frozen=True):
    """A name and what stands for it: a fill, a line with its marker, or the sign of a status."""

    name: str
    look: Look
    marker: Marker | None = None
    sign: Series | None = None


class ChartKey(Struct, frozen=True):
    """Entries in their places from the frame's top, and how high they are; nothing for no entry."""

    marks: tuple[Mark, ...] = ()
    labels: tuple[Label, ...] = ()
    height: float = 0.0


MOST_HIGH = 0.3
"""Of a chart's height, what its key takes in words of their usual size."""


def key_of(entries: Sequence[Entry], setting: PlotSetting, width: float, height: float = 0.0) -> ChartKey:
    """The entries side by side over a width, in the smallest words where they would take much of a given height."""
    key = _key(entries, setting, width, max(setting.least, min(setting.category, setting.tick + 2)))
    return _key(entries, setting, width, setting.least) if height and key.height > MOST_HIGH * height else key


def _key(entries: Sequence[Entry], setting: PlotSetting, width: float, size: float) -> ChartKey:
    x = y = 0.0
    marks: list[Mark] = []
    labels: list[Label] = []
    advance = (SWATCH + SWATCH_GAP) * size
    for entry in entries:
        words = setting.words(entry.name, size, width=max(1.0, width - advance))
        if x and x + advance + words.width > width:
            x, y = 0.0, max(label.box.bottom for label in labels) + 2.0
        middle = y + words.pitch / 2
        marks += _swatch(entry, x, middle, size)
        labels.append(replace(words.at(x + advance, y), role="key"))
        x += advance + words.width + KEY_GAP * size
    return ChartKey(tuple(marks), tuple(labels), max((label.box.bottom for label in labels), default=0.0))


def _swatch(entry: Entry, x: float, middle: float, size: float) -> tuple[Mark, ...]:
    side = SWATCH * size
    if entry.sign is not None:
        return (SignAt(entry.sign.status, x + side / 2, middle, side),)
    if entry.marker is not None:
        line = Shape(((x, middle), (x + side, middle)), entry.look, closed=False)
        marker = entry.marker
        return line, Dot(x + side / 2, middle, min(side, marker.diameter), marker.outline, marker.look)
    top, bottom = middle - side / 2, middle + side / 2
    return (Shape(((x, top), (x + side, top), (x + side, bottom), (x, bottom)), entry.look),)


def series_name(chart: Chart, series: Series) -> str:
    """What a series is called: its name, and its status where statuses differ and the name does not say it."""
    word = series.status.word
    if not series.name or series.name.lower() == word.lower():
        return series.name or word
    several = len({each.status.key for each in chart.series}) > 1
    said = bool(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", series.name, re.IGNORECASE))
    return f"{series.name} ({word.lower()})" if several and not said else series.name
