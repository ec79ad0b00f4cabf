"""What makes a chart hard to read, though it can be drawn: more series than looks, dates that time cannot hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from types import MappingProxyType

from rapport.model.blocks.figures import ChartSpec, SeriesGap
from rapport.model.partial_date import is_date
from rapport.model.prose import Prose
from rapport.origin import Origin
from rapport.problem import Problem

MOST_SERIES: Mapping[str, int] = MappingProxyType({"line": 12, "slope": 6})
MOST_OTHER_SERIES = 6
"""How many series have looks of their own, or a panel each."""
DATE = re.compile(r"[12]\d{3}(?:-\d\d){0,2}")
IN_TIME = ("line", "area")
"""The kinds that are read from one date to the next."""


def crowded_series(spec: ChartSpec) -> Iterator[Problem]:
    """No more series than a reader can tell apart."""
    most = MOST_SERIES.get(spec.kind, MOST_OTHER_SERIES)
    if len(spec.series) > most:
        message = f"{len(spec.series)} séries\u00a0: au-delà de {most}, elles se confondent"
        hint = "regroupez les plus petites, ou faites deux graphiques"
        yield Problem("chart-series-many", message, spec.series[most].origin, hint, "warning")


def nothing_known(spec: ChartSpec) -> bool:
    """Whether everything that a chart has is missing."""
    items = (*spec.facts, *(item for series in spec.series for item in series.facts))
    return bool(items) and all(isinstance(item, SeriesGap) for item in items)


def same_names(spec: ChartSpec) -> Iterator[Problem]:
    """Categories, and series, are told apart by their names."""
    series = [(series.name.text, series.name.origin) for series in spec.series]
    for named, what in ((list(_names(spec)), "catégories"), (series, "séries")):
        seen: set[str] = set()
        for text, origin in named:
            if text in seen:
                hint = "donnez à chacune le nom qui la distingue"
                yield Problem("chart-names", f"«\u00a0{text}\u00a0» nomme deux {what}", origin, hint, "warning")
            seen.add(text)


def lone_points(spec: ChartSpec) -> Iterator[Problem]:
    """A line goes from one point to another."""
    if spec.kind in IN_TIME and len(spec.categories or spec.facts) == 1:
        message = "une courbe d’un seul point ne montre pas d’évolution"
        yield Problem("chart-point", message, spec.origin, "choisissez «\u00a0column\u00a0»", "warning")


def uneven_dates(spec: ChartSpec) -> Iterator[Problem]:
    """Dates along a line are all dates, of one precision and in order: else time is not to scale."""
    names = list(_names(spec))
    typed = [(text, origin) for text, origin in names if DATE.fullmatch(text)]
    if spec.kind not in IN_TIME or len(typed) < 2:
        return
    dated = [(text, origin) for text, origin in typed if is_date(text)]
    if len(dated) < len(names):
        text, origin = next(name for name in names if name not in dated)
        message = f"«\u00a0{text}\u00a0» n’est pas une date\u00a0: le temps ne sera pas à l’échelle"
        yield Problem("chart-dates", message, origin, "écrivez toutes les dates de même, ou aucune", "warning")
        return
    for (before, _place), (text, origin) in pairwise(dated):
        if len(text) != len(before) or text <= before:
            message = f"«\u00a0{text}\u00a0» ne suit pas «\u00a0{before}\u00a0»\u00a0: le temps ne sera pas à l’échelle"
            hint = "mettez les dates dans l’ordre, toutes à l’année, au mois ou au jour"
            yield Problem("chart-dates", message, origin, hint, "warning")
            return


def _names(spec: ChartSpec) -> Iterator[tuple[str, Origin]]:
    """What categories are called, as far as the chart itself says it."""
    if spec.categories:
        texts: Iterator[Prose | None] = iter(spec.categories)
    else:
        texts = (item.gap if isinstance(item, SeriesGap) else item.label for item in spec.facts)
    yield from ((text.text, text.origin) for text in texts if text is not None)


READABLE: tuple[Callable[[ChartSpec], Iterator[Problem]], ...] = (crowded_series, same_names, lone_points, uneven_dates)
"""What is said of any chart."""
