"""What documents show, reduced to what two editions of a briefing can be compared by."""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct

from rapport.audience import Audience

TRACKER = re.compile(r"\d+/\d+ ")
"""How far the deck has come, before the words of a kicker: a slide that moves says another number and nothing new."""


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


class ImprintPassage(Struct, frozen=True):
    """A section of the brief or a slide of the deck, by its key: what it is called, and its texts in reading order.

    `number` is the slide's, 0 for a section.
    """

    medium: Literal["brief", "deck"]
    key: str
    name: str
    number: int
    texts: tuple[str, ...]


class Imprint(Struct, frozen=True):
    """What a pack says of its content: briefing, version, ISO date, SHA-256 of the content, version of the program.

    `audience` is for whom its documents are; packs of before there were audiences hold all. `locale` is what they were
    translated into, empty where they were not.
    """

    briefing: str
    version: str
    date: str
    content: str
    program: str
    facts: tuple[FactShown, ...] = ()
    passages: tuple[ImprintPassage, ...] = ()
    audience: Audience = "internal"
    locale: str = ""


ChangeKind = Literal["changed", "added", "removed"]


class FactChange(Struct, frozen=True):
    """A fact that has changed; `before` is None for one that was added, `after` for one that was removed."""

    before: FactShown | None
    after: FactShown | None

    @property
    def kind(self) -> ChangeKind:
        """What happened to it."""
        return _kind(self.before is not None, self.after is not None)

    @property
    def shown(self) -> FactShown:
        """The fact as it is now, or as it was where it is gone."""
        shown = self.after or self.before
        assert shown is not None
        return shown


class PassageChange(Struct, frozen=True):
    """A section or slide whose texts differ: those that are gone, and those that are new, each in reading order."""

    before: ImprintPassage | None
    after: ImprintPassage | None
    gone: tuple[str, ...]
    new: tuple[str, ...]

    @property
    def kind(self) -> ChangeKind:
        """What happened to it."""
        return _kind(self.before is not None, self.after is not None)

    @property
    def shown(self) -> ImprintPassage:
        """The passage as it is now, or as it was where it is gone."""
        shown = self.after or self.before
        assert shown is not None
        return shown


class Move(Struct, frozen=True):
    """A text that reads as it did, in another section or on another slide."""

    text: str
    before: ImprintPassage
    after: ImprintPassage


class ImprintChanges(Struct, frozen=True):
    """Two editions of one briefing and what differs: facts in order of their keys, passages as documents show them.

    Texts that only moved are in `moves`, and in no passage's changes.
    """

    old: Imprint
    new: Imprint
    facts: tuple[FactChange, ...]
    passages: tuple[PassageChange, ...]
    moves: tuple[Move, ...] = ()

    @property
    def none(self) -> bool:
        """Whether readers would see no difference."""
        return not (self.facts or self.passages or self.moves)


def _kind(was: bool, stays: bool) -> ChangeKind:
    if was and stays:
        return "changed"
    return "added" if stays else "removed"
