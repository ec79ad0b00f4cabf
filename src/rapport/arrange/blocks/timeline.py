"""Dates along a line: what is past on white, what is to come on paper."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import Literal

from msgspec import Struct

from rapport.arrange.blocks.below import with_callouts
from rapport.arrange.fitting import evenly, filled
from rapport.arrange.mark import SLACK, distinct, mark_row, sign_box
from rapport.arrange.page import Page, box, heading, kicker
from rapport.arrange.piece import Piece, Pieces, set_at
from rapport.arrange.scale import steps
from rapport.arrange.studio import Studio
from rapport.arrange.topic import Topic
from rapport.edition.blocks.figures import Moment, Timeline
from rapport.edition.text import Text, words
from rapport.look.box import Box
from rapport.slides.elements import Element, Group, Leaf, Panel, Rule, Sign, TextBox
from rapport.slides.paragraph import Paragraph

Wording = Literal["full", "short date", "short"]
Spacing = Literal["even", "needed", "broken"]
"""Moments equally far apart, each date on one line; as far as their dates need; as "even", dates over two lines."""

ATTEMPTS: tuple[tuple[Spacing, Wording], ...] = (
    ("even", "full"),
    ("even", "short date"),
    ("even", "short"),
    ("needed", "short date"),
    ("needed", "short"),
    ("broken", "full"),
    ("broken", "short date"),
    ("broken", "short"),
)
"""In the order they are tried, at every size."""

LINE_SHARE = 0.575
"""How far down its panel the line runs."""
PANEL_INSET = 16
"""From the panel's left edge to the first moment on it."""
FUTURE_SHIFT = 8
"""How far moments to come are moved right, for the panel's edge."""
GAP, TIGHT_GAP = 11, 8
"""Between the texts of two moments, and where every point counts."""
ABOVE, BELOW = 19, 13
"""From a sign up to its date, and down to its text."""


class Line(Struct, frozen=True):
    """The geometry of a timeline: its panel, its line, the moments' left edges and the room of their texts."""

    panel: Box
    y: float
    xs: tuple[float, ...]
    widths: tuple[float, ...]
    moments: tuple[Moment, ...]


class Words(Struct, frozen=True):
    """How far apart the moments stand, how they are told, and how many steps below full size."""

    spacing: Spacing
    wording: Wording
    step: int


def compose(subject: Timeline, topic: Topic, studio: Studio) -> tuple[Page, ...]:
    """The moments on as few slides as hold them, callouts under the last."""
    return with_callouts(lambda room: _pages(subject, room, topic, studio), topic, studio)


