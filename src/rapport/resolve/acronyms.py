"""Acronyms carry what they stand for where a reader first meets them: in the order of pages, not of our work."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, TypeVar

from msgspec.structs import replace

from rapport.edition.edition import Edition
from rapport.edition.picture import Picture
from rapport.edition.text import Evidence, Span, Status, Text
from rapport.edition.walk import text_fields
from rapport.language.typography.rule import NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE
from rapport.origin import Origin

TYPED = {ord(NO_BREAK_SPACE): " ", ord(NARROW_NO_BREAK_SPACE): " ", 0x2011: "-"}
"""Signs that the typographer sets, and those that an author types."""
_WITHOUT_TEXT = (Evidence, Picture, Status, Origin)
_ELSEWHERE = frozenset(("short_date", "short_text", "speech"))
"""Fields that only some readers meet: what stands in for another text where room is scarce, and what is said aloud."""

T = TypeVar("T")


def expanded(edition: Edition, expansions: Mapping[str, str]) -> Edition:
    """The edition with the first use of each acronym saying what it stands for; what is said aloud comes last."""
    first = _FirstUses(expansions)
    cover, contents = first.marked(edition.cover), first.marked(edition.contents)
    listed = tuple(
        replace(each, name=first.marked(each.name), summary=first.marked(each.summary)) for each in edition.sections
    )
    shown = tuple(first.marked(each) for each in listed)
    notes = first.marked(edition.notes)
    said = tuple(replace(each, speech=first.marked(each.speech)) for each in shown)
    return replace(edition, cover=cover, contents=contents, sections=said, notes=notes)


def acronyms_in(text: str, keys: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """Where acronyms stand in a text as whole words, and their keys; some hold a sign or a space: R&D, AI Act."""
    for match in _pattern(tuple(sorted(keys, key=lambda key: (-len(key), key)))).finditer(text.translate(TYPED)):
        yield match.start(), match.end(), match[0]


@cache
def _pattern(keys: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, keys))})(?!\w)" if keys else r"(?!)")


class _FirstUses:
    """What is met for the first time; acronyms still to be met."""

    def __init__(self, expansions: Mapping[str, str]) -> None:
        self._pending = dict(expansions)
        self._keys = tuple(expansions)

    def marked(self, value: T) -> T:
        """The value itself where it holds no first use."""
        made: Any = self._marked(value) if self._pending else value
        return made  # type: ignore[no-any-return]

    def _marked(self, value: Any) -> Any:
        if isinstance(value, tuple):
            if value and isinstance(value[0], Span):
                return self._text(value)
            items = tuple([self.marked(item) for item in value])
            return items if any(new is not old for new, old in zip(items, value, strict=True)) else value
        if isinstance(value, _WITHOUT_TEXT):
            return value
        pairs = ((name, getattr(value, name)) for name in _texts(value.__class__))
        changes = {name: new for name, old in pairs if (new := self.marked(old)) is not old}
        return replace(value, **changes) if changes else value

    def _text(self, text: Text) -> Text:
        made = tuple(part for span in text for part in self._span(span))
        return made if len(made) != len(text) or made != text else text

    def _span(self, span: Span) -> Iterator[Span]:
        """The span parted around each acronym met for the first time."""
        if span.note or span.language or span.position != "baseline":
            yield span
            return
        start = 0
        for begin, end, key in acronyms_in(span.text, self._keys):
            expansion = self._pending.pop(key, "")
            if expansion:
                if begin > start:
                    yield replace(span, text=span.text[start:begin])
                yield replace(span, text=span.text[begin:end], expansion=expansion)
                start = end
        if start < len(span.text):
            yield span if start == 0 else replace(span, text=span.text[start:])


@cache
def _texts(kind: type) -> tuple[str, ...]:
    """The fields of a struct in which what all readers meet may stand, in reading order."""
    return tuple(name for name in text_fields(kind) if name not in _ELSEWHERE)
