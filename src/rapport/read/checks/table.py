"""The checks, in the order in which an author would want to know."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from rapport.model.content import Content, prose_of
from rapport.model.located import Located
from rapport.model.prose import Prose
from rapport.problem import Problem
from rapport.read.checks.blocks import answers_say_something, lists_are_lists
from rapport.read.checks.calls import (
    Knowledge,
    braces_are_calls,
    calls_exist,
    citations_exist,
    facts_exist,
    footnotes_call_none,
    footnotes_match,
    forms_exist,
    links_lead_somewhere,
    links_say_where,
    sections_exist,
    sources_exist,
)
from rapport.read.checks.charts import charts_are_whole, moments_have_dates
from rapport.read.checks.embargoes import embargoes_hold
from rapport.read.checks.facts import (
    facts_are_fresh,
    facts_are_known_in_time,
    quantities_are_whole,
    totals_add_one_status,
    units_are_known,
)
from rapport.read.checks.remnants import Remnant, calls_of_remnant, notes_of_remnant, prose_of_remnant
from rapport.read.checks.sections import (
    matrices_are_whole,
    notes_have_a_place,
    plain_words_have_no_markup,
    points_rest_on_prose,
    sentences_are_short,
    tables_are_whole,
    visuals_are_there,
    visuals_have_messages,
)
from rapport.remembered import ANEW, Remembered, Same

CHECKS: tuple[Callable[[Content, Knowledge], Iterator[Problem]], ...] = (
    facts_exist,
    sources_exist,
    sections_exist,
    footnotes_match,
    footnotes_call_none,
    notes_have_a_place,
    plain_words_have_no_markup,
    quantities_are_whole,
    units_are_known,
    facts_are_fresh,
    facts_are_known_in_time,
    embargoes_hold,
    charts_are_whole,
    tables_are_whole,
    matrices_are_whole,
    totals_add_one_status,
    moments_have_dates,
    visuals_have_messages,
    visuals_are_there,
    points_rest_on_prose,
    answers_say_something,
    lists_are_lists,
)
"""What the content as a whole must respect."""

PROSE_CHECKS: tuple[Callable[[Prose, Knowledge], Iterator[Problem]], ...] = (
    calls_exist,
    citations_exist,
    forms_exist,
    braces_are_calls,
    links_lead_somewhere,
    links_say_where,
    sentences_are_short,
)
"""What each text must respect, wherever it stands."""

REMNANT_CHECKS: tuple[Callable[[Remnant, Knowledge], Iterator[Problem]], ...] = (calls_of_remnant, notes_of_remnant)
"""What an entry must respect even if it is too faulty to become a value."""


def problems_of(
    content: Content, remnants: Iterable[Remnant], knowledge: Knowledge, memory: Remembered = ANEW
) -> Iterator[Problem]:
    """Every problem of sound entries and of the remnants of faulty ones."""
    left = tuple(remnants)
    for check in CHECKS:
        yield from check(content, knowledge)
    for remnant_check in REMNANT_CHECKS:
        yield from (problem for remnant in left for problem in remnant_check(remnant, knowledge))
    said = (content.sections, content.briefings, content.sources, content.acronyms, content.facts)
    for entry in (each for entries in said for each in entries.values()):
        yield from memory(("prose", Same(entry), knowledge), partial(_of_entry, entry, knowledge))
    yield from _of_prose((prose for remnant in left for prose in prose_of_remnant(remnant)), knowledge)


def _of_entry(entry: Located, knowledge: Knowledge) -> tuple[Problem, ...]:
    return _of_prose(prose_of(entry), knowledge)


def _of_prose(words: Iterable[Prose], knowledge: Knowledge) -> tuple[Problem, ...]:
    return tuple(problem for prose in words for check in PROSE_CHECKS for problem in check(prose, knowledge))