def _pages(timeline: Timeline, room: Box, topic: Topic, studio: Studio) -> tuple[Page, ...]:
    count = len(timeline.moments)
    fewest = max(1, -(-count // studio.look.limits.max_timeline_points))
    for pages in range(fewest, max(fewest, count) + 1):
        shares = tuple(evenly(timeline.moments, pages))
        told = _words_that_fit(shares, room, studio)
        if told or pages >= count:
            told = told or Words("broken", "short", len(steps(studio.look, "timeline_text")) - 1)
            lines = (_line(share, room, told, studio) for share in shares)
            return tuple(_page(line, told, timeline, topic, studio) for line in lines)
    return ()


def _line(moments: tuple[Moment, ...], room: Box, told: Words, studio: Studio) -> Line:
    legend = studio.look.type.status.leading + 2 * studio.look.gaps.large
    panel = box(room.x, room.y, room.width, max(0.0, room.height - legend))
    mixed = len({moment.future for moment in moments}) == 2
    gap = TIGHT_GAP if told.spacing == "needed" else GAP
    needs = tuple(_date_width(moment, told, studio) + gap + SLACK for moment in moments)
    pitches = _pitches(needs if told.spacing == "needed" else (0.0,) * len(moments), room.width)
    starts = accumulate(pitches[:-1], initial=float(room.x))
    xs = tuple(start + _shift(moment, mixed) for start, moment in zip(starts, moments, strict=True))
    widths = tuple(pitch - gap - (0 if mixed else PANEL_INSET) for pitch in pitches)
    return Line(panel, panel.y + LINE_SHARE * panel.height, xs, widths, moments)


def _pitches(needs: tuple[float, ...], width: float) -> tuple[float, ...]:
    """The width in equal shares, larger only for those that need more; equal for all where the width is too little."""
    left, number = width, len(needs)
    if sum(needs) > width:
        return (left / number,) * number
    for need in sorted(needs, reverse=True):
        if need <= left / number:
            break
        left, number = left - need, number - 1
    return tuple(max(left / number, need) if number else need for need in needs)


def _date_width(moment: Moment, told: Words, studio: Studio) -> float:
    (paragraph,) = _set(_worded(moment, told.wording)[0], "timeline_date", told, studio)
    return studio.measure.width(paragraph)


def _shift(moment: Moment, mixed: bool) -> float:
    if mixed:
        return FUTURE_SHIFT if moment.future else 0
    return PANEL_INSET if moment.future else 0


def _words_that_fit(shares: tuple[tuple[Moment, ...], ...], room: Box, studio: Studio) -> Words | None:
    """The largest size at which some wording fits everywhere; None where there is none."""
    for step in range(len(steps(studio.look, "timeline_text"))):
        for spacing, wording in ATTEMPTS:
            told = Words(spacing, wording, step)
            if all(_fits(_line(share, room, told, studio), told, studio) for share in shares):
                return told
    return None


def _fits(line: Line, told: Words, studio: Studio) -> bool:
    texts = [_texts(line, index, told, studio) for index in range(len(line.moments))]
    one_line = told.spacing == "broken" or all(
        studio.measure.width(date.paragraphs[0]) <= date.box.width for date, _ in texts
    )
    return one_line and all(studio.measure.fits(each.paragraphs, each.box) for both in texts for each in both)


def _texts(line: Line, index: int, told: Words, studio: Studio) -> tuple[TextBox, TextBox]:
    """The date above the line and the text under it."""
    moment, x, width = line.moments[index], line.xs[index], line.widths[index]
    radius = studio.look.timeline.sign_diameter / 2
    date, text = _worded(moment, told.wording)
    dates = 2 * studio.look.type.timeline_date.leading
    above = box(x, line.y - radius - ABOVE - dates, width, dates)
    top = line.y + radius + BELOW
    under = box(x, top, width, line.panel.bottom - GAP - top)
    return (
        TextBox(
            studio.names("milestone-date", index + 1), above, _set(date, "timeline_date", told, studio), anchor="bottom"
        ),
        TextBox(studio.names("milestone", index + 1), under, _set(text, "timeline_text", told, studio)),
    )


def _set(text: Text, role: str, told: Words, studio: Studio) -> tuple[Paragraph, ...]:
    return set_at(told.step, (Piece(text, role),), studio.look)


def _worded(moment: Moment, wording: Wording) -> tuple[Text, Text]:
    if wording == "full":
        return moment.date, moment.text
    date = moment.short_date or moment.date
    return (date, moment.text) if wording == "short date" else (date, moment.short_text or moment.text)


def _page(line: Line, told: Words, timeline: Timeline, topic: Topic, studio: Studio) -> Page:
    legend = box(
        line.panel.x,
        line.panel.bottom + studio.look.gaps.large,
        line.panel.width,
        studio.look.type.status.leading,
    )
    group = Group(
        studio.names("timeline"), line.panel, tuple(_drawing(line, told, timeline, studio)), timeline.alternative
    )
    statuses = distinct(moment.status for moment in line.moments)
    elements: tuple[Element, ...] = (*kicker(topic.kicker, studio), group, *mark_row(statuses, legend, studio))
    spoken = (words(timeline.alternative),) if timeline.alternative else ()
    return Page("timeline", heading(studio.look), elements, spoken)


def _drawing(line: Line, told: Words, timeline: Timeline, studio: Studio) -> Iterator[Leaf]:
    yield from _grounds(line, timeline, studio)
    look, diameter = studio.look, studio.look.timeline.sign_diameter
    length = line.xs[-1] - line.xs[0]
    yield Rule(box(line.xs[0], line.y, length, 0), look.rules.timeline.weight, look.rules.timeline.colour)
    for index, (moment, x) in enumerate(zip(line.moments, line.xs, strict=True)):
        date, text = _texts(line, index, told, studio)
        ground = look.timeline.future_ground if moment.future else "white"
        sign = sign_box(x, box(x, line.y - diameter / 2, diameter, diameter), diameter)
        yield date
        if moment.status.key:
            yield Sign(sign, moment.status, ground=ground, alternative=moment.status.word)
        yield text


def _grounds(line: Line, timeline: Timeline, studio: Studio) -> Iterator[Leaf]:
    """The panel of what is to come, the line where the data were closed, and a heading over each side."""
    past = sum(1 for moment in line.moments if not moment.future)
    if past:
        yield _head((Piece(words(studio.furniture("done")), "chart_category"),), line.panel.x, line, studio)
    if past < len(line.moments):
        x = line.xs[past]
        left = x - PANEL_INSET
        panel = box(left, line.panel.y, line.panel.right - left, line.panel.height)
        yield Panel(panel, studio.look.timeline.future_ground)
        if past:
            rule = studio.look.rules.cut_off
            yield Rule(box(left, panel.y, 0, panel.height), rule.weight, rule.colour)
        upcoming = Piece(words(studio.furniture("upcoming")), "chart_category")
        cut_off = (Piece(timeline.cut_off, "chart_axis", space=0),) if timeline.cut_off else ()
        yield _head((upcoming, *cut_off), x, line, studio)


def _head(pieces: Pieces, x: float, line: Line, studio: Studio) -> TextBox:
    look = studio.look
    place = box(x, line.panel.y + look.gaps.medium, line.panel.right - x, 3 * look.type.chart_category.leading)
    return filled(TextBox(studio.names("period"), place, ()), pieces, studio)
