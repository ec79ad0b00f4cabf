"""Content that was laid out under a title of two lines, on a slide whose title has one in the end."""

from __future__ import annotations

from editions import CALLOUT, KEY_FIGURES
from rapport.arrange.blocks.statement import callout_pages, with_callouts
from rapport.arrange.page import SlidePage, heading, raised, under_title
from rapport.arrange.studio import SlideContext
from rapport.arrange.topic import Topic
from rapport.edition.text import words
from rapport.look.geometry import Box, Pt
from rapport.plots import Look, Shape
from rapport.slides.elements import Drawing, Element, ElementGroup, Panel, TextBox

LONG = words(
    "Un titre assez long pour prendre deux lignes de la diapositive, comme le font la plupart des constats ici"
)
SHORT = words("Un titre")


def place(y: float) -> Box:
    return Box(Pt(40), Pt(y), Pt(300), Pt(20))


def page(studio: SlideContext, *elements: Element) -> SlidePage:
    return SlidePage("content", heading(studio.look), elements)


def rises(page: SlidePage, studio: SlideContext) -> list[float]:
    """How far each element has moved up."""
    found = raised(page, LONG, SHORT, studio)
    return [old.box.y - new.box.y for old, new in zip(page.elements, found, strict=True)]


def test_text_moves_up_under_a_shorter_title(studio: SlideContext) -> None:
    (up,) = rises(page(studio, TextBox("Texte", place(200), ())), studio)
    assert up > 0


def test_a_map_stays_whole(studio: SlideContext) -> None:
    """Its outline has points of its own: the names of its places are not moved away from it."""
    outline = Drawing("Carte", place(200), (Shape(((40.0, 200.0), (60.0, 210.0)), Look()),))
    group = ElementGroup("Carte", place(200), (outline, TextBox("Lieu", place(200), ())))
    assert rises(page(studio, group), studio) == [0]


def topic(studio: SlideContext) -> tuple[Topic, SlideContext]:
    """A topic with a callout, and where it is laid out."""
    return Topic("a", (), LONG, KEY_FIGURES, asides=(CALLOUT,)), under_title(LONG, studio)


def test_callouts_keep_to_the_foot_under_what_moves_up(studio: SlideContext) -> None:
    """Nor does a panel that has their colour: a mark is no callout."""
    own, above = topic(studio)
    tinted = Panel(place(200), studio.look.callout.ground)
    (made,) = with_callouts(lambda _room: (page(studio, tinted, TextBox("Texte", place(220), ())),), own, above)
    panel, text, *callout = rises(made, studio)
    assert panel == text > 0
    assert set(callout) == {0}


def test_callouts_that_have_a_slide_to_themselves_move_up(studio: SlideContext) -> None:
    own, above = topic(studio)
    (made,) = callout_pages((CALLOUT,), own, above)
    assert all(up > 0 for up in rises(made, studio))
