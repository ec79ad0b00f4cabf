"""Runs of text -> set lines, what pages are drawn from: balanced ones for titles, remembered ones where text stays.

lines = set_paragraph((Run("Bonjour à tous", face, 10.0),), Setting(measure=340.0), hyphenate)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from math import inf

from msgspec.structs import replace

from rapport.lines.layout import set_lines
from rapport.lines.line import Alignment, Hyphenate, Line, LineSetting, Run, undivided
from rapport.lines.points import Breakpoint, Story, frame, places, stories, too_wide
from rapport.lines.total_fit import ROUNDING, Fill, Fit, first_fit, total_fit

# Titles: as few lines as fit, of like length, no word left alone on the last.

LONELY = 1.0
"""Cost of a last line of one word, against the square of each line's empty share of the measure."""

DANGLING = 0.12
"""Cost of a line that ends within a word, or with an article or another word of at most `SHORT` letters.

A word one letter longer dangles before a short one: "plus | de", "pour | la".
"""

SHORT = 3
"""Letters of the articles and prepositions of French and English: « les », « par », "the"; « dans » is longer."""

WEAK = 0.95
"""Cost of a line that ends on a word that announces the next."""
PAUSE = -0.04
"""Cost of a line that ends where a reader pauses: after a comma, a colon, a semicolon."""
FURTHER = 0.4
"""Cost of a line more than are needed: it buys one weak end."""

Ways = dict[int, tuple[float, tuple[int, ...]]]
"""For each point a given number of lines can end at: the least cost and the points broken at."""


def balanced(points: Sequence[Breakpoint], story: Story, setting: LineSetting) -> tuple[Breakpoint, ...]:
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


def _one_line_more(ways: Ways, points: Sequence[Breakpoint], story: Story, setting: LineSetting) -> Ways:
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


def _blemish(points: Sequence[Breakpoint], start: int, end: int, story: Story, weak: frozenset[str]) -> float:
    """What is ugly or good about a line's end, whatever its length."""
    if end == len(points) - 1:
        return LONELY if start and points[end].item - points[start].item == 1 else 0.0
    last = story.items[points[end].item - 1][0].text
    if points[end].kind == "space" and last.casefold().replace("’", "\u00a0").rpartition("\u00a0")[2] in weak:
        return WEAK
    if dangles(points[end], story):
        return DANGLING
    return PAUSE if last[-1:] in ",;:" else 0.0


def dangles(point: Breakpoint, story: Story) -> bool:
    """Whether a line that ends here ends within a word, or with an article or another short word."""
    if point.kind != "space":
        return True
    last, following = story.items[point.item - 1][0].text, story.items[point.item][0].text
    return last.isalpha() and len(last) <= SHORT + (following.isalpha() and len(following) <= SHORT)


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
    forced = ((*lines[:-1], lines[-1].spaced) for lines in parts[:-1])
    return tuple(chain(*forced, parts[-1]))


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
