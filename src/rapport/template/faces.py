"""Faces that templates name: whether their widths are known, and how much room words in them ask for."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

ARIAL, TIMES, COURIER, VERDANA, CALIBRI = (
    "Liberation Sans",
    "Liberation Serif",
    "Liberation Mono",
    "DejaVu Sans",
    "Carlito",
)
SUBSTITUTES: Mapping[str, str] = {
    **dict.fromkeys(("arial", "helvetica", "helvetica neue", "arimo", "liberation sans", "nimbus sans"), ARIAL),
    **dict.fromkeys(("times new roman", "times", "tinos", "liberation serif", "nimbus roman"), TIMES),
    **dict.fromkeys(("courier new", "courier", "cousine", "liberation mono"), COURIER),
    **dict.fromkeys(("verdana", "dejavu sans", "bitstream vera sans"), VERDANA),
    **dict.fromkeys(("calibri", "carlito"), CALIBRI),
}
"""Faces -> free ones of the same widths, nearly so for Verdana, which programs and our measures go by."""
SPREADS: Mapping[str, float] = {ARIAL: 1.0, TIMES: 1.0, CALIBRI: 1.0, COURIER: 1.27, VERDANA: 1.21}
"""How much wider words are than those that are measured, the wider of our face and Arial; 1 for narrower ones."""
UNKNOWN = 1.05
"""The margin for a face whose widths nobody here knows."""


class FaceUse(Struct, frozen=True):
    """A face and how it is measured: `substitute` has its widths, empty for none; `spread` is the room it is given."""

    name: str
    substitute: str
    spread: float


def face_use(name: str, ours: str) -> FaceUse:
    """How words in a face are measured; `ours` is the family that the program has at hand."""
    if not name or name == ours:
        return FaceUse(name or ours, ours, 1.0)
    substitute = SUBSTITUTES.get(name.lower(), "")
    return FaceUse(name, substitute, SPREADS.get(substitute, UNKNOWN))
