"""A fact is whole, and means what it says when it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from rapport.language.unknown_units import Power, is_count, meant, power, slip
from rapport.model.blocks.figures import TableBlock, TableSpec
from rapport.model.briefing import Briefing
from rapport.model.content import Content, facts_in
from rapport.model.fact import Fact
from rapport.model.prose import PLACEHOLDER
from rapport.problem import Problem, Severity
from rapport.read.checks.calls import Knowledge

LONGEST_LIFE = timedelta(days=366)
"""From its as-of date; an older fact without `expires` may have been overtaken since."""


def quantities_are_whole(content: Content, _knowledge: Knowledge) -> Iterator[Problem]:
    """A fact has a value, or both ends of a range in order, or neither; never both."""
    for key, fact in content.facts.items():
        message = _fault(fact)
        if message:
            yield Problem("fact-quantity", f"«\u00a0{key}\u00a0»\u00a0: {message}", fact.origin)


def _fault(fact: Fact) -> str:
    if fact.value is not None and (fact.low is not None or fact.high is not None):
        return "donnez «\u00a0value\u00a0», ou «\u00a0low\u00a0» et «\u00a0high\u00a0», pas les deux"
    if (fact.low is None) != (fact.high is None):
        return "un intervalle a besoin de «\u00a0low\u00a0» et de «\u00a0high\u00a0»"
    if fact.low is not None and fact.high is not None and fact.low > fact.high:
        return "«\u00a0low\u00a0» dépasse «\u00a0high\u00a0»"
    if fact.bounds is not None and fact.date is not None:
        return "donnez une quantité ou «\u00a0date\u00a0», pas les deux"
    if fact.bounds is None and (fact.unit or fact.qualifier):
        return "une unité ou un qualificatif sans valeur"
    if fact.unit == "rank" and fact.qualifier:
        return "un rang ne prend pas de qualificatif"
    return ""


def units_are_known(content: Content, _knowledge: Knowledge) -> Iterator[Problem]:
    """A unit is a key of the registry, one of `units.yaml`, or a noun: a symbol would take an s (« 12 %s »)."""
    for fact in content.facts.values():
        typed = str(fact.unit)
        if typed in content.units or typed.partition("/")[0] in content.units:
            continue
        message = f"unité inconnue\u00a0: «\u00a0{typed}\u00a0»"
        near, scaled = meant(typed), power(typed)
        if scaled is not None:
            severity: Severity = "error" if near is not None else "warning"
            yield Problem("unit-unknown", message, fact.unit.origin, _in_units(fact, scaled), severity)
        elif near is not None:
            hint = f"écrivez unit: {near}" if near else "décrivez-la dans units.yaml, ou voyez la liste du guide"
            hint = "ce qui est compté, au singulier, ou aucune unité" if is_count(typed) else hint
            yield Problem("unit-unknown", message, fact.unit.origin, hint)
        elif near := slip(typed):
            hint = f"vouliez-vous dire «\u00a0{near}\u00a0»\u202f?"
            yield Problem("unit-unknown", message, fact.unit.origin, hint, "warning")


def _in_units(fact: Fact, scaled: Power) -> str:
    """The lines that give the value in whole units: « value: 4200000 », « unit: EUR »."""
    ends = {"value": fact.value, "low": fact.low, "high": fact.high}
    given = (
        f"{key}: {value.scaleb(scaled.exponent).normalize():f}" for key, value in ends.items() if value is not None
    )
    lines = (*given, *((f"unit: {scaled.unit}",) if scaled.unit else ()))
    return "la valeur s’écrit en unités entières\u00a0:\n" + "\n".join(lines)


def facts_are_fresh(content: Content, knowledge: Knowledge) -> Iterator[Problem]:
    """A fact past its `expires` date may not be shown; one long unconfirmed is pointed out.

    The day is the one given, or that of each briefing.
    """
    for name, briefing in content.briefings.items():
        day = knowledge.now or briefing.date
        for key, fact in _used(content, briefing):
            if fact.expires is not None and fact.expires.first <= day.last:
                message = f"«\u00a0{key}\u00a0» n’est plus valable à la date du dossier «\u00a0{name}\u00a0»"
                yield Problem("fact-expired", message, fact.origin, "mettez le fait à jour, ou retirez-le")
            elif fact.expires is None and fact.as_of.last + LONGEST_LIFE < day.first:
                message = f"«\u00a0{key}\u00a0» est connu depuis plus d’un an à la date du dossier «\u00a0{name}\u00a0»"
                hint = "vérifiez-le et changez «\u00a0as_of\u00a0», ou donnez-lui «\u00a0expires\u00a0»"
                yield Problem("fact-old", message, fact.origin, hint, "warning", name)


def facts_are_known_in_time(content: Content, _knowledge: Knowledge) -> Iterator[Problem]:
    """The as-of date of a fact is not after the date of a briefing that uses it."""
    for name, briefing in content.briefings.items():
        for key, fact in _used(content, briefing):
            if fact.as_of.first > briefing.date.last:
                message = f"«\u00a0{key}\u00a0» est postérieur au dossier «\u00a0{name}\u00a0»"
                hint = "corrigez «\u00a0as_of\u00a0», ou la date du dossier"
                yield Problem("fact-from-the-future", message, fact.origin, hint)


def _used(content: Content, briefing: Briefing) -> Iterator[tuple[str, Fact]]:
    """The facts that a briefing calls: those of later ones may stand beside them."""
    sections = [content.sections[key] for key in briefing.sections if key in content.sections]
    for key in dict.fromkeys(facts_in((briefing, *sections))):
        if key in content.facts:
            yield key, content.facts[key]


NOTHING = " –—-"
"""What a total says where it adds nothing up, as beside remarks."""


def totals_add_one_status(content: Content, _knowledge: Knowledge) -> Iterator[Problem]:
    """Under a total, a column holds figures of one status: a promise and a payment are never added up."""
    for section in content.sections.values():
        for block in section.blocks:
            if isinstance(block, TableBlock) and any(row.kind == "total" for row in block.table.rows):
                yield from _mixed_columns(block.table, content)


def _mixed_columns(spec: TableSpec, content: Content) -> Iterator[Problem]:
    total = next(row for row in spec.rows if row.kind == "total")
    for place in range(len(spec.columns)):
        if place >= len(total.cells) or not total.cells[place].text.strip(NOTHING):
            continue
        cells = [row.cells[place] for row in spec.rows if place < len(row.cells)]
        called = dict.fromkeys(match[1] for cell in cells for match, _ in cell.find(PLACEHOLDER))
        facts = [content.facts[key] for key in called if key in content.facts]
        if len({fact.status for fact in facts if fact.bounds is not None}) > 1:
            message = f"«\u00a0{spec.columns[place].text}\u00a0» additionne des statuts différents"
            hint = "retirez «\u00a0kind: total\u00a0», ou faites un tableau par statut"
            yield Problem("status-mixed", message, total.origin, hint)
