"""The key over a chart of several series: a swatch and a name for each, in as many lines as they need."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.blocks.figures import Chart, Series
from rapport.plots.plan import Dot, Label, Look, Mark, Marker, Shape, SignAt
from rapport.plotting.setting import PlotSetting

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
    return f"{series.name} ({word.lower()})" if several and word else series.name
