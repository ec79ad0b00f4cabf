"""The brief in the colours of a template: its accent and what follows from it, on white paper."""

from __future__ import annotations

from rapport.look.palette import Palette
from rapport.template.house import Housed
from rapport.template.theme import WHITE
from rapport.template.tints import tinted


def brief_palette(made: Housed, own: Palette) -> Palette:
    """The palette of the theme on white, contrast mended; the charter's own where the theme has no colour at all."""
    layout = made.roles["content"].choice.layout
    if layout is None:
        return own
    found = tinted(layout.scheme, WHITE)
    return found.palette if found.accent else own
