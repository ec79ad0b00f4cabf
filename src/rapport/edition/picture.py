"""A picture of the content."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Picture:
    """An image file: its bytes, their SHA-256, its media type and its size in pixels (points for a vector picture)."""

    name: str
    data: bytes = field(repr=False)
    digest: str
    media_type: str
    width: int
    height: int
