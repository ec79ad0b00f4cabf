"""Text into boxes: the largest step that fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from msgspec.structs import replace

from rapport.arrange.piece import Pieces, set_at, settings, step_count
from rapport.arrange.studio import Studio
from rapport.look.geometry import Box
from rapport.slides.elements import TextBox
from rapport.slides.paragraph import Paragraph

T = TypeVar("T")


def fit(pieces: Pieces, box: Box, studio: Studio) -> tuple[Paragraph, ...]:
    """The pieces at the largest step that the box holds, at their floors where it holds none."""
    setting: tuple[Paragraph, ...] = ()
    for setting in settings(pieces, studio.look):
        if studio.measure.fits(setting, box):
            break
    return setting


def fits(pieces: Pieces, box: Box, studio: Studio) -> bool:
    """Whether the box holds the pieces at some step of their scales."""
    return studio.measure.fits(fit(pieces, box, studio), box)


def common_step(parts: Sequence[tuple[Pieces, Box]], studio: Studio) -> int | None:
    """The first step at which every part fits its box, so that they can be set alike; None where there is none."""
    for step in range(_most_steps(parts, studio)):
        if all(studio.measure.fits(set_at(step, pieces, studio.look), box) for pieces, box in parts):
            return step
    return None


def floor_step(parts: Sequence[tuple[Pieces, Box]], studio: Studio) -> int:
    """The step at which every piece is at its floor."""
    return _most_steps(parts, studio) - 1


def _most_steps(parts: Sequence[tuple[Pieces, Box]], studio: Studio) -> int:
    return max((step_count(pieces, studio.look) for pieces, _ in parts), default=1)


def filled(slot: TextBox, pieces: Pieces, studio: Studio) -> TextBox:
    """An empty text box with the pieces fitted into it."""
    return replace(slot, paragraphs=fit(pieces, slot.box, studio))


def evenly(items: Sequence[T], parts: int) -> Iterator[tuple[T, ...]]:
    """The items in order in `parts` runs whose lengths differ by one at most, the longer first."""
    length, longer = divmod(len(items), parts)
    start = 0
    for index in range(parts):
        end = start + length + (index < longer)
        yield tuple(items[start:end])
        start = end
