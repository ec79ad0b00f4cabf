"""What stands on the first page of a document that is visibly signed: one line, drawn as a form of its own."""

from __future__ import annotations

from datetime import datetime

from rapport.formats.pdf.archive import Properties
from rapport.formats.pdf.canvas import TaggedCanvas
from rapport.formats.pdf.graphics import Paint, draw_box
from rapport.formats.pdf.tags.tree import Element
from rapport.lines.face import FontSet
from rapport.lines.line import LineSetting, Run
from rapport.lines.paragraph import set_paragraph
from rapport.look.charter import Charter
from rapport.look.geometry import Box, Pt
from rapport.render.pdf.pages import PAGE_GAP, SLIDE_GAP
from rapport.render.pdf.text import Baseline, InlineElements, TextInk, draw_lines

AROUND = 2.0
"""White at the sides of the words, in points; they are read on whatever ground a page has."""
_DESCENT = 0.25
"""What letters reach below the baseline, in em."""
_UNLIMITED = 1e6  # wider than any line


def draw_seal(
    words: str, page: tuple[float, float], charter: Charter, fonts: FontSet, when: datetime
) -> tuple[bytes, Box]:
    """A PDF of one page that shows the words alone; and where that goes on a page of some size.

    On the line of the stamp of copies, which begins at the left, it ends at the right.
    """
    deck = page == (charter.deck.grid.width, charter.deck.grid.height)
    style = charter.deck.type.footer if deck else charter.brief.type.footer
    grid = charter.deck.grid if deck else charter.brief.grid
    [line] = set_paragraph((Run(words, fonts.regular, style.size),), LineSetting(_UNLIMITED, "ragged"))
    width, top = Pt(line.width + 2 * AROUND), grid.footer_y + style.leading + (SLIDE_GAP if deck else PAGE_GAP)
    size = Box(Pt(0), Pt(0), width, style.leading)
    canvas = TaggedCanvas((size.width, size.height), Properties(words, "fr-FR", when))
    colour = charter.palette[style.colour]
    with canvas.artifact():
        draw_box(canvas, size, Paint(charter.palette["white"]))
        where = Baseline(AROUND, size.height - _DESCENT * style.size)
        draw_lines(canvas, (line,), where, TextInk(colour, colour, colour), InlineElements(Element("P")))
    return canvas.finish("brief").data, size.moved(grid.full.right - width, top)
