"""Charts as the edition has them: the series a native one should hold, the words drawn in one of a PDF."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from msgspec import Struct

from rapport.edition.blocks.figures import BARRED, Chart, ChartKind, Point, Series, ValueAxis, bar_rows, point_of
from rapport.formats.unreadable import quoted
from rapport.verify.expected.charts import drawn_labels, drawn_names, drawn_ticks, is_thinned
from rapport.verify.parity.alignment import WORD
from rapport.verify.parity.line import FoundLine
from rapport.verify.report import Finding

EPOCH = date(1899, 12, 30)
"""Day 0 of a spreadsheet."""

Values = tuple[Decimal | None, ...]


class Wanted(Struct, frozen=True):
    """A series as it should be: name (None: any), what it stands along, values, and the labels each mark may have."""

    name: str | None
    along: tuple[str, ...]
    values: Values
    labels: tuple[tuple[str, ...], ...] = ()


def wanted_series(chart: Chart) -> tuple[Wanted, ...]:
    """The series in their order."""
    return tuple(_KINDS.get(chart.kind, _plain)(chart))


def day_numbers(chart: Chart) -> tuple[str, ...]:
    """The dates of a chart as a spreadsheet counts them."""
    return tuple(str((_day(text) - EPOCH).days) for text in chart.dates)


def _day(text: str) -> date:
    year, *rest = (int(part) for part in text.split("-"))
    month, day = (*rest, 1, 1)[:2]
    return date(year, month, day)


def names_of(chart: Chart, series: Series) -> tuple[str, ...]:
    """What a series may be called: its name, its status, or the one after the other in brackets."""
    word = series.status.word
    return tuple(name for name in (series.name, word, f"{series.name} ({word.lower()})") if name)


def _labels(chart: Chart, series: Series) -> tuple[tuple[str, ...], ...]:
    return tuple(_said(chart, series, point) for point in series.points)


def _said(chart: Chart, series: Series, point: Point) -> tuple[str, ...]:
    """A label, perhaps after the name of its line; nothing for a value that is not known."""
    if point.value is None:
        return ("",)
    named = (f"{name} {point.label}" for name in names_of(chart, series)) if len(chart.series) > 1 else ()
    return (point.label, *named)


def _plain(chart: Chart) -> Iterator[Wanted]:
    """Each series as it is, columns before the line over them; what goes on under another status is one row of bars."""
    rows = bar_rows(chart) if chart.kind in BARRED else ()
    if any(len(row) > 1 for row in rows):
        yield from (_row(chart, row) for row in rows)
    else:
        rows = tuple((at,) for at, series in enumerate(chart.series) if series.drawn != "line")
        yield from (_series(chart, at) for (at,) in rows)
    yield from (_series(chart, at) for at, series in enumerate(chart.series) if series.drawn == "line")


def _series(chart: Chart, at: int) -> Wanted:
    series = chart.series[at]
    return Wanted(series.name, chart.categories, _joined(chart, at), _labels(chart, series))


def _row(chart: Chart, row: tuple[int, ...]) -> Wanted:
    found = [point_of(chart, row, at) for at in range(len(chart.categories))]
    labels = tuple(_said(chart, chart.series[number], point) for number, point in found)
    return Wanted(chart.series[row[0]].name, chart.categories, tuple(point.value for _, point in found), labels)


def _joined(chart: Chart, at: int) -> Values:
    """The values of a line; one of another status that goes on where a line ends has that line's last value too."""
    values = [point.value for point in chart.series[at].points]
    known = next((place for place, value in enumerate(values) if value is not None), 0)
    one_curve = all(series.name.lower() in ("", series.status.word.lower()) for series in chart.series)
    alike = [one for one in chart.series[:at] if one_curve or one.name == chart.series[at].name]
    is_line = chart.kind == "line" or chart.series[at].drawn == "line"
    if is_line and alike and known:
        said = [series.points[known - 1] for series in chart.series]
        if not any(point.label and point.value is None for point in said):
            before = (one.points[known - 1].value for one in alike)
            values[known - 1] = next((value for value in before if value is not None), None)
    return tuple(values)


