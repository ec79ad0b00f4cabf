"""The colours of a page: each text with its size, and what was painted under it last (ISO 32000-1, 8.4 to 8.6)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pikepdf
from msgspec import Struct, field

from rapport.verify.pdf.stream import Instructions

WHITE = (1.0, 1.0, 1.0)

Rgb = tuple[float, float, float]
Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""
Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Inked(Struct, frozen=True):
    """A text shown: its colour, that of the ground under its first character, its size in points, its font's name."""

    colour: Rgb
    ground: Rgb
    size: float
    font: str


class _State(Struct):
    """What `q` keeps and `Q` brings back."""

    matrix: Matrix = IDENTITY
    fill: Rgb = (0.0, 0.0, 0.0)
    size: float = 0.0
    font: str = ""
    visible: bool = True

    def copy(self) -> _State:
        return _State(self.matrix, self.fill, self.size, self.font, self.visible)


class Area(Struct, frozen=True):
    """A straight-sided area: the rectangle around it, and its corners where it is none itself."""

    around: Box
    corners: tuple[tuple[float, float], ...] = ()

    def holds(self, x: float, y: float) -> bool:
        left, low, right, high = self.around
        if not (left <= x <= right and low <= y <= high):
            return False
        sides = zip(self.corners, (*self.corners[1:], *self.corners[:1]), strict=True)
        crossed = (x < a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1]) for a, b in sides if (a[1] > y) != (b[1] > y))
        return not self.corners or sum(crossed) % 2 == 1


class _Painter(Struct):
    """Follows the operators of a page; rectangles filled are grounds for what is shown later."""

    state: _State = field(default_factory=_State)
    saved: list[_State] = field(default_factory=list)
    text: Matrix = IDENTITY
    path: list[Area] = field(default_factory=list)
    corners: list[tuple[float, float]] = field(default_factory=list)
    grounds: list[tuple[Area, Rgb | None]] = field(default_factory=list)

    def ground(self, x: float, y: float) -> Rgb | None:
        """The colour of the last area filled there, white where none was; None over a picture."""
        return next((colour for area, colour in reversed(self.grounds) if area.holds(x, y)), WHITE)


def inked(instructions: Instructions, page: pikepdf.Page) -> frozenset[Inked] | None:
    """The looks of the texts that a page itself shows on a plain ground, forms left out; None for damaged colours."""
    try:
        return frozenset(_inked(instructions, page))
    except (pikepdf.PdfError, TypeError, ValueError, IndexError, AttributeError):
        return None


def _inked(instructions: Instructions, page: pikepdf.Page) -> Iterator[Inked]:
    painter = _Painter()
    for operator, instruction in instructions:
        if operator in ("Tj", "TJ"):
            shown = _shown(painter)
            if shown is not None:
                yield shown
        elif operator in _NUMERIC:
            _NUMERIC[operator](painter, [float(operand) for operand in instruction.operands])
        elif operator in _PLAIN:
            _PLAIN[operator](painter)
        elif operator == "Tf":
            _font(painter, list(instruction.operands), page)
        elif operator == "Do":
            painter.grounds.append((Area(_box(painter.state.matrix, 0, 0, 1, 1)), None))


def _font(painter: _Painter, operands: list[pikepdf.Object], page: pikepdf.Page) -> None:
    fonts = page.obj.get("/Resources", pikepdf.Dictionary()).get("/Font", pikepdf.Dictionary())
    font = fonts.get(str(operands[0]), pikepdf.Dictionary())
    painter.state.font, painter.state.size = str(font.get("/BaseFont", "")), float(operands[1])


def _shown(painter: _Painter) -> Inked | None:
    state = painter.state
    whole = _times(painter.text, state.matrix)
    height = (whole[2] ** 2 + whole[3] ** 2) ** 0.5
    under = painter.ground(whole[4] + 0.1, whole[5] + 0.1)
    if under is None or not state.visible:
        return None
    return Inked(state.fill, under, state.size * height, state.font)


