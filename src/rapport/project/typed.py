"""Texts of the content by what readers see of them, for words that have lost their place on the way to a slide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from rapport.edition.text import Span, Text
from rapport.edits.homes import said
from rapport.edits.normal import normal
from rapport.model.content import Content
from rapport.model.located import Located
from rapport.model.prose import Prose
from rapport.resolve.edition import context_of
from rapport.resolve.inline import text_of, texts_of

PARTED = "[-:;,.!?()«»–—]"
"""What parts a typed text from the words that the program sets about it."""
LEAST = 3
"""Characters of a text that is looked for in a composed line."""
NEVER_SHOWN = ("printed", "period_words")
"""Fields of a fact that say what its source prints; no slide shows them."""


class Typed:
    """The texts of one briefing: its own, those of its sections, of the facts, of the sources and of the acronyms."""

    def __init__(self, content: Content, key: str) -> None:
        self.content, self.key = content, key

    def text(self, shown: str) -> Text:
        """The only text that says something, with its place; empty if none does, or several do."""
        found = {text[0].origin: text for text in self._by_words.get(shown, ())}
        return next(iter(found.values())) if len(found) == 1 else ()

    def parts(self, line: str, file: str) -> Text:
        """A line that the program composed, with the texts in it that were typed; empty where there are none.

        Of a text typed in several places that of `file` counts, where it is the only one there.
        """
        found = [(match.span(), words) for words in self._long if words in line for match in _whole(words, line)]
        taken: list[tuple[tuple[int, int], Text]] = []
        for (start, end), words in sorted(found, key=lambda each: (each[0][0] - each[0][1], each[0])):
            if all(end <= first or last <= start for (first, last), _ in taken):
                taken.append(((start, end), self._of(words, file)))
        if not any(text for _, text in taken):
            return ()
        pieces, done = list[Span](), 0
        for (start, end), text in sorted(taken, key=lambda each: each[0]):
            pieces += [Span(line[done:start]), *(text or (Span(line[start:end]),))]
            done = end
        return tuple(span for span in (*pieces, Span(line[done:])) if span.text)

    def _of(self, said: str, file: str) -> Text:
        """The text that says something, in one place alone or in one place of a file."""
        found = {text[0].origin: text for text in self._by_words[said]}
        own = [text for origin, text in found.items() if origin.file == file]
        alone = own or list(found.values())
        return alone[0] if len(alone) == 1 else ()

    @cached_property
    def _long(self) -> tuple[str, ...]:
        return tuple(words for words in self._by_words if len(words) >= LEAST)

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
        for entries in (content.facts, content.sources, content.acronyms):
            yield from (("", prose) for entry in entries.values() for prose in _within(entry))


def _whole(said: str, line: str) -> Iterator[re.Match[str]]:
    """Where a line says something between its ends or marks of punctuation: words among others may be others'."""
    before = rf"(?:(?<=^)|(?<={PARTED} )|(?<={PARTED}))"
    return re.finditer(rf"{before}{re.escape(said)}(?:(?<={PARTED})|(?= ?(?:{PARTED}|$)))", line)


def _within(value: Any) -> Iterator[Prose]:
    """Every prose in a value of the model that readers may be shown."""
    if isinstance(value, Prose):
        yield value
    elif isinstance(value, Located):
        for name, each in vars(value).items():
            if name not in NEVER_SHOWN:
                yield from _within(each)
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _within(each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from _within(each)
