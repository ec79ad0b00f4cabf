"""Pages of PDF files as pictures for a browser, named by what is drawn on them."""

from __future__ import annotations

import hashlib
import io
import threading
from collections import OrderedDict
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdfium2

from rapport.preview.state import OutlineHeading, PreviewPage, Shown

KEPT = 64
"""Pictures kept, encoded: two screens of pages at four sizes."""

LARGEST_SCALE = 4.0
"""Pixels per point; a page of A4 takes 12 MB of memory then."""

ENCODING: dict[str, Any] = {"format": "WEBP", "lossless": True, "method": 1, "quality": 20}
"""Exact, small and fast: encoding costs five times as much as drawing, and these values the least of those that lose
nothing (11 ms a page of A4 at 1.5 pixels per point)."""

MEDIA_TYPE = "image/webp"


class Pictures:
    """The newest files by document name, and pictures of their pages.

    One lock for all of it: PDFium is not made for threads. Files are closed by hand: their memory is not Python's.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._files: dict[str, tuple[pypdfium2.PdfDocument, tuple[PreviewPage, ...]]] = {}
        self._kept: OrderedDict[tuple[str, float], bytes] = OrderedDict()

    def publish(self, name: str, data: bytes) -> Shown:
        """Takes a new file in the place of the last of this name."""
        keys = tuple(page_keys(data))
        with self._lock:
            old = self._files.pop(name, None)
            if old is not None:
                old[0].close()
            pdf = pypdfium2.PdfDocument(data)
            sizes = (pdf.get_page_size(number) for number in range(len(pdf)))
            pages = tuple(PreviewPage(key, width, height) for key, (width, height) in zip(keys, sizes, strict=True))
            self._files[name] = pdf, pages
            return Shown(pages, tuple(_outline(pdf)))

    def forget(self) -> None:
        """Closes all files: another briefing is shown from now on."""
        with self._lock:
            for pdf, _ in self._files.values():
                pdf.close()
            self._files.clear()

    def picture(self, name: str, number: int, key: str, scale: float) -> bytes | None:
        """A page, from 1, as WebP; None where its newest picture has another key."""
        scale = round(min(LARGEST_SCALE, max(0.1, scale)), 2)
        with self._lock:
            if (key, scale) in self._kept:
                self._kept.move_to_end((key, scale))
                return self._kept[key, scale]
            pdf, pages = self._files.get(name, (None, ()))
            if pdf is None or not 1 <= number <= len(pages) or pages[number - 1].key != key:
                return None
            data = self._kept[key, scale] = _drawn(pdf, number - 1, scale)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
            return data


def _drawn(pdf: pypdfium2.PdfDocument, index: int, scale: float) -> bytes:
    page = pdf[index]
    bitmap = page.render(scale=scale, rev_byteorder=True)
    out = io.BytesIO()
    bitmap.to_pil().save(out, **ENCODING)
    bitmap.close()
    page.close()
    return out.getvalue()


def _outline(pdf: pypdfium2.PdfDocument) -> Iterator[OutlineHeading]:
    for mark in pdf.get_toc():
        destination = mark.get_dest()
        if destination is not None and destination.get_index() is not None:
            yield OutlineHeading(mark.get_title(), mark.level, destination.get_index() + 1)


def page_keys(data: bytes) -> Iterator[str]:
    """A name for each page, of its code and of the font programs it is shown with: without its subset a glyph number
    means nothing.
    """
    with pikepdf.open(io.BytesIO(data)) as pdf:
        programs: dict[tuple[int, int], bytes] = {}
        for page in pdf.pages:
            digest = hashlib.blake2b(page.Contents.read_bytes(), digest_size=9)
            for name, font in sorted(page.Resources.get("/Font", {}).items()):
                digest.update(name.encode() + _program(font, programs))
            yield digest.hexdigest()


def _program(font: Any, programs: dict[tuple[int, int], bytes]) -> bytes:
    if "/DescendantFonts" not in font:
        return b""
    descriptor = font.DescendantFonts[0].FontDescriptor
    stream = next(descriptor[key] for key in ("/FontFile2", "/FontFile3") if key in descriptor)
    if stream.objgen not in programs:
        programs[stream.objgen] = hashlib.blake2b(stream.read_raw_bytes()).digest()
    return programs[stream.objgen]
