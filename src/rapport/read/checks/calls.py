"""What the content calls must exist."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapport.model.content import Content
from rapport.origin import Origin
from rapport.problem import Problem
from rapport.read.checks.prose import all_prose, fact_entries, prose_of
from rapport.read.validation import did_you_mean

FORMS = ("full", "short", "value", "number", "status", "period")
NOTE_CALL = re.compile(r"\[\^([^\]]+)\]")


def facts_exist(content: Content) -> Iterator[Problem]:
    """A fact called in prose or by a block is in `facts/`: a figure without a source would be printed otherwise."""
    known = sorted(content.facts)
    for key, origin in (*_called_in_prose(content), *_called_by_blocks(content)):
        if key not in content.facts:
            yield Problem("fact-unknown", f"fait inconnu\u00a0: «\u00a0{key}\u00a0»", origin, did_you_mean(key, known))


def _called_in_prose(content: Content) -> Iterator[tuple[str, Origin]]:
    for prose in all_prose(content):
        for key, _form in prose.calls:
            yield key, prose.place_of(f"{{{key}")


def _called_by_blocks(content: Content) -> Iterator[tuple[str, Origin]]:
    for section in content.sections.values():
        yield from fact_entries(section)


def forms_exist(content: Content) -> Iterator[Problem]:
    """A form asked after the colon, `{fact:short}`, is one that the product knows."""
    for prose in all_prose(content):
        for key, form in prose.calls:
            if form and form not in FORMS:
                hint = did_you_mean(form, FORMS) or f"formes possibles\u00a0: {', '.join(FORMS)}"
                yield Problem(
                    "form-unknown",
                    f"forme inconnue\u00a0: «\u00a0{form}\u00a0»",
                    prose.place_of(f"{{{key}:{form}"),
                    hint,
                )


def sources_exist(content: Content) -> Iterator[Problem]:
    """Every fact comes from a source of `sources.yaml`."""
    for fact in content.facts.values():
        if fact.source not in content.sources:
            hint = did_you_mean(fact.source, sorted(content.sources))
            yield Problem("source-unknown", f"source inconnue\u00a0: «\u00a0{fact.source}\u00a0»", fact.origin, hint)


def sections_exist(content: Content) -> Iterator[Problem]:
    """A briefing lists sections that are in `sections/`, each once."""
    for briefing in content.briefings.values():
        for index, key in enumerate(briefing.sections):
            if key not in content.sections:
                hint = did_you_mean(key, sorted(content.sections))
                yield Problem("section-unknown", f"section inconnue\u00a0: «\u00a0{key}\u00a0»", briefing.origin, hint)
            elif key in briefing.sections[:index]:
                yield Problem("section-repeated", f"la section «\u00a0{key}\u00a0» figure deux fois", briefing.origin)


def footnotes_match(content: Content) -> Iterator[Problem]:
    """A footnote called is written, and one written is called."""
    for section in content.sections.values():
        called: set[str] = set()
        for prose in prose_of(section):
            for match in NOTE_CALL.finditer(prose.text):
                called.add(match[1])
                if match[1] not in section.footnotes:
                    origin = prose.place_of(match[0])
                    yield Problem(
                        "footnote-unknown",
                        f"note inconnue\u00a0: «\u00a0{match[1]}\u00a0»",
                        origin,
                        "écrivez-la sous «\u00a0footnotes\u00a0»",
                    )
        for key, text in section.footnotes.items():
            if key not in called:
                yield Problem(
                    "footnote-unused",
                    f"la note «\u00a0{key}\u00a0» n’est appelée nulle part",
                    text.origin,
                    severity="warning",
                )
