"""Status signs as shapes."""

from __future__ import annotations

from msgspec import Struct

from rapport.look.sign import corners, half_corners
from rapport.render.pdf.display.item import Ink, SignMark


class SignShape(Struct, frozen=True):
    """A part of a sign: a polygon, or where it has no corners a disc or its left half."""

    ink: Ink
    corners: tuple[tuple[float, float], ...] = ()
    centre: tuple[float, float] = (0.0, 0.0)
    radius: float = 0.0
    half: bool = False


def sign_shapes(mark: SignMark) -> tuple[SignShape, ...]:
    """The shapes of a sign, in drawing order; no part of it leaves its area."""
    area = mark.area.inset(mark.stroke / 2, mark.stroke / 2)
    ring = Ink(mark.colour if mark.sign.fill == "full" else mark.ground, mark.colour, mark.stroke)
    points = corners(mark.sign.outline, area)
    if points:
        half = half_corners(mark.sign.outline, area) if mark.sign.fill == "half" else ()
        filled = (SignShape(Ink(mark.colour), corners=half),) if half else ()
        return (SignShape(ring, corners=points), *filled)
    radius = area.width / 2
    disc = SignShape(ring, centre=area.centre, radius=radius)
    if mark.sign.fill != "half":
        return (disc,)
    return disc, SignShape(Ink(mark.colour), centre=area.centre, radius=radius, half=True)
