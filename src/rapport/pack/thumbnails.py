"""Pages of a PDF in small, as PNG: what a page that presents documents shows of them."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator

import pypdfium2
from PIL import Image

from rapport.edition.picture import Picture, Preview

COLOURS = 64
"""A page of text and few tones needs no more; a quarter of the bytes of full colour. An octree finds them in an eighth
of the time that the median cut takes, and looks the same."""
LEVEL = 6
"""Of deflate: the highest takes three times as long for six bytes in a hundred."""


def thumbnails(pdf: bytes, name: str, width: int) -> Iterator[Preview]:
    """Every page of a PDF, `width` pixels wide; the same file gives the same bytes. `name` begins the pictures' names.

    Raises pypdfium2.PdfiumError for what is no PDF.
    """
    document = pypdfium2.PdfDocument(pdf)
    try:
        titles = _titles(document)
        for index in range(len(document)):
            data, height = _drawn(document[index], width)
            digest = hashlib.sha256(data).hexdigest()
            picture = Picture(f"{name}-{index + 1}.png", data, digest, "image/png", width, height)
            yield Preview(index + 1, titles.get(index, ""), picture)
    finally:
        document.close()


def _titles(document: pypdfium2.PdfDocument) -> dict[int, str]:
    """The first entry of the outline for each page, by the page's index."""
    titles: dict[int, str] = {}
    for entry in document.get_toc():
        destination = entry.get_dest()
        if destination is not None and destination.get_index() is not None:
            titles.setdefault(destination.get_index(), entry.get_title())
    return titles


def _drawn(page: pypdfium2.PdfPage, width: int) -> tuple[bytes, int]:
    """A page as PNG bytes, and its height in pixels."""
    bitmap = page.render(scale=width / page.get_width(), rev_byteorder=True)
    picture = bitmap.to_pil().convert("RGB")
    few = picture.resize((width, picture.height), Image.Resampling.LANCZOS) if picture.width != width else picture
    target = io.BytesIO()
    few.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(target, "PNG", compress_level=LEVEL)
    return target.getvalue(), few.height
