"""What every page is composed with."""

from __future__ import annotations

from msgspec import Struct

from rapport.arrange.text_measure import TextMeasure
from rapport.edition.furniture import Furniture
from rapport.look.charter import DeckLook
from rapport.look.sign import SignMeasures


class Studio(Struct, frozen=True):
    """The deck's looks, the proportions of signs, the measure of text and the phrases that layout fills."""

    look: DeckLook
    signs: SignMeasures
    measure: TextMeasure
    furniture: Furniture
