"""Pages -> slides: their titles, met once only, foot, notes and number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate, chain, count
from unicodedata import category

from msgspec import Struct
from msgspec.structs import replace

from rapport.arrange.blocks.reading import DASH
from rapport.arrange.evenness import even, evened, parted_at_colon
from rapport.arrange.fitting import fit, paragraphs_of, squeezed
from rapport.arrange.page import LONGEST_NAME, SlideHeading, SlidePage, bound, lowered, title_lines
from rapport.arrange.piece import Piece, set_at
from rapport.arrange.studio import SlideContext
from rapport.arrange.topic import OpeningTopic, Topic
from rapport.edition.edition import Note
from rapport.edition.text import Span, Text, plain, strong, words
from rapport.look.palette import TextColour
from rapport.slides.deck import Slide
from rapport.slides.elements import SlideParagraph, TableFrame, TextBox

# The source at the foot of a slide, which has two lines: what does not fit is counted there and whole in the notes.

FOOT_COLUMNS = 9
"""Columns that the foot of a slide may take, left of the date and the number."""
LINES = 2
BETWEEN_SOURCES = re.compile(r"[^\w.)]?; ")
"""A semicolon with the space before it, where the language has one."""
BETWEEN_WORDS = re.compile("[,;:.]? ")


def foot_fits(text: Text, studio: SlideContext) -> bool:
    """Whether a text takes two lines at most beside the number of its slide."""
    room = studio.look.grid.cells.span(1, FOOT_COLUMNS)
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
    (both empty for none).
    """

    title: Text
    notes: tuple[Note, ...]
    draft: Text
    restriction: Text = ()


def slide(leaf: TopicPage, title: Text, number: int, foot: SlideFoot, studio: SlideContext) -> Slide:
    """One slide of the deck, its title fitted into its place."""
    topic, page = leaf.topic, leaf.page
    heading = page.heading
    title = bound(title, heading, studio)
    fitted = _fitted(title, heading, studio)
    is_cover = isinstance(topic.subject, OpeningTopic)
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


def with_even_lines(made: Slide, studio: SlideContext) -> Slide:
    """The slide with margins that make the lines of its texts end well; what fits and what does not stays as it is."""
    elements = tuple(even(item, studio.measure) for item in made.elements)
    return replace(made, title=evened(made.title, studio.measure), elements=elements)


def _fitted(title: Text, heading: SlideHeading, studio: SlideContext) -> tuple[SlideParagraph, ...]:
    """The title's setting; the cover's is broken at its colon where that costs neither size nor a line."""
    role, room = heading.role, heading.box
    filled = fit((Piece(title, role, largest=heading.largest),), room, studio)
    if role != "cover_title":
        return filled
    parted = fit((Piece(parted_at_colon(title), role),), room, studio)
    as_large = parted[0].size == filled[0].size
    taller = studio.measure.height(parted, room.width) > studio.measure.height(filled, room.width)
    return parted if as_large and not taller else filled


def _draft_mark(leaf: TopicPage, foot: SlideFoot, studio: SlideContext) -> Iterator[TextBox]:
    """The mark of a draft, over the opening rule at the end of the line."""
    if foot.draft:
        grid, style = studio.look.grid, studio.look.type.footer
        dark = leaf.page.ground == "accent" or isinstance(leaf.topic.subject, OpeningTopic)
        place = grid.full.box(grid.opening_rule_y - style.leading - studio.look.gaps.small / 2, style.leading)
        piece = Piece(foot.draft, "footer", colour="white" if dark else "", align="end")
        yield TextBox(studio.names("draft"), place, fit((piece,), place, studio))


def _restriction(leaf: TopicPage, foot: SlideFoot, studio: SlideContext) -> Iterator[TextBox]:
    """Marking and embargo, at the start of the line that ends with the mark of a draft; the cover has its own."""
    if foot.restriction and not isinstance(leaf.topic.subject, OpeningTopic):
        grid, style = studio.look.grid, studio.look.type.footer
        strip = grid.cells.span(1, RESTRICTED if foot.draft else grid.columns)
        place = strip.box(grid.opening_rule_y - style.leading - studio.look.gaps.small / 2, style.leading)
        colour: TextColour = "white" if leaf.page.ground == "accent" else "accent"
        piece = Piece(strong(foot.restriction), "footer", colour=colour)
        yield TextBox(studio.names("restriction"), place, fit((piece,), place, studio))


def _speech(leaf: TopicPage, title: Text) -> tuple[Text, ...]:
    """The topic's speech on its first slide; elsewhere what is seen, or at least the title: no slide goes without."""
    if leaf.index == 0 and leaf.topic.speech:
        return leaf.topic.speech
    return leaf.page.spoken or (title,)


def _footnotes(page: SlidePage, foot: SlideFoot) -> Iterator[Text]:
    """The footnotes called on the page, in order of their marks."""
    called = {span.note for paragraph in paragraphs_of(page.elements) for span in paragraph.text if span.note}
    return (note.text for note in foot.notes if note.key in called)


# Titles that are met once only: listeners and screen readers find a slide by its title.

