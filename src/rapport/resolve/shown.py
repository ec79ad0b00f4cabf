"""The facts that the documents of a briefing show, each as readers see it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rapport.edition.edition import Edition
from rapport.edition.imprint import FactShown
from rapport.edition.text import plain
from rapport.edition.walk import evidence
from rapport.model.content import Content
from rapport.model.fact import Fact
from rapport.resolve.context import ResolveContext
from rapport.resolve.edition import context_of
from rapport.resolve.inline import line_of
from rapport.resolve.phrases import phrase, status_of

Places = Mapping[str, tuple[int, ...]]
"""Fact -> the pages or slides on which it is printed."""


def facts_shown(
    content: Content, editions: tuple[Edition, Edition], pages: Places, slides: Places
) -> Iterator[FactShown]:
    """Every fact that the brief or the deck prints, in order of its key."""
    context = context_of(content, editions[0].briefing, "brief")
    for key in sorted({proof.fact for edition in editions for proof in evidence((edition.sections, edition.notes))}):
        fact = context.fact(key)
        status = status_of(fact, context)
        yield FactShown(
            key=key,
            label=_line(fact.label.text, context),
            value=stated(fact),
            text=_line(phrase(key, "full", context), context),
            status=status.key,
            word=status.word,
            pages=pages.get(key, ()),
            slides=slides.get(key, ()),
        )


def stated(fact: Fact) -> str:
    """A fact's value as the content states it: qualifier, bounds and unit, date, or name."""
    if fact.bounds is None:
        return str(fact.date) if fact.date is not None else fact.label.text
    low, high = fact.bounds
    amount = f"{low:f}" if low == high else f"{low:f}..{high:f}"
    return " ".join(part for part in (fact.qualifier, amount, fact.unit) if part)


def _line(string: str, context: ResolveContext) -> str:
    return plain(line_of(string, context))
