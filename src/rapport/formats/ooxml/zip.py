"""Zip archives whose bytes depend on their content alone (APPNOTE.TXT 6.3.10).

Members may hold a few bytes that stand in the archive as they are, so that they can be exchanged in the finished file:
what is before and after them is compressed, and they are a block of their own that is not (RFC 1951, 3.2.4).
"""

from __future__ import annotations

import re
import struct
import zlib
from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

_DATE = 1 << 5 | 1
"""1 January 1980, the first day there is (4.4.6)."""
_VERSION, _STORED, _DEFLATED = 20, 0, 8
_LEVEL, _WINDOW = 6, -15
_COMPRESSED = (".xlsx", ".png", ".jpg", ".jpeg", ".gif", ".fntdata")
_FIRST = ("[Content_Types].xml", "_rels/.rels")
_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_BLOCK = struct.Struct("<BHH")
_LOCAL_CRC, _CENTRAL_CRC = 14, 16
"""Where the checksum stands in the header of a member (4.3.7) and in the directory (4.3.12)."""
_LARGEST = 0xFFFF
"""Of a block and of what such an archive counts; more wants a format of its own (4.3.9, 4.3.14)."""


class Member(Struct, frozen=True):
    """One file of an archive; its bytes in the range `plain`, empty for none, stand in the archive as they are."""

    name: str
    data: bytes
    plain: tuple[int, int] = (0, 0)


class ZipStretch(Struct, frozen=True):
    """Where a member's plain bytes begin and how many they are.

    The member's checksum is written at `checksums`; `seed` is that of the bytes before, `tail` are those after.
    """

    name: str
    start: int
    length: int
    checksums: tuple[int, int]
    seed: int
    tail: bytes


class ZipArchive(Struct, frozen=True):
    """A zip archive and its stretches of plain bytes, in order."""

    data: bytes
    stretches: tuple[ZipStretch, ...]


class _Packed(Struct, frozen=True):
    """A member as it stands in the archive; `lead` bytes come before the plain ones."""

    member: Member
    method: int
    data: bytes
    lead: int
    checksum: int

    @property
    def name(self) -> bytes:
        return self.member.name.encode("ascii")

    @property
    def measures(self) -> tuple[int, ...]:
        """What both headers say from the method to the lengths of name and extra field."""
        return self.method, 0, _DATE, self.checksum, len(self.data), len(self.member.data), len(self.name), 0


def archive(members: Iterable[Member]) -> ZipArchive:
    """A zip archive: the package's own files first, then by name with numbers in numeric order, exchangeable ones last.

    Raises ValueError for a name that comes twice or is not ASCII, and for more than the format holds.
    """
    ordered = sorted(members, key=_sort_key)
    _refuse_duplicates(member.name for member in ordered)
    packed = [_stored(member) if member.name.lower().endswith(_COMPRESSED) else _deflated(member) for member in ordered]
    offsets, size = [], 0
    for item in packed:
        offsets.append(size)
        size += _LOCAL.size + len(item.name) + len(item.data)
    local = b"".join(_LOCAL.pack(b"PK\3\4", _VERSION, 0, *item.measures) + item.name + item.data for item in packed)
    entries = [_entry(item, offset) for item, offset in zip(packed, offsets, strict=True)]
    data = local + b"".join(entries) + _end(entries, size)
    return ZipArchive(data, tuple(_stretches(packed, offsets, size)))


def _stored(member: Member) -> _Packed:
    return _Packed(member, _STORED, member.data, member.plain[0], zlib.crc32(member.data))


def _deflated(member: Member) -> _Packed:
    first, last = member.plain
    if first == last:
        return _Packed(member, _DEFLATED, _compressed(member.data), 0, zlib.crc32(member.data))
    if last - first > _LARGEST:
        raise ValueError(f"too many plain bytes in {member.name}")
    opening = zlib.compressobj(_LEVEL, zlib.DEFLATED, _WINDOW)
    before = opening.compress(member.data[:first]) + opening.flush(zlib.Z_FULL_FLUSH)
    before += _BLOCK.pack(0, last - first, last - first ^ _LARGEST)
    data = before + member.data[first:last] + _compressed(member.data[last:])
    return _Packed(member, _DEFLATED, data, len(before), zlib.crc32(member.data))


def _compressed(data: bytes) -> bytes:
    return zlib.compress(data, _LEVEL, _WINDOW)


def _entry(item: _Packed, offset: int) -> bytes:
    return _CENTRAL.pack(b"PK\1\2", _VERSION, _VERSION, 0, *item.measures, 0, 0, 0, 0, offset) + item.name


def _end(entries: list[bytes], offset: int) -> bytes:
    size = sum(map(len, entries))
    if len(entries) >= _LARGEST or offset + size > 0xFFFFFFFF:
        raise ValueError("too much for one archive")
    return _END.pack(b"PK\5\6", 0, 0, len(entries), len(entries), size, offset, 0)


def _stretches(packed: list[_Packed], offsets: list[int], directory: int) -> Iterable[ZipStretch]:
    for item, offset in zip(packed, offsets, strict=True):
        first, last = item.member.plain
        if first < last:
            start = offset + _LOCAL.size + len(item.name) + item.lead
            checksums = (offset + _LOCAL_CRC, directory + _CENTRAL_CRC)
            seed, tail = zlib.crc32(item.member.data[:first]), item.member.data[last:]
            yield ZipStretch(item.member.name, start, last - first, checksums, seed, tail)
        directory += _CENTRAL.size + len(item.name)


def _sort_key(member: Member) -> tuple[bool, int, list[tuple[str, int]]]:
    """`slide10.xml` comes after `slide9.xml`; the package's table of contents comes first of all."""
    rank = _FIRST.index(member.name) if member.name in _FIRST else len(_FIRST)
    pieces = re.findall(r"(\D*)(\d*)", member.name)
    return member.plain != (0, 0), rank, [(word, int(digits or 0)) for word, digits in pieces]


def _refuse_duplicates(names: Iterable[str]) -> None:
    twice = [name for name, count in Counter(names).items() if count > 1]
    if twice:
        raise ValueError(f"twice in the archive: {', '.join(twice)}")
