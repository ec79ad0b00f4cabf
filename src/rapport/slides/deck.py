"""The plan of a deck: which text stands in which place at which size."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from rapport.edition.edition import UNNAMED, Furniture
from rapport.edition.text import Text
from rapport.look.geometry import Pt
from rapport.origin import NOWHERE, Origin
from rapport.slides.elements import Element, TextBox

LayoutName = Literal[
    "cover",
    "figures",
    "chart",
    "table",
    "timeline",
    "columns",
    "content",
    "statement",
    "divider",
    "messages",
    "picture",
    "title-only",
]
"""What a layout draws itself, from the charter: its ground, the cover's band and rule, and the opening rule above the
kicker of every layout but cover, statement and divider. No element of a slide repeats these.

Places filled, beside the title: all but the cover, `kicker`; cover, `kicker` (kind of document), `subtitle`, and
`meta`, `second`, `third` for its details; chart, `body` (takeaway); columns and messages, `body`, `second`, `third`;
content, `body` (and `second` where a list takes two columns); statement and divider, `subtitle`; picture, `body`
(caption)."""


class Slide(Struct, frozen=True):
    """One slide. `title` comes first in reading order; `elements` follow in theirs, ornaments included.

    `key` is unique in the deck (links point to it); `speech` is what the speaker says, `sources` ends the notes.
    `footer` is the text at the foot beside the number: the source line, or the document's title; two lines at most, the
    last at the charter's `footer_y`. It is empty on the cover, which shows no number either. `house` is the key of
    the layout it stands on in an organisation's template; empty for one of ours.
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
    house: str = ""


class Part(Struct, frozen=True):
    """A named section of the deck: the keys of its slides, in order; the parts cover all slides."""

    name: str
    slides: tuple[str, ...]


class DeckTemplate(Struct, frozen=True):
    """The template that a deck fills: name and SHA-256 of its file, words on its layouts, slides of its own that come
    before ours and after them.
    """

    name: str
    digest: str
    texts: tuple[str, ...] = ()
    before: int = 0
    after: int = 0


class Deck(Struct, frozen=True):
    """All slides, and what the file says of itself. `issuer` may be empty; `date` is ISO; `stamp` as in the edition.

    `names` are those of shapes, layouts and workbook heads, which whoever edits the deck reads in its language.
    """

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
    names: Furniture = UNNAMED
    restriction: Text = ()
    """Marking and embargo, which each page of notes repeats; slides have it among their elements."""
    template: DeckTemplate | None = None
