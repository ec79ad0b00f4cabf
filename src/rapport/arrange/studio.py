"""What every page is composed with."""

from __future__ import annotations

from msgspec import Struct

from rapport.arrange.text_measure import TextMeasure
from rapport.edition.furniture import Furniture
from rapport.look.charter import DeckLook
from rapport.look.sign import SignMeasures


class Studio(Struct, frozen=True):
    """The deck's looks, proportions of signs, measure of text, the phrases that layout fills, names of shapes."""

    look: DeckLook
    signs: SignMeasures
    measure: TextMeasure
    furniture: Furniture
    names: Furniture
