"""Zip archives whose bytes depend on their content alone."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Container, Iterable
from dataclasses import dataclass
from io import BytesIO

_DATE = (1980, 1, 1, 0, 0, 0)
_LEVEL = 6
_COMPRESSED = (".xlsx", ".png", ".jpg", ".jpeg", ".gif", ".fntdata")
_FIRST = ("[Content_Types].xml", "_rels/.rels")
_LOCAL_HEADER, _LOCAL_CRC = 30, 14
"""Length of a local file header without the name, and the checksum's place in it (APPNOTE 4.3.7)."""
_CENTRAL_HEADER, _CENTRAL_CRC = 46, 16
"""The same of an entry in the central directory (4.3.12). We write no extra field."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where a stored member's bytes begin, how many they are, and where its checksum is written."""

    start: int
    length: int
    checksums: tuple[int, ...]


def archive(members: Iterable[Member], stored: Container[str] = ()) -> bytes:
    """A zip archive: the package's own files first, then by name with numbers in numeric order.

    Already compressed kinds are stored as they are, and so are the members named in `stored`, whose bytes can
    then be exchanged in place (see `stretch_of`). Raises ValueError if a name comes twice.
    """
    ordered = sorted(members, key=lambda member: _sort_key(member.name))
    _refuse_duplicates(member.name for member in ordered)
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", compresslevel=_LEVEL) as target:
        for member in ordered:
            target.writestr(_entry(member.name, stored), member.data)
    return buffer.getvalue()


def stretch_of(data: bytes, name: str) -> Stretch:
    """Where a stored member stands in an archive made here. Raises ValueError if it is compressed."""
    with zipfile.ZipFile(BytesIO(data)) as source:
        entry = source.getinfo(name)
    if entry.compress_type != zipfile.ZIP_STORED:
        raise ValueError(f"{name} is compressed")
    start = entry.header_offset + _LOCAL_HEADER + len(name.encode())
    directory = data.rindex(name.encode()) - _CENTRAL_HEADER
    return Stretch(start, entry.file_size, (entry.header_offset + _LOCAL_CRC, directory + _CENTRAL_CRC))


def _entry(name: str, stored: Container[str]) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _DATE)
    entry.create_system = 0
    as_is = name in stored or name.lower().endswith(_COMPRESSED)
    entry.compress_type = zipfile.ZIP_STORED if as_is else zipfile.ZIP_DEFLATED
    return entry


def _sort_key(name: str) -> tuple[int, list[tuple[str, int]]]:
    """`slide10.xml` comes after `slide9.xml`; the package's table of contents comes first of all."""
    rank = _FIRST.index(name) if name in _FIRST else len(_FIRST)
    pieces = re.findall(r"(\D*)(\d*)", name)
    return rank, [(word, int(digits or 0)) for word, digits in pieces]


def _refuse_duplicates(names: Iterable[str]) -> None:
    twice = [name for name, count in Counter(names).items() if count > 1]
    if twice:
        raise ValueError(f"twice in the archive: {', '.join(twice)}")
