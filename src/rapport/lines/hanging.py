"""Optical margins: how far punctuation stands out of the text block (after the defaults of pdfTeX's microtype)."""

from __future__ import annotations

from rapport.lines.shaping import SOFT_HYPHEN, Shaper

RIGHT = {
    **dict.fromkeys(".,-\u2010\u2011" + SOFT_HYPHEN, 0.6),
    **dict.fromkeys("\u2019\u201d'\"", 0.5),
    **dict.fromkeys(";:\u00bb\u2013", 0.3),
    **dict.fromkeys("\u2014\u2026)", 0.15),
}
LEFT = {
    **dict.fromkeys("\u2018\u201c\u2019'\"", 0.5),
    **dict.fromkeys("\u00ab\u2013", 0.3),
    **dict.fromkeys("\u2014(", 0.15),
}
"""Share of the character's own width that leaves the measure at the right and at the left."""


def hang_right(shaper: Shaper, text: str) -> float:
    """How far a line that ends with this text may stand out at the right, in font units; 0 for an empty text."""
    share = RIGHT.get(text[-1:])
    return share * shaper.shape(text[-1]).advance if share else 0.0


def hang_left(shaper: Shaper, text: str) -> float:
    """How far a line that begins with this text may stand out at the left, in font units; 0 for an empty text."""
    share = LEFT.get(text[:1])
    return share * shaper.shape(text[0]).advance if share else 0.0
