"""The numbers without a fact of a whole document, each at its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapport.figures.claims import Allowed, orphans
from rapport.verify.comparison import Compared
from rapport.verify.finding import Finding, quoted
from rapport.verify.parity.line import ExpectedLine

FREE_ROLES = ("furniture", "page", "marker", "alternative", "source")
"""Lines whose numbers are the document's own, or are held to the lines they repeat."""
PART_OF = re.compile(r"\(\d+/\d+\)$")
"""Which of several slides a title stands on: "(2/3)"."""
OTHER_SOURCES = re.compile(r" (?:et|and) \d+ (?:autres|others)\.$")
"""How many sources the foot of a slide leaves to its notes."""


def orphan_findings(both: Compared, allowed: Allowed, language: str) -> Iterator[Finding]:
    """The orphans of a document's lines, figures with a fact left out, each with its place."""
    for line, place in zip(both.expected, both.places, strict=True):
        if line.role not in FREE_ROLES:
            for orphan in orphans(_without_facts(line), allowed, language):
                message = f"nombre sans fait\u00a0: {quoted(orphan)} dans {quoted(line.text)}"
                yield Finding("orphan", message, place, line.origin)


def _without_facts(line: ExpectedLine) -> str:
    """The line with its facts' figures, the marks of its notes and its place in a series blanked out."""
    text = line.text
    spans = [(stated.start, stated.end) for stated in line.figures] + list(line.marks)
    spans += [found.span() for found in PART_OF.finditer(text)]
    spans += [found.span() for found in OTHER_SOURCES.finditer(text) if line.role == "foot"]
    for start, end in spans:
        text = text[:start] + "\x00" * (end - start) + text[end:]
    return text
