"""One sentence on paper with an accent bar beside it; callouts under what they comment on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from rapport.arrange.evenness import with_articles
from rapport.arrange.fitting import fit, overflowing
from rapport.arrange.page import SlideHeading, SlidePage, box, heading, kicker
from rapport.arrange.piece import Piece, set_at
from rapport.arrange.studio import SlideContext
from rapport.arrange.topic import Statement, Topic
from rapport.edition.blocks.words import Callout
from rapport.edition.text import Text, plain, strong, words
from rapport.look.geometry import Box, Pt
from rapport.look.house import HouseGrid
from rapport.slides.elements import Element, Panel, TextBox

SIZES = (64, 56, 48)
"""Larger than the charter's own, in points: the first that takes no more lines than `MOST_LINES`."""
MOST_LINES = 4
"""Longer statements are prose, and are set in the charter's own size."""
FIRST_COLUMN, LAST_COLUMN = 2, 11  # of twelve: a column free at either side
OPTICAL_CENTRE = 0.45
"""How far down the room the middle of the sentence stands."""
BAR_WIDTH = 6
BAR_INSET = 10
"""How far the bar starts under the first line box: at its capitals."""


def compose_statement(subject: Statement, topic: Topic, studio: SlideContext) -> tuple[SlidePage, ...]:
    """One page: the sentence as large as four lines allow, its middle a little above that of the slide."""
    look = studio.look
    strip = look.grid.cells.span(FIRST_COLUMN, LAST_COLUMN)
    below = fit((Piece(subject.attribution, "statement_source"),), strip.box(0, 60), studio)
    source_height = studio.measure.height(below, strip.width) if subject.attribution else 0
    under = source_height + look.gaps.large if subject.attribution else 0
    own = look.grid.title_y + look.gaps.large
    first = look.grid.content_top if isinstance(look.grid, HouseGrid) else own
    room = strip.box(first, look.grid.content_bottom - first)
    size, height = _sentence(topic.title, strip.box(0, room.height - under), studio)
    top = room.y + max(0.0, OPTICAL_CENTRE * (room.height - height - under))
    sentence = strip.box(top, height)
    elements: list[Element] = [*kicker(topic.kicker, studio)]
    if subject.attribution:
        place = strip.box(sentence.bottom + look.gaps.large, source_height)
        elements.append(TextBox(studio.names("reference"), place, below, "subtitle"))
    bar = box(look.grid.full.x, top + BAR_INSET, BAR_WIDTH, height + under - BAR_INSET)
    heading = SlideHeading(sentence, "statement", largest=size)
    return (SlidePage("statement", heading, (Panel(bar, "accent"), *elements), ground="paper"),)


def _sentence(text: Text, room: Box, studio: SlideContext) -> tuple[float, float]:
    """The size to start from, 0 for the charter's, and the height that the sentence then takes."""
    measure, text = studio.measure, with_articles(text)
    for size in SIZES:
        (large,) = set_at(0, (Piece(text, "statement", largest=size),), studio.look)
        if measure.fits((large,), box(0, 0, room.width, min(room.height, MOST_LINES * large.leading))):
            return size, measure.height((large,), room.width)
    return 0, min(room.height, measure.height(fit((Piece(text, "statement"),), room, studio), room.width))


_CLOSING = ".:!?…"


def callout_text(callout: Callout) -> Text:
    """Heading and text in one paragraph, the heading strong and closed by a full stop."""
    if not callout.title:
        return callout.text
    stop = "" if plain(callout.title)[-1:] in _CLOSING else "."
    return (*strong((*callout.title, *words(stop))), *words(" "), *callout.text)


def callout_height(callout: Callout, width: float, studio: SlideContext) -> float:
    """Height of the callout over a width, at its full size if that takes no more lines than the charter allows."""
    look = studio.look
    padding = look.callout.padding
    inner = box(0, 0, width - padding.left - padding.right, look.callout.max_lines * look.type.callout.leading)
    paragraphs = fit((Piece(callout_text(callout), "callout"),), inner, studio)
    return studio.measure.height(paragraphs, inner.width) + padding.top + padding.bottom


def callout_box(callout: Callout, place: Box, studio: SlideContext) -> tuple[Element, ...]:
    """Ground, bar and text."""
    look = studio.look
    bar = box(place.x, place.y, look.rules.callout_bar.weight, place.height)
    inner = place.within(look.callout.padding)
    paragraphs = fit((Piece(callout_text(callout), "callout"),), inner, studio)
    return (
        Panel(place, look.callout.ground),
        Panel(bar, look.rules.callout_bar.colour),
        TextBox(studio.names("callout"), inner, paragraphs, anchor="middle"),
    )


# Callouts under what they comment on, or on a slide that follows.


Maker = Callable[[Box], tuple[SlidePage, ...]]
"""Makes the pages of a subject in the room it is given."""


def with_callouts(make: Maker, topic: Topic, studio: SlideContext) -> tuple[SlidePage, ...]:
    """The subject's pages with the topic's callouts under the last one if that costs no page and no overflow."""
    callouts = tuple(block for block in topic.asides if isinstance(block, Callout))
    content = studio.look.grid.content
    whole = make(content)
    if not callouts:
        return whole
    above = _room_above(callouts, content, studio)
    shared = make(above)
    if len(shared) > len(whole) or not is_sound(shared, above, studio):
        return (*whole, *callout_pages(callouts, topic, studio))
    *before, last = shared
    stack = tuple(_stack(callouts, content, studio))
    return (*before, replace(last, elements=(*last.elements, *stack), low=len(stack)))


def is_sound(pages: Sequence[SlidePage], room: Box, studio: SlideContext) -> bool:
    """Whether everything on the pages fits."""
    return not any(True for page in pages for _ in overflowing(page.elements, room, studio.measure))


def callout_pages(callouts: Sequence[Callout], topic: Topic, studio: SlideContext) -> tuple[SlidePage, ...]:
    """Callouts alone, from the top of the content; one per page where they do not fit together."""
    content = studio.look.grid.content
    heights = [callout_height(callout, content.width, studio) for callout in callouts]
    if len(callouts) > 1 and sum(heights) + studio.look.gaps.large * (len(callouts) - 1) > content.height:
        return tuple(page for callout in callouts for page in callout_pages((callout,), topic, studio))
    holds = tuple(callout.title or callout.text for callout in callouts)
    elements: list[Element] = []
    y = content.y
    for callout, height in zip(callouts, heights, strict=True):
        place = Box(content.x, y, content.width, Pt(min(height, content.height)))
        elements += callout_box(callout, place, studio)
        y = Pt(place.bottom + studio.look.gaps.large)
    return (SlidePage("title-only", heading(studio.look), (*kicker(topic.kicker, studio), *elements), holds=holds),)


def _room_above(callouts: Sequence[Callout], content: Box, studio: SlideContext) -> Box:
    gap = studio.look.gaps.medium
    taken = sum(callout_height(callout, content.width, studio) + gap for callout in callouts)
    return Box(content.x, content.y, content.width, Pt(max(0.0, content.height - taken)))


def _stack(callouts: Sequence[Callout], content: Box, studio: SlideContext) -> Iterator[Element]:
    """The callouts on the foot of the content, whatever stands above them."""
    gap = studio.look.gaps.medium
    heights = [callout_height(callout, content.width, studio) for callout in callouts]
    y = content.bottom - sum(heights) - gap * (len(callouts) - 1)
    for callout, height in zip(callouts, heights, strict=True):
        yield from callout_box(callout, Box(content.x, Pt(y), content.width, Pt(height)), studio)
        y += height + gap
