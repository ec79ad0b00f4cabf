"""A block, charts above all, holds what its kind needs to be drawn."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from types import MappingProxyType

from rapport.language.units import is_measure
from rapport.model.blocks.figures import (
    GOING_ON,
    ChartBlock,
    ChartSpec,
    MomentSpec,
    SeriesGap,
    SeriesSpec,
    TimelineBlock,
)
from rapport.model.content import Content
from rapport.model.fact import Fact
from rapport.model.located import FactEntry
from rapport.model.partial_date import is_date
from rapport.model.prose import Prose
from rapport.origin import Origin
from rapport.problem import Problem
from rapport.read.checks.calls import Knowledge

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


# A block, charts above all, holds what its kind needs to be drawn.


def moments_have_dates(content: Content, _knowledge: Knowledge) -> Iterator[Problem]:
    """A moment of a timeline has a date of its own, or that of its fact."""
    for section in content.sections.values():
        for block in section.blocks:
            if isinstance(block, TimelineBlock):
                yield from (problem for moment in block.timeline for problem in _date_of(moment, content))


def _date_of(moment: MomentSpec, content: Content) -> Iterator[Problem]:
    fact = content.facts.get(moment.fact) if moment.fact else None
    if moment.date is not None or (moment.fact and fact is None) or _is_dated(fact):
        return
    hint = "ajoutez «\u00a0date:\u00a0», ou «\u00a0fact:\u00a0» avec un fait daté"
    yield Problem("moment-without-date", "cette étape du calendrier n’a pas de date", moment.origin, hint)


def _is_dated(fact: Fact | None) -> bool:
    return fact is not None and (fact.date or fact.period) is not None


SHARES = {
    "doughnut": "un anneau n’en montre que de positives",
    "stacked": "des barres empilées n’en montrent pas de négatives",
    "stacked-100": "des barres rapportées à cent n’en montrent pas de négatives",
    "area": "des aires empilées n’en montrent pas de négatives",
}
"""The charts of parts of a whole, and what they cannot show."""

FROM_ZERO = ("bar", "column", "area", "stacked", "stacked-100", "combined", "lollipop", "waterfall")
"""The kinds whose lengths are compared: their scale holds zero."""

MOST: Mapping[str, int] = MappingProxyType({"line": 240, "scatter": 120, "column": 80, "area": 240, "combined": 80})
MOST_OTHERS = 60
"""How many categories a chart of each kind can show."""

MOST_PARTS = 5
"""Parts of a ring that have a look each."""

FARTHEST = 100_000
"""How many times the smallest value of a chart the largest may be."""

SEVERAL = ("dots", "combined", "scatter")


def charts_are_whole(content: Content, _knowledge: Knowledge) -> Iterator[Problem]:
    """A chart has facts, or series with a fact for each category; all are quantities of one unit."""
    for section in content.sections.values():
        for block in section.blocks:
            if isinstance(block, ChartBlock):
                yield from _form_of_chart(block.chart)
                yield from _facts_of_chart(block.chart, content)
                yield from _scale_of_chart(block.chart, content)
                yield from _highlights(block.chart, content)
                yield from (problem for test in READABLE for problem in test(block.chart))


def _form_of_chart(spec: ChartSpec) -> Iterator[Problem]:
    if nothing_known(spec):
        hint = "retirez-le, et dites dans un paragraphe ce qui manque"
        yield Problem("chart-empty", "ce graphique n’a aucune valeur", spec.origin, hint)
        return
    facts = any(isinstance(item, FactEntry) for item in spec.facts)
    several = bool(spec.series)
    if facts == several or bool(spec.facts) == several or bool(spec.categories) != several:
        hint = "donnez «\u00a0facts\u00a0», ou bien «\u00a0categories\u00a0» et «\u00a0series\u00a0»"
        yield Problem("chart-form", "ce graphique n’a pas ce qu’il lui faut", spec.origin, hint)
        return
    yield from _kind_of_chart(spec)
    for series in spec.series:
        if len(series.facts) != len(spec.categories):
            message = f"faits\u00a0: {len(series.facts)}, catégories\u00a0: {len(spec.categories)}"
            hint = "donnez à chaque série un fait par catégorie (ou «\u00a0gap\u00a0» où la source n’en donne pas)"
            yield Problem("chart-series", message, series.origin, hint)


def _kind_of_chart(spec: ChartSpec) -> Iterator[Problem]:
    """What each kind asks for, and how much it can hold."""
    count, most = len(spec.categories or spec.facts), MOST.get(spec.kind, MOST_OTHERS)
    if count > most:
        message = f"{count} catégories\u00a0: ce graphique n’en montre pas plus de {most}"
        yield Problem("chart-categories", message, spec.origin, "regroupez-les, ou faites-en un tableau")
    for test, message, hint in _NEEDS.get(spec.kind, ()):
        if not test(spec):
            yield Problem("chart-kind", message, spec.origin, hint)


Need = tuple[Callable[[ChartSpec], bool], str, str]


def _needs_series(least: int, most: int) -> Callable[[ChartSpec], bool]:
    return lambda spec: least <= len(spec.series) <= most


def _has_line(spec: ChartSpec) -> bool:
    kinds = {series.kind for series in spec.series}
    return kinds == {"bars", "line"}


_NEEDS: Mapping[str, tuple[Need, ...]] = MappingProxyType(
    {
        "dots": ((_needs_series(2, 3), "il faut deux ou trois séries, une par date", "donnez «\u00a0series\u00a0»"),),
        "scatter": (
            (
                _needs_series(2, 2),
                "il faut deux séries, une par grandeur",
                "la première se lit en abscisse, la seconde en ordonnée",
            ),
        ),
        "slope": (
            (
                lambda spec: bool(spec.series) and len(spec.categories) == 2,
                "il faut deux catégories, le départ et l’arrivée",
                "avec plus de deux dates, choisissez «\u00a0line\u00a0»",
            ),
        ),
        "combined": (
            (
                _has_line,
                "il faut des colonnes et une courbe",
                "donnez «\u00a0kind: line\u00a0» à la série qui est une courbe",
            ),
        ),
        "lollipop": (
            (
                lambda spec: len(spec.series) in (0, 2),
                "il faut deux séries, la valeur puis l’objectif",
                "donnez «\u00a0series\u00a0», ou «\u00a0facts\u00a0» sans objectif",
            ),
        ),
        "doughnut": (
            (_needs_series(0, 1), "un anneau ne montre qu’une série", "choisissez «\u00a0stacked-100\u00a0»"),
            (
                lambda spec: len(spec.categories or spec.facts) <= MOST_PARTS,
                f"un anneau ne montre pas plus de {MOST_PARTS} parts",
                "réunissez les plus petites, ou choisissez «\u00a0bar\u00a0»",
            ),
        ),
        "waterfall": (
            (
                lambda spec: not spec.series and len(spec.facts) > 2,
                "il faut un départ, des étapes et une arrivée",
                "donnez trois faits ou plus dans «\u00a0facts\u00a0»",
            ),
        ),
    }
)


def _facts_of_chart(spec: ChartSpec, content: Content) -> Iterator[Problem]:
    groups = [series.facts for series in spec.series] if spec.kind == "scatter" else [_items(spec)]
    for items in groups:
        told = tuple(_facts_of_group(spec, items, content))
        yield from told or _values_of_group(items, content)
    for series in spec.series if spec.kind not in GOING_ON else ():
        yield from _status_of_series(series, content)


def _items(spec: ChartSpec) -> tuple[FactEntry | SeriesGap, ...]:
    return (*spec.facts, *(item for series in spec.series for item in series.facts))


def _facts_of_group(spec: ChartSpec, items: tuple[FactEntry | SeriesGap, ...], content: Content) -> Iterator[Problem]:
    calls = [item for item in items if isinstance(item, FactEntry)]
    facts = [(call, content.facts[call.fact]) for call in calls if call.fact in content.facts]
    units = [measure_of(fact) for _call, fact in facts if fact.bounds is not None]
    for call, fact in facts:
        if fact.bounds is None:
            yield Problem("chart-quantity", f"«\u00a0{call.fact}\u00a0» n’est pas une quantité", call.fact.origin)
        elif measure_of(fact) != units[0]:
            hint = "faites deux graphiques\u00a0: deux échelles sur un dessin font comparer ce qui ne se compare pas"
            message = f"«\u00a0{call.fact}\u00a0» n’a pas l’unité des autres faits du graphique"
            yield Problem("chart-unit", message, call.fact.origin, hint)
        elif not _is_share(spec, fact.bounds[0]):
            message = f"«\u00a0{call.fact}\u00a0» n’est pas une part\u00a0: {SHARES[spec.kind]}"
            yield Problem("chart-share", message, call.fact.origin, "choisissez des barres")


def _values_of_group(items: Iterable[FactEntry | SeriesGap], content: Content) -> Iterator[Problem]:
    """The smallest value can be said in the unit of the largest: 7,25 € beside 2,6 Md€ would be told as nothing."""
    calls = [item for item in items if isinstance(item, FactEntry) and item.fact in content.facts]
    values = ((content.facts[call.fact].bounds, call) for call in calls)
    sizes = [(max(map(abs, bounds)), call) for bounds, call in values if bounds and any(bounds)]
    if sizes and (least := min(sizes, key=lambda pair: pair[0]))[0] * FARTHEST < max(size for size, _ in sizes):
        message = f"«\u00a0{least[1].fact}\u00a0» est trop petit à côté des autres\u00a0: il se lirait comme zéro"
        hint = "faites-en un autre graphique, ou un tableau"
        yield Problem("chart-range", message, least[1].fact.origin, hint)


def _is_share(spec: ChartSpec, value: Decimal) -> bool:
    """Whether a chart of parts can show a value: what is stacked may be nothing, but nothing is taken away."""
    return spec.kind not in SHARES or value > 0 or (value == 0 and spec.kind != "doughnut")


def measure_of(fact: Fact) -> str:
    """The fact's unit; empty for what is counted, since companies and towns may be counted on one axis."""
    return fact.unit if is_measure(fact.unit) else ""


