"""Pages -> slides: title, foot, notes and number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from rapport.arrange.evenness import even, evened, parted_at_colon
from rapport.arrange.fitting import fit, paragraphs_of, squeezed
from rapport.arrange.page import SlideHeading, SlidePage, bound, lowered, raised
from rapport.arrange.piece import Piece, set_at
from rapport.arrange.studio import SlideContext
from rapport.arrange.subjects import layout_of
from rapport.arrange.topic import OpeningTopic, Topic
from rapport.edition.edition import Note
from rapport.edition.text import Text, strong, words
from rapport.look.palette import TextColour
from rapport.slides.deck import Slide
from rapport.slides.elements import SlideParagraph, TextBox

# The source at the foot of a slide, which has two lines: what does not fit is counted there and whole in the notes.

LINES = 2
"""Lines that the foot of the charter's grid has room for."""
BETWEEN_SOURCES = re.compile(r"[^\w.)]?; ")
"""A semicolon with the space before it, where the language has one."""
BETWEEN_WORDS = re.compile("[,;:.]? ")


def foot_fits(text: Text, studio: SlideContext) -> bool:
    """Whether a text takes two lines at most beside the number of its slide."""
    room = studio.look.grid.foot
    (paragraph,) = set_at(0, (Piece(text, "source"),), studio.look)
    return studio.measure.lines(paragraph, room.width) <= LINES


def foot_of(source: Text, studio: SlideContext) -> Text:
    """The source line as the foot holds it: whole, or its first sources and how many others there are.

    A source that is too long alone ends in an ellipsis.
    """
    if not source or foot_fits(source, studio):
        return source
    return next((text for text in _shorter(source, studio) if foot_fits(text, studio)), source)


def _shorter(source: Text, studio: SlideContext) -> Iterator[Text]:
    """The line cut before each of its sources, then after each of its words, the longest first."""
    for left_out, start in enumerate(reversed(_breaks(source, BETWEEN_SOURCES)), start=1):
        form = "one" if left_out == 1 else "many"
        yield (*_until(source, start), *words(studio.furniture(f"other-sources-{form}", left_out)))
    for start in reversed(_breaks(source, BETWEEN_WORDS)):
        yield (*_until(source, start), *words("…"))


def _breaks(text: Text, between: re.Pattern[str]) -> list[tuple[int, int]]:
    """Where the text may be cut: the number of a span and a place in it."""
    return [(at, match.start()) for at, span in enumerate(text) for match in between.finditer(span.text)]


def _until(text: Text, cut: tuple[int, int]) -> Text:
    at, end = cut
    return (*text[:at], replace(text[at], text=text[at].text[:end]))


def with_note(told: Text, source: Text) -> Text:
    """What acronyms stand for, then the source line."""
    return (*told, *words(" "), *source) if told and source else told or source


RESTRICTED = 8
"""Columns that what restricts the document takes where a draft's mark stands beside it."""


class TopicPage(Struct, frozen=True):
    """A page with its topic and its place among the pages of that topic, from 0."""

    topic: Topic
    page: SlidePage
    index: int

    @property
    def key(self) -> str:
        return self.topic.key if self.index == 0 else f"{self.topic.key}.s{self.index + 1}"


class SlideFoot(Struct, frozen=True):
    """What all slides draw on: the document's title, its footnotes, the mark of a draft and what restricts the document
    (both empty for none); and what acronyms stand for that the slide is the first to show.
    """

    title: Text
    notes: tuple[Note, ...]
    draft: Text
    restriction: Text = ()
    told: Text = ()


