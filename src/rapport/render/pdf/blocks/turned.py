"""Matter too wide for an upright page, on pages of its own that readers turn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from rapport.look.geometry import Pt
from rapport.look.grid import GridStrip
from rapport.render.pdf.blocks.context import BlockContext, ink
from rapport.render.pdf.composer.composer import Composer
from rapport.render.pdf.composer.page import Page
from rapport.render.pdf.composer.vertical import Galley, VerticalBox, VerticalItem, flattened
from rapport.render.pdf.display.item import Turned, TurnedPart, line_across

HAIR = 0.02
"""Points by which a turned page is lower than its frame, whatever sums of heights round to."""
NOTE_RULE_GAP = 4.0
"""Between the rule above the notes and the first of them, as on upright pages."""


def turned_strip(context: BlockContext) -> GridStrip:
    """The width of matter on turned pages: from the head of an upright one to its foot."""
    return GridStrip(Pt(0), Pt(context.frame.height - HAIR))


def turned_pages(context: BlockContext, items: Sequence[VerticalItem]) -> Iterator[Galley]:
    """The items, set over the turned strip, on turned pages with their notes; each page fills one of the document."""
    full, length = context.look.grid.full, turned_strip(context).width
    area = replace(context.frame, top=0.0, bottom=float(full.width))
    for page in Composer(area).compose((Galley("full", tuple(items)),)):
        drawn = Turned(tuple(_parts(page, context)), full.x, length)
        yield Galley("full", (VerticalBox(length, (drawn,)),))


def turned_last(galleys: Iterable[Galley]) -> Iterator[Galley]:
    """The galleys, turned pages after all others: upright ones fill up before them."""
    held: list[Galley] = []
    for galley in galleys:
        if any(
            isinstance(item, Turned) for box in galley.items[:1] if isinstance(box, VerticalBox) for item in box.items
        ):
            held.append(galley)
        else:
            yield galley
    yield from held


def _parts(page: Page, context: BlockContext) -> Iterator[TurnedPart]:
    for each in (*page.placed, *page.foot):
        for item, top in flattened(each.box, each.y):
            yield TurnedPart(item, top, each.repeated)
    if page.foot:
        rule, width = context.look.rules.table_head, context.look.grid.footnote_rule_width
        yield TurnedPart(line_across(0.0, -NOTE_RULE_GAP, width, ink(rule)), page.foot_rule)
