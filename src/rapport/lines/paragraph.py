"""Runs of text -> set lines, what pages are drawn from; remembered ones where text stays.

lines = set_paragraph((Run("Bonjour à tous", face, 10.0),), Setting(measure=340.0), hyphenate)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, groupby, pairwise
from math import inf
from typing import NamedTuple

from msgspec import Struct, field
from msgspec.structs import replace

from rapport.lines.face import Shaped, hang_left, hang_right, is_right_to_left, parted
from rapport.lines.line import (
    Alignment,
    Ending,
    Fragment,
    Hyphenate,
    Line,
    LineSetting,
    Run,
    Spacing,
    undivided,
)
from rapport.lines.points import GLUED, Breakpoint, Item, Story, frame, places, stories, too_wide
from rapport.lines.total_fit import Fill, Fit, balanced, dangles, first_fit, total_fit
from rapport.lines.words import Kind, lexicon

ENDINGS: dict[Kind, Ending] = {"space": "space", "hyphen": "hyphen", "figure": "hyphen"}

VISIBLE = 0.01
"""Points beyond the measure from which a line counts as overfull."""


class Easing(NamedTuple):
    """What a line does to meet its measure: to spaces, as a ratio of their stretch or shrink; after each glyph, in em;
    to the width of glyphs, as a factor.
    """

    ratio: float
    track: float
    breadth: float


class RunStrip(Struct):
    """Neighbouring pieces of one run on a line: advance in font units, spaces included, and the number of spaces."""

    run: int
    units: int = 0
    spaces: int = 0
    pieces: list[Shaped] = field(default_factory=list)


def set_lines(story: Story, chosen: Sequence[Breakpoint], setting: LineSetting) -> tuple[Line, ...]:
    """The lines between the chosen points; the last has the ending "end"."""
    if not story.items:
        return (Line((), 0.0, 0.0, "end"),)
    return tuple(_line(story, start, end, setting) for start, end in pairwise(chosen))


def natural_line(run: Run) -> Line | None:
    """A run on one line as wide as it is, made at once; None where it holds line feeds or words of other scripts."""
    if "\n" in run.text or is_right_to_left(run.text) or parted(run.text, run.face) != ((run.text, run.face),):
        return None
    found = lexicon(run.face, undivided)
    words = [found.word(text) for text in run.text.split(" ") if text]
    if not words:
        return None
    space, scale = found.shaper.space, run.size / found.shaper.units_per_em
    pieces: list[Shaped] = []
    for word in words:
        if pieces:
            pieces.append(space)
        pieces += word.pieces
    width = sum([piece.advance for piece in pieces]) * scale
    fragment = Fragment(0, run.tag, run.face, run.size, run.rise, 0.0, width, space.advance * scale, tuple(pieces))
    return Line((fragment,), width, width, "end")


def _line(story: Story, start: Breakpoint, end: Breakpoint, setting: LineSetting) -> Line:
    strips = _strips(story, start, end)
    final = end.item == len(story.items)
    indent = setting.indent if start.item == start.at == 0 else 0.0
    left, right = _hangs(story, strips, setting.hanging) if setting.hanging else (0.0, 0.0)
    natural = indent - left - right + sum([strip.units * story.voices[strip.run].scale for strip in strips])
    slack = setting.measure - natural
    if slack > 0.0 and (final or setting.alignment != "justified"):
        slack = 0.0
    track, broader = _eased(story, strips, slack, setting.spacing) if slack > 0.0 else (0.0, 0.0)
    slack -= track * _room_between(story, strips) + broader * _room_within(story, strips) if track else 0.0
    change = Easing(_ratio(story, strips, slack), track, 1.0 + broader)
    fragments = _fragments(story, strips, change, indent - left)
    width = max([fragment.x + fragment.width for fragment in fragments]) - right
    overfull = end.kind == "cut" or width > setting.measure + VISIBLE
    return Line(fragments, width, natural, "end" if final else ENDINGS.get(end.kind, "joined"), overfull)


def _strips(story: Story, start: Breakpoint, end: Breakpoint) -> list[RunStrip]:
    """What stands between two points, run by run, with the hyphen added at the end."""
    strip = RunStrip(story.items[start.item][1])
    strips = [strip]
    for word, run, gap in _parts(story, start, end):
        if run != strip.run:
            strip = _next_strip(run, strips)
        strip.pieces += word.pieces
        strip.units += word.advance
        strip.spaces += word.spaces
        if gap != GLUED:
            if gap != run:
                strip = _next_strip(gap, strips)
            space = story.voices[gap].lexicon.shaper.space
            strip.pieces.append(space)
            strip.units += space.advance
            strip.spaces += 1
    if ENDINGS.get(end.kind) == "hyphen":
        hyphen = story.voices[strip.run].lexicon.shaper.hyphen
        strip.pieces.append(hyphen)
        strip.units += hyphen.advance
    return strips


def _parts(story: Story, start: Breakpoint, end: Breakpoint) -> list[Item]:
    """The words of a line and the spaces between them; of a divided word, what stands on the line."""
    parts = list(story.items[start.item : end.item + (end.at > 0)])
    word, run, _ = parts[-1]
    stop = end.at or len(word.text)
    parts[-1] = word, run, GLUED
    if end.at or (start.at and len(parts) == 1):
        begin = start.at if len(parts) == 1 else 0
        parts[-1] = story.voices[run].lexicon.word(word.text[begin:stop]), run, GLUED
    if start.at and len(parts) > 1:
        word, run, gap = parts[0]
        parts[0] = story.voices[run].lexicon.word(word.text[start.at :]), run, gap
    return parts


def _next_strip(run: int, strips: list[RunStrip]) -> RunStrip:
    strips.append(RunStrip(run))
    return strips[-1]


def _hangs(story: Story, strips: Sequence[RunStrip], share: float) -> tuple[float, float]:
    """How far the line's first and last characters stand out of the measure, in points."""
    head, tail = strips[0], strips[-1]
    first, last = story.voices[head.run], story.voices[tail.run]
    left = hang_left(first.lexicon.shaper, head.pieces[0].text) if head.pieces else 0.0
    right = hang_right(last.lexicon.shaper, tail.pieces[-1].text) if tail.pieces else 0.0
    return share * left * first.scale, share * right * last.scale


