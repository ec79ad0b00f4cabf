"""The charter's faces for tests, straight from their package."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

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
    file = files("font_source_sans_pro") / "files" / f"SourceSansPro-{_FILES[style]}.{outlines}"
    return Face.of("Source Sans Pro", style, file.read_bytes())
