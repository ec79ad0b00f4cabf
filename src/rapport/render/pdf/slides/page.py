"""One slide: what its layout draws, its title, its elements, its foot."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.text import plain
from rapport.formats.pdf.tags.tree import Element
from rapport.look.geometry import Box, Pt
from rapport.look.house import charter_on
from rapport.look.palette import ColourName, Palette, TextColour
from rapport.render.pdf.blocks.context import ink
from rapport.render.pdf.display.draw import DrawingContext, draw_items
from rapport.render.pdf.display.item import Anchor, Item, Positioned
from rapport.render.pdf.slides.leaves import draw_elements
from rapport.render.pdf.slides.prose import (
    SetParagraph,
    SlidePageContext,
    filled,
    line_item,
    lines_of,
    placed,
    set_paragraphs,
    straight,
    style_of,
)
from rapport.slides.deck import Deck, LayoutName, Slide
from rapport.slides.elements import SlideParagraph

WITHOUT_OPENING: frozenset[LayoutName] = frozenset({"cover", "statement", "divider"})
"""Layouts that do not open with a rule above the kicker."""


class Layers(Struct, frozen=True):
    """A slide as display lists: what its layout draws, what is read, and what every slide repeats."""

    background: tuple[Positioned, ...]
    content: tuple[Positioned, ...]
    foot: tuple[Positioned, ...]
    palette: Palette | None = None
    """That of the slide's layout in an organisation's template; None for the charter's own."""

    def on(self, desk: DrawingContext) -> DrawingContext:
        """What the layers are drawn with."""
        return replace(desk, palette=self.palette) if self.palette else desk


def layers(slide: Slide, deck: Deck, level: int, easel: SlidePageContext) -> Layers:
    """The slide, its title a heading of the given level (1 the highest); elements are made in reading order."""
    easel = replace(easel, charter=charter_on(easel.charter, slide.house))
    content = (
        *_title(slide, easel, level),
        *draw_elements(slide.elements, easel),
        *_at_top(_source(deck, slide, easel)),
    )
    behind, foot = tuple(_at_top(_ornaments(slide, easel))), tuple(_at_top(_foot(deck, slide, easel)))
    return Layers(behind, content, foot, easel.charter.palette if slide.house else None)


def draw_layers(desk: DrawingContext, drawn: Layers) -> None:
    """The slide on the open page."""
    desk = drawn.on(desk)
    with desk.canvas.artifact("Background"):
        draw_items(desk, drawn.background)
    draw_items(desk, drawn.content)
    with desk.canvas.artifact("Pagination", "Footer"):
        draw_items(desk, drawn.foot)


def heading_levels(deck: Deck) -> Iterator[int]:
    """The cover's level is 1; under it stand the parts, and under a divider the slides of its part."""
    divided = False
    for slide in deck.slides:
        divided = divided or slide.layout == "divider"
        yield 1 if slide is deck.slides[0] else 3 if divided and slide.layout != "divider" else 2


def _title(slide: Slide, easel: SlidePageContext, level: int) -> Iterator[Positioned]:
    text = " ".join(plain(paragraph.text) for paragraph in slide.title.paragraphs)
    yield Positioned(Anchor(slide.key, text, level - 1), 0.0)
    heading = easel.element.child(f"H{level}")
    box = slide.title
    items = [_heading(paragraph, box.room.width, easel, heading) for paragraph in box.paragraphs]
    for item in placed(items, box.room, box.anchor, easel):
        yield Positioned(item, 0.0)


def _heading(paragraph: SlideParagraph, width: float, easel: SlidePageContext, element: Element) -> SetParagraph:
    return SetParagraph(paragraph, style_of(paragraph), lines_of(paragraph, width, easel.typesetter), element)


def _ornaments(slide: Slide, easel: SlidePageContext) -> Iterator[Item]:
    """What the layouts of the charter draw: the ground, the cover's band and rule, the opening rule."""
    look = easel.charter.deck
    grid, rules = look.grid, look.rules
    ground: ColourName = slide.ground
    yield filled(grid.sheet, ground)
    if slide.house:  # what a template draws besides is not drawn here
        return
    if slide.layout == "cover":
        yield filled(Box(Pt(0), Pt(0), grid.width, look.cover.ground_height), look.cover.ground)
        yield straight(grid.full.box(look.cover.rule_y, 0), ink(rules.strong))
    if slide.layout not in WITHOUT_OPENING:
        yield straight(grid.full.box(grid.opening_rule_y, 0), ink(rules.opening))


def _source(deck: Deck, slide: Slide, easel: SlidePageContext) -> Iterator[Item]:
    """The source at the foot is content; the document's title, which every slide repeats, is not."""
    if plain(slide.footer) != deck.title:
        yield from _foot_text(slide, easel)


def _foot(deck: Deck, slide: Slide, easel: SlidePageContext) -> Iterator[Item]:
    if plain(slide.footer) == deck.title:
        yield from _foot_text(slide, easel)
    if slide.layout != "cover":
        grid = easel.charter.deck.grid
        style = replace(easel.charter.deck.type.folio, colour=_foot_colour(slide, "ink"))
        place = grid.full.box(grid.footer_y, style.leading)
        yield line_item(str(slide.number), style, place, easel.typesetter)


def _foot_text(slide: Slide, easel: SlidePageContext) -> Iterator[Item]:
    """Two lines at most, the last at the charter's `footer_y`."""
    if not slide.footer:
        return
    grid, style = easel.charter.deck.grid, easel.charter.deck.type.footer
    paragraph = SlideParagraph(slide.footer, "footer", style.size, style.leading, _foot_colour(slide, "grey"))
    strip = grid.foot if slide.house else grid.title
    place = strip.box(grid.footer_y - style.leading, 2 * style.leading)
    yield from placed(set_paragraphs((paragraph,), place.width, easel), place, "bottom", easel)


def _foot_colour(slide: Slide, colour: TextColour) -> TextColour:
    return "white" if slide.ground == "accent" else colour


def _at_top(items: Iterator[Item]) -> Iterator[Positioned]:
    return (Positioned(item, 0.0) for item in items)
