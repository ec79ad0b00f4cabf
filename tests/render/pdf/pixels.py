"""Small pictures made from nothing."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO

from PIL import Image


def png(width: int, height: int) -> tuple[bytes, str]:
    """The bytes of a grey PNG, and their digest."""
    buffer = BytesIO()
    Image.new("RGB", (width, height), "#808D88").save(buffer, "PNG")
    return buffer.getvalue(), sha256(buffer.getvalue()).hexdigest()
