"""What a PDF may cost, counted on its bytes before any library opens it: streams that unfold, pages, objects."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from rapport.verify.finding import UnreadableError

MAX_FILE = 256 << 20
MAX_UNFOLDED = 64 << 20
"""Bytes of all streams decoded, pictures aside: a brief of 13 pages unfolds to 1 MiB, most of it fonts."""
MAX_DOTS = 1 << 30
"""Dots of all pictures: a hundred photographs of a good camera."""
MAX_OBJECTS = 200_000
STREAM = re.compile(rb"stream\r?\n")
DEFLATED = (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda")
CHUNK = 1 << 18
SIZE = re.compile(rb"/(?:Width|Height|W|H)\s+(\d{1,9})\b")
LZW_GROWTH = 1500
"""By how much a code of twelve bits may unfold (ISO 32000-1, 7.4.4)."""


def within_budget(data: bytes) -> None:
    """Raises `UnreadableError` for a file that would take more memory or time than any document of ours."""
    if len(data) > MAX_FILE:
        raise UnreadableError(f"le PDF dépasse {MAX_FILE >> 20}\u00a0Mio")
    left, dots = MAX_UNFOLDED, MAX_DOTS
    end = 0
    for match in STREAM.finditer(data):
        if match.start() < end or data[match.start() - 3 : match.start()] == b"end":
            continue
        entries = _entries(data, match.start())
        if _is_picture(entries):
            dots -= _dots(entries)
            continue
        used, end = _unfolded(data, match.end(), left, entries)
        left -= used
        if left <= 0 or dots < 0:
            raise UnreadableError(f"les flux du PDF dépassent {MAX_UNFOLDED >> 20}\u00a0Mio une fois décompressés")
    if data.count(b" obj") > MAX_OBJECTS:
        raise UnreadableError(f"le PDF compte plus de {MAX_OBJECTS} objets")


def _entries(data: bytes, start: int) -> bytes:
    """The dictionary before a stream, as far as its filters may stand in it."""
    return data[max(0, data.rfind(b"obj", max(0, start - 2048), start)) : start]


def _is_picture(entries: bytes) -> bool:
    """Whether a stream is a picture, which engines unfold to the size it declares and no further."""
    return b"/Image" in entries and b"/ObjStm" not in entries and b"/XRef" not in entries and b"/Height" in entries


def _dots(entries: bytes) -> int:
    sizes = [int(size) for size in SIZE.findall(entries)]
    return sizes[0] * sizes[1] if len(sizes) > 1 else 0


def _unfolded(data: bytes, start: int, left: int, entries: bytes) -> tuple[int, int]:
    """How many bytes a stream unfolds to, up to `left`, and where it ends."""
    if b"LZW" in entries:
        end = max(data.find(b"endstream", start), start)
        return LZW_GROWTH * (end - start), end
    if data[start : start + 2] not in DEFLATED:
        return 0, start
    twice = entries.count(b"FlateDecode") + len(re.findall(rb"/Fl\b", entries)) > 1
    inflater, second = zlib.decompressobj(), zlib.decompressobj()
    used = 0
    try:
        for piece in _pieces(inflater, data, start):
            used += len(piece)
            if twice:
                used += _length(second, piece, left - used)
            if used > left:
                break
    except zlib.error:
        return used, start
    return used, start


def _pieces(inflater: zlib._Decompress, data: bytes, start: int) -> Iterator[bytes]:
    """The decoded bytes of the stream that begins at `start`, piece by piece."""
    while start < len(data) and not inflater.eof:
        piece = data[start : start + CHUNK]
        start += CHUNK
        while piece and not inflater.eof:
            yield inflater.decompress(piece, CHUNK)
            piece = inflater.unconsumed_tail


def _length(inflater: zlib._Decompress, piece: bytes, left: int) -> int:
    """The length of what a piece unfolds to once more, counted up to `left`."""
    count = 0
    while piece and count <= left and not inflater.eof:
        count += len(inflater.decompress(piece, CHUNK))
        piece = inflater.unconsumed_tail
    return count
