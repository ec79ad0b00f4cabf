"""Acronyms carry what they stand for where a reader first meets them: in the order of pages, not of our work."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache, partial
from typing import Any, TypeVar
from unicodedata import category

from msgspec.structs import replace

from rapport.edition.blocks.words import Bullets, Item, Paragraph
from rapport.edition.edition import Block, Edition, EditionSection
from rapport.edition.picture import Picture
from rapport.edition.text import SCARCE, SPOKEN, Evidence, Span, Status, Text, plain
from rapport.edition.walk import text_fields
from rapport.language.typography.rule import APOSTROPHE, NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE
from rapport.origin import Origin
from rapport.remembered import ANEW, Remembered, Same

TYPED = {ord(NO_BREAK_SPACE): " ", ord(NARROW_NO_BREAK_SPACE): " ", 0x2011: "-"}
"""Signs that the typographer sets, and those that an author types."""
_WITHOUT_TEXT = (Evidence, Picture, Status, Origin)

REMEMBERED = 1 << 12
"""Texts whose acronyms are kept: both documents say most of them, and all audiences."""

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


def spelled_out(
    edition: Edition, expansions: Mapping[str, str], names: Iterable[str], memory: Remembered = ANEW
) -> Edition:
    """The edition with each acronym followed by what it stands for where prose first has it, for the print: a lead, a
    paragraph or an item of a list.

    Not so names, what the title says already, what its author explains at once, and the words of others.
    """
    title = plain(edition.title).casefold()
    known = {*names, *(key for key, expansion in expansions.items() if expansion.casefold() in title)}
    pending = {key: expansion for key, expansion in expansions.items() if key not in known}
    sections = []
    for each in edition.sections:
        asked = ("told", Same(each), tuple(pending.items()))
        made, pending = memory(asked, partial(_section_told, each, pending))
        sections.append(made)
    return replace(edition, sections=tuple(sections))


def _section_told(section: EditionSection, pending: Mapping[str, str]) -> tuple[EditionSection, dict[str, str]]:
    """The section with the expansions that its prose is the first to need, and those left."""
    left = dict(pending)
    lead = _told(section.lead, left)
    blocks = tuple(_block_told(block, left) for block in section.blocks)
    return (replace(section, lead=lead, blocks=blocks) if len(left) < len(pending) else section), left


def _block_told(block: Block, pending: dict[str, str]) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, text=_told(block.text, pending))
    if isinstance(block, Bullets):
        return replace(block, items=tuple(_item_told(item, pending) for item in block.items))
    return block


def _item_told(item: Item, pending: dict[str, str]) -> Item:
    text = _told(item.text, pending)
    return replace(item, text=text, children=tuple(_told(child, pending) for child in item.children))


def _told(text: Text, pending: dict[str, str]) -> Text:
    """The text with each acronym expanded that occurs here first; those are no longer pending."""
    whole = "".join(span.text for span in text)
    found = []
    for _start, end, key in acronyms_in(whole, tuple(pending)) if pending else ():
        if key in pending and not _goes_on(whole[end : end + 2]) and _opened_quotes(whole[:end]) == 0:
            found.append((end, f" ({pending.pop(key)})"))
    return _inserted(text, found) if found else text


def _goes_on(after: str) -> bool:
    """Whether what follows keeps an acronym from being explained: a name that goes on, its author's explanation."""
    return after[:1] == "," or (
        after[:1] in (" ", NO_BREAK_SPACE) and (after[1:] == "(" or category(after[1:] or " ") == "Lu")
    )


def _opened_quotes(text: str) -> int:
    """How many quotations begin in a text and do not end in it."""
    kinds = [category(char) for char in text if char != APOSTROPHE]
    return kinds.count("Pi") - kinds.count("Pf")


def _inserted(text: Text, found: Sequence[tuple[int, str]]) -> Text:
    """The text with words put in at places counted in its characters."""
    spans, at = [], 0
    pending = list(found)
    for span in text:
        start = 0
        while pending and at + start < pending[0][0] <= at + len(span.text):
            place, words = pending.pop(0)
            spans.append(replace(span, text=span.text[start : place - at]))
            spans.append(Span(words, origin=span.origin))
            start = place - at
        if start < len(span.text):
            spans.append(replace(span, text=span.text[start:]) if start else span)
        at += len(span.text)
    return tuple(spans)


def acronyms_in(text: str, keys: Iterable[str]) -> tuple[tuple[int, int, str], ...]:
    """Where acronyms stand in a text as whole words, and their keys; some hold a sign or a space: R&D, AI Act."""
    return _acronyms_in(text, tuple(keys))


@lru_cache(REMEMBERED)
def _acronyms_in(text: str, keys: tuple[str, ...]) -> tuple[tuple[int, int, str], ...]:
    pattern = _pattern(tuple(sorted(keys, key=lambda key: (-len(key), key))))
    return tuple((match.start(), match.end(), match[0]) for match in pattern.finditer(text.translate(TYPED)))


@lru_cache(64)
def _pattern(keys: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, keys))})(?![\w\u0900-\u0963])" if keys else r"(?!)")


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
        changes = {name: new for name in names if (new := self.marked(old := getattr(section, name))) is not old}
        if names:
            return (replace(section, **changes) if changes else section), self._pending
        return self.marked(section), self._pending

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
            yield span if start == 0 else replace(span, text=span.text[start:])


@cache
def _texts(kind: type) -> tuple[str, ...]:
    """The fields of a struct in which what all readers meet may stand, in reading order."""
    return text_fields(kind, (SCARCE, SPOKEN))
