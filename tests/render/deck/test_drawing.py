"""Vector pictures on a slide: native shapes that stay sharp and can be edited."""

from __future__ import annotations

import io

import pytest
from pptx import Presentation
from pptx.shapes.group import GroupShape
from pptx.util import Pt as Points

import decks
from judges.ooxml import Judge
from rapport.look.charter import Charter
from rapport.render.deck.writer import write_deck
from rapport.slides.elements import PictureFrame
from rapport.verify.deck_linter.linter import lint
from vector import vector


@pytest.fixture(scope="module")
def data(charter: Charter) -> bytes:
    frame = PictureFrame("Image", decks.box(48, 150, 300, 300), vector(), "Un carré percé", "picture")
    ornament = PictureFrame("Logo", decks.box(500, 150, 40, 40), vector(), "")
    slide = decks.slide("s", "picture", decks.title("Une image"), frame, ornament)
    return write_deck(decks.deck(decks.cover(), slide), charter).data


def groups(data: bytes) -> list[GroupShape]:
    shapes = Presentation(io.BytesIO(data)).slides[1].shapes
    return [shape for shape in shapes if isinstance(shape, GroupShape)]


def test_each_shape_is_a_freeform_of_its_own_colour(data: bytes) -> None:
    picture, ornament = groups(data)
    colours = [colour.get("val") for colour in picture._element.iter("{*}srgbClr")]
    assert colours == ["FF0000", "0000FF"]
    assert [shape.width for shape in picture.shapes] == [Points(300)] * 2
    (line,) = [one for one in picture._element.iter("{*}ln") if one.get("w")]
    assert line.get("w") == str(Points(30))
    assert len(ornament.shapes) == 2


def test_the_group_says_what_all_show_and_an_ornament_says_nothing(data: bytes) -> None:
    described = [group._element.find(".//{*}cNvPr").get("descr") for group in groups(data)]
    assert described == ["Un carré percé", None]


def test_it_is_valid(data: bytes, office_errors: Judge) -> None:
    assert office_errors(data, "pptx") == ()
    assert lint(data) == ()
