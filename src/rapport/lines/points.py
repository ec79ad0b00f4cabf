"""Runs -> words and spaces -> the places where lines may end, with sums that give each width by subtraction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from rapport.lines.face import parted
from rapport.lines.line import Hyphenate, LineSetting, Run
from rapport.lines.words import Break, FaceWords, Kind, Level, Word, lexicon

GLUED = -1
"""The `gap` of an item that no space follows."""


class RunVoice(NamedTuple):
    """A run's face at its size: points per font unit; natural width, stretch and shrink of its space in points."""

    lexicon: FaceWords
    scale: float
    space: float
    stretch: float
    shrink: float


Item = tuple[Word, int, int]
"""A word, the index of its run, and that of the run whose space follows it (GLUED where none does)."""


class Story(Struct, frozen=True):
    """A text without forced break: the paragraph's runs and voices, and its words.

    A run of more than one script is several here: `given` has the number of each among those that were given.
    """

    given: tuple[int, ...]
    runs: tuple[Run, ...]
    voices: tuple[RunVoice, ...]
    items: tuple[Item, ...]


def set_by_script(runs: Sequence[Run]) -> tuple[tuple[int, ...], tuple[Run, ...]]:
    """The runs, each in parts of one face where its own lacks a script; and for each part the number of its run."""
    if not any(run.face.companions for run in runs):
        return tuple(range(len(runs))), tuple(runs)
    parts = [(number, run, part) for number, run in enumerate(runs) for part in parted(run.text, run.face)]
    made = (
        run if len(text) == len(run.text) and face is run.face else replace(run, text=text, face=face)
        for _, run, (text, face) in parts
    )
    return tuple(number for number, _, _ in parts), tuple(made)


def stories(runs: Sequence[Run], setting: LineSetting, hyphenate: Hyphenate) -> tuple[Story, ...]:
    """The texts between line feeds, at least one; spaces at their ends and beside other spaces are dropped."""
    given, parts = set_by_script(runs)
    voices = tuple(_voice(run, setting, hyphenate) for run in parts)
    texts: list[list[Item]] = [[]]
    for index, run in enumerate(parts):
        word = voices[index].lexicon.word
        for number, text in enumerate(run.text.split("\n")):
            if number:
                texts.append([])
            _add_words(texts[-1], text, index, word)
    return tuple(Story(given, parts, voices, (*items[:-1], *map(_ended, items[-1:]))) for items in texts)


def _voice(run: Run, setting: LineSetting, hyphenate: Hyphenate) -> RunVoice:
    words = lexicon(run.face, run.hyphenate or hyphenate)
    scale = run.size / words.shaper.units_per_em
    space = words.shaper.space.advance * scale
    spacing = setting.spacing
    return RunVoice(words, scale, space, space * spacing.stretch, space * spacing.shrink)


def _add_words(items: list[Item], text: str, run: int, word: Callable[[str], Word]) -> None:
    """Add a run's words; a space it begins with follows the word before."""
    if items and text[:1] == " ":
        items[-1] = _followed(items[-1], run)
    found = [(word(each), run, run) for each in text.split(" ") if each]
    if found and text[-1] != " ":
        found[-1] = _ended(found[-1])
    items += found


def _followed(item: Item, gap: int) -> Item:
    """The item with a space after it, that which is there already if there is one."""
    word, run, before = item
    return (word, run, gap) if before == GLUED else item


def _ended(item: Item) -> Item:
    word, run, _ = item
    return word, run, GLUED


# Words -> the places where lines may end, with the sums that give every line's width by subtraction.


HYPHENATED: frozenset[Kind] = frozenset({"hyphen", "figure", "written_hyphen"})
"""Breaks after which the reader sees a hyphen."""


class Breakpoint(Struct, frozen=True):
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


NONE: frozenset[int] = frozenset()
"""No words."""

Sums = tuple[float, float, float]
"""Width, stretch and shrink in points, summed from the start of the text."""


class Places(Struct, frozen=True):
    """Where the lines of a text may end: no line ends at `start`, the last one does at `end`.

    `extras` are bounds of the points' extra, `reaches` the sums at the end of each word. `within` makes the points of a
    word when they are asked for, which only the few near a line's end are: its divisions and the place after it.
    """

    start: Breakpoint
    end: Breakpoint
    extras: tuple[float, float]
    reaches: Sequence[Sums]
    within: Callable[[int], Sequence[Breakpoint]]

    def points(self) -> list[Breakpoint]:
        """Every place, in order, the start of the text first."""
        inner = [point for index in range(len(self.reaches)) for point in self.within(index)]
        return [self.start, *inner, self.end]


