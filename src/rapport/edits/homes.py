"""A changed text -> the spans it was made of, which know the content line they come from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from rapport.edition.text import Span, Text, text_fields
from rapport.edits.change import Change
from rapport.edits.normal import normal
from rapport.slides.deck import Slide
from rapport.slides.elements import ElementGroup, SlideParagraph, TableFrame

ROW, CELL = re.compile(r"ligne\u00a0(\d+)"), re.compile(r"ligne\u00a0(\d+), colonne\u00a0(\d+)")
"""Where in a table something was changed."""


def homes_of(change: Change, slide: Slide) -> tuple[Text, ...]:
    """The texts that a change may have had before, each as its spans; none where the slide has no such text.

    Several where its place does not tell which: the same words typed elsewhere. Those of its shape come first.
    """
    if change.kind == "notes":
        return _saying(change.before, (slide.speech, slide.sources))
    own = _saying(change.before, tuple(_placed(change, slide)))
    return own or _saying(change.before, (slide.title, slide.elements, slide.footer))


def _saying(words: str, parts: object) -> tuple[Text, ...]:
    found = (text for text in shown(parts) if normal(said(text)) == words)
    return tuple({tuple((span.text, span.origin) for span in text): text for text in found}.values())


def _placed(change: Change, slide: Slide) -> Iterator[object]:
    """The element of a change's shape, of a table its cell."""
    cell = CELL.match(change.place)
    for element in called(change.shape, slide):
        if cell and isinstance(element, TableFrame):
            row, column = (int(number) - 1 for number in cell.groups())
            yield tuple(each for one in element.rows[row : row + 1] for each in one.cells[column : column + 1])
        else:
            yield element


def said(text: Text) -> str:
    """All its characters, calls of footnotes included, as a slide shows them."""
    return "".join(span.text for span in text)


def called(name: str, slide: Slide) -> Iterator[object]:
    """The element that has a name on the slide: the second of two « Libellé » is called « Libellé 2 »."""
    counts: Counter[str] = Counter()
    for element in _every(slide):
        own = getattr(element, "name", "")
        counts[own] += 1
        if name == (f"{own} {counts[own]}" if counts[own] > 1 else own):
            yield element


def _every(slide: Slide) -> Iterator[object]:
    for element in (slide.title, *slide.elements):
        yield element
        yield from element.elements if isinstance(element, ElementGroup) else ()


def shown(value: Any) -> Iterator[Text]:
    """The texts in a value, each as a paragraph shows it: with its unit."""
    pending = [value]
    while pending:
        item = pending.pop()
        if isinstance(item, SlideParagraph):
            yield (*item.text, *item.unit)
        elif isinstance(item, tuple):
            if item and isinstance(item[0], Span):
                yield item
            else:
                pending.extend(reversed(item))
        else:
            pending.extend([getattr(item, name) for name in reversed(text_fields(item.__class__))])
