"""Colours and how far apart they are."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Iterator
from typing import Literal, NewType

from msgspec import Struct

Colour = NewType("Colour", str)
"""An sRGB colour, `#RRGGBB`."""

HEX = re.compile(r"#[0-9A-Fa-f]{6}")


def channels(colour: Colour) -> tuple[float, float, float]:
    """Red, green and blue from 0 to 1."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def luminance(colour: Colour) -> float:
    """Relative luminance from 0 to 1 (WCAG 2.2, "relative luminance")."""
    red, green, blue = (_linear(channel) for channel in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """Contrast ratio from 1 to 21, whatever the order (WCAG 2.2, "contrast ratio")."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


TextColour = Literal["ink", "grey", "accent", "white"]
ColourName = Literal["ink", "grey", "context", "rule", "accent", "tint", "paper", "white"]

TEXT_MINIMUM = 4.5
"""Contrast of text on its ground (WCAG 2.2, 1.4.3)."""
GRAPHIC_MINIMUM = 3.0
"""Contrast of what must be seen to understand (WCAG 2.2, 1.4.11)."""

TEXT_PAIRS: tuple[tuple[TextColour, ColourName], ...] = (
    ("ink", "white"),
    ("ink", "paper"),
    ("grey", "white"),
    ("grey", "paper"),
    ("accent", "white"),
    ("accent", "paper"),
    ("white", "accent"),
)
GRAPHIC_PAIRS: tuple[tuple[ColourName, ColourName], ...] = (
    ("context", "white"),
    ("context", "paper"),
    ("accent", "tint"),
)


class Palette(Struct, frozen=True):
    """One accent, its tint, and neutrals. `rule` is decoration and may stay under 3:1."""

    ink: Colour
    """Titles, body, strong rules."""
    grey: Colour
    """Secondary text: captions, sources, qualifiers."""
    context: Colour
    """Marks of lesser weight in charts and timelines; never text."""
    rule: Colour
    """Hairlines and gridlines; never text."""
    accent: Colour
    """Kickers, signs, marks, the ground of covers."""
    tint: Colour
    """Fill of planned bars, always within an accent outline."""
    paper: Colour
    """Ground of callouts and bands."""
    white: Colour

    def __getitem__(self, name: ColourName) -> Colour:
        """The colour of a role."""
        colour: Colour = getattr(self, name)
        return colour


class WeakPair(Struct, frozen=True):
    """Two colours that stand too close: `ratio` is under `minimum`."""

    front: ColourName
    ground: ColourName
    ratio: float
    minimum: float


def weak_pairs(palette: Palette) -> Iterator[WeakPair]:
    """Every pair the charter uses whose contrast is too low; none for a sound palette."""
    wanted = [(pair, TEXT_MINIMUM) for pair in TEXT_PAIRS] + [(pair, GRAPHIC_MINIMUM) for pair in GRAPHIC_PAIRS]
    for (front, ground), minimum in wanted:
        ratio = contrast(palette[front], palette[ground])
        if ratio < minimum:
            yield WeakPair(front, ground, ratio, minimum)


GAMMA = 2.2
"""Of sRGB, nearly."""


def toned(colour: Colour, modified: float, offset: float = 0.0) -> Colour:
    """The colour with its HSL luminance times `modified` plus `offset`, within its bounds."""
    hue, light, saturation = colorsys.rgb_to_hls(*channels(colour))
    return of_channels(*colorsys.hls_to_rgb(hue, min(1.0, max(0.0, light * modified + offset)), saturation))


def saturated(colour: Colour, modified: float) -> Colour:
    """The colour with its HSL saturation times `modified`."""
    hue, light, saturation = colorsys.rgb_to_hls(*channels(colour))
    return of_channels(*colorsys.hls_to_rgb(hue, light, min(1.0, saturation * modified)))


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """So much of one, the rest of the other; in sRGB, as fills that let light through are drawn."""
    parts = zip(channels(one), channels(other), strict=True)
    return of_channels(*(share * a + (1 - share) * b for a, b in parts))


def blended(one: Colour, other: Colour, share: float) -> Colour:
    """The same in linear light, as Office makes tints and shades: black at 75 % of itself is #898989."""
    parts = zip(channels(one), channels(other), strict=True)
    return of_channels(*((share * a**GAMMA + (1 - share) * b**GAMMA) ** (1 / GAMMA) for a, b in parts))


def of_channels(red: float, green: float, blue: float) -> Colour:
    """The colour of channels from 0 to 1."""
    values = (round(255 * min(1.0, max(0.0, value))) for value in (red, green, blue))
    return Colour("#" + "".join(f"{value:02X}" for value in values))


def saturation_of(colour: Colour) -> float:
    """How far from grey, 0 to 1: the widest distance between channels."""
    values = channels(colour)
    return max(values) - min(values)
