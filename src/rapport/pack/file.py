"""A file of a pack."""

from __future__ import annotations

import hashlib

from msgspec import Struct


class PackedFile(Struct, frozen=True):
    """A file as it will stand in a pack: its name, which holds no folder, and its bytes."""

    name: str
    data: bytes

    @property
    def digest(self) -> str:
        """The SHA-256 of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()
