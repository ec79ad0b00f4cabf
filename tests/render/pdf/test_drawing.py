"""Vector pictures on a page."""

from __future__ import annotations

from io import BytesIO

import pikepdf

from judges.verapdf import failures
from rapport.look.geometry import Box, Pt
from readback import read_back
from render.pdf.sheet import new_canvas, picture, written
from vector import vector

AREA = Box(Pt(50), Pt(50), Pt(100), Pt(100))


def drawn(times: int = 1) -> bytes:
    canvas = new_canvas()
    figure = canvas.tree.document.child("Figure", alt="Un carré percé")
    with canvas.marked(figure):
        for _ in range(times):
            canvas.draw_picture(vector(), AREA)
    figure.annotate("Layout", Placement="Block", BBox=(50, 150, 150, 250))
    return written(canvas)


def test_shapes_holes_and_lines_are_seen() -> None:
    page = picture(drawn())
    seen = {name: page.getpixel(at) for name, at in {"edge": (60, 60), "hole": (100, 90), "line": (100, 140)}.items()}
    assert seen == {"edge": (255, 0, 0), "hole": (255, 255, 255), "line": (0, 0, 255)}


def test_it_conforms_and_says_what_it_shows() -> None:
    data = drawn()
    assert failures(data, "ua1") == failures(data, "2a") == ()
    assert read_back(data).root.find("Figure")[0].entries == {"Alt": "Un carré percé"}


def test_drawn_twice_it_is_written_once_and_has_no_pixels() -> None:
    with pikepdf.open(BytesIO(drawn(times=2))) as pdf:
        assert [str(form.Subtype) for form in pdf.pages[0].Resources.XObject.values()] == ["/Form"]
