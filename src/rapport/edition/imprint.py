"""What documents show, reduced to what two editions of a briefing can be compared by."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class FactShown(Struct, frozen=True):
    """A fact as documents show it.

    `value` is what the content states, whatever the language ("more-than 2600000000 EUR"); `text` what readers see
    ("plus de 2,6 milliards d’euros"), `word` that of its status. `pages` are those of the brief, `slides` the deck's.
    """

    key: str
    label: str
    value: str
    text: str
    status: str
    word: str
    pages: tuple[int, ...] = ()
    slides: tuple[int, ...] = ()


class Passage(Struct, frozen=True):
    """A section of the brief or a slide of the deck, by its key: what it is called, and its texts in reading order.

    `number` is the slide's, 0 for a section.
    """

    medium: Literal["brief", "deck"]
    key: str
    name: str
    number: int
    texts: tuple[str, ...]


class Imprint(Struct, frozen=True):
    """What a pack says of its content: briefing, version, ISO date, SHA-256 of the content, version of the program."""

    briefing: str
    version: str
    date: str
    content: str
    program: str
    facts: tuple[FactShown, ...] = ()
    passages: tuple[Passage, ...] = ()
