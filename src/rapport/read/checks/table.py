"""The checks, in the order in which an author would want to know."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rapport.model.content import Content
from rapport.problem import Problem
from rapport.read.checks.calls import facts_exist, footnotes_match, forms_exist, sections_exist, sources_exist
from rapport.read.checks.facts import facts_are_fresh, facts_are_known_in_time, quantities_are_whole
from rapport.read.checks.sections import points_rest_on_prose, sentences_are_short, visuals_have_messages

Check = Callable[[Content], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    facts_exist,
    forms_exist,
    sources_exist,
    sections_exist,
    footnotes_match,
    quantities_are_whole,
    facts_are_fresh,
    facts_are_known_in_time,
    visuals_have_messages,
    points_rest_on_prose,
    sentences_are_short,
)
