"""Where figures come from, as the line under them says it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from rapport.edition.text import Evidence, Text
from rapport.edition.walk import evidence
from rapport.language.words import join
from rapport.resolve.context import ResolveContext
from rapport.resolve.inline import line_of

PARAGRAPH = re.compile(r"§[ \u00a0]*(\d+)")
"""A place that is one paragraph, which can be listed with others; any other place is printed whole: § 2.2, § 4 et 5."""


def source_line(value: Any, context: ResolveContext, remark: str = "") -> Text:
    """The source line of a block or of evidence: each source once, its paragraphs in order, then a remark."""
    found = citations(evidence(value), context)
    if not found:
        return line_of(remark, context)
    line = context.furniture("source-line", "; ".join(found)) + "."
    return line_of(f"{line} {remark}".strip(), context)


def citations(shown: Iterable[Evidence], context: ResolveContext) -> tuple[str, ...]:
    """One citation for each source: its short name and the places in it ("texte du 10 février 2026, § 4, 5 et 8")."""
    places: dict[str, set[str]] = {}
    for item in shown:
        places.setdefault(item.source, set()).add(item.locator)
    return tuple(citation(source, locators, context) for source, locators in sorted(places.items()))


def citation(source: str, locators: Iterable[str], context: ResolveContext) -> str:
    """A source's short name and the places in it."""
    name = context.content.sources[source].short.text
    given = tuple(locators)
    numbers = sorted({int(match[1]) for match in map(PARAGRAPH.fullmatch, given) if match})
    others = sorted({locator for locator in given if locator and not PARAGRAPH.fullmatch(locator)})
    numbered = [f"§ {join([str(number) for number in numbers], context.locale)}"] if numbers else []
    return ", ".join([name, *numbered, *others])
