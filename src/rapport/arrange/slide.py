"""Pages -> slides: title, foot, notes and number."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from rapport.arrange.ending import parted_at_colon, with_articles
from rapport.arrange.evenness import even, evened
from rapport.arrange.fitting import fit
from rapport.arrange.foot import foot_of
from rapport.arrange.overflow import paragraphs_of
from rapport.arrange.page import Heading, Page, lowered
from rapport.arrange.piece import Piece
from rapport.arrange.squeeze import squeezed
from rapport.arrange.studio import Studio
from rapport.arrange.topic import Opening, Topic
from rapport.edition.edition import Note
from rapport.edition.text import Text, strong
from rapport.look.palette import TextColour
from rapport.slides.deck import Slide
from rapport.slides.elements import TextBox
from rapport.slides.paragraph import Paragraph

RESTRICTED = 8
"""Columns that what restricts the document takes where a draft's mark stands beside it."""


class Leaf(Struct, frozen=True):
    """A page with its topic and its place among the pages of that topic, from 0."""

    topic: Topic
    page: Page
    index: int

    @property
    def key(self) -> str:
        return self.topic.key if self.index == 0 else f"{self.topic.key}.s{self.index + 1}"


class Foot(Struct, frozen=True):
    """What all slides draw on: the document's title, its footnotes, the mark of a draft and what restricts the document
    (both empty for none).
    """

    title: Text
    notes: tuple[Note, ...]
    draft: Text
    restriction: Text = ()


def slide(leaf: Leaf, title: Text, number: int, foot: Foot, studio: Studio) -> Slide:
    """One slide of the deck, its title fitted into its place."""
    topic, page = leaf.topic, leaf.page
    heading = page.heading
    title = with_articles(title) if heading.role == "statement" else title
    fitted = _fitted(title, heading, studio)
    is_cover = isinstance(topic.subject, Opening)
    place = lowered(heading.box, fitted, studio.measure) if heading.role == "title" else heading.box
    elements = tuple(squeezed(item, studio) for item in page.elements)
    return Slide(
        key=leaf.key,
        layout=page.layout,
        title=TextBox(studio.names("title"), place, fitted, "title", heading.anchor),
        elements=(*elements, *_restriction(leaf, foot, studio), *_draft_mark(leaf, foot, studio)),
        speech=_speech(leaf, title),
        sources=(*((topic.source,) if topic.source else ()), *_footnotes(page, foot)),
        footer=() if is_cover else foot_of(topic.source, studio) or foot.title,
        number=number,
        ground=page.ground,
        origin=topic.origin,
    )


def with_even_lines(made: Slide, studio: Studio) -> Slide:
    """The slide with margins that make the lines of its texts end well; what fits and what does not stays as it is."""
    elements = tuple(even(item, studio.measure) for item in made.elements)
    return replace(made, title=evened(made.title, studio.measure), elements=elements)


def _fitted(title: Text, heading: Heading, studio: Studio) -> tuple[Paragraph, ...]:
    """The title's setting; the cover's is broken at its colon where that costs neither size nor a line."""
    role, room = heading.role, heading.box
    filled = fit((Piece(title, role, largest=heading.largest),), room, studio)
    if role != "cover_title":
        return filled
    parted = fit((Piece(parted_at_colon(title), role),), room, studio)
    as_large = parted[0].size == filled[0].size
    taller = studio.measure.height(parted, room.width) > studio.measure.height(filled, room.width)
    return parted if as_large and not taller else filled


def _draft_mark(leaf: Leaf, foot: Foot, studio: Studio) -> Iterator[TextBox]:
    """The mark of a draft, over the opening rule at the end of the line."""
    if foot.draft:
        grid, style = studio.look.grid, studio.look.type.footer
        dark = leaf.page.ground == "accent" or isinstance(leaf.topic.subject, Opening)
        place = grid.full.box(grid.opening_rule_y - style.leading - studio.look.gaps.small / 2, style.leading)
        piece = Piece(foot.draft, "footer", colour="white" if dark else "", align="end")
        yield TextBox(studio.names("draft"), place, fit((piece,), place, studio))


def _restriction(leaf: Leaf, foot: Foot, studio: Studio) -> Iterator[TextBox]:
    """Marking and embargo, at the start of the line that ends with the mark of a draft; the cover has its own."""
    if foot.restriction and not isinstance(leaf.topic.subject, Opening):
        grid, style = studio.look.grid, studio.look.type.footer
        strip = grid.cells.span(1, RESTRICTED if foot.draft else grid.columns)
        place = strip.box(grid.opening_rule_y - style.leading - studio.look.gaps.small / 2, style.leading)
        colour: TextColour = "white" if leaf.page.ground == "accent" else "accent"
        piece = Piece(strong(foot.restriction), "footer", colour=colour)
        yield TextBox(studio.names("restriction"), place, fit((piece,), place, studio))


def _speech(leaf: Leaf, title: Text) -> tuple[Text, ...]:
    """The topic's speech on its first slide; elsewhere what is seen, or at least the title: no slide goes without."""
    if leaf.index == 0 and leaf.topic.speech:
        return leaf.topic.speech
    return leaf.page.spoken or (title,)


def _footnotes(page: Page, foot: Foot) -> Iterator[Text]:
    """The footnotes called on the page, in order of their marks."""
    called = {span.note for paragraph in paragraphs_of(page.elements) for span in paragraph.text if span.note}
    return (note.text for note in foot.notes if note.key in called)
