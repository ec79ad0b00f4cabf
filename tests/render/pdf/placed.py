"""Where text stands on made-up pages and plots, for tests that nothing meets or leaves its frame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rapport.edition.edition import Edition
from rapport.formats.pdf.tags.tree import Element
from rapport.look.charter import Charter
from rapport.look.geometry import Box, Pt
from rapport.render.pdf.blocks.context import PageIndex
from rapport.render.pdf.brief import brief_context, made_up
from rapport.render.pdf.composer.composer import Page
from rapport.render.pdf.composer.vertical import VerticalBox, flattened
from rapport.render.pdf.display.item import Item, TextLine
from rapport.render.pdf.pages import PageLog
from render.pdf.made_up import charter, fonts

ASCENT, DESCENT = 0.72, 0.22
"""What letters reach above and below the baseline, in em."""


class PlacedText(NamedTuple):
    """A line of text and the area its letters take."""

    text: str
    area: Box


def pages(edition: Edition, look: Charter | None = None) -> list[Page]:
    """The pages of an edition after the cover, made up and not drawn."""
    context = brief_context(edition, look or charter(), fonts())
    return list(made_up(context, edition, Element("Document", placed=True), PageLog(PageIndex(edition.sections))))


def texts(box: VerticalBox, top: float = 0.0) -> Iterator[PlacedText]:
    """The lines of text in a box."""
    for item, y in flattened(box, top):
        if isinstance(item, TextLine) and item.line.fragments:
            yield PlacedText(item.line.text, text_area(item, y))


def text_area(item: TextLine, top: float) -> Box:
    """The area of a line whose box begins at `top`."""
    size = max(fragment.size for fragment in item.line.fragments)
    first, last = item.line.fragments[0], item.line.fragments[-1]
    x, y = item.x - item.prose.align * item.line.width + first.x, top + item.baseline
    return Box(Pt(x), Pt(y - ASCENT * size), Pt(last.x + last.width - first.x), Pt((ASCENT + DESCENT) * size))


def page_texts(page: Page) -> list[PlacedText]:
    """The lines of a page and of its notes."""
    return [text for placed in (*page.placed, *page.foot) for text in texts(placed.box, placed.y)]


def meeting(texts: Iterable[PlacedText]) -> list[tuple[str, str]]:
    """The pairs of lines that overlap; found along the page, so that long pages cost little."""
    found = []
    active: list[PlacedText] = []
    for text in sorted(texts, key=lambda text: text.area.y):
        active = [other for other in active if other.area.bottom > text.area.y + TOLERANCE]
        found += [(other.text, text.text) for other in active if other.area.overlaps(text.area, TOLERANCE)]
        active.append(text)
    return found


TOLERANCE = 0.6
"""Points by which boxes of letters may meet: accents and descenders of neighbouring lines do, as in any book."""


def items_of(box: VerticalBox) -> list[Item]:
    """Every item of a box."""
    return [item for item, _ in flattened(box, 0.0)]
