"""Chosen breaks -> set lines: the pieces of each line, their places, the width of its spaces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from rapport.lines.hanging import hang_left, hang_right
from rapport.lines.line import Ending, Fragment, Line
from rapport.lines.opportunities import Kind
from rapport.lines.points import Point
from rapport.lines.setting import Setting
from rapport.lines.shaping import Shaped
from rapport.lines.story import GLUED, Story

ENDINGS: dict[Kind, Ending] = {"space": "space", "hyphen": "hyphen", "figure": "hyphen"}

VISIBLE = 0.01
"""Points beyond the measure from which a line counts as overfull."""


@dataclass(slots=True)
class Strip:
    """Neighbouring pieces of one run on a line: advance in font units, spaces included, and the number of spaces."""

    run: int
    units: int = 0
    spaces: int = 0
    pieces: list[Shaped] = field(default_factory=list)


def set_lines(story: Story, points: Sequence[Point], chosen: Sequence[int], setting: Setting) -> tuple[Line, ...]:
    """The lines between the chosen points; the last has the ending "end"."""
    if not story.items:
        return (Line((), 0.0, 0.0, "end"),)
    breaks = [points[index] for index in chosen]
    return tuple(_line(story, start, end, setting) for start, end in pairwise(breaks))


def _line(story: Story, start: Point, end: Point, setting: Setting) -> Line:
    strips = _strips(story, start, end)
    final = end.item == len(story.items)
    indent = setting.indent if start.item == start.at == 0 else 0.0
    left, right = _hangs(story, strips, setting.hanging) if setting.hanging else (0.0, 0.0)
    natural = indent - left - right + sum([strip.units * story.voices[strip.run].scale for strip in strips])
    slack = setting.measure - natural
    if slack > 0.0 and (final or setting.alignment != "justified"):
        slack = 0.0
    fragments = _fragments(story, strips, _ratio(story, strips, slack), indent - left)
    width = fragments[-1].x + fragments[-1].width - right
    overfull = end.kind == "cut" or width > setting.measure + VISIBLE
    return Line(fragments, width, natural, "end" if final else ENDINGS.get(end.kind, "joined"), overfull)


def _strips(story: Story, start: Point, end: Point) -> list[Strip]:
    """What stands between two points, run by run, with the hyphen added at the end."""
    last = end.item if end.at else end.item - 1
    strips = [Strip(story.items[start.item].run)]
    strip = strips[0]
    for index in range(start.item, last + 1):
        word, run, gap = story.items[index]
        if run != strip.run:
            strip = _next_strip(run, strips)
        if (start.at and index == start.item) or (end.at and index == last):
            stop = end.at if end.at and index == last else len(word.text)
            begin = start.at if index == start.item else 0
            _add(strip, story.voices[run].lexicon.pieces(word.text[begin:stop]))
        else:
            strip.pieces += word.pieces
            strip.units += word.advance
            strip.spaces += word.spaces
        if index < last and gap != GLUED:
            if gap != run:
                strip = _next_strip(gap, strips)
            space = story.voices[gap].lexicon.shaper.space
            strip.pieces.append(space)
            strip.units += space.advance
            strip.spaces += 1
    if ENDINGS.get(end.kind) == "hyphen":
        _add(strip, (story.voices[strip.run].lexicon.shaper.hyphen,))
    return strips


def _next_strip(run: int, strips: list[Strip]) -> Strip:
    strips.append(Strip(run))
    return strips[-1]


def _add(strip: Strip, pieces: tuple[Shaped, ...]) -> None:
    strip.pieces += pieces
    strip.units += sum([piece.advance for piece in pieces])
    strip.spaces += sum([piece.stretchable for piece in pieces])


def _hangs(story: Story, strips: Sequence[Strip], share: float) -> tuple[float, float]:
    """How far the line's first and last characters stand out of the measure, in points."""
    first, last = (story.voices[strips[place].run] for place in (0, -1))
    head, tail = ("".join([piece.text for piece in strips[place].pieces[place:][:1]]) for place in (0, -1))
    left = share * hang_left(first.lexicon.shaper, head) * first.scale
    return left, share * hang_right(last.lexicon.shaper, tail) * last.scale


def _ratio(story: Story, strips: Sequence[Strip], slack: float) -> float:
    """By how much of its stretch (positive) or shrink (negative, at least -1) each space changes to meet the slack."""
    if slack > 0.0:
        room = sum([strip.spaces * story.voices[strip.run].stretch for strip in strips])
        return slack / room if room else 0.0
    room = sum([strip.spaces * story.voices[strip.run].shrink for strip in strips])
    return max(-1.0, slack / room) if room else 0.0


def _fragments(story: Story, strips: Sequence[Strip], ratio: float, x: float) -> tuple[Fragment, ...]:
    """The strips side by side from `x` on."""
    fragments = []
    for strip in strips:
        run, voice = story.runs[strip.run], story.voices[strip.run]
        change = ratio * (voice.stretch if ratio > 0.0 else voice.shrink)
        width = strip.units * voice.scale + strip.spaces * change
        space = voice.space + change
        fragments.append(
            Fragment(strip.run, run.tag, run.face, run.size, run.rise, x, width, space, tuple(strip.pieces))
        )
        x += width
    return tuple(fragments)
