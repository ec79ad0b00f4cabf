"""Titles that are met once only: listeners and screen readers find a slide by its title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate

from msgspec.structs import replace

from rapport.arrange.blocks.passages import DASH
from rapport.arrange.page import Page, title_fits, title_lines
from rapport.arrange.slide import Leaf
from rapport.arrange.studio import Studio
from rapport.edition.text import Span, Text, plain, words
from rapport.slides.elements import TableFrame

LONGEST_NAME = 60
"""Characters of what a slide holds that its title may name."""
LONGEST_LIST = 40
"""Characters of names that stand after a title; longer ones stand in its place."""
CLOSING = ".:;,!? "
CLAUSE = re.compile(r"[ \u00a0\u202f]*[,;:(–]| (?:avec|pour|et|qui) ")
"""Where a text may end before its end and still be a name."""
LEAST_NAME = 12
"""Characters of a name that ends at a clause; a shorter one says too little."""


def told_titles(leaves: Iterable[Leaf], studio: Studio) -> Iterator[Text]:
    """The titles in order; one met before says what its slide holds, or is numbered where that says nothing new."""
    items = tuple(leaves)
    taken = {plain(leaf.topic.title) for leaf in items}
    met: set[str] = set()
    for leaf in items:
        title = leaf.topic.title
        if plain(title) in met:
            title = next(found for found in _told(leaf, len(items), studio) if plain(found) not in taken)
        met.add(plain(leaf.topic.title))
        taken.add(plain(title))
        yield title


def _told(leaf: Leaf, slides: int, studio: Studio) -> Iterator[Text]:
    """What may be said, the best first: title and things held as far as its lines go, things alone, a number."""
    title, lines = leaf.topic.title, title_lines(leaf.topic.title, studio)
    names = tuple(_name(text) for text in leaf.page.holds or _rows(leaf.page) if plain(text))
    listed = tuple(accumulate(names, lambda one, other: (*one, *words(", "), *other)))[::-1]
    with_title = [(*title, *words(DASH), *text) for text in listed if len(plain(text)) <= LONGEST_LIST]
    yield from (text for text in (*with_title, *map(_opened, listed)) if title_lines(text, studio) <= lines)
    yield from (_opened(text) for text in listed[-1:] if title_fits(text, studio))
    yield from ((*title, *words("\u00a0"), *words(f"({number})")) for number in range(2, slides + 2))


def _rows(page: Page) -> Iterator[Text]:
    """The headings of the groups of a table, or what its rows are about."""
    for table in page.elements:
        if isinstance(table, TableFrame):
            groups = [row for row in table.rows if row.kind == "group"]
            yield from (row.cells[0].paragraphs[0].text for row in groups or table.rows[1:])


def _name(text: Text) -> Text:
    """The start of a text, without links, notes and the stop at its end."""
    spans = tuple(replace(span, link="", note="", emphasis="none") for span in text if not span.note)
    whole = "".join(span.text for span in spans)
    ends = [match.start() for match in CLAUSE.finditer(whole) if LEAST_NAME <= match.start() <= LONGEST_NAME]
    if len(whole) > LONGEST_NAME and ends:
        return tuple(_closed(_until(spans, ends[-1])))
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


def _until(spans: Iterable[Span], end: int) -> list[Span]:
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
