"""Signs of status: each told from the others without colour."""

import pytest

from rapport.look.charter import Charter
from rapport.look.geometry import Box, Pt
from rapport.look.sign import Outline, corners

SQUARE = Box(Pt(10), Pt(20), Pt(8), Pt(8))

FAMILIES = (("achieved", "measured"), ("estimated", "projected"), ("estimated", "provisional"))
"""Statuses that share a sign; the word beside it tells them apart."""


def test_a_sign_beside_a_word_of_ten_points(charter: Charter) -> None:
    sign = charter.signs.placed(10)
    assert sign.diameter == pytest.approx(8.4)
    assert sign.gap == 5.0
    assert sign.advance == pytest.approx(13.4)


def test_strokes_thicken_with_the_sign_and_never_vanish(charter: Charter) -> None:
    assert charter.signs.stroke_of(4) == 1.0
    assert charter.signs.stroke_of(20) == pytest.approx(2.6)


def test_every_family_has_a_shape_of_its_own(charter: Charter) -> None:
    signs = {status: look.sign for status, look in charter.statuses.items()}
    for first, second in FAMILIES:
        assert signs.pop(second) == signs[first]
    assert len(set(signs.values())) == len(signs)


def test_every_family_has_a_bar_of_its_own(charter: Charter) -> None:
    bars = {status: look.bar for status, look in charter.statuses.items()}
    for first, second in FAMILIES:
        assert bars.pop(second) == bars[first]
    assert len(set(bars.values())) == len(bars)


@pytest.mark.parametrize(
    ("outline", "points"),
    [
        ("circle", ()),
        ("diamond", ((14, 20), (18, 24), (14, 28), (10, 24))),
        ("triangle", ((10, 20), (18, 20), (14, 28))),
        ("square", ((10, 20), (18, 20), (18, 28), (10, 28))),
    ],
)
def test_corners_touch_the_box(outline: Outline, points: tuple[tuple[float, float], ...]) -> None:
    assert corners(outline, SQUARE) == points
