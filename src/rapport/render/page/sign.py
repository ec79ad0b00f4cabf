"""Status signs as drawings: a sign is never a character of a font."""

from __future__ import annotations

from rapport.edition.text import Status
from rapport.look.charter import Charter
from rapport.look.geometry import Box, Pt
from rapport.look.sign import Sign, corners, half_corners
from rapport.render.page.markup import element, text

_SIDE = 20.0
"""Of the square that signs are drawn in; it is scaled to the size of the word."""


def signed(status: Status, charter: Charter) -> str:
    """The sign of a status and its word."""
    return element("span", f"{sign(status, charter)}{text(status.word)}", class_="status")


def signed_large(status: Status, charter: Charter) -> str:
    """The sign of a status as covers draw it, and its word below."""
    look = charter.brief.cover
    drawn = _drawing(status, charter, look.sign_stroke / look.sign_diameter)
    return element("span", f"{drawn}{text(status.word)}", class_="status")


def sign(status: Status, charter: Charter) -> str:
    """The sign alone, which the word beside it says; empty for a status that the charter does not draw."""
    return _drawing(status, charter, charter.signs.stroke)


def _drawing(status: Status, charter: Charter, stroke: float) -> str:
    """A sign whose line is `stroke` of its diameter."""
    if status.key not in charter.statuses:
        return ""
    shape = _shape(charter.statuses[status.key].sign, stroke * _SIDE)
    return element(
        "svg", shape, viewBox=f"0 0 {_SIDE:g} {_SIDE:g}", class_="sign", aria_hidden="true", focusable="false"
    )


def _shape(drawn: Sign, stroke: float) -> str:
    outline = _outline(drawn, stroke, "currentColor" if drawn.fill == "full" else "none")
    return outline + (_half(drawn, stroke) if drawn.fill == "half" else "")


def _outline(drawn: Sign, stroke: float, fill: str) -> str:
    drawing = {"fill": fill, "stroke": "currentColor", "stroke_width": f"{stroke:g}"}
    inset = stroke / 2
    if drawn.outline == "circle":
        middle = f"{_SIDE / 2:g}"
        return element("circle", "", cx=middle, cy=middle, r=f"{_SIDE / 2 - inset:g}", **drawing)
    box = Box(Pt(inset), Pt(inset), Pt(_SIDE - stroke), Pt(_SIDE - stroke))
    points = " ".join(f"{x:g},{y:g}" for x, y in corners(drawn.outline, box))
    return element("polygon", "", points=points, **drawing)


def _half(drawn: Sign, stroke: float) -> str:
    """The left half of a shape."""
    inset = stroke / 2
    box = Box(Pt(inset), Pt(inset), Pt(_SIDE - stroke), Pt(_SIDE - stroke))
    if half := half_corners(drawn.outline, box):
        points = " ".join(f"{x:g},{y:g}" for x, y in half)
        return element("polygon", "", points=points, fill="currentColor")
    middle, radius = _SIDE / 2, _SIDE / 2 - stroke / 2
    path = f"M{middle:g} {stroke / 2:g}A{radius:g} {radius:g} 0 0 0 {middle:g} {_SIDE - stroke / 2:g}Z"
    return element("path", "", d=path, fill="currentColor")
