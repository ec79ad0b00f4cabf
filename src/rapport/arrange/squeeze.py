"""The last resort: a text that fits its place at no size of its scale is set under the floor, and its author told."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from rapport.arrange.studio import Studio
from rapport.look.geometry import Pt
from rapport.slides.elements import Element, Group, Leaf, TextBox
from rapport.slides.paragraph import Paragraph

SHARES: Final = (16 / 18, 14 / 18)
"""Of the smallest size: what a slide held before is not refused, though it cannot be read from afar."""


def squeezed(element: Element, studio: Studio) -> Element:
    """The element with the texts smaller that overflow and so fit; as it is where they fit, or fit at no size."""
    if isinstance(element, Group):
        return replace(element, elements=tuple(_leaf(leaf, studio) for leaf in element.elements))
    return _leaf(element, studio)


def _leaf(leaf: Leaf, studio: Studio) -> Leaf:
    if not isinstance(leaf, TextBox) or studio.measure.fits(leaf.paragraphs, leaf.room):
        return leaf
    for share in SHARES:
        smaller = tuple(_smaller(paragraph, share) for paragraph in leaf.paragraphs)
        if studio.measure.fits(smaller, leaf.room):
            return replace(leaf, paragraphs=smaller)
    return leaf


def _smaller(paragraph: Paragraph, share: float) -> Paragraph:
    return replace(
        paragraph,
        size=Pt(round(paragraph.size * share)),
        leading=Pt(round(2 * paragraph.leading * share) / 2),
        space_before=Pt(round(paragraph.space_before * share)),
        unit_size=Pt(round(paragraph.unit_size * share)),
    )
