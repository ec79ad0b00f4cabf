"""What acronyms stand for, in print, where a reader first meets them: in the sentence, or under what has no room.

A title, a cover and a list of contents have none: the first text after them says it. A deck says it at the foot of its
slides, which are known once texts are arranged on them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import accumulate
from operator import is_
from typing import Any, TypeVar
from unicodedata import category

from msgspec.structs import replace

from rapport.edition.acronyms import acronym_note, acronyms_in, explained_in, goes_on, may_stand_in, met_in
from rapport.edition.blocks.words import Glossary
from rapport.edition.edition import Block, Edition, EditionSection, Furniture, Note
from rapport.edition.text import Span, Text, letters_of, plain, running_fields, spans, strings
from rapport.language.typography.rule import APOSTROPHE
from rapport.remembered import ANEW, Remembered, Same

T = TypeVar("T")


def to_tell(title: Text, expansions: Mapping[str, str], names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """The acronyms that readers of a document are told the meaning of: not names, nor what its title says already."""
    known = {*names, *explained_in(plain(title), expansions)}
    return tuple((key, meaning) for key, meaning in expansions.items() if key not in known)


def spelled_out(edition: Edition, memory: Remembered = ANEW) -> Edition:
    """The edition on pages with each acronym followed by what it stands for where its reader first meets it.

    Not so what its author explains, and the words of others.
    """
    pending, notes = dict(edition.acronyms), {note.key: note for note in edition.notes}
    sections = []
    for each in edition.sections:
        marks = dict.fromkeys(span.note for span in spans(each)) if notes else ()
        called = tuple(notes[key] for key in marks if key in notes)
        letters = memory(("letters", Same(each)), partial(letters_of, each))
        if not may_stand_in("\n".join((letters, *(letters_of(note.text) for note in called))), pending):
            sections.append(each)
            continue
        asked = ("told", Same(each, *called), tuple(pending.items()))
        made, told, pending = memory(asked, partial(_section_told, each, called, pending, edition.furniture))
        notes |= {note.key: note for note in told}
        sections.append(made)
    return replace(edition, sections=tuple(sections), notes=tuple(notes.values()))


def untold(value: T) -> T:
    """The value without what was put in to say what acronyms stand for: the very same where nothing was."""
    made: Any = _untold(value)
    return made  # type: ignore[no-any-return]


def _untold(value: Any) -> Any:
    if isinstance(value, tuple):
        kept = tuple(_untold(item) for item in value if not (isinstance(item, Span) and item.gloss))
        return value if len(kept) == len(value) and all(map(is_, kept, value)) else kept
    pairs = ((name, getattr(value, name)) for name, _runs_on in running_fields(value.__class__))
    changes = {name: new for name, old in pairs if (new := _untold(old)) is not old}
    return replace(value, **changes) if changes else value


Told = tuple[EditionSection, tuple[Note, ...], dict[str, str]]
"""A section and the notes it calls with what their readers are the first to need, and the acronyms left."""


def _section_told(
    section: EditionSection, notes: tuple[Note, ...], pending: Mapping[str, str], furniture: Furniture
) -> Told:
    left = dict(pending)
    lead = _told(section.lead, left)
    blocks = tuple(_block_told(block, left, furniture) for block in section.blocks)
    told = tuple(replace(note, text=_told(note.text, left)) for note in notes)
    if len(left) == len(pending):
        return section, notes, left
    return replace(section, lead=lead, blocks=blocks), told, left


def _block_told(block: Block, pending: dict[str, str], furniture: Furniture) -> Block:
    """A block with what its own sentences have room for, then with the rest in the line under it, if it has one."""
    if isinstance(block, Glossary):
        for entry in block.entries:
            pending.pop(plain(entry.term), None)
        return block
    made: Any = _running_told(block, pending)
    if not hasattr(made, "source"):
        return made  # type: ignore[no-any-return]
    seen = tuple(_seen(made))
    for key in explained_in("\n".join(seen), met_in(seen, pending)):
        del pending[key]
    found = met_in(seen, pending)
    for key in found:
        del pending[key]
    note = acronym_note(found, furniture)
    return replace(made, source=(*_closed(made.source), *note)) if note else made  # type: ignore[no-any-return]


def _closed(source: Text) -> Text:
    """The line under a block as a sentence that another may follow: authors give a credit as a name alone."""
    letters = [letter for letter in plain(source) if not letter.isspace() and category(letter) != "Pf"]
    if not letters:
        return source
    return (*source, Span(" " if letters[-1] in ".!?…" else ". ", gloss=True))


def _seen(block: Any) -> Iterator[str]:
    """What a block prints: what stands for a picture is said in its place alone."""
    return strings(replace(block, alternative="") if hasattr(block, "alternative") else block)


def _running_told(value: Any, pending: dict[str, str], *, runs_on: bool = False) -> Any:
    """The value with what its texts that run on are the first to need."""
    if isinstance(value, tuple):
        if value and isinstance(value[0], Span):
            return _told(value, pending) if runs_on else value
        made = tuple(_running_told(item, pending, runs_on=runs_on) for item in value)
        return value if all(map(is_, made, value)) else made
    pairs = ((name, getattr(value, name), runs) for name, runs in running_fields(value.__class__))
    changes = {name: new for name, old, runs in pairs if (new := _running_told(old, pending, runs_on=runs)) is not old}
    return replace(value, **changes) if changes else value


def _told(text: Text, pending: dict[str, str]) -> Text:
    """The text with each acronym followed by what it stands for that occurs here first; those are no longer pending."""
    whole = plain(text) if pending else ""
    explained = explained_in(whole, met_in((whole,), pending))
    for key in explained:
        del pending[key]
    whole, figures, found = "".join(span.text for span in text), _figures(text), []
    for _start, end, key in acronyms_in(whole, tuple(pending)) if pending else ():
        own = end not in figures and not goes_on(whole[end:]) and _opened_quotes(whole[:end]) == 0
        if own and key in pending:
            found.append((end, f" ({pending.pop(key)})"))
    return _inserted(text, found) if found else text


def _figures(text: Text) -> frozenset[int]:
    """The places in a text at which a figure begins, or would be parted."""
    ends = [0, *accumulate(len(span.text) for span in text)]
    return frozenset(
        place
        for span, start in zip(text, ends, strict=False)
        if span.evidence
        for place in range(start, start + len(span.text))
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
        while pending and pending[0][0] <= at + len(span.text):
            place, words = pending.pop(0)
            spans.append(replace(span, text=span.text[start : place - at]))
            spans.append(Span(words, gloss=True))
            start = place - at
        if start < len(span.text):
            spans.append(replace(span, text=span.text[start:]) if start else span)
        at += len(span.text)
    return tuple(spans)
