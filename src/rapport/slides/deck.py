"""The plan of a deck: which text stands in which place at which size."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rapport.edition.text import Text
from rapport.look.length import Pt
from rapport.origin import NOWHERE, Origin
from rapport.slides.elements import Element, TextBox

LayoutName = Literal[
    "cover", "figures", "chart", "table", "timeline", "columns", "content", "statement", "divider", "messages", "picture", "title-only"
]


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide. `title` comes first in reading order; `elements` follow in theirs, ornaments included.

    `key` is unique in the deck (links point to it); `speech` is what the speaker says, `sources` ends the notes.
    `footer` is the text at the foot beside the number: the source line, or the document's title.
    """

    key: str
    layout: LayoutName
    title: TextBox
    elements: tuple[Element, ...]
    speech: tuple[Text, ...]
    sources: tuple[Text, ...]
    footer: Text
    number: int
    ground: Literal["white", "paper", "accent"] = "white"
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class Part:
    """A named section of the deck: the keys of its slides, in order; the parts cover all slides."""

    name: str
    slides: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deck:
    """All slides, and what the file says of itself. `issuer` may be empty; `date` is ISO; `stamp` as in the edition."""

    title: str
    subject: str
    issuer: str
    language: str
    version: str
    date: str
    width: Pt
    height: Pt
    slides: tuple[Slide, ...]
    parts: tuple[Part, ...]
    content_digest: str
    stamp: str = ""
    notes_heading: str = "Sources"
    keywords: tuple[str, ...] = ()
