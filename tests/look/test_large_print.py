"""The charter of large print: nothing small, nothing grey, nothing cut; and room for it on the page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import fields

from rapport.look.charter import Charter
from rapport.look.geometry import Pt
from rapport.look.palette import contrast
from rapport.look.type_style import BriefType, TypeStyle
from rapport.look.variants import LARGE_PRINT, enlarged, large_print
from rapport.read.charter.charter import charter_faults

AAA = 7.0
"""Contrast of text for readers with low vision (WCAG 2.2, 1.4.6)."""


def styles(charter: Charter) -> dict[str, TypeStyle]:
    return {role.name: getattr(charter.brief.type, role.name) for role in fields(BriefType)}


@pytest.fixture(scope="module")
def large(charter: Charter) -> Charter:
    return large_print(charter)


def test_nothing_is_smaller_than_sixteen_points(large: Charter) -> None:
    assert min(style.size for style in styles(large).values()) == LARGE_PRINT
    assert float(LARGE_PRINT) == 16.0


def test_lines_are_ragged_and_words_whole(large: Charter) -> None:
    assert not [name for name, style in styles(large).items() if style.hyphenate or style.align == "justify"]


def test_lines_never_touch(large: Charter) -> None:
    assert not [name for name, style in styles(large).items() if style.leading < style.size]


def test_titles_stay_larger_than_what_they_head(large: Charter) -> None:
    looks = styles(large)
    sizes = [looks[name].size for name in ("cover_title", "title", "heading_2", "heading_3", "body")]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == len(sizes)


def test_grey_text_is_set_in_ink(large: Charter) -> None:
    assert large.palette.grey == large.palette.ink
    assert contrast(large.palette.grey, large.palette.white) >= AAA
    assert contrast(large.palette.grey, large.palette.paper) >= AAA


def test_it_is_a_sound_charter(large: Charter) -> None:
    assert list(charter_faults(large)) == []


def test_slides_are_left_alone(charter: Charter, large: Charter) -> None:
    assert large.deck == charter.deck


def test_furniture_and_content_have_each_their_place(large: Charter) -> None:
    grid, looks = large.brief.grid, styles(large)
    mark = grid.head_y - looks["footer"].leading
    heights = (mark, grid.head_y, grid.opening_rule_y, grid.content_top, grid.content_bottom, grid.footer_y)
    assert list(heights) == sorted(heights)
    assert mark >= 12  # what office printers leave white
    assert grid.opening_rule_y >= grid.head_y + looks["running_head"].leading
    assert grid.footer_y + looks["footer"].leading <= grid.height - 12


def test_the_text_column_is_wider(charter: Charter, large: Charter) -> None:
    assert large.brief.grid.text.width > charter.brief.grid.text.width
    assert large.brief.grid.full.right <= large.brief.grid.width - 36


def test_what_is_large_already_is_left_as_it_is(large: Charter) -> None:
    assert large_print(large) == large


@given(st.floats(10.5, 30), st.floats(8.5, 30))
def test_nothing_shrinks_and_nothing_stays_under_the_least(charter: Charter, body: float, least: float) -> None:
    before, after = styles(charter), styles(enlarged(charter, Pt(body), Pt(least)))
    for name, style in after.items():
        assert style.size >= max(before[name].size, least) - 1e-9
        assert style.leading / style.size == pytest.approx(before[name].leading / before[name].size)
    assert after["body"].size == pytest.approx(max(body, least))
