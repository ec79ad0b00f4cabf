"""The words drawn in charts of a PDF, whose places on the page follow from the drawing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rapport.edition.blocks.figures import Chart, ValueAxis
from rapport.verify.expected.charts import drawn_labels, drawn_names, drawn_ticks, is_thinned
from rapport.verify.finding import Finding, quoted
from rapport.verify.parity.alignment import WORD
from rapport.verify.parity.line import FoundLine

UNORDERED = ("waterfall", "scatter")
"""Kinds whose labels are drawn sort by sort, not in the order of the data."""


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
    lacking = labels - rest
    has_scale = _has_scale(chart, rest, rest - (labels & rest))
    if lacking and not has_scale:
        yield from (f"{quoted(word)} absent du graphique" for word in lacking.elements())
    extra = rest - labels
    yield from (f"{quoted(word)} en trop dans le graphique" for word in (extra - _often(ticks, chart)).elements())
    yield from _order_faults(chart, sequence, ticks if lacking else Counter())


def _order_faults(chart: Chart, found: Sequence[str], ticks: Counter[str]) -> Iterator[str]:
    """Labels keep their order among themselves, and so do the names of categories.

    `ticks` are the values of a scale that stands in the place of labels: a word of theirs is no label's for certain.
    """
    unknown = {point.label for series in chart.series for point in series.points if point.value is None}
    labels = _words(label for label in drawn_labels(chart) if label not in unknown)
    names = [] if is_thinned(chart) else _words(chart.categories)
    for sequence in (labels if chart.kind not in UNORDERED else [], names):
        kept = [word for word in sequence if word in found and word not in ticks]
        is_telling = not ticks or len(set(kept)) == len(kept)
        if is_telling and not _in_order(kept, found):
            yield f"l’ordre de {quoted(' '.join(kept))} n’est pas gardé dans le graphique"


def _in_order(sequence: Sequence[str], found: Sequence[str]) -> bool:
    remaining = iter(found)
    return all(word in remaining for word in sequence)


def _often(ticks: Counter[str], chart: Chart) -> Counter[str]:
    """The values of a scale, once for each panel."""
    return Counter({word: count * max(1, len(chart.series)) for word, count in ticks.items()})


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
