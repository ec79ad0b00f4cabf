"""What a font descriptor says of a face (ISO 32000-1, 9.8)."""

from __future__ import annotations

import struct

import uharfbuzz as hb
from msgspec import Struct

_STEM = 80
"""Vertical stem width: no table gives it, and readers use it only for a missing font program."""


class Metrics(Struct, frozen=True):
    """Lengths in thousandths of the em, the angle in degrees counter-clockwise from the vertical."""

    name: str
    box: tuple[int, ...]
    italic_angle: int
    ascent: int
    descent: int
    cap_height: int
    stem: int = _STEM


def read_metrics(face: hb.Face) -> Metrics:
    """The metrics of a face; its PostScript name without the characters that a PDF name cannot hold."""
    font = hb.Font(face)
    scale = 1000 / face.upem
    extents = font.get_font_extents("ltr")
    box = struct.unpack_from(">4h", face.reference_table("head").data, 36)
    angle: int = struct.unpack_from(">l", face.reference_table("post").data, 4)[0]
    cap_height = font.get_metric_position_with_fallback(hb.OTMetricsTag.CAP_HEIGHT)
    return Metrics(
        name=_printable(face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or "Face"),
        box=tuple(round(value * scale) for value in box),
        italic_angle=round(angle / 65536),
        ascent=round(extents.ascender * scale),
        descent=round(extents.descender * scale),
        cap_height=round(cap_height * scale),
    )


def _printable(name: str) -> str:
    return "".join(character for character in name if character.isalnum() or character == "-")
