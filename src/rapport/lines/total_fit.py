"""Breaking a whole paragraph at once, after Knuth and Plass (1981), as TeX does; titles, in few lines of like length.

Differences from TeX: all lines share one measure (the first line's indent is a width before the text), so the places a
line may start from stay sorted and only those that can reach a break are looked at; two hyphens in a row are the most
there may be, not merely costly.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from math import inf
from operator import attrgetter
from typing import NamedTuple

from msgspec import Struct

from rapport.lines.line import Costs, LineSetting
from rapport.lines.points import HYPHENATED, Breakpoint, Places, Story
from rapport.lines.words import Kind

ROUNDING = 1e-6
"""Points by which sums of advances may differ from the true width."""

MOST_HYPHENS = 2
"""Lines in a row that may end with a hyphen."""

EMPTY = 10.0
"""The stretch ratio charged for a line without spaces, and the most charged for any."""

TIGHT, DECENT, LOOSE, VERY_LOOSE = range(4)
"""What lines look like, from one to the next: TeX's fitness classes (Knuth and Plass, 1981)."""


class Route(NamedTuple):
    """The best way to end a line at a point: its demerits so far, what its last line is like, and where that began.

    `hyphens` counts the lines in a row that end with a hyphen; `start` is None at the start of the text.
    """

    demerits: float
    fitness: int
    hyphens: int
    point: Breakpoint
    start: Route | None


Start = tuple[float, float, float, Sequence[Route]]
"""Where a line may start: the sums of width, stretch and shrink there, and the routes that lead to it."""

Candidate = tuple[float, int, Sequence[Route]]
"""A line that fits: its badness, its fitness, the routes it may follow."""


class Fit(Struct, frozen=True):
    """What one attempt allows: spaces stretched up to `tolerance` times their stretch, which may be infinite."""

    setting: LineSetting
    tolerance: float


def total_fit(places: Places, fit: Fit) -> tuple[Breakpoint, ...]:
    """The points to break at, the text's start first and its end last; empty where no way satisfies the fit."""
    tolerance, costs = fit.tolerance, fit.setting.costs
    least, most = places.extras
    longest, shortest = fit.setting.measure - least + ROUNDING, fit.setting.measure - most - ROUNDING
    starts = deque([_start(places.start, (Route(0.0, DECENT, 0, places.start, None),))])
    nearest = -inf
    for index, (width, stretch, _) in enumerate(places.reaches):
        if width + tolerance * stretch < nearest:
            continue
        for point in places.within(index):
            if point.width + tolerance * point.stretch < nearest:
                continue
            head = point.width - point.shrink - longest
            while starts and head > starts[0][0] - starts[0][2]:
                starts.popleft()
            if not starts:
                return ()
            nearest = starts[0][0] + tolerance * starts[0][1] + shortest
            if routes := _routes(_candidates(point, starts, fit), point, costs):
                starts.append(_start(point, routes))
    return _traced(_last_lines(places, starts, fit.setting), places.end)


def _start(point: Breakpoint, routes: Sequence[Route]) -> Start:
    return point.next_width, point.next_stretch, point.next_shrink, routes


def _candidates(point: Breakpoint, starts: Iterable[Start], fit: Fit) -> list[Candidate]:
    """The lines that may end at a point, the longest first."""
    ends = fit.setting.measure - point.width - point.extra
    stretch, shrink = point.stretch, point.shrink
    tolerance = fit.tolerance
    found: list[Candidate] = []
    for start_width, start_stretch, start_shrink, routes in starts:
        slack = ends + start_width
        if slack >= 0.0:
            room = stretch - start_stretch
            ratio = slack / room if room else EMPTY if slack > ROUNDING else 0.0
            if ratio > tolerance:
                break
            ratio = ratio if ratio < EMPTY else EMPTY  # min() takes three times as long
            fitness = DECENT if ratio <= 0.5 else LOOSE if ratio <= 1.0 else VERY_LOOSE
        else:
            room = shrink - start_shrink
            if slack + room < -ROUNDING:
                continue
            ratio = -slack / room if room else 0.0
            fitness = DECENT if ratio <= 0.5 else TIGHT
        found.append((100.0 * ratio * ratio * ratio, fitness, routes))
    return found


