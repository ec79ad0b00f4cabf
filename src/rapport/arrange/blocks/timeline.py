"""Dates along a line, told above and below it in turn: what is past on white, what is to come on paper."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, product
from typing import Literal

from msgspec import Struct

from rapport.arrange.blocks.statement import with_callouts
from rapport.arrange.fitting import evenly, filled
from rapport.arrange.mark import SLACK, distinct, mark_row, mark_row_height, sign_box
from rapport.arrange.page import SlidePage, box, heading, kicker
from rapport.arrange.piece import Piece, Pieces, set_at, steps
from rapport.arrange.studio import SlideContext
from rapport.arrange.topic import Topic
from rapport.edition.blocks.figures import Moment, Timeline
from rapport.edition.text import Text, strong, words
from rapport.look.geometry import Box
from rapport.slides.elements import Element, ElementGroup, Leaf, Panel, RuleLine, SlideParagraph, SlideSign, TextBox

Wording = Literal["full", "short date", "short"]
"""As written; with short dates; with short dates and texts."""
WORDINGS: tuple[Wording, ...] = ("full", "short date", "short")

LARGEST = 24
"""Points that dates and texts start from, where there are few."""
PANEL_INSET = 16
"""From the panel's left edge to the first moment on it."""
GAP = 14
"""Between the texts of two moments on the same side of the line."""
LEADER = 22
"""From a sign to its text, in points; a hairline joins them."""
CLEAR = 3
"""Between a sign and its hairline."""
ROUNDING = 0.01
"""Points: places are made for the very width of their words, and adding lengths up loses less than that; how much it
loses differs between versions of Python.
"""


class TimelineRoom(Struct, frozen=True):
    """The geometry of a timeline: its panel, the room of the texts, its line, the moments' left edges, their widths."""

    panel: Box
    top: float
    y: float
    xs: tuple[float, ...]
    widths: tuple[float, ...]
    moments: tuple[Moment, ...]


class MomentWords(Struct, frozen=True):
    """How the moments are told, how many steps below the largest size, and whether each date stands on one line."""

    wording: Wording
    step: int
    dates_whole: bool = False


def compose_timeline(subject: Timeline, topic: Topic, studio: SlideContext) -> tuple[SlidePage, ...]:
    """The moments on as few slides as hold them, callouts under the last."""
    return with_callouts(lambda room: _pages(subject, room, topic, studio), topic, studio)


