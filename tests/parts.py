"""Office files as dictionaries of parts, to look into and to spoil."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

Parts = dict[str, bytes]


def parts_of(data: bytes) -> Parts:
    """The files of a zip archive by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A zip archive of parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def spoiled(data: bytes, part: str, pattern: str, replacement: str) -> bytes:
    """The file with the first match of a pattern replaced in a part; a pattern that matches nothing is a mistake."""
    parts = parts_of(data)
    text, count = re.subn(pattern, replacement, parts[part].decode(), count=1, flags=re.DOTALL)
    assert count, f"{pattern} is not in {part}"
    return packed(parts | {part: text.encode()})


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The file with a part more, or another in its place."""
    return packed(parts_of(data) | {name: content})
