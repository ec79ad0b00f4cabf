"""Blocks of words and lists, as readers see them."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from rapport.edition.text import KeptRunningText, KeptRunningTexts, KeptText, RunningText, Status, Text
from rapport.origin import NOWHERE, Origin


class Paragraph(Struct, frozen=True):
    """A paragraph of prose."""

    text: RunningText
    origin: Origin = NOWHERE


class Heading(Struct, frozen=True):
    """A heading inside a section, over the blocks that follow."""

    text: Text
    origin: Origin = NOWHERE


class Item(Struct, frozen=True):
    """An item and its sub-items (often none)."""

    text: KeptRunningText
    children: KeptRunningTexts = ()


class Bullets(Struct, frozen=True):
    """A list of items, numbered or not; the deck's short points are one too. `title` is most often empty."""

    items: tuple[Item, ...]
    title: Text = ()
    origin: Origin = NOWHERE
    numbered: bool = False


class Callout(Struct, frozen=True):
    """A short heading and a text on a ground of its own."""

    title: KeptText
    text: KeptRunningText
    tone: Literal["attention", "information"] = "attention"
    origin: Origin = NOWHERE


class Quote(Struct, frozen=True):
    """A sentence and what it rests on (`attribution`, may be empty).

    What somebody said stands between guillemets, already in its text; a sentence `to_say` is ours.
    """

    text: KeptRunningText
    attribution: RunningText = ()
    origin: Origin = NOWHERE
    to_say: bool = False


class Question(Struct, frozen=True):
    """A question, its answer, and what else to know: a way on to one's own subject, how far one may go."""

    question: KeptRunningText
    answer: KeptRunningText
    origin: Origin = NOWHERE
    more: KeptRunningTexts = ()


class Questions(Struct, frozen=True):
    """Questions and answers, hardest first."""

    items: tuple[Question, ...]
    origin: Origin = NOWHERE


class Message(Struct, frozen=True):
    """A finding in a few words, one or two sentences that prove it, and the statuses of the figures they hold."""

    title: KeptText
    text: KeptRunningText
    statuses: tuple[Status, ...] = ()
    origin: Origin = NOWHERE


class Messages(Struct, frozen=True):
    """Messages, numbered from 1 by the renderer.

    `title` ("Trois messages") and `message`, which titles its slide, may be empty.
    """

    items: tuple[Message, ...]
    title: Text = ()
    source: Text = ()
    origin: Origin = NOWHERE
    message: Text = ()


class ContactEntry(Struct, frozen=True):
    """A contact as the author gave it; never invented."""

    name: Text
    role: RunningText
    details: tuple[Text, ...]


class Contacts(Struct, frozen=True):
    """Contacts of the issuer; `title` may be empty."""

    items: tuple[ContactEntry, ...]
    title: Text = ()
    origin: Origin = NOWHERE


class GlossaryEntry(Struct, frozen=True):
    """An acronym, and its expansion with a few words of explanation."""

    term: Text
    definition: Text


class Glossary(Struct, frozen=True):
    """Acronyms in alphabetical order; `title` may be empty."""

    entries: tuple[GlossaryEntry, ...]
    title: Text = ()
    origin: Origin = NOWHERE


class StatusKey(Struct, frozen=True):
    """Each status used, and what it means; `remark` is a sentence beside it."""

    title: Text
    remark: Text
    entries: tuple[tuple[Status, Text], ...]
    origin: Origin = NOWHERE


Prose = Paragraph
"""What the brief says and the speaker says over slides, which do not show it."""
Passage = Heading | Bullets | Callout | Quote | Questions | Glossary | Contacts
"""Blocks that are read: beside a visual, or on a slide of their own."""
WordVisual = Messages | StatusKey
"""Blocks of words that are seen at a glance."""