def _ranges(chart: Chart) -> Iterator[Wanted]:
    """A base under each range, and the range's length."""
    for series in chart.series:
        low = tuple(point.value for point in series.points)
        high = tuple(point.value if point.high is None else point.high for point in series.points)
        length = tuple(
            None if one is None or other is None else other - one for one, other in zip(low, high, strict=True)
        )
        yield Wanted(None, chart.categories, low)
        yield Wanted(series.name, chart.categories, length, _labels(chart, series))


def _steps(chart: Chart) -> Iterator[Wanted]:
    """A base, then levels, rises and falls, each in its own series."""
    points = chart.series[0].points
    level, base, parts = Decimal(0), [], []
    for at, point in enumerate(points):
        value = point.value
        ends = at in (0, len(points) - 1)
        start = Decimal(0) if ends else level
        level = level if value is None else start + value
        low = min(start, level)
        base.append(low if value is not None and low > 0 else None)
        parts.append("level" if ends else "rise" if (value or 0) >= 0 else "fall")
    yield Wanted(None, chart.categories, tuple(base))
    for part in ("level", "rise", "fall"):
        kept = [point if kind == part else None for point, kind in zip(points, parts, strict=True)]
        values = tuple(None if point is None or point.value is None else abs(point.value) for point in kept)
        labels = tuple(("",) if point is None else _said(chart, chart.series[0], point) for point in kept)
        yield Wanted(None, chart.categories, values, labels)


def _rows(chart: Chart) -> Iterator[Wanted]:
    """The ties between dots, then the dots: values along, ranks up."""
    ranks = tuple(Decimal(len(chart.categories) - at) - Decimal("0.5") for at in range(len(chart.categories)))
    along: list[str] = []
    up: list[Decimal | None] = []
    for at, rank in enumerate(ranks):
        ends = _tie([series.points[at].value for series in chart.series], chart.kind)
        if ends is not None:
            along += [f"{ends[0]:f}", f"{ends[1]:f}", ""]
            up += [rank, rank, None]
    if up:
        yield Wanted(None, tuple(along), tuple(up))
    for series in chart.series:
        values = tuple(point.value for point in series.points)
        yield Wanted(
            series.name,
            tuple("" if value is None else f"{value:f}" for value in values),
            tuple(None if value is None else rank for value, rank in zip(values, ranks, strict=True)),
            _labels(chart, series),
        )


def _tie(values: list[Decimal | None], kind: ChartKind) -> tuple[Decimal, Decimal] | None:
    known = [value for value in values if value is not None]
    if kind == "lollipop":
        return (Decimal(0), values[0]) if values and values[0] is not None else None
    return (min(known), max(known)) if len(known) > 1 else None


def _points(chart: Chart) -> Iterator[Wanted]:
    """One series of points, named after their categories."""
    first, second = chart.series[0], chart.series[1]
    along = tuple("" if point.value is None else f"{point.value:f}" for point in first.points)
    labels = tuple(("", name) for name in chart.categories)
    yield Wanted(second.name, along, tuple(point.value for point in second.points), labels)


_KINDS: Mapping[ChartKind, Callable[[Chart], Iterator[Wanted]]] = MappingProxyType(
    {
        "range": _ranges,
        "waterfall": _steps,
        "dots": _rows,
        "lollipop": _rows,
        "scatter": _points,
    }
)


# The words drawn in charts of a PDF, whose places on the page follow from the drawing.

UNORDERED = ("waterfall", "scatter", "dots")
"""Kinds whose labels are drawn sort by sort or row by row, not in the order of the data."""


def drawing_findings(charts: Sequence[Chart], drawn: Sequence[Sequence[FoundLine]]) -> Iterator[Finding]:
    """Where the words in the drawings differ from the charts', each drawing against the chart in its place."""
    if len(charts) != len(drawn):
        yield Finding("drawing-count", f"{len(drawn)} graphique(s) dessiné(s) au lieu de {len(charts)}")
    for chart, lines in zip(charts, drawn, strict=False):
        place = lines[0].place if lines else ""
        for fault in _faults(chart, [line.text for line in lines]):
            yield Finding("drawing-words", fault, place, chart.origin)


