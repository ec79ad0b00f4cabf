"""A photograph on a cover: cut to its place, in tones of the house's colour on which white words can be read."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from rapport.look.duotone import duotone
from rapport.look.palette import TEXT_MINIMUM, Colour, contrast

GREEN = Colour("#0B5A46")
WHITE = Colour("#FFFFFF")


def photograph(width: int, height: int, mode: str = "RGB", *, turned: bool = False) -> bytes:
    """From black at its left to white at its right; `turned` as a camera held upright saves it."""
    ramp = Image.linear_gradient("L").rotate(90).resize((width, height)).convert(mode)
    exif = Image.Exif()
    if turned:
        exif[0x0112] = 6
    written = BytesIO()
    ramp.save(written, "PNG", exif=exif)
    return written.getvalue()


def tones(data: bytes) -> set[Colour]:
    with Image.open(BytesIO(data)) as image:
        found = image.convert("RGB").getcolors(maxcolors=image.width * image.height) or []
    return {Colour("#{:02X}{:02X}{:02X}".format(*rgb)) for _, rgb in found if isinstance(rgb, tuple)}


def test_the_middle_is_cut_to_the_shape_of_its_place() -> None:
    data, size = duotone(photograph(800, 600), (400, 100), GREEN)
    assert size == (400, 100)
    with Image.open(BytesIO(data)) as image:
        assert image.size == size


def test_a_small_photograph_is_not_blown_up() -> None:
    _, size = duotone(photograph(200, 150), (2000, 500), GREEN)
    assert size == (200, 50)


def test_a_photograph_stands_as_it_was_taken() -> None:
    """Turned by a quarter, what goes from left to right in the file goes down the picture."""
    data, _ = duotone(photograph(300, 300, turned=True), (300, 300), GREEN)
    with Image.open(BytesIO(data)) as image:
        grey = image.convert("L")
        assert abs(grey.getpixel((5, 150)) - grey.getpixel((295, 150))) < 10  # type: ignore[operator]
        assert abs(grey.getpixel((150, 5)) - grey.getpixel((150, 295))) > 50  # type: ignore[operator]


@pytest.mark.parametrize("mode", ["RGB", "L", "RGBA", "P", "I;16", "CMYK"])
def test_any_kind_of_pixels(mode: str) -> None:
    if mode in ("I;16", "CMYK"):
        written = BytesIO()
        Image.new(mode, (40, 40)).save(written, "PNG" if mode == "I;16" else "JPEG")
        data = written.getvalue()
    else:
        data = photograph(40, 40, mode)
    assert duotone(data, (20, 20), GREEN)[1] == (20, 20)


@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_white_words_can_be_read_on_every_tone(channels: tuple[int, int, int]) -> None:
    colour = Colour("#{:02X}{:02X}{:02X}".format(*channels))
    if contrast(colour, WHITE) < TEXT_MINIMUM:  # no charter has it under white words
        return
    data, _ = duotone(photograph(256, 8), (256, 8), colour)
    found = tones(data)
    assert len(found) > 3
    assert min(contrast(tone, WHITE) for tone in found) >= TEXT_MINIMUM - 0.05  # rounded to 255 steps


def test_the_same_photograph_makes_the_same_bytes() -> None:
    assert duotone(photograph(90, 60), (60, 20), GREEN) == duotone(photograph(90, 60), (60, 20), GREEN)
