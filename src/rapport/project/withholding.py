"""What a composed briefing leaves out for its audience, in every form in which it could come back."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.edition.edition import Edition
from rapport.edition.walk import strings, texts
from rapport.language.words import furniture, report_phrases
from rapport.model.content import Content, prose_of
from rapport.project.composition import Composition
from rapport.resolve.edition import resolve
from rapport.verify.withheld import Withheld, withheld

NOTHING = Withheld(frozenset(), ())


def withheld_by(made: Composition) -> Withheld:
    """What stands in the whole content, as typed and as printed, and not in what its audience sees."""
    whole = made.content.whole
    if whole is None:
        return NOTHING
    hidden = (*_typed(whole), *_printed(resolve(whole, made.key, "brief")), *_printed(resolve(whole, made.key, "deck")))
    shown = (*_typed(made.content), *_printed(made.brief), *_printed(made.deck), *_ours(made.locale))
    return withheld(hidden, shown)


def _typed(content: Content) -> Iterator[str]:
    """Every text as its author typed it."""
    for part in (content.facts, content.sections, content.briefings):
        yield from (prose.text for prose in prose_of(part))


def _printed(edition: Edition) -> Iterator[str]:
    """Every text as readers see it, whole and in its runs."""
    yield from texts((edition.cover, edition.contents, edition.sections, edition.notes))
    yield from strings(edition)


def _ours(locale: str) -> Iterator[str]:
    yield from furniture(locale).values()
    yield from report_phrases(locale).values()
