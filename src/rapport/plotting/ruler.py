"""How wide and high the words of a chart are."""

from __future__ import annotations

from msgspec import Struct

from rapport.lines.face import Face, FontSet, metrics
from rapport.lines.line import Run
from rapport.lines.measure import TextBlock, natural_width, own_width, wrap

NARROWER = (1.0, 0.97, 0.94, 0.9, 0.85)
"""Shares of a width in which lines are tried, until they stay in it in any face."""


class Ruler(Struct, frozen=True):
    """Measures words set in a family; where `substituted`, in whichever of its face and its substitute is wider."""

    fonts: FontSet
    substituted: bool = False

    def width(self, text: str, size: float, bold: bool = False) -> float:
        """Width on one line, in points."""
        if not text:
            return 0.0
        run = Run(text, self._face(bold), size)
        return natural_width((run,)) if self.substituted else own_width(run, text)

    def lines(self, text: str, size: float, width: float, bold: bool = False) -> tuple[str, ...]:
        """The lines of a text within a width, broken between words where words allow it."""
        block = TextBlock((Run(text, self._face(bold), size),))
        found = wrap(block, width)
        for part in NARROWER if self.substituted else ():  # the face that stands in may be wider
            found = wrap(block, width * part)
            if all(self.width(line, size, bold) <= width for line in found):
                break
        return found

    def widest_word(self, text: str, size: float, bold: bool = False) -> float:
        """Width of the longest word."""
        return max((self.width(word, size, bold) for word in text.split(" ")), default=0.0)

    def pitch(self, size: float, bold: bool = False) -> float:
        """Height of a line: ascent and descent, as office programs set labels."""
        return metrics(self._face(bold)).pitch * size

    def ascent(self, size: float, bold: bool = False) -> float:
        """From the top of a line to its baseline."""
        found = metrics(self._face(bold))
        return found.ascent / found.units_per_em * size

    def _face(self, bold: bool) -> Face:
        return self.fonts.bold if bold else self.fonts.regular
