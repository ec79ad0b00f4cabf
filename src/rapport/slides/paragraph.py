"""Text of a slide with the size it is set at."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from rapport.edition.text import Text
from rapport.look.geometry import Pt

Align = Literal["start", "center", "end"]


class Paragraph(Struct, frozen=True):
    """A paragraph at its final size: that of `style`, a type style of the charter's deck scale, or a step below it.

    `level` is 0 for plain text, 1 and 2 for the levels of a list, whose marker the layout draws. `colour` names a
    colour of the palette; `bold` is the base weight, which strong spans keep. `space_before` counts from the second
    paragraph of a box on. `unit` follows the text on its last line at `unit_size`, as the unit of a large number does
    (the no-break space between them is part of it); empty for none. `number` takes the place of a list's marker; 0 for
    none.
    """

    text: Text
    style: str
    size: Pt
    leading: Pt
    colour: str = "ink"
    bold: bool = False
    align: Align = "start"
    level: int = 0
    space_before: Pt = Pt(0)
    unit: Text = ()
    unit_size: Pt = Pt(0)
    number: int = 0
