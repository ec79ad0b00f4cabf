"""Runs of text -> set lines; what pages are drawn from.

lines = set_paragraph((Run("Bonjour à tous", face, 10.0),), Setting(measure=340.0), hyphenate)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from math import inf

from msgspec.structs import replace

from rapport.lines.balance import balanced, dangles
from rapport.lines.first_fit import Fill, first_fit
from rapport.lines.layout import set_lines
from rapport.lines.line import Alignment, Hyphenate, Line, Run, Setting, undivided
from rapport.lines.points import Point, frame, places, too_wide
from rapport.lines.story import Story, stories
from rapport.lines.total_fit import Fit, total_fit

Attempt = tuple[Point, ...]
"""The places chosen to break at; none where the attempt failed."""

WIDE = 4.0
"""The stretch tried before any stretch is taken, as few places are then looked at."""

STUMP, KEPT = 0.3, 0.4
"""Shares of the measure: under the first one word is too little for a last line; the line before keeps the other."""


def set_paragraph(runs: Sequence[Run], setting: Setting, hyphenate: Hyphenate = undivided) -> tuple[Line, ...]:
    """The lines of a paragraph, at least one; a line feed in the text ends a line, other spaces than U+00A0 and U+202F
    are one space. No line is wider than the measure; those where that cost a word its integrity are `overfull`.
    """
    texts = stories(runs, setting, hyphenate)
    parts = [_set(story, setting if not number else replace(setting, indent=0.0)) for number, story in enumerate(texts)]
    forced = ((*lines[:-1], lines[-1].spaced) for lines in parts[:-1])
    return tuple(chain(*forced, parts[-1]))


def _set(story: Story, setting: Setting) -> tuple[Line, ...]:
    if not story.items:
        return set_lines(story, (), setting)
    return set_lines(story, next(filter(None, ATTEMPTS[setting.alignment](story, setting))), setting)


def _justified(story: Story, setting: Setting) -> Iterator[Attempt]:
    """Without hyphens if the lines are even enough, with them, with spaces however wide, with words cut."""
    words, spacing = frame(story, setting), setting.spacing
    yield total_fit(places(words, "written"), Fit(setting, spacing.first_tolerance))
    divided = places(words, "hyphens")
    yield total_fit(divided, Fit(setting, spacing.tolerance))
    yield total_fit(divided, Fit(setting, WIDE))
    yield total_fit(divided, Fit(setting, inf))
    cut = places(words, "hyphens", too_wide(story, setting.measure))
    yield total_fit(cut, Fit(setting, inf))
    yield first_fit(cut.points(), Fill(setting.measure, forced=True))


def _ragged(story: Story, setting: Setting) -> Iterator[Attempt]:
    """Hyphens only where a line would be left rather empty; no short word alone on the last line."""
    words, zone = frame(story, setting), setting.spacing.zone * setting.measure
    points = places(words, "hyphens").points()
    yield _accompanied(first_fit(points, Fill(setting.measure, zone)), points, story, setting.measure)
    cut = places(words, "hyphens", too_wide(story, setting.measure))
    yield first_fit(cut.points(), Fill(setting.measure, zone, forced=True))


def _accompanied(chosen: Attempt, points: Sequence[Point], story: Story, measure: float) -> Attempt:
    """The same lines, words of the last but one brought to a last one that is a short word, or part of one."""
    if len(chosen) < 3:
        return chosen
    *before, start, broken, end = chosen
    if end.item - broken.item > 1 or end.width - broken.next_width >= STUMP * measure:
        return chosen
    for point in reversed(points):
        if start.item < point.item < broken.item and not dangles(point, story):
            enough = end.width - point.next_width >= STUMP * measure
            if enough and point.width - start.next_width >= KEPT * measure:
                return (*before, start, point, end)
    return chosen


def _balanced(story: Story, setting: Setting) -> Iterator[Attempt]:
    """No hyphens unless some word fits no line."""
    yield balanced(places(frame(story, setting), "written").points(), story, setting)
    yield from _ragged(story, setting)


ATTEMPTS: dict[Alignment, Callable[[Story, Setting], Iterator[Attempt]]] = {
    "justified": _justified,
    "ragged": _ragged,
    "balanced": _balanced,
}
"""For each alignment the ways to break, best first; the last one never fails."""
