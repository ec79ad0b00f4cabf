"""Colours made of others as DrawingML makes them: luminance modified and offset (ECMA-376 part 1, 20.1.2.3.20)."""

from __future__ import annotations

import colorsys

from rapport.look.palette import Colour, channels

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
