"""Total fit against the definition: no other way to break a short text costs less."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.lines.line import Costs, LineSetting, Spacing
from rapport.lines.points import HYPHENATED, Breakpoint, Places
from rapport.lines.total_fit import DECENT, EMPTY, LOOSE, TIGHT, VERY_LOOSE, Fit, Route, _routes, total_fit

SPACE, STRETCH, SHRINK = 2.0, 1.6, 0.5
MEASURE = 40.0
SETTING = LineSetting(MEASURE, spacing=Spacing())
COSTS = SETTING.costs


def places(words: list[list[float]]) -> Places:
    """Where lines may end in a text of words given by their syllables' widths; a hyphen is 3 points wide."""
    start = Breakpoint(0, 0, 0, 0, 0, 0, 0, "space", 0, 0)
    found, reaches = [], []
    width = stretch = shrink = 0.0
    for index, syllables in enumerate(words):
        made = []
        for at, syllable in enumerate(syllables[:-1], 1):
            width += syllable
            made.append(Breakpoint(width, stretch, shrink, 3.0, width, stretch, shrink, "hyphen", index, at))
        width += syllables[-1]
        reaches.append((width, stretch, shrink))
        sums = (width + SPACE, stretch + STRETCH, shrink + SHRINK)
        found.append([*made, Breakpoint(width, stretch, shrink, 0.0, *sums, "space", index + 1, 0)])
        width, stretch, shrink = sums
    end = found[-1].pop()
    return Places(start, end, (0.0, 3.0), reaches, found.__getitem__)


def broken(words: list[list[float]], fit: Fit) -> tuple[int, ...]:
    """The numbers of the points chosen; none where the attempt fails."""
    found = places(words)
    return tuple(found.points().index(point) for point in total_fit(found, fit))


def ratio(start: Breakpoint, end: Breakpoint, final: bool) -> float | None:
    """How far the spaces of a line give way; None where the line is too wide."""
    slack = MEASURE - (end.width + end.extra - start.next_width)
    stretch, shrink = end.stretch - start.next_stretch, end.shrink - start.next_shrink
    if slack < -shrink - 1e-6:
        return None
    if slack < 0:
        return slack / shrink if shrink else 0.0
    return 0.0 if final or slack < 1e-6 else slack / stretch if stretch else EMPTY


def fitness(value: float) -> int:
    return TIGHT if value < -0.5 else DECENT if value <= 0.5 else LOOSE if value <= 1 else VERY_LOOSE


def demerits(found: list[Breakpoint], chosen: tuple[int, ...], tolerance: float) -> float | None:
    """What a way to break costs by the rules; None where it breaks one."""
    total, neighbour, hyphens = 0.0, DECENT, 0
    for begin, stop in pairwise(chosen):
        start, end, final = found[begin], found[stop], stop == len(found) - 1
        value = ratio(start, end, final)
        if value is None or value > tolerance:
            return None
        total += (COSTS.line + 100 * abs(min(value, EMPTY)) ** 3) ** 2
        if final:
            break
        total += COSTS.hyphen**2 if end.kind in HYPHENATED else 0.0
        total += COSTS.uneven_neighbours if abs(fitness(value) - neighbour) > 1 else 0.0
        total += COSTS.consecutive_hyphens if hyphens and end.kind in HYPHENATED else 0.0
        neighbour, hyphens = fitness(value), hyphens + 1 if end.kind in HYPHENATED else 0
        if hyphens > 2:
            return None
    last = found[chosen[-2]]
    short = MEASURE - (found[-1].width - last.next_width) > (1 - SETTING.short_last_line) * MEASURE
    total += (
        COSTS.short_last_line if len(chosen) > 2 and (short or (last.at and last.item == found[-1].item - 1)) else 0
    )
    return total + (COSTS.final_hyphen if hyphens else 0.0)


words = st.lists(st.lists(st.sampled_from([4.0, 7.5, 11.0, 17.0]), min_size=1, max_size=3), min_size=1, max_size=6)


@given(words, st.sampled_from([1.2, 1.6, 6.0, float("inf")]))
def test_no_other_way_costs_less(syllables: list[list[float]], tolerance: float) -> None:
    found = places(syllables).points()
    inner = range(1, len(found) - 1)
    ways = [(0, *way, len(found) - 1) for size in range(len(inner) + 1) for way in combinations(inner, size)]
    costs = [cost for way in ways if (cost := demerits(found, way, tolerance)) is not None]
    chosen = broken(syllables, Fit(SETTING, tolerance))
    assert bool(chosen) == bool(costs)
    if chosen:
        assert demerits(found, chosen, tolerance) == pytest.approx(min(costs))


def test_a_line_too_wide_is_no_line() -> None:
    assert broken([[41.0]], Fit(SETTING, float("inf"))) == ()


def test_spaces_shrink_before_a_word_leaves() -> None:
    """Two words and their space take 40.5 points; the space gives half a point."""
    assert broken([[20.0], [18.5]], Fit(SETTING, 1.0)) == (0, 2)


def test_three_hyphens_never_follow_each_other() -> None:
    assert broken([[30.0, 30.0, 30.0, 30.0]], Fit(SETTING, float("inf"))) == ()
    assert broken([[30.0, 30.0, 30.0]], Fit(SETTING, float("inf"))) == (0, 1, 2, 3)


def test_a_hyphen_is_avoided_before_the_last_line() -> None:
    """The hyphen would make the first line perfect; the spaces are left wider for want of it."""
    text = [[4.0]] * 6 + [[1.0, 14.0]]
    costless = LineSetting(MEASURE, costs=Costs(hyphen=0.0, final_hyphen=0.0, short_last_line=0.0))
    assert broken(text, Fit(SETTING, 1.0)) == (0, 6, 8)
    assert broken(text, Fit(costless, 1.0)) == (0, 7, 8)


def test_a_short_last_line_is_avoided() -> None:
    """The last word alone would fill an eighth of the measure: one more comes down to it."""
    text = [[4.0]] * 7 + [[5.0]]
    careless = LineSetting(MEASURE, costs=Costs(short_last_line=0.0))
    assert broken(text, Fit(careless, 1.0)) == (0, 7, 8)
    assert broken(text, Fit(SETTING, 1.0)) == (0, 6, 8)


@pytest.mark.parametrize(
    ("neighbour", "fitness_", "charged"),
    [(TIGHT, DECENT, False), (TIGHT, LOOSE, True), (DECENT, LOOSE, False), (DECENT, VERY_LOOSE, True)],
)
def test_neighbours_two_classes_apart_are_charged(neighbour: int, fitness_: int, charged: bool) -> None:
    point = places([[10.0], [10.0]]).points()[1]
    before = Route(0.0, neighbour, 0, point, None)
    [route] = _routes([(0.0, fitness_, (before,))], point, COSTS)
    assert route.demerits == COSTS.line**2 + (COSTS.uneven_neighbours if charged else 0.0)
