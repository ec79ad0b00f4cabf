"""Contrast as WCAG 2.2 computes it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from rapport.look.charter import Charter
from rapport.look.palette import Colour, contrast, weak_pairs

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: Colour(f"#{number:06X}"))


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#777777", "#FFFFFF", 4.48),  # the well-known grey that just fails
        ("#767676", "#FFFFFF", 4.54),  # and the one that just passes
        ("#0000FF", "#FFFFFF", 8.59),
        ("#FF0000", "#FFFFFF", 4.0),
    ],
)
def test_known_ratios(one: str, other: str, ratio: float) -> None:
    assert round(contrast(Colour(one), Colour(other)), 2) == ratio


@given(COLOURS, COLOURS)
def test_contrast_goes_both_ways_from_1_to_21(one: Colour, other: Colour) -> None:
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21.001


def test_the_charter_is_legible(charter: Charter) -> None:
    assert list(weak_pairs(charter.palette)) == []


def test_pale_text_is_found_on_each_ground(charter: Charter) -> None:
    pale = replace(charter.palette, grey=Colour("#8A8A8A"))
    assert [(pair.front, pair.ground) for pair in weak_pairs(pale)] == [("grey", "white"), ("grey", "paper")]


def test_pale_marks_are_found(charter: Charter) -> None:
    pale = replace(charter.palette, context=Colour("#C0C0C0"))
    assert {(pair.front, pair.minimum) for pair in weak_pairs(pale)} == {("context", 3.0)}


def test_a_colour_is_found_by_its_role(charter: Charter) -> None:
    assert charter.palette["accent"] == charter.palette.accent