def _pages(timeline: Timeline, room: Box, topic: Topic, studio: SlideContext) -> tuple[SlidePage, ...]:
    count = len(timeline.moments)
    fewest = max(1, -(-count // studio.look.limits.max_timeline_points))
    for pages in range(fewest, max(fewest, count) + 1):
        shares = tuple(evenly(timeline.moments, pages))
        told = _words_that_fit(shares, room, studio)
        if told or pages >= count:
            told = told or MomentWords("short", len(steps(studio.look, "timeline_text", LARGEST)) - 1)
            lines = (_line(share, room, told, studio) for share in shares)
            return tuple(_page(line, told, timeline, topic, studio) for line in lines)
    return ()


def _line(moments: tuple[Moment, ...], room: Box, told: MomentWords, studio: SlideContext) -> TimelineRoom:
    """Moments equally far apart, but for those whose words need more."""
    gaps, leading = studio.look.gaps, studio.look.type.chart_category.leading
    key = mark_row_height(distinct(moment.status for moment in moments), room.width, studio)
    panel = box(room.x, room.y, room.width, max(0.0, room.height - key - gaps.medium))
    inset = PANEL_INSET if moments[0].future else 0
    places = _places(_needs(moments, told, studio), room.width - inset)
    starts = tuple(accumulate(places[:-1], initial=float(room.x + inset)))
    ends = [*starts[2:], room.right, room.right][-len(moments) :]
    cut = _last_past(moments)
    if cut is not None:
        ends[: cut + 1] = [min(end, starts[cut + 1] - PANEL_INSET) for end in ends[: cut + 1]]
    widths = tuple(end - start - GAP for start, end in zip(starts, ends, strict=True))
    top = panel.y + 2 * gaps.medium + leading
    return TimelineRoom(panel, top, (top + panel.bottom) / 2, starts, widths, moments)


def _needs(moments: tuple[Moment, ...], told: MomentWords, studio: SlideContext) -> tuple[float, ...]:
    """The least place of each moment: a text runs under its own sign and the next one's, the last one's and that of the
    last moment before the data were closed under their own alone.
    """
    widths = [_widest(moment, told, studio) + SLACK + GAP for moment in moments]
    least = [max(own, before) / 2 for own, before in zip(widths, [0.0, *widths], strict=False)]
    least[-1] = max(least[-1], widths[-1])
    cut = _last_past(moments)
    if cut is not None:
        least[cut] = max(least[cut], widths[cut] + PANEL_INSET)
    return tuple(least)


def _widest(moment: Moment, told: MomentWords, studio: SlideContext) -> float:
    """The widest word of a moment in the widest face, or its whole date."""
    date, text = _set(moment, told, studio)
    widest = max(studio.measure.widest_word(date), studio.measure.widest_word(text))
    return max(widest, studio.measure.width(date)) if told.dates_whole else widest


def _places(needs: tuple[float, ...], width: float) -> tuple[float, ...]:
    """The width in equal shares, larger only for those that need more; equal for all where the width is too little."""
    left, number = width, len(needs)
    if sum(needs) > width:
        return (left / number,) * number
    for need in sorted(needs, reverse=True):
        if need <= left / number:
            break
        left, number = left - need, number - 1
    return tuple(max(left / number, need) if number else need for need in needs)


def _last_past(moments: tuple[Moment, ...]) -> int | None:
    """The place of the last moment before the data were closed, where some follow."""
    past = sum(1 for moment in moments if not moment.future)
    return past - 1 if 0 < past < len(moments) else None


def _words_that_fit(shares: tuple[tuple[Moment, ...], ...], room: Box, studio: SlideContext) -> MomentWords | None:
    """The largest size at which some wording fits everywhere; dates on one line count more than size; None for none."""
    sizes = steps(studio.look, "timeline_text", LARGEST)
    legible = [step for step, size in enumerate(sizes) if size >= studio.look.limits.min_text]
    whole = product(legible, (True,), WORDINGS)
    for step, dates_whole, wording in (*whole, *product(range(len(sizes)), (False,), WORDINGS)):
        told = MomentWords(wording, step, dates_whole)
        if all(_fits(_line(share, room, told, studio), told, studio) for share in shares):
            return told
    return None


def _fits(line: TimelineRoom, told: MomentWords, studio: SlideContext) -> bool:
    """Whether every text has its room, and no word is wider than it in any face."""
    return all(
        _text_fits(_text(line, index, told, studio), _widest(moment, told, studio), studio)
        for index, moment in enumerate(line.moments)
    )


def _text_fits(text: TextBox, widest: float, studio: SlideContext) -> bool:
    measure = studio.measure
    return widest + SLACK <= text.box.width + ROUNDING and measure.fits(text.paragraphs, text.box)


def _text(line: TimelineRoom, index: int, told: MomentWords, studio: SlideContext) -> TextBox:
    """Date and text of a moment: the first above the line, the next below it, and so on."""
    x, width = line.xs[index], line.widths[index]
    reach = studio.look.timeline.sign_diameter / 2 + LEADER
    paragraphs = _set(line.moments[index], told, studio)
    name = studio.names("milestone", index + 1)
    if _is_above(index):
        return TextBox(name, box(x, line.top, width, line.y - reach - line.top), paragraphs, anchor="bottom")
    top = line.y + reach
    return TextBox(name, box(x, top, width, line.panel.bottom - GAP - top), paragraphs)


def _set(moment: Moment, told: MomentWords, studio: SlideContext) -> tuple[SlideParagraph, ...]:
    """Date and text, a paragraph each."""
    date, text = _worded(moment, told.wording)
    pieces = (Piece(date, "timeline_date", largest=LARGEST), Piece(text, "timeline_text", space=0, largest=LARGEST))
    return set_at(told.step, pieces, studio.look)


def _is_above(index: int) -> bool:
    return index % 2 == 0


def _worded(moment: Moment, wording: Wording) -> tuple[Text, Text]:
    if wording == "full":
        return moment.date, moment.text
    date = moment.short_date or moment.date
    return (date, moment.text) if wording == "short date" else (date, moment.short_text or moment.text)


def _page(line: TimelineRoom, told: MomentWords, timeline: Timeline, topic: Topic, studio: SlideContext) -> SlidePage:
    leading = studio.look.type.status.leading
    legend = box(line.panel.x, line.panel.bottom + studio.look.gaps.medium, line.panel.width, leading)
    said = words(timeline.alternative)
    group = ElementGroup(studio.names("timeline"), line.panel, tuple(_drawing(line, told, timeline, studio)), said)
    statuses = distinct(moment.status for moment in line.moments)
    elements: tuple[Element, ...] = (*kicker(topic.kicker, studio), group, *mark_row(statuses, legend, studio))
    spoken = (said,) if said else ()
    dates = tuple(moment.short_date or moment.date for moment in line.moments)
    return SlidePage("timeline", heading(studio.look), elements, spoken, holds=dates)


def _drawing(line: TimelineRoom, told: MomentWords, timeline: Timeline, studio: SlideContext) -> Iterator[Leaf]:
    yield from _grounds(line, timeline, studio)
    look, diameter = studio.look, studio.look.timeline.sign_diameter
    end = line.xs[-1] if len(line.moments) > 1 and not line.moments[-1].future else line.panel.right
    yield RuleLine(box(line.xs[0], line.y, end - line.xs[0], 0), look.rules.timeline.weight, look.rules.timeline.colour)
    for index, (moment, x) in enumerate(zip(line.moments, line.xs, strict=True)):
        ground = look.timeline.future_ground if moment.future else "white"
        start = line.y - diameter / 2 - LEADER + CLEAR if _is_above(index) else line.y + diameter / 2 + CLEAR
        hairline = look.rules.hairline
        yield RuleLine(box(x + diameter / 2, start, 0, LEADER - 2 * CLEAR), hairline.weight, look.rules.timeline.colour)
        if moment.status.key:
            sign = sign_box(x, box(x, line.y - diameter / 2, diameter, diameter), diameter)
            yield SlideSign(sign, moment.status, ground=ground, alternative=moment.status.word)
        yield _text(line, index, told, studio)


def _grounds(line: TimelineRoom, timeline: Timeline, studio: SlideContext) -> Iterator[Leaf]:
    """The panel of what is to come, the line where the data were closed, and a heading over each side."""
    past = sum(1 for moment in line.moments if not moment.future)
    left = line.xs[past] - PANEL_INSET if past < len(line.moments) else line.panel.right
    if past:
        place = box(line.panel.x, line.panel.y, left - line.panel.x, line.panel.height)
        yield _head((Piece(words(studio.furniture("done")), "chart_category"),), place, studio)
    if past < len(line.moments):
        panel = box(left, line.panel.y, line.panel.right - left, line.panel.height)
        yield Panel(panel, studio.look.timeline.future_ground)
        if past:
            rule = studio.look.rules.cut_off
            yield RuleLine(box(left, panel.y, 0, panel.height), rule.weight, rule.colour)
        upcoming = Piece(
            (*strong(words(studio.furniture("upcoming"))), *_cut_off(timeline, panel, studio)), "chart_axis"
        )
        inner = box(line.xs[past], panel.y, panel.right - line.xs[past], panel.height)
        yield _head((upcoming,), inner, studio)


def _cut_off(timeline: Timeline, panel: Box, studio: SlideContext) -> Text:
    """When the data were closed, after the heading of what is to come where that leaves it room on the line."""
    if not timeline.cut_off:
        return ()
    text = (*strong(words(studio.furniture("upcoming"))), *words("\u2002"), *timeline.cut_off)
    (paragraph,) = set_at(0, (Piece(text, "chart_axis"),), studio.look)
    fits = studio.measure.width(paragraph) <= panel.width - PANEL_INSET - SLACK
    return (*words("\u2002"), *timeline.cut_off) if fits else ()


def _head(pieces: Pieces, place: Box, studio: SlideContext) -> TextBox:
    """A heading on one line at the top of its side."""
    look = studio.look
    line = box(place.x, place.y + look.gaps.medium, place.width, look.type.chart_category.leading)
    return filled(TextBox(studio.names("period"), line, ()), pieces, studio)