def _times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _box(matrix: Matrix, x: float, y: float, width: float, height: float) -> Box:
    return _around([_placed(matrix, u, v) for u in (x, x + width) for v in (y, y + height)])


def _placed(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _around(corners: list[tuple[float, float]]) -> Box:
    across, down = zip(*corners, strict=True)
    return min(across), min(down), max(across), max(down)


def _matrix(values: list[float]) -> Matrix:
    a, b, c, d, e, f = values
    return a, b, c, d, e, f


def _cm(painter: _Painter, values: list[float]) -> None:
    painter.state.matrix = _times(_matrix(values), painter.state.matrix)


def _set_text(painter: _Painter, values: list[float]) -> None:
    painter.text = _matrix(values)


def _move_text(painter: _Painter, values: list[float]) -> None:
    painter.text = _times((1.0, 0.0, 0.0, 1.0, values[0], values[1]), painter.text)


def _rgb(painter: _Painter, values: list[float]) -> None:
    painter.state.fill = values[0], values[1], values[2]


def _grey(painter: _Painter, values: list[float]) -> None:
    painter.state.fill = values[0], values[0], values[0]


def _cmyk(painter: _Painter, values: list[float]) -> None:
    cyan, magenta, yellow, black = values
    painter.state.fill = (1 - cyan) * (1 - black), (1 - magenta) * (1 - black), (1 - yellow) * (1 - black)


def _rectangle(painter: _Painter, values: list[float]) -> None:
    painter.path.append(Area(_box(painter.state.matrix, values[0], values[1], values[2], values[3])))


def _start(painter: _Painter, values: list[float]) -> None:
    _finish(painter)
    _corner(painter, values)


def _corner(painter: _Painter, values: list[float]) -> None:
    painter.corners.append(_placed(painter.state.matrix, values[-2], values[-1]))


def _finish(painter: _Painter) -> None:
    """A rectangle is a ground, and a slanted area larger than signs and letters, as those of a chart."""
    corners, painter.corners = painter.corners, []
    upright = all(abs(a[0] - b[0]) < 0.01 or abs(a[1] - b[1]) < 0.01 for a, b in pairwise(corners))
    if len(corners) < 4:
        return
    around = _around(corners)
    if upright:
        painter.path.append(Area(around))
    elif min(around[2] - around[0], around[3] - around[1]) > LARGEST_SIGN:
        painter.path.append(Area(around, tuple(corners)))


LARGEST_SIGN = 20.0
"""Points across; no letter of a text that has to be read on a ground is larger, and no sign."""


def _mode(painter: _Painter, values: list[float]) -> None:
    painter.state.visible = values[0] != 3  # 3 shows nothing (9.3.6)


def _fill(painter: _Painter) -> None:
    _finish(painter)
    painter.grounds += [(area, painter.state.fill) for area in painter.path]
    painter.path.clear()


def _drop(painter: _Painter) -> None:
    painter.corners.clear()
    painter.path.clear()


def _save(painter: _Painter) -> None:
    painter.saved.append(painter.state.copy())


def _restore(painter: _Painter) -> None:
    if painter.saved:
        painter.state = painter.saved.pop()


def _begin(painter: _Painter) -> None:
    painter.text = IDENTITY


_NUMERIC = {
    "cm": _cm,
    "Tm": _set_text,
    "Td": _move_text,
    "TD": _move_text,
    "rg": _rgb,
    "g": _grey,
    "k": _cmyk,
    "re": _rectangle,
    "m": _start,
    "l": _corner,
    "c": _corner,
    "Tr": _mode,
}
_PLAIN = {**dict.fromkeys(("f", "F", "f*", "B", "B*"), _fill), **dict.fromkeys(("n", "S", "s"), _drop)} | {
    "q": _save,
    "Q": _restore,
    "BT": _begin,
}
