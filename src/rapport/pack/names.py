"""Names that mean the same to Windows, macOS and Linux."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LONGEST = 60
"""Characters: leaves room for what is put around a name under the 255 bytes that file systems allow."""
_LIGATURES = str.maketrans(
    {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "’": "-"}
)
_ACCENTS = re.compile("[\u0300-\u036f]+")
_OTHERS = re.compile("[^a-z0-9.]+")
_DOTS = re.compile(r"\.{2,}")
_PORTS = (f"{port}{number}" for port in ("com", "lpt") for number in range(10))
_RESERVED = frozenset(("con", "prn", "aux", "nul", *_PORTS))
"""Devices to Windows, whatever their extension."""


def safe_name(text: str) -> str:
    """A text as part of a file's name: small ASCII letters, digits, dots inside, hyphens between words.

    Empty where nothing of the text can be written so.
    """
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_LIGATURES))
    plain = _OTHERS.sub("-", _ACCENTS.sub("", folded))
    name = _DOTS.sub(".", plain)[:LONGEST].strip("-.")
    return f"{name}-" if name.partition(".")[0] in _RESERVED else name


_briefing_name = lru_cache(maxsize=16)(safe_name)
"""A briefing's name, which thousands of copies share."""


def copy_name(briefing: str, number: int, label: str) -> str:
    """How the names of a numbered copy's files begin: `evian-g7-007-delegation-indienne`. They sort by number."""
    parts = (_briefing_name(briefing), f"{number:03d}", safe_name(label).replace(".", "-"))
    return "-".join(part.strip("-") for part in parts if part)
