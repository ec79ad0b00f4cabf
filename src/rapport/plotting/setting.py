"""What a chart is set in: sizes of words and marks, the frame, and how wide and high words are."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from rapport.edition.text import Status
from rapport.lines.face import Face, FontSet, metrics
from rapport.lines.line import Run
from rapport.lines.measure import TextBlock, natural_width, own_width, wrap
from rapport.look.charter import Charter, DeckLook
from rapport.look.geometry import Box, Pt, Rule
from rapport.look.measures import ChartMeasures
from rapport.look.palette import TextColour
from rapport.look.sign import Bar, StatusLook
from rapport.plots import Label, Look

GAP = 2.83
"""Points between a mark and its label: what office programs leave (1 mm), which no file can change."""

AXIS_GAP = 7.2
"""Points between the plot and the words of its axes, as LibreOffice leaves them."""

EDGE = 2.0
"""White kept inside the frame: LibreOffice shrinks a chart whose words pass its edge."""

SHRINKS = (1.0, 0.87, 0.77, 0.67, 0.6, 0.54)
"""Sizes tried for labels, as shares of the charter's."""

PLAIN_BAR = Bar("bar", "accent", "accent")
"""The mark of a status that the charter does not know."""


class PlotSetting(Struct, frozen=True):
    """A medium's looks. `label`, `category` and `tick` are sizes in points, `least` the smallest of any word."""

    ruler: Ruler
    statuses: Mapping[str, StatusLook]
    measures: ChartMeasures
    label: float
    category: float
    tick: float
    least: float
    base: Rule
    hairline: Rule
    line_height: float
    """Height of the plot of lines, areas and points, in points, where the frame's own is not given."""
    tallest: float
    """The most that rows of bars may take, in points."""

    @property
    def label_sizes(self) -> tuple[float, ...]:
        """Sizes of labels from the largest."""
        return tuple(sorted({max(self.least, round(2 * self.label * share) / 2) for share in SHRINKS}, reverse=True))

    def bar(self, status: Status) -> Bar:
        """The mark of a status."""
        look = self.statuses.get(status.key)
        return look.bar if look else PLAIN_BAR

    def words(self, text: str, size: float, *, bold: bool = False, width: float = 0.0) -> Words:
        """Words set within a width, or on one line."""
        return self.ruler.words(text, size, bold, width)


class Words(Struct, frozen=True, gc=False):
    """Set lines that have no place yet."""

    lines: tuple[str, ...]
    size: float
    bold: bool
    width: float
    pitch: float
    ascent: float

    @property
    def height(self) -> float:
        return self.pitch * len(self.lines)

    def at(self, x: float, y: float, align: float = 0.0, colour: TextColour = "ink") -> Label:
        """Placed with its top at `y`; `x` is its left end, middle or right end as `align` is 0, 0.5 or 1."""
        box = Box(Pt(x - align * self.width), Pt(y), Pt(self.width), Pt(self.height))
        return Label(self.lines, box, self.size, self.pitch, self.ascent, colour, self.bold, align)


def hairline(setting: PlotSetting) -> Look:
    """A gridline."""
    return Look(None, setting.hairline.colour, setting.hairline.weight)


def baseline(setting: PlotSetting) -> Look:
    """The line that marks stand on."""
    return Look(None, setting.base.colour, setting.base.weight)


def brief_setting(charter: Charter, fonts: FontSet) -> PlotSetting:
    """Charts on the pages of a brief."""
    look = charter.brief
    styles = look.type
    return PlotSetting(
        Ruler(fonts),
        charter.statuses,
        look.chart,
        styles.chart_label.size,
        styles.chart_category.size,
        styles.chart_axis.size,
        styles.chart_axis.size,
        look.rules.strong,
        look.rules.hairline,
        1.2 * look.chart.plot_height,
        0.75 * (look.grid.content_bottom - look.grid.margins.top),
    )


SMALLEST_ON_SLIDES = 14.0
"""Points: words of a chart go below the floor of slides before they meet, as those of a table do."""


def deck_setting(look: DeckLook, statuses: Mapping[str, StatusLook], fonts: FontSet) -> PlotSetting:
    """Charts on slides, whose words must fit in the face that replaces the charter's too."""
    styles = look.type
    return PlotSetting(
        Ruler(fonts, substituted=True),
        statuses,
        look.chart,
        styles.chart_label.size,
        styles.chart_category.size,
        styles.chart_axis.size,
        min(SMALLEST_ON_SLIDES, styles.chart_axis.size),
        look.rules.strong,
        look.rules.hairline,
        look.chart.plot_height,
        look.grid.content.height,
    )


# How wide and high the words of a chart are.


NARROWER = (1.0, 0.97, 0.94, 0.9, 0.85)
"""Shares of a width in which lines are tried, until they stay in it in any face."""


class Ruler(Struct, frozen=True):
    """Measures words set in a family; where `substituted`, in whichever of its face and its substitute is wider.

    What was measured is kept: a chart asks for the same words in each way that it is tried.
    """

    fonts: FontSet
    substituted: bool = False
    _widths: dict[tuple[str, float, bool], float] = field(default_factory=dict)
    _words: dict[tuple[str, float, bool, float], Words] = field(default_factory=dict)

    def words(self, text: str, size: float, bold: bool, width: float) -> Words:
        """Words set within a width, or on one line for none."""
        key = (text, size, bold, width)
        if key not in self._words:
            lines = self.lines(text, size, width, bold) if width else tuple(text.split("\n"))
            widest = max([self.width(line, size, bold) for line in lines], default=0.0)
            self._words[key] = Words(lines, size, bold, widest, self.pitch(size, bold), self.ascent(size, bold))
        return self._words[key]

    def width(self, text: str, size: float, bold: bool = False) -> float:
        """Width on one line, in points."""
        if not text:
            return 0.0
        key = (text, size, bold)
        if key not in self._widths:
            run = Run(text, self._face(bold), size)
            self._widths[key] = natural_width((run,)) if self.substituted else own_width(run, text)
        return self._widths[key]

    def lines(self, text: str, size: float, width: float, bold: bool = False) -> tuple[str, ...]:
        """The lines of a text within a width, broken between words where words allow it."""
        block = TextBlock((Run(text, self._face(bold), size),))
        found = wrap(block, width)
        for part in NARROWER if self.substituted else ():  # the face that stands in may be wider
            found = wrap(block, width * part)
            if all(self.width(line, size, bold) <= width for line in found):
                break
        return found

    def widest_word(self, text: str, size: float, bold: bool = False) -> float:
        """Width of the longest word."""
        return max([self.width(word, size, bold) for word in text.split(" ")])

    def pitch(self, size: float, bold: bool = False) -> float:
        """Height of a line: ascent and descent, as office programs set labels."""
        return metrics(self._face(bold)).pitch * size

    def ascent(self, size: float, bold: bool = False) -> float:
        """From the top of a line to its baseline."""
        found = metrics(self._face(bold))
        return found.ascent / found.units_per_em * size

    def _face(self, bold: bool) -> Face:
        return self.fonts.bold if bold else self.fonts.regular
