"""What the file says about itself: information dictionary, XMP packet, catalog entries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Properties:
    """Document properties; `date` is given by the caller (aware), never read from a clock."""

    title: str
    author: str
    subject: str
    keywords: tuple[str, ...]
    language: str
    date: datetime


def describe(document: Any, properties: Properties) -> None:
    """Give the document its properties."""
    document.info.title = properties.title