LONGEST_LIST = 40
"""Characters of names that stand after a title; longer ones stand in its place."""
CLOSING = ".:;, "
CLAUSE = re.compile(r"[ \u00a0\u202f]*(?:[;:(–]|,(?!\d))| (?:avec|pour|et|qui) ")
"""Where a text may end before its end and still be a name."""
SPACES = " \u00a0\u202f"
LONGEST_TOLD = 90
"""Characters of a title with what its slide holds; beyond, that stands alone."""
LEAST_NAME = 12
"""Characters of a name that ends at a clause; a shorter one says too little."""


def told_titles(leaves: Iterable[TopicPage], studio: SlideContext) -> Iterator[Text]:
    """The titles in order; one met before says what its slide holds, or is numbered where that says nothing new."""
    items = tuple(leaves)
    taken = {plain(leaf.topic.title) for leaf in items}
    numbered: dict[str, Iterator[Text]] = {}
    for leaf in items:
        title, name = leaf.topic.title, plain(leaf.topic.title)
        if name in numbered and leaf.page.title:
            title, name = leaf.page.title, plain(leaf.page.title)
        if name in numbered:
            told = chain(_told(title, leaf.page, studio), numbered[name])
            title = next(found for found in told if plain(found) not in taken)
        numbered.setdefault(name, _numbered(title))
        taken.add(plain(title))
        yield title


def _told(title: Text, page: SlidePage, studio: SlideContext) -> Iterator[Text]:
    """What may be said, the best first: title and things held as far as its lines go, things alone."""
    lines = title_lines(title, studio)
    names = tuple(_name(text) for text in page.holds or _rows(page) if plain(text))
    listed = tuple(accumulate(names, lambda one, other: (*one, *words(", "), *other)))[::-1]
    with_title = [(*title, *words(DASH), *text) for text in listed if len(plain(text)) <= LONGEST_LIST]
    told = [text for text in with_title if len(plain(text)) <= LONGEST_TOLD]
    yield from (text for text in (*told, *map(_opened, listed), *with_title) if title_lines(text, studio) <= lines)


def _numbered(title: Text) -> Iterator[Text]:
    """The title with a number, from the second slide on."""
    return ((*title, *words("\u00a0"), *words(f"({number})")) for number in count(2))


def _rows(page: SlidePage) -> Iterator[Text]:
    """The headings of the groups of a table, or what its rows are about."""
    for table in page.elements:
        if isinstance(table, TableFrame):
            groups = [row for row in table.rows if row.kind == "group"]
            yield from (row.cells[0].paragraphs[0].text for row in groups or table.rows[1:])


def _name(text: Text) -> Text:
    """The start of a text, without links, notes and the stop at its end."""
    spans = _unquoted(tuple(replace(span, link="", note="", emphasis="none") for span in text if not span.note))
    whole = "".join(span.text for span in spans)
    ends = [
        match.start()
        for match in CLAUSE.finditer(whole, LEAST_NAME, LONGEST_NAME)
        if _opened_quotes(whole[: match.start()]) == 0
    ]
    if len(whole) > LONGEST_NAME and ends:
        return tuple(_closed(_spans_until(spans, ends[-1])))
    kept: list[Span] = []
    left = LONGEST_NAME
    for span in spans:
        if len(span.text) > left:
            cut = "" if span.evidence else span.text[:left].rpartition(" ")[0].rstrip(CLOSING)
            before = kept if cut else _closed(kept)
            return (*before, replace(span, text=f"{cut}…", evidence=None))
        kept.append(span)
        left -= len(span.text)
    return tuple(_closed(kept))


def _unquoted(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """A quotation without its marks: a part of it would keep only the first."""
    text = plain(spans)
    if category(text[0]) != "Pi" or category(text[-1]) != "Pf":
        return spans
    first, *others = spans
    opened = (replace(first, text=first.text[1:].lstrip(SPACES)), *others)
    *others, last = opened
    return (*others, replace(last, text=last.text[:-1].rstrip(SPACES)))


def _opened_quotes(text: str) -> int:
    """How many quotations begin in a text and do not end in it."""
    kinds = [category(char) for char in text if char != "\u2019"]
    return kinds.count("Pi") - kinds.count("Pf")


def _spans_until(spans: Iterable[Span], end: int) -> list[Span]:
    """The spans up to a place in their text; what stands behind a part of a span is not what stands behind it all."""
    kept: list[Span] = []
    for span in spans:
        if len(span.text) <= end:
            kept.append(span)
        elif end > 0:
            kept.append(replace(span, text=span.text[:end], evidence=None))
        end -= len(span.text)
    return kept


def _closed(spans: list[Span]) -> list[Span]:
    """The spans without the marks and spaces at their end."""
    if not spans:
        return spans
    end = spans[-1].text.rstrip(CLOSING).rstrip("\u00a0").rstrip(CLOSING)
    return [*spans[:-1], replace(spans[-1], text=end)]


def _opened(text: Text) -> Text:
    """The text as a title begins."""
    first = text[0]
    return (replace(first, text=first.text[:1].upper() + first.text[1:]), *text[1:])
