"""Acronyms carry, for a voice, what they stand for where a reader first meets them: in the order of pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, partial
from typing import Any, TypeVar

from msgspec.structs import replace

from rapport.edition.acronyms import acronyms_in, may_stand_in
from rapport.edition.edition import Edition, EditionSection
from rapport.edition.picture import Picture
from rapport.edition.text import SCARCE, SPOKEN, Evidence, Span, Status, Text, letters_of, text_fields
from rapport.origin import Origin
from rapport.remembered import ANEW, Remembered, Same

_WITHOUT_TEXT = (Evidence, Picture, Status, Origin)

T = TypeVar("T")


def expanded(edition: Edition, expansions: Mapping[str, str], memory: Remembered = ANEW) -> Edition:
    """The edition with the first use of each acronym saying what it stands for; what is said aloud comes last."""
    first = _FirstUses(expansions, memory)
    cover, contents = first.marked(edition.cover), first.marked(edition.contents)
    listed = tuple(first.of_section(each, ("name", "summary")) for each in edition.sections)
    shown = tuple(map(first.of_section, listed))
    notes = first.marked(edition.notes)
    said = tuple(first.of_section(each, ("speech",)) for each in shown)
    return replace(edition, cover=cover, contents=contents, sections=said, notes=notes)


class _FirstUses:
    """What is met for the first time; acronyms still to be met."""

    def __init__(self, expansions: Mapping[str, str], memory: Remembered = ANEW) -> None:
        self._pending = dict(expansions)
        self._keys = tuple(expansions)
        self._memory = memory

    def of_section(self, section: EditionSection, names: tuple[str, ...] = ()) -> EditionSection:
        """A section, or these fields of it, marked; as before where the same acronyms were still to be met."""
        asked = ("first uses", Same(section), names, self._keys, tuple(self._pending.items()))
        made, left = self._memory(asked, partial(self._of_section, section, names))
        self._pending = dict(left)
        return made

    def _of_section(self, section: EditionSection, names: tuple[str, ...]) -> tuple[EditionSection, dict[str, str]]:
        if not may_stand_in(self._letters(section, names), self._pending):
            return section, self._pending
        changes = {name: new for name in names if (new := self.marked(old := getattr(section, name))) is not old}
        if names:
            return (replace(section, **changes) if changes else section), self._pending
        return self.marked(section), self._pending

    def _letters(self, section: EditionSection, names: tuple[str, ...]) -> str:
        if names:
            return letters_of(tuple(getattr(section, name) for name in names))
        return self._memory(("letters", Same(section)), partial(letters_of, section))

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
        return made if made != text else text

    def _span(self, span: Span) -> Iterator[Span]:
        """The span split around each acronym that occurs for the first time."""
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
            yield replace(span, text=span.text[start:]) if start else span


@cache
def _texts(kind: type) -> tuple[str, ...]:
    """The fields of a struct in which what all readers meet may stand, in reading order."""
    return text_fields(kind, (SCARCE, SPOKEN))
