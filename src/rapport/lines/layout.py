"""Chosen breaks -> set lines: the pieces of each line, their places, the width of its spaces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from msgspec import Struct, field
from msgspec.structs import replace

from rapport.lines.face import Shaped, is_right_to_left, parted
from rapport.lines.line import (
    Ending,
    Fragment,
    Line,
    LineSetting,
    Run,
    Spacing,
    hang_left,
    hang_right,
    undivided,
)
from rapport.lines.points import GLUED, Breakpoint, Item, Story
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
