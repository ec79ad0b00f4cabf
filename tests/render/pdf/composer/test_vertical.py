"""Boxes and white put together: how high they are, what stands where in the box made of them, where breaks may come."""

from __future__ import annotations

from collections.abc import Iterable

from rapport.render.pdf.composer.vertical import (
    KEEP,
    Child,
    Footnote,
    Galley,
    Glue,
    VerticalBox,
    VerticalItem,
    abreast,
    coupled,
    flattened,
    groups,
    height,
    lowered,
    stacked,
    trailing_gap,
)
from rapport.render.pdf.display.item import ShapeInk, ShapeItem

LIST = (Glue(5), VerticalBox(10), Glue(3), Glue(4), VerticalBox(20), KEEP, Glue(6), VerticalBox(30), Glue(7, 2))


def tops(box: VerticalBox) -> list[tuple[float, float]]:
    """Top and height of what stands in a box."""
    return [(child.y, child.box.height) for child in box.children]


def divided(items: Iterable[VerticalItem]) -> list[list[float]]:
    """The heights of boxes that no page parts."""
    return [[box.height for box in group.boxes] for group in groups(items)]


def test_white_counts_between_boxes_and_not_around_them() -> None:
    assert height(LIST) == Galley("text", LIST).extent == 10 + 4 + 20 + 6 + 30
    assert height(()) == height((Glue(9),)) == 0


def test_a_stack_holds_its_boxes_one_under_the_other_with_their_notes() -> None:
    note = Footnote("n", (VerticalBox(8),))
    made = stacked((*LIST, VerticalBox(1, notes=(note,))))
    assert tops(made) == [(0, 10), (14, 20), (40, 30), (77, 1)]
    assert (made.height, made.notes) == (78, (note,))


def test_boxes_abreast_are_as_high_as_the_highest() -> None:
    made = abreast((VerticalBox(10), VerticalBox(25), VerticalBox(5)))
    assert (made.height, tops(made)) == (25, [(0, 10), (0, 25), (0, 5)])
    assert abreast(()).height == 0


def test_white_around_a_lowered_box_does_not_vanish() -> None:
    made = lowered(VerticalBox(10), 4, 3)
    assert (made.height, tops(made)) == (17, [(4, 10)])
    assert lowered(VerticalBox(10), 4).height == 14


def test_items_of_boxes_within_boxes_stand_where_these_do() -> None:
    line = ShapeItem(((0, 0), (9, 0)), ShapeInk("rule"))
    inner = VerticalBox(20, items=(line,))
    outer = VerticalBox(60, items=(line,), children=(Child(5, lowered(inner, 4)),))
    assert [top for _, top in flattened(outer, 100)] == [100, 109]


def test_the_white_after_the_last_box_is_the_largest_with_what_was_taken_from_any() -> None:
    assert trailing_gap(LIST) == Glue(7, 2)
    assert trailing_gap((VerticalBox(10), Glue(7, 1), KEEP, Glue(4, 6))) == Glue(7, 3)
    assert trailing_gap((Glue(9), VerticalBox(10))) == Glue(0)


def test_neither_the_first_item_of_a_list_nor_the_last_is_alone() -> None:
    parts = [(VerticalBox(each),) for each in range(1, 6)]
    assert divided(coupled(parts)) == [[1, 2], [3], [4, 5]]
    assert divided(coupled(parts[:3])) == [[1, 2, 3]]
    assert divided(coupled(parts[:2])) == [[1, 2]]
    assert divided(coupled(parts[:1])) == [[1]]
