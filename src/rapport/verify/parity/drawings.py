"""The words drawn in charts of a PDF, whose places on the page follow from the drawing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from rapport.edition.blocks.figures import Chart
from rapport.verify.expected.charts import drawn_labels, drawn_names, ring_numbers
from rapport.verify.finding import Finding, quoted
from rapport.verify.parity.alignment import WORD
from rapport.verify.parity.line import FoundLine


def drawing_findings(charts: Sequence[Chart], drawn: Sequence[Sequence[FoundLine]]) -> Iterator[Finding]:
    """Where the words in the drawings differ from the charts', each drawing against the chart in its place."""
    if len(charts) != len(drawn):
        yield Finding("drawing-count", f"{len(drawn)} graphique(s) dessiné(s) au lieu de {len(charts)}")
    for chart, lines in zip(charts, drawn, strict=False):
        place = lines[0].place if lines else ""
        for fault in _faults(chart, [line.text for line in lines]):
            yield Finding("drawing-words", fault, place, chart.origin)


def _faults(chart: Chart, drawn: Iterable[str]) -> Iterator[str]:
    """Labels and names, each among themselves, keep their order; only a percentage scale or ring numbers are added."""
    found = _words(drawn)
    labels, names = _words(drawn_labels(chart)), _words(drawn_names(chart))
    wanted, given = Counter(labels + names), Counter(found)
    for word in (wanted - given).elements():
        yield f"{quoted(word)} absent du graphique"
    extra = list((given - wanted - Counter(ring_numbers(chart))).elements())
    if not (chart.unit == "%" and _is_scale(extra, len(chart.series))):
        yield from (f"{quoted(word)} en trop dans le graphique" for word in extra)
    for sequence in (labels, names):
        if not wanted - given and not _in_order(sequence, found):
            yield f"l’ordre de {quoted(' '.join(sequence))} n’est pas gardé dans le graphique"


def _is_scale(words: Sequence[str], panels: int) -> bool:
    """Whether the words are the marks of a scale, once or in each panel: numbers from zero in even steps."""
    if not all(word.isdecimal() for word in words):
        return False
    counts = Counter(int(word) for word in words)
    marks = sorted(counts)
    even = marks[:1] in ([], [0]) and len({after - before for before, after in pairwise(marks)}) <= 1
    return even and set(counts.values()) <= {1, panels}


def _words(texts: Iterable[str]) -> list[str]:
    return [match[0] for text in texts for match in WORD.finditer(text)]


def _in_order(sequence: Sequence[str], found: Sequence[str]) -> bool:
    remaining = iter(found)
    return all(word in remaining for word in sequence)
