"""Shapes cover what they should, as another engine draws them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rapport.formats.pdf.canvas import TaggedCanvas
from rapport.formats.pdf.graphics import (
    Paint,
    Stroke,
    draw_box,
    draw_circle,
    draw_half_disc,
    draw_line,
    draw_polygon,
    draw_polyline,
)
from rapport.look.geometry import Box, Pt
from render.pdf.sheet import BLUE, RED, new_canvas, picture, written

WHITE, R, B = (255, 255, 255), (255, 0, 0), (0, 0, 255)
FILLED, OUTLINED = Paint(inside=RED), Paint(outline=Stroke(BLUE, 4))
BOTH = Paint(RED, Stroke(BLUE, 4))
SQUARE = Box(Pt(100), Pt(50), Pt(100), Pt(100))
Draw = Callable[[TaggedCanvas], None]
CASES: dict[str, tuple[Draw, dict[tuple[int, int], tuple[int, int, int]]]] = {
    "a box filled": (
        lambda canvas: draw_box(canvas, SQUARE, FILLED),
        {(101, 51): R, (198, 148): R, (98, 100): WHITE, (150, 152): WHITE},
    ),
    "a box outlined": (
        lambda canvas: draw_box(canvas, SQUARE, OUTLINED),
        {(100, 100): B, (199, 100): B, (150, 50): B, (150, 100): WHITE},
    ),
    "a box of both": (lambda canvas: draw_box(canvas, SQUARE, BOTH), {(150, 100): R, (100, 100): B}),
    "nothing": (lambda canvas: draw_box(canvas, SQUARE, Paint()), {(150, 100): WHITE, (100, 100): WHITE}),
    "a disc": (
        lambda canvas: draw_circle(canvas, (150, 100), 50, FILLED),
        {(102, 100): R, (150, 52): R, (105, 55): WHITE, (195, 145): WHITE},
    ),
    "the left half of a disc": (
        lambda canvas: draw_half_disc(canvas, (150, 100), 50, FILLED),
        {(102, 100): R, (147, 53): R, (147, 146): R, (152, 100): WHITE, (103, 53): WHITE},
    ),
    "a triangle that points down": (
        lambda canvas: draw_polygon(canvas, ((100, 50), (200, 50), (150, 150)), FILLED),
        {(110, 52): R, (190, 52): R, (150, 140): R, (105, 145): WHITE},
    ),
    "a line": (
        lambda canvas: draw_line(canvas, (100, 100), (200, 100), Stroke(BLUE, 4)),
        {(101, 100): B, (198, 99): B, (150, 104): WHITE, (97, 100): WHITE},
    ),
    "a dashed line": (
        lambda canvas: draw_line(canvas, (100, 100), (200, 100), Stroke(BLUE, 4, (10, 10))),
        {(105, 100): B, (115, 100): WHITE, (125, 100): B},
    ),
    "a dotted line": (
        lambda canvas: draw_line(canvas, (100, 100), (200, 100), Stroke(BLUE, 8, (0, 20), round=True)),
        {(100, 100): B, (110, 100): WHITE, (120, 100): B, (97, 100): B},
    ),
    "a line with corners": (
        lambda canvas: draw_polyline(canvas, ((100, 150), (150, 50), (200, 150)), Stroke(BLUE, 4)),
        {(125, 100): B, (175, 100): B, (150, 148): WHITE},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_shape(name: str) -> None:
    draw, expected = CASES[name]
    canvas = new_canvas()
    with canvas.artifact():
        draw(canvas)
    drawn = picture(written(canvas))
    assert {place: drawn.getpixel(place) for place in expected} == expected


def test_shapes_leave_the_ink_as_they_found_it() -> None:
    canvas = new_canvas()
    with canvas.artifact():
        draw_box(canvas, SQUARE, BOTH)
        canvas.emit("10 10 20 20 re f")
    assert picture(written(canvas)).getpixel((20, 280)) == (0, 0, 0)
