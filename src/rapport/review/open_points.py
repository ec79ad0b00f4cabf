"""What a briefing leaves to be confirmed: `rapport check` tells it, a final edition refuses it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from rapport.model.content import Content, facts_in, prose_of
from rapport.model.fact import Fact
from rapport.model.prose import TO_CONFIRM, Prose
from rapport.origin import NOWHERE, Origin
from rapport.problem import Problem, Severity

SHOWN = 40
"""Characters of a text that are quoted to find it again."""
HINT = "écrivez ce qui manque\u00a0: sans quoi l’édition définitive (--final) est refusée"


def open_points(
    content: Content, key: str, placed: Iterable[tuple[str, Origin]], severity: Severity
) -> tuple[Problem, ...]:
    """One problem for each fact and each text of a briefing that is to be confirmed, at its own place.

    `placed` are the strings of its editions: one that no text of the briefing accounts for is told by its block.
    """
    briefing = content.briefings[key]
    written = (briefing, *(content.sections[name] for name in briefing.sections))
    facts = {name: content.facts[name] for name in dict.fromkeys(facts_in(written))}
    texts = tuple(_texts((*written, *facts.values())))
    told = texts or tuple((string, origin) for string, origin in placed if TO_CONFIRM in string)
    points = (*_facts(facts.items()), *(_text(string, origin) for string, origin in told))
    return tuple(Problem("to-confirm", message, origin, HINT, severity) for message, origin in points)


def _facts(facts: Iterable[tuple[str, Fact]]) -> Iterator[tuple[str, Origin]]:
    for key, fact in facts:
        if fact.status == "to-confirm" and fact.origin != NOWHERE:  # one that nobody wrote is a fault of its own
            yield f"«\u00a0{key}\u00a0» reste à confirmer", fact.origin


def _texts(models: Any) -> Iterator[tuple[str, Origin]]:
    prose: Prose
    for prose in prose_of(models):
        if TO_CONFIRM in prose.text:
            yield prose.text, prose.place_of(TO_CONFIRM)


def _text(string: str, origin: Origin) -> tuple[str, Origin]:
    start = string if len(string) <= SHOWN else string[:SHOWN].rstrip(" ") + "…"
    return f"{TO_CONFIRM} reste dans le texte\u00a0: «\u00a0{start}\u00a0»", origin
