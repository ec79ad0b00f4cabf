"""The charter's faces for tests, straight from their package."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import font_source_sans_pro

from rapport.lines.face import Face, Style

_FILES: dict[Style, str] = {
    "regular": "Regular",
    "italic": "It",
    "semibold": "Semibold",
    "bold": "Bold",
    "bold italic": "BoldIt",
}


@cache
def face(style: Style = "regular", outlines: str = "ttf") -> Face:
    """A style of Source Sans Pro with TrueType ("ttf") or CFF ("otf") outlines."""
    path = Path(font_source_sans_pro.font_directory) / f"SourceSansPro-{_FILES[style]}.{outlines}"
    return Face.of("Source Sans Pro", style, path.read_bytes())
