"""What every page is composed with."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from rapport.arrange.text_measure import TextMeasure
from rapport.edition.edition import Furniture
from rapport.look.charter import DeckLook
from rapport.look.sign import SignMeasures, StatusLook

NO_LOOKS: Mapping[str, StatusLook] = MappingProxyType({})


class Studio(Struct, frozen=True):
    """The deck's looks, proportions of signs, measure of text, phrases that layout fills, names of shapes, marks."""

    look: DeckLook
    signs: SignMeasures
    measure: TextMeasure
    furniture: Furniture
    names: Furniture
    statuses: Mapping[str, StatusLook] = NO_LOOKS
