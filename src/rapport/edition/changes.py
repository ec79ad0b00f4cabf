"""What differs between two editions of a briefing."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from rapport.edition.imprint import FactShown, Imprint, Passage

ChangeKind = Literal["changed", "added", "removed"]


class FactChange(Struct, frozen=True):
    """A fact that is not what it was; `before` is None for one that was added, `after` for one that was removed."""

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

    before: Passage | None
    after: Passage | None
    gone: tuple[str, ...]
    new: tuple[str, ...]

    @property
    def kind(self) -> ChangeKind:
        """What happened to it."""
        return _kind(self.before is not None, self.after is not None)

    @property
    def shown(self) -> Passage:
        """The passage as it is now, or as it was where it is gone."""
        shown = self.after or self.before
        assert shown is not None
        return shown


class Changes(Struct, frozen=True):
    """Two editions of one briefing and what differs: facts in order of their keys, passages as documents show them."""

    old: Imprint
    new: Imprint
    facts: tuple[FactChange, ...]
    passages: tuple[PassageChange, ...]

    @property
    def none(self) -> bool:
        """Whether readers would see no difference."""
        return not self.facts and not self.passages


def _kind(was: bool, stays: bool) -> ChangeKind:
    if was and stays:
        return "changed"
    return "added" if stays else "removed"
