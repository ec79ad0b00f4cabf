"""What charts are drawn with: their looks in a medium, and labels of known size."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.blocks.figures import Chart
from rapport.edition.evidence import Status
from rapport.edition.text import Span, Text, words
from rapport.formats.pdf.tags.element import Element
from rapport.lines.line import Line
from rapport.look.box import Box as Area
from rapport.look.charter import Charter
from rapport.look.length import Pt
from rapport.look.measures import ChartMeasures
from rapport.look.rule import Rule
from rapport.look.sign import Bar, Sign
from rapport.look.type_style import TypeStyle
from rapport.render.pdf.blocks.note_book import baseline
from rapport.render.pdf.display.item import Ink, Item, Prose, SignMark, TextLine
from rapport.render.pdf.inline import InlineElements
from rapport.render.pdf.typesetter import Typesetter

STEPS = (1.0, 0.9, 0.8, 0.7, 0.6)
"""How far a label is reduced to fit, as shares of its size."""
PLAIN_BAR = Bar("bar", "accent", "accent")
"""The mark of a status that the charter does not know."""


class ChartLook(Struct, frozen=True):
    """The looks of charts in one medium."""

    label: TypeStyle
    inline_label: TypeStyle
    category: TypeStyle
    axis: TypeStyle
    missing: TypeStyle
    measures: ChartMeasures
    base: Rule
    hairline: Rule

    @property
    def smallest(self) -> float:
        """The size no text goes under, in points: that of the axis."""
        return self.axis.size


class Pen(Struct, frozen=True):
    """The typesetter, the charter, the looks of the medium, and the Figure that all that is drawn belongs to.

    `written` gives the span behind a label, with its figure's evidence.
    """

    typesetter: Typesetter
    charter: Charter
    look: ChartLook
    element: Element
    written: Mapping[str, Span] = MappingProxyType({})

    def label(self, text: str, style: TypeStyle, width: float) -> Label:
        """A label set in lines of this width, unplaced."""
        lines = self.typesetter.lines(words(text), replace(style, hyphenate=False), max(width, 1.0)) if text else ()
        span = self.written.get(text)
        return Label(lines, style, self.element, (span,) if span else ())

    def bar(self, status: Status) -> Bar:
        """The mark of a status."""
        look = self.charter.statuses.get(status.key)
        return look.bar if look else PLAIN_BAR

    def sign(self, status: Status) -> Sign:
        """The sign of a status; that of an aim for one the charter does not know."""
        look = self.charter.statuses.get(status.key)
        return look.sign if look else Sign("circle", "full")

    def ink(self, status: Status) -> Ink:
        """The fill and outline of a status's bars."""
        bar = self.bar(status)
        return Ink(bar.fill, bar.outline, self.look.measures.outline_weight, bar.dash if bar.kind == "bar" else ())

    def leader(self, status: Status) -> Ink:
        """The dotted line that leads to an aim."""
        bar = self.bar(status)
        return Ink(None, bar.outline, self.look.measures.leader_weight, bar.dash)

    def mark(self, status: Status, centre: tuple[float, float], diameter: float) -> SignMark:
        """The sign of a status around a point."""
        signs = self.charter.signs
        area = Area(Pt(centre[0] - diameter / 2), Pt(centre[1] - diameter / 2), Pt(diameter), Pt(diameter))
        return SignMark(self.sign(status), area, signs.stroke_of(diameter), signs.colour, "white", self.element)


class Label(Struct, frozen=True):
    """Set lines of one style; empty for no text."""

    lines: tuple[Line, ...]
    style: TypeStyle
    element: Element
    text: Text = ()

    @property
    def width(self) -> float:
        return max((line.width for line in self.lines), default=0.0)

    @property
    def height(self) -> float:
        return len(self.lines) * self.style.leading

    @property
    def broken(self) -> bool:
        """Whether a word had to be cut."""
        return any(line.overfull for line in self.lines)

    def at(self, x: float, top: float, align: float = 0.0) -> tuple[Item, ...]:
        """The lines from `top` down, x being their left end, middle or right end as `align` is 0, 0.5 or 1."""
        prose = Prose(InlineElements(self.element), self.style.colour, self.style.leading, align, self.text)
        down = baseline(self.style)
        return tuple(
            TextLine(line, x, top + number * self.style.leading + down, prose) for number, line in enumerate(self.lines)
        )


def written(chart: Chart) -> Mapping[str, Span]:
    """The spans behind a chart's labels; of two figures with the same label, that of the first."""
    found = {name: Span(name, origin=chart.origin) for name in chart.categories}
    for point in (point for series in chart.series for point in reversed(series.points)):
        found[point.label] = Span(point.label, evidence=point.evidence, origin=chart.origin)
    return found


def reduced(style: TypeStyle, step: float, smallest: float) -> TypeStyle:
    """The style at a share of its size, not under the smallest one."""
    share = max(step, min(1.0, smallest / style.size))
    return replace(style, size=Pt(style.size * share), leading=Pt(style.leading * share))


def brief_chart_look(charter: Charter) -> ChartLook:
    """Charts on the pages of a brief."""
    look = charter.brief
    styles, rules = look.type, look.rules
    return ChartLook(
        label=styles.chart_label,
        inline_label=styles.chart_label_inline,
        category=styles.chart_category,
        axis=styles.chart_axis,
        missing=styles.chart_measure,
        measures=look.chart,
        base=rules.strong,
        hairline=rules.hairline,
    )


def deck_chart_look(charter: Charter) -> ChartLook:
    """Charts on slides."""
    look = charter.deck
    styles, rules = look.type, look.rules
    return ChartLook(
        label=styles.chart_label,
        inline_label=styles.chart_label,
        category=styles.chart_category,
        axis=styles.chart_axis,
        missing=styles.chart_measure,
        measures=look.chart,
        base=rules.strong,
        hairline=rules.hairline,
    )