def _status_of_series(series: SeriesSpec, content: Content) -> Iterator[Problem]:
    """What is done and what is promised are never added up, nor compared as if they were alike."""
    known = [call for call in series.facts if isinstance(call, FactEntry) and call.fact in content.facts]
    for call in known[1:]:
        if content.facts[call.fact].status != content.facts[known[0].fact].status:
            message = f"«\u00a0{call.fact}\u00a0» n’a pas le statut de sa série"
            yield Problem("chart-status", message, call.fact.origin, "faites une série par statut")


def _scale_of_chart(spec: ChartSpec, content: Content) -> Iterator[Problem]:
    """A scale goes up, holds zero where lengths are compared, and holds every value."""
    scale = spec.scale
    if scale is None:
        return
    low, high = scale.from_, scale.to
    if low is not None and high is not None and low >= high:
        yield Problem(
            "chart-scale",
            f"l’échelle va de {low} à {high}",
            scale.origin,
            "mettez le plus petit dans «\u00a0from\u00a0»",
        )
        return
    if scale.step is not None and scale.step <= 0:
        yield Problem("chart-scale", f"le pas {scale.step} n’avance pas", scale.origin, "donnez un pas positif")
    starts_high = (low is not None and low > 0) or (high is not None and high < 0)
    if spec.kind in FROM_ZERO and starts_high:
        hint = "des longueurs se comparent depuis zéro\u00a0; choisissez «\u00a0line\u00a0» ou «\u00a0dots\u00a0»"
        yield Problem("chart-scale", "cette échelle ne contient pas zéro", scale.origin, hint)
    for call in (item for item in _items(spec) if isinstance(item, FactEntry)):
        fact = content.facts.get(call.fact)
        bounds = fact.bounds if fact else None
        if bounds and ((low is not None and bounds[0] < low) or (high is not None and bounds[1] > high)):
            message = f"«\u00a0{call.fact}\u00a0» sort de l’échelle du graphique"
            yield Problem("chart-scale", message, call.fact.origin, "élargissez «\u00a0scale\u00a0»")


def _highlights(spec: ChartSpec, content: Content) -> Iterator[Problem]:
    """What is highlighted is one of the categories, by name or by fact."""
    names = {category.text for category in spec.categories}
    for item in _items(spec):
        if isinstance(item, FactEntry) and item.fact in content.facts:
            fact = content.facts[item.fact]
            names |= {str(item.fact), (item.label or fact.name or fact.label).text}
    for wanted in spec.highlight:
        if wanted.text not in names:
            hint = f"choisissez parmi\u00a0: {', '.join(sorted(names)[:8])}"
            message = f"«\u00a0{wanted.text}\u00a0» n’est pas une catégorie de ce graphique"
            yield Problem("chart-highlight", message, wanted.origin, hint)
