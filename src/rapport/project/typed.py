"""Texts of the content by what readers see of them, for words that have lost their place on the way to a slide."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from rapport.edition.text import Text
from rapport.edits.homes import said
from rapport.edits.normal import normal
from rapport.model.content import Content
from rapport.model.located import Located
from rapport.model.prose import Prose
from rapport.resolve.edition import context_of
from rapport.resolve.inline import text_of, texts_of


class Typed:
    """The texts of one briefing: its own, those of its sections and of the facts."""

    def __init__(self, content: Content, key: str) -> None:
        self.content, self.key = content, key

    def text(self, shown: str) -> Text:
        """The text that says something, with its place; empty where none does, or several do."""
        found = {text[0].origin: text for text in self._by_words.get(shown, ())}
        return next(iter(found.values())) if len(found) == 1 else ()

    def sharing(self, file: str) -> tuple[str, ...]:
        """The other briefings that show what a file says."""
        own = {key: section.origin.file for key, section in self.content.sections.items()}
        briefings = sorted(self.content.briefings.items())
        if file in own.values():
            return tuple(key for key, each in briefings if key != self.key and file in map(own.get, each.sections))
        is_briefing = any(each.origin.file == file for _, each in briefings)
        return () if is_briefing else tuple(key for key, _ in briefings if key != self.key)

    @cached_property
    def _by_words(self) -> dict[str, list[Text]]:
        result: dict[str, list[Text]] = {}
        for section, prose in self._proses():
            for text in self._shown(section, prose):
                result.setdefault(normal(said(text)), []).append(text)
        return result

    def _shown(self, section: str, prose: Prose) -> Iterator[Text]:
        """A prose as it is shown, whole and by paragraphs."""
        context = context_of(self.content, self.key, "deck")
        try:
            texts = (text_of(prose, context, section), *texts_of(prose, context, section))
        except (KeyError, ValueError):  # it calls what another section defines: shown nowhere by itself
            return
        yield from (text for text in texts if text)

    def _proses(self) -> Iterator[tuple[str, Prose]]:
        content, briefing = self.content, self.content.briefings[self.key]
        yield from (("", prose) for prose in _within(briefing))
        for key in briefing.sections:
            yield from ((key, prose) for prose in _within(content.sections[key]))
        yield from (("", prose) for fact in content.facts.values() for prose in _within(fact))


def _within(value: Any) -> Iterator[Prose]:
    """Every prose in a value of the model."""
    if isinstance(value, Prose):
        yield value
    elif isinstance(value, Located):
        for each in vars(value).values():
            yield from _within(each)
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _within(each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from _within(each)
