"""Text takes the largest step of its scale that fits."""

from __future__ import annotations

import pytest

from rapport.arrange.fitting import common_step, evenly, fit, fits
from rapport.arrange.page import box
from rapport.arrange.piece import Piece, set_at, steps
from rapport.arrange.studio import SlideContext
from rapport.edition.text import words

SENTENCE = words("Les levées de fonds sont mesurées, les montants promis restent à suivre. " * 3)


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("title", [30, 27, 24]),
        ("list_item", [20, 18]),
        ("body", [18]),
        ("key_figure_label", [18]),
        ("source", [12]),
        ("statement", [42, 36, 30]),
    ],
)
def test_the_scale_of_a_role_ends_at_its_floor(studio: SlideContext, role: str, expected: list[float]) -> None:
    assert list(steps(studio.look, role)) == expected


@pytest.mark.parametrize(("height", "size"), [(200, 24), (90, 20), (76, 18), (10, 18)])
def test_less_room_smaller_text(studio: SlideContext, height: float, size: float) -> None:
    (paragraph,) = fit((Piece(SENTENCE, "body", largest=24),), box(0, 0, 820, height), studio)
    assert paragraph.size == size


def test_leading_and_white_shrink_with_the_size(studio: SlideContext) -> None:
    pieces = (Piece(SENTENCE, "list_item", largest=30), Piece(SENTENCE, "list_item", largest=30))
    settings = [set_at(step, pieces, studio.look)[1] for step in (0, 3, 4)]
    assert [[item.size, item.leading, item.space_before] for item in settings] == [
        [30, 39, 21],
        [20, 26, 14],
        [18, 23.5, 13],
    ]


def test_a_word_wider_than_its_box_does_not_fit(studio: SlideContext) -> None:
    piece = (Piece(words("anticonstitutionnellement"), "body"),)
    assert fits(piece, box(0, 0, 300, 30), studio)
    assert not fits(piece, box(0, 0, 100, 300), studio)


def test_the_substitute_counts_where_it_is_wider(studio: SlideContext) -> None:
    (paragraph,) = set_at(0, (Piece(words("Un surtitre assez long"), "kicker"),), studio.look)
    own, widest = studio.measure.own_width(paragraph), studio.measure.width(paragraph)
    assert own * 1.05 < widest
    assert not studio.measure.fits((paragraph,), box(0, 0, (own + widest) / 2, paragraph.leading))


def test_parts_are_set_alike(studio: SlideContext) -> None:
    short, long = (Piece(words("Court"), "list_item"),), (Piece(SENTENCE, "list_item"),)
    assert common_step([(short, box(0, 0, 820, 30)), (long, box(0, 0, 820, 72))], studio) == 1
    assert common_step([(long, box(0, 0, 100, 54))], studio) is None


@pytest.mark.parametrize(("parts", "expected"), [(1, ["abcde"]), (2, ["abc", "de"]), (3, ["ab", "cd", "e"])])
def test_shares_differ_by_one_at_most(parts: int, expected: list[str]) -> None:
    assert ["".join(share) for share in evenly("abcde", parts)] == expected
