"""Content that was laid out under a title of two lines, on a slide whose title has one in the end."""

from __future__ import annotations

from rapport.arrange.page import raised
from rapport.arrange.studio import SlideContext
from rapport.edition.text import words
from rapport.look.geometry import Box, Pt
from rapport.plots import Look, Shape
from rapport.slides.elements import Drawing, Element, ElementGroup, TextBox

LONG = words("Un titre assez long pour prendre deux lignes de la diapositive, comme le font la plupart des constats ici")
SHORT = words("Un titre")


def place(y: float) -> Box:
    return Box(Pt(40), Pt(y), Pt(300), Pt(20))


def tops(elements: tuple[Element, ...], studio: SlideContext) -> list[float]:
    """How far each element has moved up."""
    return [old.box.y - new.box.y for old, new in zip(elements, raised(elements, LONG, SHORT, studio), strict=True)]


def test_text_moves_up_under_a_shorter_title(studio: SlideContext) -> None:
    (up,) = tops((TextBox("Texte", place(200), ()),), studio)
    assert up > 0


def test_a_map_stays_whole(studio: SlideContext) -> None:
    """Its outline has points of its own: the names of its places are not moved away from it."""
    outline = Drawing("Carte", place(200), (Shape(((40.0, 200.0), (60.0, 210.0)), Look()),))
    group = ElementGroup("Carte", place(200), (outline, TextBox("Lieu", place(200), ())))
    assert raised((group,), LONG, SHORT, studio) == (group,)
