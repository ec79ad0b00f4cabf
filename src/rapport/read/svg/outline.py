"""Basic shapes (SVG 1.1, 9) -> the path data that draws them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from rapport.read.svg.refusal import SvgError
from rapport.read.svg.transform import NUMBER

Attributes = Mapping[str, str]
_LENGTH = re.compile(rf"[ \t\r\n]*({NUMBER.pattern})(?:px)?[ \t\r\n]*")


def length(attributes: Attributes, name: str, otherwise: float = 0.0) -> float:
    """A length in user units. Raises SvgError for other units."""
    text = attributes.get(name, "")
    if not text:
        return otherwise
    found = _LENGTH.fullmatch(text)
    if not found:
        raise SvgError(f"«\u00a0{name}\u00a0» vaut «\u00a0{text}\u00a0»", "donnez les longueurs en pixels, sans unité")
    return float(found[1])


def _path(attributes: Attributes) -> str:
    return attributes.get("d", "")


def _rectangle(attributes: Attributes) -> str:
    x, y, width, height = (length(attributes, name) for name in ("x", "y", "width", "height"))
    if width <= 0 or height <= 0:
        return ""
    rx, ry = length(attributes, "rx", -1), length(attributes, "ry", -1)
    rx, ry = (max(0.0, one if one >= 0 else other) for one, other in ((rx, ry), (ry, rx)))
    rx, ry = min(rx, width / 2), min(ry, height / 2)
    if not rx or not ry:
        return f"M{x} {y}h{width}v{height}h{-width}z"
    turn = f"a{rx} {ry} 0 0 1"
    across, down = width - 2 * rx, height - 2 * ry
    right, left = f"h{across}{turn} {rx} {ry}", f"h{-across}{turn} {-rx} {-ry}"
    return f"M{x + rx} {y}{right}v{down}{turn} {-rx} {ry}{left}v{-down}{turn} {rx} {-ry}z"


def _circle(attributes: Attributes) -> str:
    return _oval(attributes, length(attributes, "r"), length(attributes, "r"))


def _ellipse(attributes: Attributes) -> str:
    return _oval(attributes, length(attributes, "rx"), length(attributes, "ry"))


def _oval(attributes: Attributes, rx: float, ry: float) -> str:
    if rx <= 0 or ry <= 0:
        return ""
    half = f"a{rx} {ry} 0 0 1"
    return f"M{length(attributes, 'cx') - rx} {length(attributes, 'cy')}{half} {2 * rx} 0{half} {-2 * rx} 0z"


def _line(attributes: Attributes) -> str:
    x1, y1, x2, y2 = (length(attributes, name) for name in ("x1", "y1", "x2", "y2"))
    return f"M{x1} {y1}L{x2} {y2}"


def _polyline(attributes: Attributes) -> str:
    numbers = NUMBER.findall(attributes.get("points", ""))
    return f"M{' '.join(numbers[: len(numbers) // 2 * 2])}" if len(numbers) >= 4 else ""


def _polygon(attributes: Attributes) -> str:
    drawn = _polyline(attributes)
    return f"{drawn}z" if drawn else ""


OUTLINES: Mapping[str, Callable[[Attributes], str]] = {
    "path": _path,
    "rect": _rectangle,
    "circle": _circle,
    "ellipse": _ellipse,
    "line": _line,
    "polyline": _polyline,
    "polygon": _polygon,
}
"""What each element draws; a shape without extent draws nothing."""
