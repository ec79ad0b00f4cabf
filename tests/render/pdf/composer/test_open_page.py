"""A page being filled, whose frame begins at 50 points: how full it is, what still fits, where it ends up."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from rapport.render.pdf.composer.composer import Composer, OpenPage, Page
from rapport.render.pdf.composer.vertical import Footnote, Matter, PlacedBox, TypeArea, VerticalBox
from render.pdf.composer.test_composer import FRAME, matters, note

LOWER = TypeArea(top=50, bottom=150, note_gap=5)


def filled(*heights: float, lent: float = 0.0, notes: int = 0, most: float = 1.0) -> OpenPage:
    """Boxes below one another, each but the first of which may have lent white, and notes of one line."""
    page, y = OpenPage(1, LOWER, most=most), 50.0
    for height in heights:
        page.put(PlacedBox(VerticalBox(height), y, "text", lent=lent if page.placed else 0.0))
        y += height
    page.take_notes([VerticalBox(10.0)] * notes)
    return page


@settings(max_examples=40, deadline=None)
@given(matters())
def test_pages_are_made_up_alike_wherever_their_frame_begins(matter: list[Matter]) -> None:
    def places(frame: TypeArea) -> list[list[tuple[int, float]]]:
        return [
            [(id(each.box), round(each.y - frame.top, 3)) for each in (*page.placed, *page.foot)]
            for page in Composer(frame).compose(matter)
        ]

    assert places(LOWER) == places(FRAME)


@pytest.mark.parametrize(
    ("page", "used"),
    [
        (filled(), 0.0),
        (filled(40), 0.4),
        (filled(40, 30), 0.7),
        (filled(40, notes=1), 0.55),
        (filled(40, notes=2), 0.65),
        (filled(40, 20, lent=6), 0.66),
        (filled(40, 48, lent=15), 1.0),  # as much white as there is room for
        (filled(40, 50, lent=4), 0.9),  # well used: white would change nothing
    ],
)
def test_a_page_is_used_by_what_stands_on_it_its_notes_and_white_that_comes_back(page: OpenPage, used: float) -> None:
    assert page.used == pytest.approx(used)


def calls(*heights: float) -> tuple[Footnote, ...]:
    return (Footnote("n", tuple(map(VerticalBox, heights))),)


@pytest.mark.parametrize(
    ("page", "notes", "lowest"),
    [
        (filled(40), (), 150),
        (filled(40, notes=1), (), 135),
        (filled(40), calls(10), 135),
        (filled(40, notes=1), calls(10, 10), 115),
        (filled(40, most=0.5), (), 100),
        (filled(40, most=0.5), calls(70), 75),
    ],
)
def test_content_fits_down_to_its_notes(page: OpenPage, notes: tuple[Footnote, ...], lowest: float) -> None:
    lowest = max(lowest, 50)
    assert page.fits(lowest, notes) is (page.reach <= lowest)
    assert not page.fits(lowest + 0.1, notes)


def test_nothing_fits_above_what_stands_there_already() -> None:
    assert filled(95).fits(60, ())
    assert not filled(95).fits(60, calls(10))


def tops(page: Page) -> tuple[list[float], list[float], float]:
    """The tops of boxes and of notes, and the rule above these."""
    return [each.y for each in page.placed], [each.y for each in page.foot], page.foot_rule


@pytest.mark.parametrize(
    ("page", "boxes", "foot"),
    [
        (filled(40, 30, notes=1), [50, 90], [127.5]),  # short: notes stand near the text, a gap and a half below
        (filled(40, 40, notes=1), [50, 90], [140]),  # four fifths are not short
        (filled(40, 35, notes=2), [50, 90], [130, 140]),  # no higher than at the foot
        (filled(40, 30, lent=6), [50, 96], []),
        (filled(40, 30, lent=6, notes=1), [50, 96], [133.5]),
        (filled(40, 30, 22, lent=6), [50, 94, 128], []),  # two whites share what is left
    ],
)
def test_a_finished_page_has_its_white_back_and_its_notes_at_the_foot_or_near(
    page: OpenPage, boxes: list[float], foot: list[float]
) -> None:
    assert tops(page.finished()) == (boxes, foot, foot[0] if foot else page.finished().foot_rule)


def test_a_note_that_has_no_room_is_handed_over_from_its_first_line_without_any() -> None:
    page = filled(40)
    lines = note("n", lines=8).lines
    page.take_notes(lines, share=0.5)
    assert (page.full_foot, len(page.foot), page.hand_over()) == (True, 4, lines[4:])
    assert page.hand_over() == ()
    assert page.limit == 150 - 45