def _faults(chart: Chart, drawn: Iterable[str]) -> Iterator[str]:
    """Every word drawn is one of the chart's: names, labels, values of its scale.

    Names stand there, unless their axis shows some only; a label may be left out where a scale is shown in its place.
    """
    sequence = _words(drawn)
    found = Counter(sequence)
    names = Counter(_words(_shown_names(chart, found)))
    labels, ticks = Counter(_words(drawn_labels(chart))), Counter(_words(drawn_ticks(chart)))
    for word in () if is_thinned(chart) else (names - found).elements():
        yield f"{quoted(word)} absent du graphique"
    rest = found - names
    lacking = labels - _gaps(chart) - rest
    has_scale = _has_scale(chart, rest, rest - (labels & rest))
    if lacking and not has_scale:
        yield from (f"{quoted(word)} absent du graphique" for word in lacking.elements())
    extra = rest - labels - _often(ticks, chart) - _in_each_panel(chart)
    yield from (f"{quoted(word)} en trop dans le graphique" for word in extra.elements())
    yield from _order_faults(chart, sequence, ticks if has_scale else Counter(), complete=not lacking)


def _gaps(chart: Chart) -> Counter[str]:
    """What stands where a series has no value: beside the bars of others there may be no room to say so."""
    points = [point for series in chart.series for point in series.points] if len(chart.series) > 1 else []
    return Counter(_words(point.label for point in points if point.value is None))


def _order_faults(chart: Chart, found: Sequence[str], ticks: Counter[str], *, complete: bool) -> Iterator[str]:
    """Labels keep their order among themselves, and so do the names of categories.

    `ticks` are the values of a scale that is drawn: a word of theirs is no label's for certain.
    """
    unknown = {point.label for series in chart.series for point in series.points if point.value is None}
    labels = _words(label for label in drawn_labels(chart) if label not in unknown)
    names = [] if is_thinned(chart) else _words(chart.categories)
    for sequence in (labels if chart.kind not in UNORDERED else [], names):
        kept = [word for word in sequence if word in found and word not in ticks]
        is_telling = complete or len(set(kept)) == len(kept)
        if is_telling and not _in_order(kept, found):
            yield f"l’ordre de {quoted(' '.join(kept))} n’est pas gardé dans le graphique"


def _in_order(sequence: Sequence[str], found: Sequence[str]) -> bool:
    remaining = iter(found)
    return all(word in remaining for word in sequence)


def _often(ticks: Counter[str], chart: Chart) -> Counter[str]:
    """The values of a scale, once for each panel."""
    return Counter({word: count * max(1, len(chart.series)) for word, count in ticks.items()})


MOST_LINES = 3
"""Lines in one drawing: of more, each has a drawing of its own."""


def _in_each_panel(chart: Chart) -> Counter[str]:
    """The names of categories, which stand once more under each line that has a drawing of its own."""
    lines = {series.name for series in chart.series} if chart.kind == "line" else set()
    again = len(lines) - 1 if len(lines) > MOST_LINES else 0
    return Counter({word: again * count for word, count in Counter(_words(chart.categories)).items()})


def _has_scale(chart: Chart, drawn: Counter[str], unlabelled: Counter[str]) -> bool:
    """Whether two values of the scale are drawn, from which others can be read.

    `unlabelled` are the words drawn that are no label's. A value of the scale may be that of a label too: then both
    ends of the scale stand there, and one between them.
    """
    often = _often(Counter(_words(drawn_ticks(chart))), chart)
    whole = any(_is_drawn([tick.label for tick in axis.ticks], drawn) for axis in _axes(chart))
    return sum((unlabelled & often).values()) > 1 or whole or chart.kind == "scatter"


def _is_drawn(ticks: Sequence[str], drawn: Counter[str]) -> bool:
    """Whether both ends of a scale are drawn, and a value between."""
    found = [tick for tick in ticks if not Counter(_words([tick])) - drawn]
    return len(found) > 2 and (found[0], found[-1]) == (ticks[0], ticks[-1])


def _axes(chart: Chart) -> Iterator[ValueAxis]:
    yield from filter(None, (chart.axis, *(series.axis for series in chart.series)))


def _shown_names(chart: Chart, found: Counter[str]) -> Iterator[str]:
    """Of each name, the form that stands in the drawing; the fullest where none does."""
    for forms in drawn_names(chart):
        yield next((form for form in forms if not Counter(_words([form])) - found), forms[0])


def _words(texts: Iterable[str]) -> list[str]:
    return [match[0] for text in texts for match in WORD.finditer(text)]
