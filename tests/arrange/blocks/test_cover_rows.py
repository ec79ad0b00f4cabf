"""The signs of a cover, a row for each subject."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from editions import ACHIEVED, COVER, edition
from rapport.arrange.arrange import plan
from rapport.arrange.blocks.cover import sign_pitch
from rapport.arrange.page import box
from rapport.edition.edition import CoverRow
from rapport.edition.text import plain, words
from rapport.lines.face import FontSet
from rapport.look.charter import Charter
from rapport.slides.elements import SlideSign
from sketch import boxes


def test_signs_stand_about_the_middle_of_their_row_whose_lines_stay_together(charter: Charter, fonts: FontSet) -> None:
    rows = tuple(CoverRow(words(name), (ACHIEVED,) * count) for name, count in (("Programme", 60), ("Moyens", 3)))
    (slide,) = plan(edition(cover=replace(COVER, rows=rows)), charter, fonts).deck.slides[:1]
    signs = [element.box for element in slide.elements if isinstance(element, SlideSign)][:63]
    names = {plain(box.paragraphs[0].text): box.box for box in boxes(slide)}
    lines = sorted({sign.y for sign in signs[:60]})
    assert len(lines) > 1
    for name, own in (("Programme", signs[:60]), ("Moyens", signs[60:])):
        middle = names[name].y + names[name].height / 2
        assert (own[0].y + own[-1].bottom) / 2 == pytest.approx(middle)
    assert signs[60].y - lines[-1] > 1.2 * (lines[1] - lines[0])


@pytest.mark.parametrize(
    ("width", "height", "signs", "pitch"),
    [
        (20, 300, 1, 20),  # as wide as its place
        (300, 20, 1, 20),  # as high
        (300, 300, 1, 28 / 0.72),  # no larger than signs are
        (40, 20, 2, 20),
        (30, 20, 2, 15),
        (30, 60, 4, 15),  # on two lines
    ],
)
def test_signs_are_as_large_as_their_place_lets_them_be(width: float, height: float, signs: int, pitch: float) -> None:
    assert sign_pitch(box(0, 0, width, height), signs) == pytest.approx(pitch)