def _routes(candidates: Sequence[Candidate], point: Breakpoint, costs: Costs) -> list[Route]:
    """The best route to a point for each fitness and number of hyphens in a row that may matter later."""
    if not candidates:
        return []
    penalty = _penalty(point.kind, costs) ** 2
    hyphenated = point.kind in HYPHENATED
    best: dict[tuple[int, int], Route] = {}
    for badness, fitness, routes in candidates:
        line = (costs.line + badness) ** 2 + penalty
        for route in routes:
            demerits, neighbour, hyphens, _, _ = route
            demerits += line
            if neighbour - fitness > 1 or fitness - neighbour > 1:
                demerits += costs.uneven_neighbours
            if hyphenated:
                if hyphens == MOST_HYPHENS:
                    continue
                if hyphens:
                    demerits += costs.consecutive_hyphens
                hyphens += 1
            else:
                hyphens = 0
            rival = best.get((fitness, hyphens))
            if rival is None or demerits < rival.demerits:
                best[fitness, hyphens] = Route(demerits, fitness, hyphens, point, route)
    found = list(best.values())
    return _promising(found, costs) if len(found) > 1 else found


def _promising(routes: Sequence[Route], costs: Costs) -> list[Route]:
    """The routes that may yet be the best: an uneven neighbour is all that one with fewer hyphens can still be charged
    more than another.
    """
    best = min(routes)  # demerits come first in a route
    most = best.demerits + costs.uneven_neighbours
    return [route for route in routes if route.demerits <= most or route.hyphens < best.hyphens]


def _penalty(kind: Kind, costs: Costs) -> float:
    """The penalty of a break; 0 at a space."""
    penalty: float = 0.0 if kind == "space" else getattr(costs, kind)
    return penalty


def _last_lines(places: Places, starts: Iterable[Start], setting: LineSetting) -> list[Route]:
    """The routes to the text's end; the last line is not stretched, so only what it looks like counts."""
    costs, end = setting.costs, places.end
    found = []
    for start_width, _, start_shrink, routes in starts:
        slack = setting.measure - end.width - end.extra + start_width
        room = end.shrink - start_shrink
        if slack + room < -ROUNDING:
            continue
        tightness = -slack / room if slack < 0.0 and room else 0.0
        short = slack > (1.0 - setting.short_last_line) * setting.measure
        for route in routes:
            before = route.point
            stump = short or (before.at > 0 and before.item == end.item - 1)
            demerits = route.demerits + (costs.line + 100.0 * tightness**3) ** 2
            demerits += costs.short_last_line if stump and route.start is not None else 0.0
            demerits += costs.final_hyphen if route.hyphens else 0.0
            found.append(route._replace(demerits=demerits))
    return found


def _traced(routes: Sequence[Route], end: Breakpoint) -> tuple[Breakpoint, ...]:
    """The points of the best route, in order, and the end; empty where there is none."""
    if not routes:
        return ()
    route: Route | None = min(routes, key=attrgetter("demerits"))
    points = [end]
    while route is not None:
        points.append(route.point)
        route = route.start
    return tuple(reversed(points))


# Filling one line after the other, for ragged text and where no even paragraph exists.


class Fill(Struct, frozen=True):
    """`measure` in points; a hyphen is taken where the line without it would leave more than `zone` points empty.

    `forced` gives a part that fits no line one of its own all the same.
    """

    measure: float
    zone: float = 0.0
    forced: bool = False


def first_fit(points: Sequence[Breakpoint], fill: Fill) -> tuple[Breakpoint, ...]:
    """The points to break at, the text's start first and its end last; empty where some part fits no line, unless
    forced.
    """
    chosen = [0]
    hyphens = 0
    while chosen[-1] < len(points) - 1:
        reached = _line_end(points, chosen[-1], fill, hyphens < MOST_HYPHENS)
        if not reached and fill.forced:
            reached = _next_plain(points, chosen[-1])
        if not reached:
            return ()
        hyphens = hyphens + 1 if points[reached].kind in HYPHENATED else 0
        chosen.append(reached)
    return tuple(points[index] for index in chosen)


def _line_end(points: Sequence[Breakpoint], start: int, fill: Fill, hyphen_allowed: bool) -> int:
    """The point at which the line from a point ends; 0 where even the first part is too wide."""
    limit = fill.measure + points[start].next_width + ROUNDING
    plain = hyphen = cut = 0
    for index in range(start + 1, len(points)):
        point = points[index]
        if point.width + point.extra > limit:
            if point.kind == "space":
                break
        elif point.kind == "cut":
            cut = index
        elif point.kind in HYPHENATED:
            hyphen = index if hyphen_allowed else hyphen
        else:
            plain = index
    roomy = plain and limit - points[plain].width - points[plain].extra <= fill.zone
    return plain if roomy or hyphen < plain else hyphen or plain or cut


def _next_plain(points: Sequence[Breakpoint], start: int) -> int:
    """The nearest point that adds no hyphen to those of the lines before."""
    return next(index for index in range(start + 1, len(points)) if points[index].kind not in HYPHENATED)


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
