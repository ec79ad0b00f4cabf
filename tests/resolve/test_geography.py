"""Which land a map shows, and how finely its coasts are drawn."""

from __future__ import annotations

import pytest

from rapport.edition.picture import Ring
from rapport.resolve.blocks.geography import _area, _frame, _narrowing, _shown, simplified


def island(west: float, south: float, width: float, height: float) -> Ring:
    east, north = west + width, south + height
    return ((west, south), (east, south), (east, north), (west, north))


MAINLAND = island(0, 0, 10, 6)
ISLE, SPECK, FAR = island(11, 1, 2, 2), island(11, 4, 0.01, 0.01), island(60, 1, 4, 4)


def test_isles_nearby_are_shown_but_neither_specks_nor_what_is_an_ocean_away() -> None:
    assert list(_shown((SPECK, ISLE, MAINLAND, FAR))) == [ISLE, MAINLAND]


@pytest.mark.parametrize("aside", [(-30, 0), (30, 0), (0, -30), (0, 30)])
def test_what_is_far_on_any_side_is_left_out(aside: tuple[float, float]) -> None:
    assert list(_shown((MAINLAND, island(*aside, 4, 4)))) == [MAINLAND]


def test_a_place_overseas_shows_its_own_land_and_not_that_of_the_capital() -> None:
    overseas, its_isle = island(60, 1, 4, 4), island(64.1, 1, 1, 1)
    rings = (MAINLAND, ISLE, overseas, its_isle)
    assert list(_shown(rings, [(62, 3)])) == [overseas, its_isle]
    assert list(_shown(rings, [(62, 3), (5, 5)])) == list(rings)
    assert list(_shown(rings, [(30, 40)])) == [MAINLAND, ISLE], "at sea"


def test_a_harbour_a_little_off_the_drawn_coast_stands_on_its_land() -> None:
    assert list(_shown((MAINLAND, FAR), [(60.2, 0.9)])) == [FAR]


def test_a_country_of_one_piece_is_shown() -> None:
    assert list(_shown((SPECK,))) == [SPECK]


def test_land_has_the_same_area_whichever_way_its_coast_is_followed() -> None:
    assert _area(MAINLAND) == _area(MAINLAND[::-1]) == 60


def test_capes_stay_and_points_on_a_straight_coast_go() -> None:
    coast = ((0.0, 0.0), (0.25, 0.00001), (0.5, 0.3), (0.75, 0.15001), (1.0, 0.0))
    assert simplified(coast) == ((0.0, 0.0), (0.25, 0.00001), (0.5, 0.3), (1.0, 0.0))
    assert simplified(((0.0, 0.0), (0.5, 0.00001), (1.0, 0.0))) == ((0.0, 0.0), (1.0, 0.0))


def test_a_coast_is_as_fine_wherever_it_lies_and_whichever_way_it_runs() -> None:
    coast = ((0.0, 0.0), (0.25, 0.12), (0.5, 0.3), (0.75, 0.151), (1.0, 0.0), (0.6, -0.2))
    kept = [coast.index(point) for point in simplified(coast)]
    assert kept == [0, 1, 2, 4, 5]
    for turned in (
        tuple((x + 3, y + 2) for x, y in coast),
        tuple((3 - y, x - 5) for x, y in coast),
        tuple((-x - 2, -y + 4) for x, y in coast),
    ):
        near = [(round(x, 5), round(y, 5)) for x, y in turned]
        assert [near.index(point) for point in simplified(turned)] == kept


def test_white_is_left_on_all_sides() -> None:
    assert _frame(((1.0, 2.0), (11.0, 7.0))) == pytest.approx((0.6, 1.6, 10.8, 5.8))
    assert _frame(((2.0, 1.0), (7.0, 11.0))) == pytest.approx((1.6, 0.6, 5.8, 10.8))


def test_a_degree_of_longitude_narrows_from_the_equator_to_the_poles() -> None:
    assert _narrowing(((0.0, -10.0), (5.0, 10.0))) == 1
    assert _narrowing(((0.0, 50.0), (5.0, 70.0))) == pytest.approx(0.5)


def moved(ring: Ring, by: tuple[float, float]) -> Ring:
    return tuple((x + by[0], y + by[1]) for x, y in ring)


@pytest.mark.parametrize("by", [(100, 40), (-100, 40), (100, -60), (-100, -60)])
@pytest.mark.parametrize("side", ["wide", "high"])
def test_what_is_near_and_how_it_is_framed_is_the_same_wherever_a_country_lies(
    side: str, by: tuple[float, float]
) -> None:
    mainland = island(0, 0, 20, 10) if side == "wide" else island(0, 0, 10, 20)
    right, top = mainland[2]
    near, far = (
        [
            island(-white, 1, 1, 1),
            island(right + white - 1, 1, 1, 1),
            island(1, -white, 1, 1),
            island(1, top + white - 1, 1, 1),
        ]
        for white in (6.9, 7.1)  # a bit more than a third of the larger side
    )
    lying = [moved(ring, by) for ring in (*near, *far, mainland)]
    assert list(_shown(lying)) == [*lying[:4], lying[-1]]
    left, low, width, height = _frame(mainland)
    assert _frame(moved(mainland, by)) == pytest.approx((left + by[0], low + by[1], width, height))
    assert _area(moved(mainland, by)) == pytest.approx(200)
    assert simplified(moved(CAPE, by)) == tuple((round(x, 5), round(y, 5)) for x, y in moved(simplified(CAPE), by))


CAPE = ((0.0, 0.0), (0.5, 0.0), (1.0, 0.3), (1.5, 0.0), (2.0, 0.0), (2.0, 1.0), (0.0, 1.0))
