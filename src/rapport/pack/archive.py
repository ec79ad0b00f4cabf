"""A file of a pack."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterable

from msgspec import Struct


class PackedFile(Struct, frozen=True):
    """A file as it will stand in a pack: its name, which holds no folder, and its bytes."""

    name: str
    data: bytes

    @property
    def digest(self) -> str:
        """The SHA-256 of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


DATE = (1980, 1, 1, 0, 0, 0)
"""The first date a zip archive can hold: nothing in a pack depends on the clock."""
UNIX = 3
READABLE = 0o100644
"""An ordinary file, which whoever unpacks it may read: Python's default is its owner alone (APPNOTE, 4.4.15)."""


def archive(files: Iterable[PackedFile]) -> bytes:
    """A zip archive of the files, in their order, stored as they are: documents are compressed already."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as target:
        for file in files:
            entry = zipfile.ZipInfo(file.name, DATE)
            entry.create_system, entry.external_attr = UNIX, READABLE << 16
            target.writestr(entry, file.data)
    return buffer.getvalue()
