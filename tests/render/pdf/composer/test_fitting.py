"""Sections that a little less white saves a page."""

from __future__ import annotations

from rapport.render.pdf.composer.composer import Composer
from rapport.render.pdf.composer.fitting import extent, fitted, in_company, page_count
from rapport.render.pdf.composer.page import TypeArea
from rapport.render.pdf.composer.vertical import Galley, Glue, VerticalBox

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


def test_a_lone_small_end_stays_as_it_is() -> None:
    alone = galley(10, white=0)
    assert tuple(in_company(alone, FRAME)) == alone
