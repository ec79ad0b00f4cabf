"""What a PDF may cost, counted on its bytes before any library opens it: streams that unfold, pages, objects."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from rapport.verify.finding import UnreadableError

MAX_FILE = 256 << 20
MAX_UNFOLDED = 192 << 20
"""Bytes of all streams decoded: the largest of ours, with 40 photographs, unfolds to 60 MiB."""
MAX_OBJECTS = 300_000
STREAM = re.compile(rb"stream\r?\n")
OBJECT = re.compile(rb"(?<![0-9])\d{1,10} \d{1,5} obj\b")
DEFLATED = (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda")
CHUNK = 1 << 18
LZW_GROWTH = 1500
"""By how much a code of twelve bits may unfold (ISO 32000-1, 7.4.4)."""


def within_budget(data: bytes) -> None:
    """Raises `UnreadableError` for a file that would take more memory or time than any document of ours."""
    if len(data) > MAX_FILE:
        raise UnreadableError(f"le PDF dépasse {MAX_FILE >> 20}\u00a0Mio")
    left = MAX_UNFOLDED
    end = 0
    for match in STREAM.finditer(data):
        if match.start() < end or data[match.start() - 3 : match.start()] == b"end":
            continue
        used, end = _unfolded(data, match.end(), left, _filters(data, match.start()))
        left -= used
        if left <= 0:
            raise UnreadableError(f"les flux du PDF dépassent {MAX_UNFOLDED >> 20}\u00a0Mio une fois décompressés")
    if sum(1 for _ in OBJECT.finditer(data)) > MAX_OBJECTS:
        raise UnreadableError(f"le PDF compte plus de {MAX_OBJECTS} objets")


def _filters(data: bytes, start: int) -> bytes:
    """The dictionary before a stream, as far as its filters may stand in it."""
    return data[max(0, data.rfind(b"obj", max(0, start - 2048), start)) : start]


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
