"""Where figures come from, as the line under them says it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rapport.edition.text import Text
from rapport.edition.walk import places_cited
from rapport.resolve.context import ResolveContext
from rapport.resolve.inline import citation, line_of


def source_line(value: Any, context: ResolveContext, remark: str = "") -> Text:
    """The source line of a block or of evidence: each source once, its paragraphs in order, then a remark."""
    found = citations(places_cited(value), context)
    if not found:
        return line_of(remark, context)
    line = context.furniture("source-line", "; ".join(found)) + "."
    return line_of(f"{line} {remark}".strip(), context)


def citations(shown: Iterable[tuple[str, str]], context: ResolveContext) -> tuple[str, ...]:
    """One citation for each source: its short name and the places in it ("texte du 10 février 2026, § 4, 5 et 8")."""
    places: dict[str, set[str]] = {}
    for source, locator in shown:
        places.setdefault(source, set()).add(locator)
    return tuple(citation(source, locators, context) for source, locators in sorted(places.items()))


def place_cited(source: str, locator: str, context: ResolveContext) -> str:
    """The place of one figure in its source, whose name is said where the briefing rests on several."""
    if len(context.sources) == 1 or context.medium == "deck":  # a slide has no room: its foot names the documents
        return locator
    return citation(source, (locator,), context)
