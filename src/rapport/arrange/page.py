"""A page of a topic: everything on its slide but title, foot and number."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from rapport.edition.text import Text
from rapport.look.box import Box
from rapport.look.length import Pt
from rapport.slides.deck import LayoutName
from rapport.slides.elements import Anchor, Element


class Heading(Struct, frozen=True):
    """Where the title stands and in which role."""

    box: Box
    role: str = "title"
    anchor: Anchor = "top"


class Page(Struct, frozen=True):
    """`spoken` says what is seen, for a slide that has no speech of its own; it may be empty."""

    layout: LayoutName
    heading: Heading
    elements: tuple[Element, ...]
    spoken: tuple[Text, ...] = ()
    ground: Literal["white", "paper", "accent"] = "white"


def box(x: float, y: float, width: float, height: float) -> Box:
    """A box from bare points."""
    return Box(Pt(x), Pt(y), Pt(width), Pt(height))
