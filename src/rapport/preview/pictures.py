"""Pages of PDF files as pictures for a browser, named by what is drawn on them."""

from __future__ import annotations

import hashlib
import io
import struct
import threading
import zlib
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pikepdf
import pypdfium2
from msgspec import Struct
from msgspec.structs import replace

from rapport.preview.state import OutlineHeading, PreviewPage, Shown

KEPT = 64
"""Pictures kept, encoded: two screens of pages at four sizes."""

LARGEST_SCALE = 4.0
"""Pixels per point; a page of A4 takes 12 MB of memory then."""

MEDIA_TYPE = "image/png"


NONE_ALONE: Mapping[int, str] = {}


class _Sheet(Struct, frozen=True):
    """A page to draw: its file, its place in it from 0."""

    file: pypdfium2.PdfDocument
    index: int


class Pictures:
    """The newest files by document name, and pictures of their pages.

    One lock for all of it: PDFium is not made for threads. Files are closed by hand: their memory is not Python's.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._files: dict[str, list[pypdfium2.PdfDocument]] = {}
        self._sheets: dict[tuple[str, int, str], _Sheet] = {}
        """By the name of the document, the number of the page from 1 and the key of its picture."""
        self._names: dict[str, dict[str, str]] = {}
        """By the name of the document, the keys that pages have in their file, and those they are known by."""
        self._kept: OrderedDict[tuple[str, float], bytes] = OrderedDict()
        self._awaited: frozenset[str] = frozenset()
        self._fetched = threading.Event()
        self._fetched.set()

    def wait(self, seconds: float) -> None:
        """Until somebody has fetched a page that was last published alone, so long at most."""
        self._fetched.wait(seconds)

    def publish_alone(self, name: str, numbers: Sequence[int], data: bytes, last: Shown) -> Shown:
        """Takes pages of a document that is still being made; the others stay those of the last one."""
        keys = dict(zip(numbers, page_keys(data), strict=True))
        with self._lock:
            self._add(name, tuple(keys.items()), data)
            self._awaited = frozenset(keys.values()).difference(page.key for page in last.pages)
            if self._awaited:
                self._fetched.clear()
        pages = (replace(page, key=keys.get(number, page.key)) for number, page in enumerate(last.pages, start=1))
        return replace(last, pages=tuple(pages))

    def publish(self, name: str, data: bytes, alone: Mapping[int, str] = NONE_ALONE) -> Shown:
        """Takes a new file in the place of the last of this name.

        Pages that were published `alone`, by their numbers, keep the keys they got then: they look the same.
        """
        found, known = tuple(page_keys(data)), self._names.get(name, {})
        shown = {key: alone.get(number) or known.get(key, key) for number, key in enumerate(found, start=1)}
        keys = tuple(shown[key] for key in found)
        with self._lock:
            self._fetched.set()
            self._forget(name)
            self._names[name] = shown
            pdf = self._add(name, tuple(enumerate(keys, start=1)), data)
            sizes = (pdf.get_page_size(number) for number in range(len(pdf)))
            pages = tuple(PreviewPage(key, width, height) for key, (width, height) in zip(keys, sizes, strict=True))
            return Shown(pages, tuple(_outline(pdf)))

    def forget(self) -> None:
        """Closes all files: another briefing is shown from now on."""
        with self._lock:
            for name in tuple(self._files):
                self._forget(name)

    def _add(self, name: str, keys: Sequence[tuple[int, str]], data: bytes) -> pypdfium2.PdfDocument:
        pdf = pypdfium2.PdfDocument(data)
        self._files.setdefault(name, []).append(pdf)
        for index, (number, key) in enumerate(keys):
            self._sheets[name, number, key] = _Sheet(pdf, index)
        return pdf

    def _forget(self, name: str) -> None:
        for pdf in self._files.pop(name, ()):
            pdf.close()
        self._sheets = {place: sheet for place, sheet in self._sheets.items() if place[0] != name}

    def picture(self, name: str, number: int, key: str, scale: float) -> bytes | None:
        """A page, from 1, as a PNG file; None where its newest picture has another key."""
        scale = round(min(LARGEST_SCALE, max(0.1, scale)), 2)
        with self._lock:
            if (key, scale) in self._kept:
                self._kept.move_to_end((key, scale))
                return self._kept[key, scale]
            sheet = self._sheets.get((name, number, key))
            if sheet is None:
                return None
            data = self._kept[key, scale] = _drawn(sheet.file, sheet.index, scale)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
            if key in self._awaited:
                self._fetched.set()
            return data


def _drawn(pdf: pypdfium2.PdfDocument, index: int, scale: float) -> bytes:
    page = pdf[index]
    bitmap = page.render(scale=scale, rev_byteorder=True)
    data = png(bytes(bitmap.buffer), bitmap.width, bitmap.stride)
    bitmap.close()
    page.close()
    return data


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


SIGNATURE = b"\x89PNG\r\n\x1a\n"
PER_PIXEL = 3
RGB_8 = struct.pack(">5B", 8, 2, 0, 0, 0)
"""Eight bits for each of red, green and blue; rows in order."""
UNFILTERED = b"\x00"

LEVEL = 1
"""Of compression. Rows of a page are mostly equal pixels: at 893 by 1263, 10 ms and 140 kB, where Pillow, which tries
filters on each row, takes 18 and lossless WebP 21 ms (90 kB); higher levels take longer than they save on this machine.
"""


def png(pixels: bytes, width: int, stride: int) -> bytes:
    """A picture of red, green and blue bytes, each row at the start of `stride` bytes."""
    used = width * PER_PIXEL
    starts = range(0, len(pixels), stride)
    rows = b"".join([part for start in starts for part in (UNFILTERED, pixels[start : start + used])])
    head = struct.pack(">II", width, len(starts)) + RGB_8
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, LEVEL)), (b"IEND", b""))
    return SIGNATURE + b"".join(_chunk(name, data) for name, data in parts)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
