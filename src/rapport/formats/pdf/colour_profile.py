"""sRGB as an ICC profile, built from its definition: no file to ship, the same bytes everywhere."""

from __future__ import annotations

import struct
from collections.abc import Sequence

_D50 = (0.9642, 1.0, 0.82491)
_CHANNELS = {
    "r": (0.43607, 0.22249, 0.01392),
    "g": (0.38515, 0.71687, 0.09708),
    "b": (0.14307, 0.06061, 0.71410),
}
"""XYZ of the primaries of IEC 61966-2-1, adapted from D65 to D50."""
_ADAPTATION = (1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168)
"""The Bradford matrix of that adaptation."""
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
"""IEC 61966-2-1, 5.2: exponent, slope and offset above the threshold, slope below it, threshold."""
_CREATED = (2000, 1, 1, 0, 0, 0)


def srgb_profile() -> bytes:
    """The profile of an sRGB display (ICC.1:2004-10, version 4.2), under 600 bytes."""
    curve = b"para" + struct.pack(">IHH", 0, 3, 0) + _fixed(_CURVE)
    tags = [
        (b"desc", _text("sRGB IEC61966-2.1")),
        (b"cprt", _text("Public domain")),
        (b"wtpt", _xyz(_D50)),
        (b"chad", b"sf32\0\0\0\0" + _fixed(_ADAPTATION)),
    ]
    for channel, primary in _CHANNELS.items():
        tags += [(f"{channel}XYZ".encode(), _xyz(primary)), (f"{channel}TRC".encode(), curve)]
    return _assemble(tags)


def _assemble(tags: Sequence[tuple[bytes, bytes]]) -> bytes:
    start = 128 + 4 + 12 * len(tags)
    places: dict[bytes, int] = {}
    body = b""
    for _, data in tags:
        if data not in places:  # the three curves are one
            places[data] = start + len(body)
            body += data.ljust(-(-len(data) // 4) * 4, b"\0")
    table = b"".join(struct.pack(">4sII", tag, places[data], len(data)) for tag, data in tags)
    return _header(start + len(body)) + struct.pack(">I", len(tags)) + table + body


def _header(size: int) -> bytes:
    head = struct.pack(">I4sI4s4s4s6H4s", size, b"\0" * 4, 0x04200000, b"mntr", b"RGB ", b"XYZ ", *_CREATED, b"acsp")
    return head.ljust(68, b"\0") + _fixed(_D50) + b"\0" * 48


def _text(text: str) -> bytes:
    data = text.encode("utf-16-be")
    return b"mluc" + struct.pack(">III2s2sII", 0, 1, 12, b"en", b"US", len(data), 28) + data


def _xyz(values: Sequence[float]) -> bytes:
    return b"XYZ \0\0\0\0" + _fixed(values)


def _fixed(values: Sequence[float]) -> bytes:
    return struct.pack(f">{len(values)}i", *(round(value * 65536) for value in values))