def slide(leaf: TopicPage, title: Text, number: int, foot: SlideFoot, studio: SlideContext) -> Slide:
    """One slide of the deck, its title fitted into its place; `foot` has what it is the first to need to tell."""
    topic, page = leaf.topic, leaf.page
    heading = page.heading
    title = bound(title, heading, studio)
    fitted = _fitted(title, heading, studio)
    is_cover = isinstance(topic.subject, OpeningTopic)
    house = layout_of(topic, studio)
    moves = heading.role == "title" and house is None
    place = lowered(heading.box, fitted, studio.measure) if moves else heading.box
    placed = raised(page, topic.title, title, studio) if heading.role == "title" else page.elements
    elements = tuple(squeezed(item, studio) for item in placed)
    return Slide(
        key=leaf.key,
        layout=page.layout,
        title=TextBox(studio.names("title"), place, fitted, "title", heading.anchor),
        elements=(*elements, *_restriction(leaf, foot, studio), *_draft_mark(leaf, foot, studio)),
        speech=_speech(leaf, title),
        sources=(*((topic.source,) if topic.source else ()), *_footnotes(page, foot)),
        footer=() if is_cover else with_note(foot.told, foot_of(topic.source, studio)) or foot.title,
        number=number,
        ground=page.ground if house is None else "white",
        origin=topic.origin,
        house=house.key if house else "",
    )


def with_even_lines(made: Slide, studio: SlideContext) -> Slide:
    """The slide with margins that make the lines of its texts end well; which texts fit does not change."""
    elements = tuple(even(item, studio.measure) for item in made.elements)
    return replace(made, title=evened(made.title, studio.measure), elements=elements)


def _fitted(title: Text, heading: SlideHeading, studio: SlideContext) -> tuple[SlideParagraph, ...]:
    """The title's setting; the cover's is broken at its colon where that costs neither size nor a line."""
    role, room = heading.role, heading.box
    filled = fit((Piece(title, role, largest=heading.largest, align=heading.align),), room, studio)
    if role != "cover_title":
        return filled
    parted = fit((Piece(parted_at_colon(title), role, align=heading.align),), room, studio)
    as_large = parted[0].size == filled[0].size
    taller = studio.measure.height(parted, room.width) > studio.measure.height(filled, room.width)
    return parted if as_large and not taller else filled


def _draft_mark(leaf: TopicPage, foot: SlideFoot, studio: SlideContext) -> Iterator[TextBox]:
    """The mark of a draft, over the opening rule at the end of the line."""
    if foot.draft:
        grid, style = studio.look.grid, studio.look.type.footer
        dark = _is_dark(leaf, studio) or (studio.house is None and isinstance(leaf.topic.subject, OpeningTopic))
        place = grid.full.box(grid.opening_rule_y - style.leading - studio.look.gaps.small / 2, style.leading)
        piece = Piece(foot.draft, "footer", colour="white" if dark else "", align="end")
        yield TextBox(studio.names("draft"), place, fit((piece,), place, studio))


def _restriction(leaf: TopicPage, foot: SlideFoot, studio: SlideContext) -> Iterator[TextBox]:
    """Marking and embargo, at the start of the line that ends with the mark of a draft; the cover has its own."""
    if foot.restriction and not isinstance(leaf.topic.subject, OpeningTopic):
        grid, style = studio.look.grid, studio.look.type.footer
        strip = grid.cells.span(1, RESTRICTED if foot.draft else grid.columns)
        place = strip.box(grid.opening_rule_y - style.leading - studio.look.gaps.small / 2, style.leading)
        colour: TextColour = "white" if _is_dark(leaf, studio) else "accent"
        piece = Piece(strong(foot.restriction), "footer", colour=colour)
        yield TextBox(studio.names("restriction"), place, fit((piece,), place, studio))


def _is_dark(leaf: TopicPage, studio: SlideContext) -> bool:
    """Whether a slide stands on our accent; the grounds of a template have their own palettes."""
    return studio.house is None and leaf.page.ground == "accent"


def _speech(leaf: TopicPage, title: Text) -> tuple[Text, ...]:
    """The topic's speech on its first slide; elsewhere what is seen, or at least the title: no slide goes without."""
    if leaf.index == 0 and leaf.topic.speech:
        return leaf.topic.speech
    return leaf.page.spoken or (title,)


def _footnotes(page: SlidePage, foot: SlideFoot) -> Iterator[Text]:
    """The footnotes called on the page, in order of their marks."""
    called = {span.note for paragraph in paragraphs_of(page.elements) for span in paragraph.text if span.note}
    return (note.text for note in foot.notes if note.key in called)