def _glyphs(strip: RunStrip) -> int:
    return sum([len(piece.glyphs) for piece in strip.pieces])


def _eased(story: Story, strips: Sequence[RunStrip], slack: float, spacing: Spacing) -> tuple[float, float]:
    """What comes after each glyph, in em, then by what share glyphs are wider, so that spaces are no wider than they
    may be; as much of either as is allowed.
    """
    spaces = sum([strip.spaces * story.voices[strip.run].space for strip in strips])
    beyond, between = slack - (spacing.loosest - 1.0) * spaces, _room_between(story, strips)
    if beyond <= 0.0 or not spaces or not between:
        return 0.0, 0.0
    track = min(beyond / between, spacing.tracking)
    beyond -= track * between
    within = _room_within(story, strips)
    return track, min(beyond / within, spacing.broadening) if beyond > VISIBLE and within else 0.0


def _room_between(story: Story, strips: Sequence[RunStrip]) -> float:
    """What an em after each glyph would take, in points."""
    return sum([_glyphs(strip) * story.runs[strip.run].size for strip in strips])


def _room_within(story: Story, strips: Sequence[RunStrip]) -> float:
    """What all but the spaces takes, in points."""
    voices = [(strip, story.voices[strip.run]) for strip in strips]
    return sum([strip.units * voice.scale - strip.spaces * voice.space for strip, voice in voices])


def _ratio(story: Story, strips: Sequence[RunStrip], slack: float) -> float:
    """By how much of its stretch (positive) or shrink (negative, at least -1) each space changes to meet the slack."""
    if slack > 0.0:
        room = sum([strip.spaces * story.voices[strip.run].stretch for strip in strips])
        return slack / room if room else 0.0
    room = sum([strip.spaces * story.voices[strip.run].shrink for strip in strips])
    return max(-1.0, slack / room) if room else 0.0


def _fragments(story: Story, strips: Sequence[RunStrip], change_of: Easing, x: float) -> tuple[Fragment, ...]:
    """The strips side by side from `x` on."""
    fragments: list[Fragment] = []
    for turned, group in groupby(strips, lambda strip: is_right_to_left(story.runs[strip.run].text)):
        made = [_fragment(story, strip, change_of) for strip in group]
        fragments += _leftwards(made, x, len(made) == len(strips)) if turned else _rightwards(made, x)
        x += sum([fragment.width for fragment in made])
    return tuple(fragments)


def _fragment(story: Story, strip: RunStrip, change_of: Easing) -> Fragment:
    run, voice = story.runs[strip.run], story.voices[strip.run]
    ratio, track, breadth = change_of
    change = ratio * (voice.stretch if ratio > 0.0 else voice.shrink)
    tracking = track * run.size
    width = strip.units * voice.scale + strip.spaces * change + (_glyphs(strip) * tracking if tracking else 0.0)
    width += (breadth - 1.0) * (strip.units * voice.scale - strip.spaces * voice.space) if breadth > 1.0 else 0.0
    pieces, space, number = tuple(strip.pieces), voice.space + change, story.given[strip.run]
    return Fragment(number, run.tag, run.face, run.size, run.rise, 0.0, width, space, pieces, tracking, breadth)


def _rightwards(fragments: Iterable[Fragment], x: float) -> Iterator[Fragment]:
    for fragment in fragments:
        yield replace(fragment, x=x)
        x += fragment.width


