"""What a rule is."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from rapport.verify.deck_linter.deck_file import DeckFile, SlideFile


class Remark(Struct, frozen=True):
    """What a rule has to say: a French sentence, and where, for a reader (empty for the deck as a whole)."""

    message: str
    place: str = ""


DeckCheck = Callable[[DeckFile], Iterator[Remark]]
SlideCheck = Callable[[SlideFile], Iterator[Remark]]


class Rule(Struct, frozen=True):
    """A stable code and the check behind it."""

    code: str
    check: DeckCheck


def each_slide(check: SlideCheck) -> DeckCheck:
    """A check of one slide as a check of the deck."""

    def check_all(deck: DeckFile) -> Iterator[Remark]:
        for slide in deck.slides:
            yield from check(slide)

    return check_all
