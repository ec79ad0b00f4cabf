"""Texts of a briefing that its translation lacks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from rapport.model.content import Content, facts_in, prose_of
from rapport.model.prose import Prose
from rapport.origin import Origin
from rapport.problem import Problem
from rapport.read.translations.dictionary import mirror, shown


class Progress(Struct, frozen=True):
    """How many texts a briefing has, and how many of them are not in the language asked for."""

    texts: int
    missing: int


def untranslated(content: Content, key: str) -> Iterator[Problem]:
    """A problem for each text of a briefing that is not in the language asked for, where it is typed."""
    locale = content.translations.get(key, "")
    for origin in missing_places(content, key):
        text = shown(content.untranslated[origin])
        message = f"texte sans traduction ({locale})\u00a0: «\u00a0{text}\u00a0»"
        hint = f"traduisez-le dans {mirror(origin.file, locale)}, ou\u00a0: rapport translate {locale}"
        yield Problem("translation-missing", message, origin, hint)


def missing_places(content: Content, key: str) -> tuple[Origin, ...]:
    """Where the texts of a briefing stand that are not in the language asked for."""
    return tuple(origin for origin in _places(content, key) if origin in content.untranslated)


def progress(content: Content, key: str) -> Progress:
    """How far the translation of a briefing has come."""
    return Progress(len(_places(content, key)), len(missing_places(content, key)))


def _places(content: Content, key: str) -> tuple[Origin, ...]:
    """Where the texts that a briefing prints are typed, or their translations; each once, in order."""
    briefing = content.briefings[key]
    written = (briefing, *(content.sections[name] for name in briefing.sections))
    used = dict.fromkeys(name for name in facts_in(written) if name in content.facts)
    facts = [content.facts[name] for name in used]
    sources = [content.sources[fact.source] for fact in facts if fact.source in content.sources]
    models: tuple[Any, ...] = (*written, *facts, *sources, *content.acronyms.values())
    quoted = _quoted(facts)
    texts = [prose.origin for prose in prose_of(models) if prose not in quoted]
    groups = [group.origin for group in content.groups if used.keys() & set(group.facts)]
    units = [fact.unit.origin for fact in facts if fact.unit]
    acronyms = [each.origin for each in content.acronyms.values()]
    return tuple(sorted(dict.fromkeys((*texts, *groups, *units, *acronyms))))


def _quoted(facts: list[Any]) -> frozenset[Prose]:
    return frozenset(fact.printed for fact in facts if fact.printed is not None)
