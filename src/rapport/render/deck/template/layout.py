"""A layout as data: its placeholders, its ground and its ornaments."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from rapport.look.geometry import Box
from rapport.render.deck.text_look import TextLook
from rapport.slides.deck import LayoutName
from rapport.slides.elements import Anchor, Panel, Place, Rule

PlaceholderType = Literal["title", "ctrTitle", "subTitle", "body", "obj", "chart", "tbl", "pic"]
"""`p:ph/@type` (ECMA-376 part 1, 19.7.10); `obj` takes text or any object."""
Ground = Literal["white", "paper", "accent"]

LayoutType = Literal["title", "obj", "twoObj", "secHead", "titleOnly", ""]
"""`p:sldLayout/@type` (ECMA-376 part 1, 19.7.15); empty for a layout of our own kind."""


class Slot(Struct, frozen=True):
    """A placeholder. `index` ties slides to it (None for a title); `looks` are those of its levels, from 0."""

    place: Place
    type: PlaceholderType
    index: int | None
    box: Box
    looks: tuple[TextLook, ...]
    anchor: Anchor = "top"

    @property
    def levels(self) -> Mapping[int, TextLook]:
        return dict(enumerate(self.looks))


class Layout(Struct, frozen=True):
    """One layout: what it draws itself, and the places that slides fill."""

    name: LayoutName
    type: LayoutType
    slots: tuple[Slot, ...]
    ground: Ground = "white"
    ornaments: tuple[Rule | Panel, ...] = ()
    furniture: bool = True
    """Whether footer, date and number stand on it."""
