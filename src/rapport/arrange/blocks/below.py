"""Callouts under what they comment on, or on a slide that follows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from rapport.arrange.blocks.statement import callout_box, callout_height
from rapport.arrange.overflow import overflowing
from rapport.arrange.page import SlidePage, heading, kicker
from rapport.arrange.studio import SlideContext
from rapport.arrange.topic import Topic
from rapport.edition.blocks.words import Callout
from rapport.look.geometry import Box, Pt
from rapport.slides.elements import Element

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
    return (*before, replace(last, elements=(*last.elements, *_stack(callouts, content, studio))))


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
