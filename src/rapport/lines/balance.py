"""Titles: as few lines as fit, of like length, no word left alone on the last."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from rapport.lines.first_fit import Fill, first_fit
from rapport.lines.line import Setting
from rapport.lines.points import Point
from rapport.lines.story import Story
from rapport.lines.total_fit import ROUNDING

LONELY = 1.0
"""Cost of a last line of one word, against the square of each line's empty share of the measure."""

DANGLING = 0.12
"""Cost of a line that ends within a word, or with an article or another word of at most `SHORT` letters.

A word one letter longer dangles before a short one: "plus | de", "pour | la".
"""

SHORT = 3


WEAK = 0.6
"""Cost of a line that ends on a word that announces the next."""
PAUSE = -0.04
"""Cost of a line that ends where a reader pauses: after a comma, a colon, a semicolon."""
FURTHER = 0.4
"""Cost of a line more than are needed: it buys one weak end."""

Ways = dict[int, tuple[float, tuple[int, ...]]]
"""For each point a given number of lines can end at: the least cost and the points broken at."""


def balanced(points: Sequence[Point], story: Story, setting: Setting) -> tuple[Point, ...]:
    """The points to break at, the text's start first and its end last; empty where some word fits no line."""
    fewest = len(first_fit(points, Fill(setting.measure))) - 1
    if fewest <= 0:
        return ()
    ways: Ways = {0: (0.0, (0,))}
    found: list[tuple[float, tuple[int, ...]]] = []
    for count in range(1, max(fewest, min(fewest + 1, setting.most_lines)) + 1):
        ways = _one_line_more(ways, points, story, setting)
        cost, chosen = ways.get(len(points) - 1, (inf, ()))
        found += [(cost + FURTHER * (count - fewest), chosen)] if count >= fewest and chosen else []
    return tuple(points[index] for index in min(found)[1])


def _one_line_more(ways: Ways, points: Sequence[Point], story: Story, setting: Setting) -> Ways:
    longer: Ways = {}
    measure = setting.measure
    for start, (cost, chosen) in ways.items():
        for index in range(start + 1, len(points)):
            width = points[index].width + points[index].extra - points[start].next_width
            if width > measure + ROUNDING:
                break
            total = cost + (1 - width / measure) ** 2 + _blemish(points, start, index, story, setting.weak)
            if index not in longer or total < longer[index][0]:
                longer[index] = total, (*chosen, index)
    return longer


def _blemish(points: Sequence[Point], start: int, end: int, story: Story, weak: frozenset[str]) -> float:
    """What is ugly or good about a line's end, whatever its length."""
    if end == len(points) - 1:
        return LONELY if start and points[end].item - points[start].item == 1 else 0.0
    last = story.items[points[end].item - 1][0].text
    if points[end].kind == "space" and last.casefold().rpartition("\u00a0")[2] in weak:
        return WEAK
    if dangles(points[end], story):
        return DANGLING
    return PAUSE if last[-1:] in ",;:" else 0.0


def dangles(point: Point, story: Story) -> bool:
    """Whether a line that ends here ends within a word, or with an article or another short word."""
    if point.kind != "space":
        return True
    last, following = story.items[point.item - 1][0].text, story.items[point.item][0].text
    return last.isalpha() and len(last) <= SHORT + (following.isalpha() and len(following) <= SHORT)