class LineFrame(Struct, frozen=True):
    """A story measured: the sums where each word starts and where it ends. `hanging` and `indent` are the setting's."""

    story: Story
    hanging: float
    indent: float
    starts: Sequence[Sums]
    ends: Sequence[Sums]


def frame(story: Story, setting: LineSetting) -> LineFrame:
    """The words in a row, as wide as they are. The story has at least one word."""
    voices = story.voices
    width = stretch = shrink = 0.0
    starts: list[Sums] = []
    ends: list[Sums] = []
    for word, run, gap in story.items:
        starts.append((width, stretch, shrink))
        _, scale, space, more, less = voices[run]
        width += word.advance * scale
        if word.spaces:
            stretch += word.spaces * more
            shrink += word.spaces * less
        ends.append((width, stretch, shrink))
        if gap != GLUED:
            if gap != run:
                _, _, space, more, less = voices[gap]
            width += space
            stretch += more
            shrink += less
    return LineFrame(story, setting.hanging, setting.indent, starts, ends)


def places(framed: LineFrame, level: Level, cut: frozenset[int] = NONE) -> Places:
    """Where lines may end; `level` says where words may be divided, but those in `cut` may be anywhere."""
    items, voices, hang = framed.story.items, framed.story.voices, framed.hanging
    last, run, _ = items[-1]
    ends = framed.ends[-1]
    start = Breakpoint(0.0, 0.0, 0.0, 0.0, _lead(framed, 0) - framed.indent, 0.0, 0.0, "space", 0, 0)
    end = Breakpoint(*ends, -hang * last.hang_right * voices[run].scale, *ends, "space", len(items), 0)
    over = max([voice.lexicon.hang_right * voice.scale for voice in voices]) * hang
    hyphen = max([voice.lexicon.shaper.hyphen.advance * voice.scale for voice in voices])
    return Places(start, end, (-over, hyphen), framed.ends, partial(_within, framed, level, cut))


def too_wide(story: Story, measure: float) -> frozenset[int]:
    """The words that, with what is glued to them, are wider than the measure."""
    found: set[int] = set()
    width, first = 0.0, 0
    for index, (word, run, gap) in enumerate(story.items, 1):
        width += word.advance * story.voices[run].scale
        if gap != GLUED or index == len(story.items):
            if width > measure:
                found.update(range(first, index))
            width, first = 0.0, index
    return frozenset(found)


def _within(framed: LineFrame, level: Level, cut: frozenset[int], index: int) -> list[Breakpoint]:
    """The divisions of a word, then the place after it if a space follows."""
    word, run, gap = framed.story.items[index]
    voice = framed.story.voices[run]
    divisions = voice.lexicon.breaks["cuts" if index in cut else level](word)
    points = [_division(each, voice, framed, index) for each in divisions] if divisions else []
    if gap != GLUED:
        extra = -framed.hanging * word.hang_right * voice.scale if word.hang_right else 0.0
        width, stretch, shrink = framed.starts[index + 1]
        after = width + _lead(framed, index + 1)
        points.append(Breakpoint(*framed.ends[index], extra, after, stretch, shrink, "space", index + 1, 0))
    return points


def _lead(framed: LineFrame, index: int) -> float:
    """How far a line that starts with a word stands out at its left."""
    word, run, _ = framed.story.items[index]
    return framed.hanging * word.hang_left * framed.story.voices[run].scale if word.hang_left else 0.0


def _division(each: Break, voice: RunVoice, framed: LineFrame, index: int) -> Breakpoint:
    """A break inside word `index`."""
    width, stretch, shrink = framed.starts[index]
    hang, scale = framed.hanging, voice.scale
    if each.spaces:
        stretch += each.spaces * voice.stretch
        shrink += each.spaces * voice.shrink
    extra = (each.hyphen - hang * each.hang_right) * scale
    after = width + (each.after + hang * each.hang_left) * scale
    before = width + each.before * scale
    return Breakpoint(before, stretch, shrink, extra, after, stretch, shrink, each.kind, index, each.at)
