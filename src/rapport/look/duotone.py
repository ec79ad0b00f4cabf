"""A photograph as a ground for white words: cut to its place, in tones of one colour."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageOps

from rapport.look.palette import TEXT_MINIMUM, Colour, channels, contrast

DARKEST = 0.35
"""Share of the colour in the darkest tone, the rest black: deep, yet of the same hue."""
CLIPPED = 1
"""Per cent of the pixels at each end that may be lost so that a flat photograph uses all tones."""
WHITE = Colour("#FFFFFF")
STEPS = 256
"""Tones of a grey of eight bits, each with a colour of its own in the palette."""


def duotone(data: bytes, most: tuple[int, int], colour: Colour) -> tuple[bytes, tuple[int, int]]:
    """A PNG of the photograph's middle in the shape of `most`, which is in pixels and never exceeded, and its size.

    White words stand on each of its tones with the contrast of text; `colour` must have it itself. Raises OSError
    where `data` is no picture.
    """
    with Image.open(BytesIO(data)) as opened:
        upright = ImageOps.exif_transpose(opened)
        grey = _over_white(upright).convert("L")
    scale = min(1.0, grey.width / most[0], grey.height / most[1])
    shape = max(1, round(most[0] * scale)), max(1, round(most[1] * scale))
    cut = ImageOps.autocontrast(ImageOps.fit(grey, shape, Image.Resampling.LANCZOS), cutoff=CLIPPED)
    cut.putpalette(_tones(colour))
    written = BytesIO()
    cut.save(written, "PNG", optimize=False, compress_level=9)
    return written.getvalue(), shape


def _over_white(image: Image.Image) -> Image.Image:
    if not image.has_transparency_data:
        return image
    ground = Image.new("RGBA", image.size, WHITE)
    ground.alpha_composite(image.convert("RGBA"))
    return ground


def _tones(colour: Colour) -> list[int]:
    """Red, green and blue of each tone, from the darkest to the lightest that white words can stand on."""
    red, green, blue = channels(colour)
    dark = [DARKEST * channel for channel in (red, green, blue)]
    light = _lightest((red, green, blue))
    return [
        round(255 * (low + (high - low) * step / (STEPS - 1)))
        for step in range(STEPS)
        for low, high in zip(dark, light, strict=True)
    ]


def _lightest(colour: tuple[float, float, float]) -> list[float]:
    """The colour mixed with as much white as white words on it allow."""
    mixed = list(colour)
    for share in range(1, 100):
        lighter = [channel + (1 - channel) * share / 100 for channel in colour]
        if contrast(_written(lighter), WHITE) < TEXT_MINIMUM:
            break
        mixed = lighter
    return mixed


def _written(colour: list[float]) -> Colour:
    return Colour("#" + "".join(f"{round(255 * channel):02X}" for channel in colour))
