"""Titles that are met once only: listeners and screen readers find a slide by its title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate, chain, count
from unicodedata import category

from msgspec.structs import replace

from rapport.arrange.blocks.reading import DASH
from rapport.arrange.page import SlidePage, title_lines
from rapport.arrange.slide import TopicPage
from rapport.arrange.studio import SlideContext
from rapport.arrange.subjects import on_layout
from rapport.edition.text import Span, Text, plain, says_the_same, words
from rapport.slides.elements import TableFrame, TableRow

LONGEST_NAME = 60
"""Characters of what a slide holds that its title may name."""
LONGEST_LIST = 40
"""Characters of names that stand after a title; longer ones stand in its place."""
CLOSING = ".:;, "
CLAUSE = re.compile(r"[ \u00a0\u202f]*(?:[;:(–]|,(?!\d))| (?:avec|pour|et|qui) ")
"""Where a text may end before its end and still be a name."""
SPACES = " \u00a0\u202f"
LONGEST_TOLD = 90
"""Characters of a title with what its slide holds; beyond, that stands alone."""
MOST_ROWS = 3
"""Rows of a table that a title may list; of more, it says the first and the last."""
SETTLED = ("", "achieved", "measured")
"""Statuses that need no word beside a figure."""
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
            told = chain(_told(title, leaf.page, on_layout(leaf.topic, studio)), numbered[name])
            title = next(found for found in told if plain(found) not in taken)
        numbered.setdefault(name, _numbered(title))
        taken.add(plain(title))
        yield title


def _told(title: Text, page: SlidePage, studio: SlideContext) -> Iterator[Text]:
    """What may be said, the best first: title and things held as far as its lines go, things alone."""
    lines = title_lines(title, studio)
    held = page.holds or _groups(page) or _rows(page)
    names = tuple(_name(text) for text in held if plain(text) and not _loses_status(text))
    listed = tuple(accumulate(names, lambda one, other: (*one, *words(", "), *other)))[::-1]
    with_title = [(*title, *words(DASH), *text) for text in listed if len(plain(text)) <= LONGEST_LIST]
    told = [text for text in with_title if len(plain(text)) <= LONGEST_TOLD]
    many = not page.holds and not _groups(page) and len(names) > MOST_ROWS
    span = [words(studio.furniture("from-to", plain(names[0]), plain(names[-1])))] if many else []
    alone = [*span, *map(_opened, listed)]
    if page.kind:
        alone = [*(text for text in alone if _is_clause(text, page.holds)), page.kind]
    yield from (text for text in (*told, *alone, *with_title) if title_lines(text, studio) <= lines)


def _loses_status(text: Text) -> bool:
    """Whether the name that a text would give parts a figure from the word that says what it is worth."""
    shown = (span.evidence.status for span in text if span.evidence and span.evidence.low is not None)
    return any(status not in SETTLED for status in shown) and len(plain(_name(text))) < len(plain(text).rstrip(CLOSING))


def _is_clause(name: Text, holds: tuple[Text, ...]) -> bool:
    """Whether a name is the start of a text and whole in itself: neither cut, nor said again under it."""
    return not plain(name).endswith("…") and not any(says_the_same(name, text) for text in holds)


def _numbered(title: Text) -> Iterator[Text]:
    """The title with a number, from the second slide on."""
    return ((*title, *words("\u00a0"), *words(f"({number})")) for number in count(2))


def _groups(page: SlidePage) -> tuple[Text, ...]:
    """The headings of the groups of a table."""
    return tuple(_first(row) for table in _tables(page) for row in table.rows if row.kind == "group")


def _rows(page: SlidePage) -> tuple[Text, ...]:
    """What the rows of a table are about."""
    return tuple(_first(row) for table in _tables(page) for row in table.rows[table.heads :])


def _tables(page: SlidePage) -> Iterator[TableFrame]:
    return (element for element in page.elements if isinstance(element, TableFrame))


def _first(row: TableRow) -> Text:
    return row.cells[0].paragraphs[0].text


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
