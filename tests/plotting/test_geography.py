"""Names beside a map: none near another, each led to its place, the map within its frame."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from rapport.edition.blocks.surroundings import Map, Place
from rapport.edition.text import NO_STATUS, words
from rapport.plotting.geography import GAP, MapFrame, fitted, lay_out

CORNERS = ((0.02, 0.02), (0.98, 0.02), (0.98, 0.98), (0.02, 0.98))
PLACES = st.lists(st.tuples(st.floats(0.05, 0.95), st.floats(0.05, 0.95)), min_size=1, max_size=8)


def made(places: list[tuple[float, float]], width: float = 1.0) -> Map:
    """A square country, stretched."""
    outline = tuple((x * width, y) for x, y in CORNERS)
    named = tuple(Place(words(f"Lieu {n}"), (), NO_STATUS, x * width, y) for n, (x, y) in enumerate(places))
    return Map((outline,), width, named, "Carte", words("Carte"))


@given(PLACES, st.floats(0.5, 2.0), st.floats(20, 40))
def test_names_never_meet_and_lines_lead_to_their_places(
    places: list[tuple[float, float]], width: float, height: float
) -> None:
    subject, heights = made(places, width), [height] * len(places)
    frame = fitted(subject, MapFrame(490.0, 320.0, 120.0, 6.0), heights)
    laid = lay_out(subject, frame, heights)
    for right in (False, True):
        tops = sorted(spot.top for spot in laid.spots if spot.right == right)
        assert all(after - before >= height for before, after in pairwise(tops))
        assert all(-0.01 <= top <= frame.height - height + 0.01 for top in tops)
    lines = [shape for shape in laid.shapes if not shape.closed]
    for spot, line in zip(laid.spots, lines, strict=True):
        assert line.points[-1] == spot.at
        assert abs(line.points[0][1] - spot.top - frame.anchor) < 0.01
    xs = [x for shape in laid.shapes if shape.closed for x, _ in shape.points]
    assert min(xs) >= laid.before + GAP - 2.5
    assert max(xs) <= laid.after - GAP + 2.5


def test_two_places_side_by_side_have_two_names_apart() -> None:
    subject = made([(0.6, 0.3), (0.601, 0.301)])
    spots = lay_out(subject, MapFrame(490.0, 250.0, 120.0, 6.0), [36.0, 36.0]).spots
    assert all(spot.right for spot in spots)
    assert spots[1].top - spots[0].top >= 36
