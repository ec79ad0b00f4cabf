"""Boxes: y grows downwards."""

from hypothesis import given
from hypothesis import strategies as st

from rapport.look.geometry import Box, Padding, Pt, emu, mm

LENGTHS = st.floats(0, 2_000).map(Pt)
BOXES = st.builds(Box, LENGTHS, LENGTHS, LENGTHS, LENGTHS)


def box(x: float, y: float, width: float, height: float) -> Box:
    return Box(Pt(x), Pt(y), Pt(width), Pt(height))


def test_an_a4_page_in_millimetres() -> None:
    assert (round(mm(210), 2), round(mm(297), 2)) == (595.28, 841.89)
    assert emu(mm(25.4)) == 914_400


def test_edges_and_centre() -> None:
    place = box(10, 20, 100, 40)
    assert (place.right, place.bottom) == (110.0, 60.0)
    assert place.centre == (60.0, 40.0)


def test_what_is_left_inside() -> None:
    assert box(10, 20, 100, 40).inset(5, 10) == box(15, 30, 90, 20)
    assert box(10, 20, 100, 40).within(Padding(left=Pt(3), bottom=Pt(4))) == box(13, 20, 97, 36)


def test_below_keeps_the_column() -> None:
    assert box(10, 20, 100, 40).below(gap=7, height=30) == box(10, 67, 100, 30)
    assert box(10, 20, 100, 40).moved(dx=1, dy=-20) == box(11, 0, 100, 40)


def test_touching_is_not_overlapping() -> None:
    left, right = box(0, 0, 50, 50), box(50, 0, 50, 50)
    assert not left.overlaps(right)
    assert left.overlaps(right.moved(dx=-1))


@given(BOXES, LENGTHS, LENGTHS)
def test_an_inset_box_stays_inside_however_large_the_inset(place: Box, horizontal: float, vertical: float) -> None:
    inner = place.inset(horizontal, vertical)
    assert inner.width >= 0
    assert inner.height >= 0
    assert inner.width <= place.width
    if 2 * horizontal <= place.width and 2 * vertical <= place.height:
        assert place.holds(inner)


@given(BOXES, BOXES)
def test_overlapping_goes_both_ways(one: Box, other: Box) -> None:
    assert one.overlaps(other) == other.overlaps(one)
