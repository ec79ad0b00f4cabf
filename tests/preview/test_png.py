"""Pixels written as PNG are the same when they are read."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from rapport.preview.pictures import png


@pytest.mark.parametrize("padding", [0, 2])
@pytest.mark.parametrize("size", [(1, 1), (7, 5), (300, 2)])
def test_a_reader_finds_the_pixels_that_were_written(size: tuple[int, int], padding: int) -> None:
    width, height = size
    rows = [bytes((x * 7 + y * 31 + part) % 256 for x in range(width) for part in range(3)) for y in range(height)]
    written = png(b"".join(row + b"\xff" * padding for row in rows), width, 3 * width + padding)
    read = Image.open(BytesIO(written))
    assert (read.format, read.mode, read.size) == ("PNG", "RGB", size)
    assert read.tobytes() == b"".join(rows)
