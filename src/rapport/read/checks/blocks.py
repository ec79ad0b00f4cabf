"""A block holds what its kind needs to be drawn."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.model.blocks.figures import MomentSpec, TableBlock, TableSpec, TimelineBlock
from rapport.model.content import Content
from rapport.model.fact import Fact
from rapport.problem import Problem
from rapport.read.checks.knowledge import Knowledge


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
