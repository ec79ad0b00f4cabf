"""Runs -> words and spaces, and the places where lines may end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rapport.lines.opportunities import Kind
from rapport.lines.run import Hyphenate, Run
from rapport.lines.setting import Setting
from rapport.lines.words import Break, Level, Lexicon, Word, lexicon

GLUED = -1
"""The `gap` of an item that no space follows."""

HYPHENATED: frozenset[Kind] = frozenset({"hyphen", "compound", "written_hyphen"})
"""Breaks after which the reader sees a hyphen."""


class Voice(NamedTuple):
    """A run's face at its size: points per font unit, and the natural width, stretch and shrink of its space in points."""

    lexicon: Lexicon
    scale: float
    space: float
    stretch: float
    shrink: float


class Item(NamedTuple):
    """A word, the index of its run, and that of the run whose space follows it (GLUED where none does)."""

    word: Word
    run: int
    gap: int


@dataclass(frozen=True, slots=True)
class Story:
    """A text without forced break: the paragraph's runs and voices, and its words."""

    runs: tuple[Run, ...]
    voices: tuple[Voice, ...]
    items: tuple[Item, ...]


class Point(NamedTuple):
    """A place where a line may end; lengths in points, summed from the start of the text.

    `width`, `stretch` and `shrink` sum what comes before it; `extra` is what only a line that ends here has: the hyphen
    added less what hangs out. The `next_` sums hold where the following line starts, its space skipped. That line starts
    with character `at` of word `item`.
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


def stories(runs: Sequence[Run], setting: Setting, hyphenate: Hyphenate) -> tuple[Story, ...]:
    """The texts between line feeds, at least one; spaces at their ends and beside other spaces are dropped."""
    voices = tuple(_voice(run, setting, hyphenate) for run in runs)
    texts: list[list[Item]] = [[]]
    for index, run in enumerate(runs):
        word = voices[index].lexicon.word
        for number, text in enumerate(run.text.split("\n")):
            if number:
                texts.append([])
            _add_words(texts[-1], text.split(" "), index, word)
    return tuple(Story(tuple(runs), voices, _ended(items)) for items in texts)


def _voice(run: Run, setting: Setting, hyphenate: Hyphenate) -> Voice:
    words = lexicon(run.face, run.hyphenate or hyphenate)
    scale = run.size / words.shaper.units_per_em
    space = words.shaper.space.advance * scale
    spacing = setting.spacing
    return Voice(words, scale, space, space * spacing.stretch, space * spacing.shrink)


def _add_words(items: list[Item], texts: list[str], run: int, word: Callable[[str], Word]) -> None:
    """Add a run's words; between two of its texts stands a space, which an empty text leaves to the word before."""
    last = len(texts) - 1
    for place, text in enumerate(texts):
        gap = run if place < last else GLUED
        if text:
            items.append(Item(word(text), run, gap))
        elif gap != GLUED and items and items[-1].gap == GLUED:
            items[-1] = items[-1]._replace(gap=gap)


def _ended(items: list[Item]) -> tuple[Item, ...]:
    return (*items[:-1], items[-1]._replace(gap=GLUED)) if items else ()


def break_points(story: Story, setting: Setting, level: Level) -> list[Point]:
    """Every place where a line may end, in order: first the start of the text (no line ends there), last its end."""
    hang, items, voices = setting.hanging, story.items, story.voices
    width = stretch = shrink = 0.0
    points = [_edge(story, setting, 0, -setting.indent)]
    for index, (word, run, gap) in enumerate(items):
        voice = words, scale, _, more, less = voices[run]
        for each in words.breaks[level](word):
            points.append(_within(each, voice, (width, stretch, shrink), hang, index))
        width += word.advance * scale
        if word.spaces:
            stretch += word.spaces * more
            shrink += word.spaces * less
        if gap == GLUED:
            continue
        _, _, space, more, less = voices[gap]
        over = hang * word.hang_right * scale
        ends = width, stretch, shrink, -over
        width, stretch, shrink = width + space, stretch + more, shrink + less
        follower = items[index + 1]
        lead = hang * follower.word.hang_left * voices[follower.run].scale
        points.append(Point(*ends, width + lead, stretch, shrink, "space", index + 1, 0))
    points.append(_edge(story, setting, len(items), width)._replace(stretch=stretch, shrink=shrink))
    return points


def _edge(story: Story, setting: Setting, item: int, width: float) -> Point:
    """The start or the end of the text, at the given width."""
    before, after = story.items[max(0, item - 1)], story.items[min(item, len(story.items) - 1)]
    over = setting.hanging * before.word.hang_right * story.voices[before.run].scale
    lead = setting.hanging * after.word.hang_left * story.voices[after.run].scale
    return Point(width, 0.0, 0.0, -over, width + lead, 0.0, 0.0, "space", item, 0)


def _within(each: Break, voice: Voice, sums: tuple[float, float, float], hang: float, index: int) -> Point:
    """A break inside word `index`, which starts at the given sums of width, stretch and shrink."""
    width, stretch, shrink = sums
    scale = voice.scale
    stretch += each.spaces * voice.stretch
    shrink += each.spaces * voice.shrink
    extra = (each.hyphen - hang * each.hang_right) * scale
    after = width + (each.after + hang * each.hang_left) * scale
    return Point(width + each.before * scale, stretch, shrink, extra, after, stretch, shrink, each.kind, index, each.at)
