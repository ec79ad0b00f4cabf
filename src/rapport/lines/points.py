"""Words -> the places where lines may end, with the sums that give every line's width by subtraction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from rapport.lines.opportunities import Kind
from rapport.lines.setting import Setting
from rapport.lines.story import GLUED, Story, Voice
from rapport.lines.words import Break, Level

HYPHENATED: frozenset[Kind] = frozenset({"hyphen", "figure", "written_hyphen"})
"""Breaks after which the reader sees a hyphen."""


class Point(NamedTuple):
    """A place where a line may end; lengths in points, summed from the start of the text.

    `width`, `stretch` and `shrink` sum what comes before it; `extra` is what only a line that ends here has: the
    hyphen added less what hangs out. The `next_` sums hold where the following line starts, its space skipped. That
    line starts with character `at` of word `item`.
    """

    width: float
    stretch: float
    shrink: float
    extra: float
    next_width: float
    next_stretch: float
    next_shrink: float
    kind: Kind
    item: int
    at: int


Sums = tuple[float, float, float]
"""Width, stretch and shrink in points, summed from the start of the text."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A story measured: the sums where each word starts, and the point after it (None where no space follows).

    No line ends at `start`; `end` is the end of the text. `hanging` is the setting's.
    """

    story: Story
    hanging: float
    sums: tuple[Sums, ...]
    after: tuple[Point | None, ...]
    start: Point
    end: Point


def frame(story: Story, setting: Setting) -> Frame:
    """The places between words. The story has at least one word."""
    hang, items, voices = setting.hanging, story.items, story.voices
    width = stretch = shrink = 0.0
    sums: list[Sums] = []
    after: list[Point | None] = []
    for index, (word, run, gap) in enumerate(items, 1):
        sums.append((width, stretch, shrink))
        _, scale, _, more, less = voices[run]
        width += word.advance * scale
        if word.spaces:
            stretch += word.spaces * more
            shrink += word.spaces * less
        if gap == GLUED:
            after.append(None)
            continue
        _, _, space, more, less = voices[gap]
        ends = width, stretch, shrink, -hang * word.hang_right * scale
        width, stretch, shrink = width + space, stretch + more, shrink + less
        follower = items[index]
        lead = hang * follower.word.hang_left * voices[follower.run].scale
        after.append(Point(*ends, width + lead, stretch, shrink, "space", index, 0))
    start, end = _start(story, setting), _end(story, hang, (width, stretch, shrink))
    return Frame(story, hang, tuple(sums), tuple(after), start, end)


def break_points(framed: Frame, levels: Iterable[Level]) -> list[Point]:
    """Every place where a line may end, in order: first the start of the text (no line ends there), last its end.

    `levels` says for each word where it may be divided.
    """
    voices = framed.story.voices
    points = [framed.start]
    words = zip(framed.story.items, levels, framed.after, strict=False)
    for index, ((word, run, _), level, after) in enumerate(words):
        voice = voices[run]
        if divisions := voice.lexicon.breaks[level](word):
            sums = framed.sums[index]
            points += [_within(each, voice, sums, framed.hanging, index) for each in divisions]
        if after is not None:
            points.append(after)
    points.append(framed.end)
    return points


def cut_levels(story: Story, measure: float) -> tuple[Level, ...]:
    """For each word whether it may be cut anywhere: only if it, with what is glued to it, is wider than the measure."""
    levels: list[Level] = []
    width, glued = 0.0, 0
    for word, run, gap in story.items:
        width += word.advance * story.voices[run].scale
        glued += 1
        if gap != GLUED or len(levels) + glued == len(story.items):
            levels += ["cuts" if width > measure else "hyphens"] * glued
            width, glued = 0.0, 0
    return tuple(levels)


def _start(story: Story, setting: Setting) -> Point:
    first = story.items[0]
    lead = setting.hanging * first.word.hang_left * story.voices[first.run].scale
    return Point(0.0, 0.0, 0.0, 0.0, lead - setting.indent, 0.0, 0.0, "space", 0, 0)


def _end(story: Story, hang: float, sums: Sums) -> Point:
    last = story.items[-1]
    over = hang * last.word.hang_right * story.voices[last.run].scale
    return Point(*sums, -over, *sums, "space", len(story.items), 0)


def _within(each: Break, voice: Voice, sums: Sums, hang: float, index: int) -> Point:
    """A break inside word `index`, which starts at the given sums."""
    width, stretch, shrink = sums
    scale = voice.scale
    if each.spaces:
        stretch += each.spaces * voice.stretch
        shrink += each.spaces * voice.shrink
    extra = (each.hyphen - hang * each.hang_right) * scale
    after = width + (each.after + hang * each.hang_left) * scale
    before = width + each.before * scale
    return Point(before, stretch, shrink, extra, after, stretch, shrink, each.kind, index, each.at)
