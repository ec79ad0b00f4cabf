"""Sections that a little less white saves a page."""

from __future__ import annotations

import pytest

from rapport.render.pdf.composer.composer import Composer
from rapport.render.pdf.composer.fitting import SectionPassage, _worth_trying, extent, fitted, page_count, shape
from rapport.render.pdf.composer.vertical import (
    KEEP,
    Footnote,
    Galley,
    Glue,
    Lane,
    TypeArea,
    VerticalBox,
    bound,
    in_company,
    tightened,
)

FRAME = TypeArea(0, 100, 5)


def galley(*heights: float, white: float) -> tuple[Galley, ...]:
    return (Galley("text", tuple(item for height in heights for item in (VerticalBox(height), Glue(white)))),)


def whites(galleys: tuple[Galley, ...]) -> set[float]:
    """The heights of the white in galleys."""
    return {item.height for galley in galleys for item in galley.items if isinstance(item, Glue)}


def test_white_is_kept_where_it_costs_no_page() -> None:
    assert whites(fitted(galley(30, 30, white=20), FRAME)) == {20}


def test_white_gives_way_as_far_as_saves_a_page() -> None:
    loose = galley(45, 45, white=13)
    assert page_count(loose, FRAME) == 2
    assert whites(fitted(loose, FRAME)) == {9.75}


def test_white_is_kept_where_even_the_least_saves_nothing() -> None:
    assert whites(fitted(galley(80, 80, white=20), FRAME)) == {20}


def test_the_extent_counts_white_between_but_not_after() -> None:
    assert extent(galley(30, 30, white=20)) == 80


def last_page(*galleys: Galley) -> float:
    """How much of the last page is filled."""
    *_, page = Composer(FRAME).compose(in_company(galleys, FRAME))
    return sum(placed.box.height for placed in page.placed)


def test_a_small_end_is_not_alone_on_a_page() -> None:
    rows, end = galley(15, 15, white=5), galley(10, white=0)
    assert last_page(*galley(60, white=0), *rows, *end) == 40


def test_what_fills_a_page_well_enough_is_left_where_it_falls() -> None:
    assert last_page(*galley(60, white=0), *galley(15, 15, white=5), *galley(20, white=0)) == 20
    assert last_page(*galley(30, white=0), *galley(35, 30, white=0), *galley(10, white=0)) == 10


@pytest.mark.parametrize(
    ("above", "before", "end", "last"),
    [
        (70, 30, 16, 46),  # a sixth of the page is little
        (70, 30, 17, 17),
        (57, 43, 16, 59),  # three fifths are as much as may be moved
        (56, 44, 16, 16),
    ],
)
def test_an_end_is_little_up_to_a_sixth_and_goes_with_up_to_three_fifths(
    above: float, before: float, end: float, last: float
) -> None:
    assert last_page(*galley(above, white=0), *galley(before, white=0), *galley(end, white=0)) == last


@pytest.mark.parametrize(
    ("heights", "white", "is_worth"),
    [
        ((45, 45), 5, False),  # it all stands on one page
        ((45, 45), 13, True),  # 16 too many: half of 26 and a fifth of the page are more
        ((60, 60), 13, False),  # 46 too many
        ((90, 85), 12, False),  # 99 on the second page
        ((56, 56), 7, True),  # 26 too many: half of 14 and 20 are more
        ((57, 57), 7, False),
        ((56, 56), 8, False),  # 28 too many: as much as half of 16 and 20
    ],
)
def test_less_white_is_tried_where_it_comes_near_to_what_the_last_page_holds(
    heights: tuple[float, ...], white: float, is_worth: bool
) -> None:
    assert _worth_trying(galley(*heights, white=white), FRAME) is is_worth


def test_beside_a_margin_less_white_is_tried_from_half_a_page_on() -> None:
    margin = Galley("margin", (VerticalBox(80),))
    assert not _worth_trying((*galley(30, white=20), margin), FRAME)
    assert _worth_trying((*galley(31, white=20), margin), FRAME)


def test_a_lone_small_end_stays_as_it_is() -> None:
    alone = galley(10, white=0)
    assert tuple(in_company(alone, FRAME)) == alone


def heading(lane: Lane = "text") -> Galley:
    return Galley(lane, (VerticalBox(10), KEEP, Glue(2), KEEP))


def pages_of(*galleys: Galley) -> list[list[float]]:
    """The heights of the boxes on each page."""
    return [[placed.box.height for placed in page.placed] for page in Composer(FRAME).compose(bound(galleys))]


def test_a_heading_is_never_the_last_of_a_page() -> None:
    (above,), (text,) = galley(85, white=0), galley(20, 21, white=0)
    assert pages_of(above, heading(), text) == [[85], [10, 20, 21]]


def test_a_heading_goes_with_what_takes_the_full_width() -> None:
    assert pages_of(*galley(85, white=0), heading(), Galley("full", (VerticalBox(20),))) == [[85], [10, 20]]


def test_headings_on_end_go_together_and_what_stands_in_the_margin_parts_nothing() -> None:
    aside, (text,) = Galley("margin", (VerticalBox(5),)), galley(20, white=0)
    assert pages_of(*galley(80, white=0), heading(), heading(), aside, text)[1] == [10, 10, 20]


def test_a_heading_that_heads_nothing_stands_all_the_same() -> None:
    assert pages_of(heading()) == [[10]]


def tops(*galleys: Galley) -> list[float]:
    [page] = Composer(FRAME).compose(galleys)
    return [placed.y for placed in page.placed]


def test_white_comes_back_where_its_page_has_room_for_it() -> None:
    assert tops(*tightened(galley(20, 20, 20, white=10), 0.5)) == [0, 30, 60]


def test_white_comes_back_in_equal_parts_as_far_as_there_is_room() -> None:
    assert tops(*tightened(galley(28, 28, 28, white=10), 0.5)) == [0, 36, 72]


def test_white_comes_back_only_where_it_crosses_the_page() -> None:
    """What stands side by side stays level: prose has given white beside a callout in the margin."""
    beside = Galley("margin", (VerticalBox(45),))
    below = Galley("full", (Glue(10), VerticalBox(10)))
    prose, foot = tightened((*galley(20, 20, white=10), below), 0.5)
    assert tops(beside, prose, foot) == [0, 0, 25, 55]


def of_heights(**heights: float) -> SectionPassage:
    """A passage of one box, whose height may differ from density to density."""
    settings = {density: galley(height, white=5) for density, height in heights.items()}
    return SectionPassage("a", lambda density: settings[density], lambda _density: None)


def test_densities_that_fill_pages_alike_are_tried_once() -> None:
    prose = of_heights(usual=40, tall=40, taller=40)
    assert (prose.same("taller"), prose.same("tall"), prose.same("usual")) == ("usual", "usual", "usual")
    chart = of_heights(usual=40, tall=50, taller=50)
    assert (chart.same("tall"), chart.same("taller")) == ("tall", "tall")


def test_what_a_note_or_a_repeated_header_takes_tells_densities_apart() -> None:
    bare, header, called = VerticalBox(40), VerticalBox(10), Footnote("n", (VerticalBox(10),))
    for other in (VerticalBox(40, reprise=header), VerticalBox(40, notes=(called,))):
        assert shape([Galley("text", (bare,))]) != shape([Galley("text", (other,))])
    assert shape([Galley("text", (bare,))]) != shape([Galley("full", (bare,))])
