"""Photographs as cameras and scanners write them stand upright, and show what they show."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from rapport.edition.picture import Picture
from rapport.origin import NOWHERE
from rapport.read.pictures import read_picture

HELD = 0x0112
WIDE, HIGH = 40, 20


def read(folder: Path, name: str, image: Image.Image, held: int = 1) -> Picture:
    exif = Image.Exif()
    exif[HELD] = held
    image.save(folder / name, exif=exif)
    picture, problems = read_picture(folder, name, NOWHERE)
    assert picture is not None
    assert not problems
    return picture


@pytest.mark.parametrize("name", ["photo.jpg", "photo.png"])
@pytest.mark.parametrize(
    ("held", "size", "red"),
    [
        (1, (WIDE, HIGH), (2, 10)),
        (3, (WIDE, HIGH), (WIDE - 3, 10)),
        (6, (HIGH, WIDE), (10, 2)),
        (8, (HIGH, WIDE), (10, WIDE - 3)),
    ],
)
def test_a_photograph_stands_upright(
    name: str, held: int, size: tuple[int, int], red: tuple[int, int], tmp_path: Path
) -> None:
    """What is red at the left of the sensor is on top where the camera was held to be turned to the right."""
    image = Image.new("RGB", (WIDE, HIGH), "white")
    image.paste((255, 0, 0), (0, 0, 8, HIGH))
    picture = read(tmp_path, name, image, held)
    assert (picture.width, picture.height) == size
    seen = Image.open(io.BytesIO(picture.data)).convert("RGB")
    assert seen.size == size
    found = seen.getpixel(red)
    assert isinstance(found, tuple)
    assert found[0] > 200
    assert found[1] < 60
    assert seen.getexif().get(HELD, 1) == 1


def test_grey_of_sixteen_bits_is_the_same_grey(tmp_path: Path) -> None:
    image = Image.new("I;16", (3, 1))
    image.putdata([0, 32_896, 65_535])
    seen = Image.open(io.BytesIO(read(tmp_path, "scan.png", image).data))
    assert seen.mode == "L"
    assert list(seen.tobytes()) == [0, 128, 255]


def test_any_other_file_keeps_its_bytes(tmp_path: Path) -> None:
    picture = read(tmp_path, "photo.jpg", Image.new("RGB", (WIDE, HIGH), "navy"))
    assert picture.data == (tmp_path / "photo.jpg").read_bytes()
