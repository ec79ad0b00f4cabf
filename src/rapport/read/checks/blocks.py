"""A block holds what its kind needs to be drawn."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from rapport.language.units import is_measure
from rapport.model.blocks.base import FactEntry
from rapport.model.blocks.figures import (
    ChartBlock,
    ChartSpec,
    MomentSpec,
    SeriesSpec,
    TableBlock,
    TableSpec,
    TimelineBlock,
)
from rapport.model.content import Content
from rapport.model.fact import Fact
from rapport.problem import Problem
from rapport.read.checks.knowledge import Knowledge

SHARES = {
    "doughnut": "un anneau n’en montre que de positives",
    "stacked": "des barres empilées n’en montrent pas de négatives",
}
"""The charts of parts of a whole, and what they cannot show."""


def charts_are_whole(content: Content, _knowledge: Knowledge) -> Iterator[Problem]:
    """A chart has facts, or series with a fact for each category; all are quantities of one unit."""
    for section in content.sections.values():
        for block in section.blocks:
            if isinstance(block, ChartBlock):
                yield from _form_of_chart(block.chart)
                yield from _facts_of_chart(block.chart, content)


def _form_of_chart(spec: ChartSpec) -> Iterator[Problem]:
    facts = any(isinstance(item, FactEntry) for item in spec.facts)
    several = bool(spec.series)
    if facts == several or bool(spec.facts) == several or bool(spec.categories) != several:
        hint = "donnez «\u00a0facts\u00a0», ou bien «\u00a0categories\u00a0» et «\u00a0series\u00a0»"
        yield Problem("chart-form", "ce graphique n’a pas ce qu’il lui faut", spec.origin, hint)
        return
    for series in spec.series:
        if len(series.facts) != len(spec.categories):
            message = f"faits\u00a0: {len(series.facts)}, catégories\u00a0: {len(spec.categories)}"
            hint = "donnez à chaque série un fait par catégorie"
            yield Problem("chart-series", message, series.origin, hint)


def _facts_of_chart(spec: ChartSpec, content: Content) -> Iterator[Problem]:
    listed = [item for item in spec.facts if isinstance(item, FactEntry)]
    calls = [*listed, *(call for series in spec.series for call in series.facts)]
    facts = [(call, content.facts[call.fact]) for call in calls if call.fact in content.facts]
    units = [_measure(fact) for _call, fact in facts if fact.bounds is not None]
    for call, fact in facts:
        if fact.bounds is None:
            yield Problem("chart-quantity", f"«\u00a0{call.fact}\u00a0» n’est pas une quantité", call.fact.origin)
        elif _measure(fact) != units[0]:
            hint = "faites deux graphiques"
            message = f"«\u00a0{call.fact}\u00a0» n’a pas l’unité des autres faits du graphique"
            yield Problem("chart-unit", message, call.fact.origin, hint)
        elif not _is_share(spec, fact.bounds[0]):
            message = f"«\u00a0{call.fact}\u00a0» n’est pas une part\u00a0: {SHARES[spec.kind]}"
            yield Problem("chart-share", message, call.fact.origin, "choisissez des barres")
    for series in spec.series:
        yield from _status_of_series(series, content)


def _is_share(spec: ChartSpec, value: Decimal) -> bool:
    """Whether a chart of parts can show a value: what is stacked may be nothing, but nothing is taken away."""
    return spec.kind not in SHARES or value > 0 or (value == 0 and spec.kind == "stacked")


def _measure(fact: Fact) -> str:
    """The fact's unit; empty for what is counted, since companies and towns may be counted on one axis."""
    return fact.unit if is_measure(fact.unit) else ""


def _status_of_series(series: SeriesSpec, content: Content) -> Iterator[Problem]:
    """What is done and what is promised are never one series."""
    known = [call for call in series.facts if call.fact in content.facts]
    for call in known[1:]:
        if content.facts[call.fact].status != content.facts[known[0].fact].status:
            message = f"«\u00a0{call.fact}\u00a0» n’a pas le statut de sa série"
            yield Problem("chart-status", message, call.fact.origin, "faites une série par statut")


def tables_are_whole(content: Content, _knowledge: Knowledge) -> Iterator[Problem]:
    """A table has facts, or columns and rows of words, each row with a cell for each column."""
    for section in content.sections.values():
        for block in section.blocks:
            if isinstance(block, TableBlock):
                yield from _form_of_table(block.table)


def _form_of_table(spec: TableSpec) -> Iterator[Problem]:
    facts, words = bool(spec.facts or spec.groups), bool(spec.columns or spec.rows)
    if facts == words or bool(spec.columns) != bool(spec.rows):
        hint = "donnez «\u00a0facts\u00a0» ou «\u00a0groups\u00a0», ou bien «\u00a0columns\u00a0» et «\u00a0rows\u00a0»"
        yield Problem("table-form", "ce tableau n’a pas ce qu’il lui faut", spec.origin, hint)
        return
    for row in spec.rows:
        expected = 1 if row.kind == "group" else len(spec.columns)
        if len(row.cells) != expected:
            message = f"cases\u00a0: {len(row.cells)}, attendues\u00a0: {expected}"
            hint = "donnez une case par colonne, une seule pour un intertitre («\u00a0kind: group\u00a0»)"
            yield Problem("table-row", message, row.origin, hint)


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
