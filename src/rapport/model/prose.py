"""Prose as an author typed it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from rapport.origin import Origin

PLACEHOLDER = re.compile(r"\{([a-z0-9][a-z0-9-]*)(?::([a-z-]+(?: [0-9])?))?\}")
"""A fact called in prose, `{levees-2025}`, and the form it is asked in, `{levees-2025:short}`."""

VISUAL = re.compile(r"\{#([a-z0-9][a-z0-9-]*)\}")
"""A chart or table named in prose by its key, `{#emissions}`: its number is printed."""

CITATION = re.compile(r"\[@([a-z0-9][a-z0-9-]*)(?: ([^\[\]]+))?\]")
"""A source cited in prose and the place in it, `[@bilan § 14]`: its short name and the place are printed."""

TO_CONFIRM = "[À CONFIRMER]"
"""What an author writes where something is still open."""


class Prose(Struct, frozen=True):
    """A text with CommonMark emphasis and links, facts in braces and footnote calls `[^name]`.

    `raw` is the scalar as it stands in the file, quotes and indentation included: it gives places inside the text.
    """

    text: str
    origin: Origin
    raw: str = ""

    @property
    def calls(self) -> tuple[tuple[str, str], ...]:
        """The facts called and their forms, in order; the form is empty where none is asked."""
        return _calls(self.text)

    @property
    def visuals(self) -> tuple[str, ...]:
        """The keys of the charts and tables named, in order."""
        return tuple(VISUAL.findall(self.text))

    @property
    def citations(self) -> tuple[tuple[str, str], ...]:
        """The sources cited and the places in them, in order; the place is empty where none is given."""
        return _citations(self.text)

    def find(self, pattern: re.Pattern[str]) -> tuple[tuple[re.Match[str], Origin], ...]:
        """The matches of a pattern, each with its place in the file: the n-th of the text is the n-th of the file."""
        matches = tuple(pattern.finditer(self.text))
        if not matches:
            return ()
        places = [(match[0], self._place(match.start())) for match in pattern.finditer(self.raw)]
        if [words for words, _place in places] != [match[0] for match in matches]:
            return tuple(zip(matches, self._in_order(match[0] for match in matches), strict=True))
        return tuple((match, place) for match, (_words, place) in zip(matches, places, strict=True))

    def _in_order(self, snippets: Iterable[str]) -> Iterator[Origin]:
        """Where snippets stand that follow each other; the prose's own place where folding has hidden one."""
        index = 0
        for snippet in snippets:
            found = self.raw.find(snippet, index)
            if found < 0:
                found = self.raw.find(snippet, 0, index)
            yield self.origin if found < 0 else self._place(found)
            index = max(index, found)

    def place_of(self, snippet: str) -> Origin:
        """Where a snippet first stands in the file; the prose's own place where folding has hidden it."""
        index = self.raw.find(snippet)
        return self.origin if index < 0 else self._place(index)

    def place_at(self, start: int, end: int) -> Origin:
        """Where the characters of `text` from `start` to `end` stand in the file, whatever lines it is folded into."""
        words = r"\s+".join(map(re.escape, self.text[start:end].split()))
        rank, places = bisect_left(_starts(words, self.text), start), _starts(words, self.raw)
        return self._place(places[rank]) if rank < len(places) else self.origin

    def _place(self, index: int) -> Origin:
        """The place of a character of `raw`."""
        ends = _line_ends(self.raw)
        line = bisect_left(ends, index)
        if not line:
            return replace(self.origin, column=self.origin.column + index)
        return replace(self.origin, line=self.origin.line + line, column=index - ends[line - 1])


@lru_cache(maxsize=8192)
def _calls(text: str) -> tuple[tuple[str, str], ...]:
    """The facts that a text calls: each check asks for them again."""
    return tuple((match[1], match[2] or "") for match in PLACEHOLDER.finditer(text))


@lru_cache(maxsize=8192)
def _citations(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((match[1], match[2] or "") for match in CITATION.finditer(text))


@lru_cache(maxsize=32)
def _line_ends(raw: str) -> tuple[int, ...]:
    """Where the lines of a text end: it is asked for many places of one text."""
    return tuple(match.start() for match in re.finditer("\n", raw))


@lru_cache(maxsize=32)
def _starts(words: str, text: str) -> tuple[int, ...]:
    """Where matches of a pattern begin: it is asked again for each of them."""
    return tuple(match.start() for match in re.finditer(words, text))