def _leftwards(fragments: Sequence[Fragment], x: float, alone: bool) -> Iterator[Fragment]:
    """Neighbours that are read from right to left, each at its place (Unicode's bidirectional algorithm, rule L2).

    Beside words that are read the other way a fragment is written as it is read; alone on its line as it stands, from
    the left: so PDFium, which turns the words of such a script round one by one, gives them in their order.
    """
    x += sum(fragment.width for fragment in fragments)
    for whole in fragments:
        x -= whole.width
        if alone:
            yield replace(whole, x=x, pieces=whole.pieces[::-1])
        else:
            yield replace(whole, x=x, leftwards=True)


# Runs of text -> set lines, what pages are drawn from: balanced ones for titles, remembered ones where text stays.

Attempt = tuple[Breakpoint, ...]
"""The places chosen to break at; none where the attempt failed."""

WIDE = 4.0
"""The stretch tried before any stretch is taken, as few places are then looked at."""

STUMP, KEPT = 0.3, 0.4
"""Shares of the measure: under the first one word is too little for a last line; the line before keeps the other."""


def set_paragraph(runs: Sequence[Run], setting: LineSetting, hyphenate: Hyphenate = undivided) -> tuple[Line, ...]:
    """The lines of a paragraph, at least one; a line feed in the text ends a line, other spaces than U+00A0 and U+202F
    are one space. No line is wider than the measure; those where that cost a word its integrity are `overfull`.
    """
    texts = stories(runs, setting, hyphenate)
    parts = [_set(story, setting if not number else replace(setting, indent=0.0)) for number, story in enumerate(texts)]
    forced = ((*lines[:-1], spaced(lines[-1])) for lines in parts[:-1])
    return tuple(chain(*forced, parts[-1]))


def spaced(line: Line) -> Line:
    """The line with the end of its text written as a space too: another text of the same element may follow it."""
    return replace(line, ending="forced") if line.ending == "end" else line


def _set(story: Story, setting: LineSetting) -> tuple[Line, ...]:
    if not story.items:
        return set_lines(story, (), setting)
    return set_lines(story, next(filter(None, ATTEMPTS[setting.alignment](story, setting))), setting)


def _justified(story: Story, setting: LineSetting) -> Iterator[Attempt]:
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


def _ragged(story: Story, setting: LineSetting) -> Iterator[Attempt]:
    """Hyphens only where a line would be left rather empty; no short word alone on the last line."""
    words, zone = frame(story, setting), setting.spacing.zone * setting.measure
    found = places(words, "hyphens")
    if found.end.width + found.end.extra <= setting.measure + found.start.next_width:  # one line, wherever it may end
        yield found.start, found.end
    points = found.points()
    yield _accompanied(first_fit(points, Fill(setting.measure, zone)), points, story, setting.measure)
    cut = places(words, "hyphens", too_wide(story, setting.measure))
    yield first_fit(cut.points(), Fill(setting.measure, zone, forced=True))


def _accompanied(chosen: Attempt, points: Sequence[Breakpoint], story: Story, measure: float) -> Attempt:
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


def _balanced(story: Story, setting: LineSetting) -> Iterator[Attempt]:
    """No hyphens unless some word fits no line."""
    yield balanced(places(frame(story, setting), "written").points(), story, setting)
    yield from _ragged(story, setting)


ATTEMPTS: dict[Alignment, Callable[[Story, LineSetting], Iterator[Attempt]]] = {
    "justified": _justified,
    "ragged": _ragged,
    "balanced": _balanced,
}
"""For each alignment the ways to break, best first; the last one never fails."""


# Paragraphs as they were last set: few are new, in a document and from edit to edit.

_Key = tuple[tuple[Run, ...], LineSetting, Hyphenate]


class SetParagraphs:
    """`set_paragraph` that remembers; what two documents running did not ask for is forgotten.

    The same runs, setting and hyphenation (the same function) give the same lines: nothing else goes into them. A
    document asks for most of them again while it looks for columns, sizes and pages that suit.
    """

    MOST = 2_000
    """Paragraphs after which those not asked for since as many are forgotten: what three hundred sections ask for again
    lies closer together."""

    def __init__(self) -> None:
        self._now: dict[_Key, tuple[Line, ...]] = {}
        self._before: dict[_Key, tuple[Line, ...]] = {}

    def __call__(self, runs: Sequence[Run], setting: LineSetting, hyphenate: Hyphenate) -> tuple[Line, ...]:
        key = (tuple(runs), setting, hyphenate)
        lines = self._now.get(key) or self._before.get(key) or set_paragraph(*key)
        self._now[key] = lines
        if len(self._now) >= self.MOST:
            self.age()
        return lines

    def __len__(self) -> int:
        return len(self._now | self._before)

    def age(self) -> None:
        """A document begins."""
        self._now, self._before = {}, self._now
