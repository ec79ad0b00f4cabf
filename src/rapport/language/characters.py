"""The characters that typography is made of, by name."""

from __future__ import annotations

from typing import Final

NO_BREAK_SPACE: Final = "\u00a0"
NARROW_NO_BREAK_SPACE: Final = "\u202f"
APOSTROPHE: Final = "\u2019"
MINUS: Final = "\u2212"
EN_DASH: Final = "\u2013"
EM_DASH: Final = "\u2014"
MULTIPLICATION: Final = "\u00d7"
ELLIPSIS: Final = "\u2026"
SPACES: Final = " \u00a0\u202f\u2009"
"""Every space an author or a word processor may have typed inside a line; never the line feed."""
