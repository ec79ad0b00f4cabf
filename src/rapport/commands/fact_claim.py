"""A fact of the content -> what documents are held to by it; apart from the verification, which reads documents."""

from __future__ import annotations

from rapport.model.fact import Fact
from rapport.verify.claims import FactClaim


def claim(key: str, fact: Fact) -> FactClaim:
    """A fact as the content states it."""
    low, high = fact.bounds or (None, None)
    return FactClaim(
        key=key,
        low=low,
        high=high,
        unit=fact.unit,
        qualifier=fact.qualifier,
        status=fact.status,
        date=str(fact.date or ""),
        period=str(fact.period or ""),
        words=_words(fact),
    )


def _words(fact: Fact) -> str:
    """The fixed wording of a fact, or the label of one that is no figure."""
    if fact.words is not None:
        return fact.words.text
    if fact.bounds is None and fact.date is None:
        return fact.label.text
    return ""
