"""A fact is whole, and means what it says."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.model.content import Content
from rapport.model.fact import Fact
from rapport.problem import Problem

UNITS_WITHOUT_NAME = ("",)


def quantities_are_whole(content: Content) -> Iterator[Problem]:
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
    if fact.bounds is None and (fact.unit or fact.qualifier):
        return "une unité ou un qualificatif sans valeur"
    return ""


def facts_are_fresh(content: Content) -> Iterator[Problem]:
    """A fact past its `expires` date may not be shown by a briefing of that date or later."""
    for briefing in content.briefings.values():
        for key, fact in content.facts.items():
            if fact.expires is not None and fact.expires <= briefing.date:
                message = f"«\u00a0{key}\u00a0» n’est plus valable à la date du dossier"
                yield Problem("fact-expired", message, fact.origin, "mettez le fait à jour, ou retirez-le")


def facts_are_known_in_time(content: Content) -> Iterator[Problem]:
    """A fact's as-of date is not after the briefing's own date."""
    for name, briefing in content.briefings.items():
        for key, fact in content.facts.items():
            if fact.as_of.first > briefing.date.last:
                yield Problem(
                    "fact-from-the-future",
                    f"«\u00a0{key}\u00a0» est postérieur au dossier «\u00a0{name}\u00a0»",
                    fact.origin,
                )
