"""How much of each page of a finished PDF is used, read by another engine."""

from __future__ import annotations

from io import BytesIO

import pypdfium2

TOP, BOTTOM = 70.0, 782.0
"""Where content begins and ends on an A4 page, in points from its upper edge."""
NEAR = 60.0
"""Notes farther than this under the text do not count: a page is not filled by what stands at its foot."""


def used_heights(data: bytes) -> list[float]:
    """For each page, the share of its height that is used down to the lowest ink of its content."""
    return [_used(page) for page in pypdfium2.PdfDocument(BytesIO(data))]


def _used(page: pypdfium2.PdfPage) -> float:
    height = page.get_height()
    spans = sorted(
        (height - top, height - bottom)
        for left, bottom, right, top in (item.get_bounds() for item in page.get_objects(max_depth=3))
        if height - bottom <= BOTTOM + 2 and height - top >= TOP - 2
    )
    lowest = TOP
    for top, bottom in spans:
        if top > lowest + NEAR and bottom > BOTTOM - 60 and lowest > TOP + 200:
            break
        lowest = max(lowest, bottom)
    return (lowest - TOP) / (BOTTOM - TOP)
