"""House styles of English."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from rapport.language.typography.style import Style

ENGLISH: Final = Style(
    "english",
    language="en",
    before_high="",
    before_colon="",
    inside_guillemets="",
    thousands=",",
    before_percent="",
    quotes=("“", "”", "‘", "’"),
)
"""English as the same documents print it: curly marks, spaced en dashes, numbers bound to what they count."""

AMERICAN: Final = replace(ENGLISH, name="american")

ENGLISH_STYLES: Final = {"en_GB": ENGLISH, "en_US": AMERICAN}
"""By locale."""
