"""Runs of text -> set lines; what pages are drawn from.

lines = set_paragraph((Run("Bonjour à tous", face, 10.0),), Setting(measure=340.0), hyphenate)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, repeat
from math import inf

from rapport.lines.balance import balanced
from rapport.lines.first_fit import Fill, first_fit
from rapport.lines.layout import set_lines
from rapport.lines.line import Line
from rapport.lines.points import Point, break_points, cut_levels, frame
from rapport.lines.run import Hyphenate, Run, undivided
from rapport.lines.setting import Alignment, Setting
from rapport.lines.story import Story, stories
from rapport.lines.total_fit import Fit, total_fit

Attempt = tuple[list[Point], tuple[int, ...]]
"""The places where lines may end and those chosen; none chosen where the attempt failed."""


def set_paragraph(runs: Sequence[Run], setting: Setting, hyphenate: Hyphenate = undivided) -> tuple[Line, ...]:
    """The lines of a paragraph, at least one; a line feed in the text ends a line, other spaces than U+00A0 and U+202F
    are one space. No line is wider than the measure; those where that cost a word its integrity are `overfull`.
    """
    texts = stories(runs, setting, hyphenate)
    parts = [_set(story, setting if not number else replace(setting, indent=0.0)) for number, story in enumerate(texts)]
    forced = ((*lines[:-1], replace(lines[-1], ending="forced")) for lines in parts[:-1])
    return tuple(chain(*forced, parts[-1]))


def _set(story: Story, setting: Setting) -> tuple[Line, ...]:
    if not story.items:
        return set_lines(story, (), (), setting)
    points, chosen = next(attempt for attempt in ATTEMPTS[setting.alignment](story, setting) if attempt[1])
    return set_lines(story, points, chosen, setting)


def _justified(story: Story, setting: Setting) -> Iterator[Attempt]:
    """Without hyphens if the lines are even enough, with them, with spaces however wide, with words cut."""
    words, spacing = frame(story, setting), setting.spacing
    points = break_points(words, repeat("written"))
    yield points, total_fit(points, Fit(setting, spacing.first_tolerance))
    points = break_points(words, repeat("hyphens"))
    yield points, total_fit(points, Fit(setting, spacing.tolerance))
    yield points, total_fit(points, Fit(setting, inf))
    points = break_points(words, cut_levels(story, setting.measure))
    yield points, total_fit(points, Fit(setting, inf))
    yield points, first_fit(points, Fill(setting.measure, forced=True))


def _ragged(story: Story, setting: Setting) -> Iterator[Attempt]:
    """Hyphens only where a line would be left rather empty."""
    words, zone = frame(story, setting), setting.spacing.zone * setting.measure
    points = break_points(words, repeat("hyphens"))
    yield points, first_fit(points, Fill(setting.measure, zone))
    points = break_points(words, cut_levels(story, setting.measure))
    yield points, first_fit(points, Fill(setting.measure, zone, forced=True))


def _balanced(story: Story, setting: Setting) -> Iterator[Attempt]:
    """No hyphens unless some word fits no line."""
    points = break_points(frame(story, setting), repeat("written"))
    yield points, balanced(points, story, setting.measure)
    yield from _ragged(story, setting)


ATTEMPTS: dict[Alignment, Callable[[Story, Setting], Iterator[Attempt]]] = {
    "justified": _justified,
    "ragged": _ragged,
    "balanced": _balanced,
}
"""For each alignment the ways to break, best first; the last one never fails."""
