"""A changed text -> the spans it was made of, which know the content line they come from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rapport.edition.text import Span, Text
from rapport.edition.walk import text_fields
from rapport.edits.change import Change
from rapport.edits.normal import normal
from rapport.slides.deck import Slide
from rapport.slides.elements import SlideParagraph


def home_of(change: Change, slide: Slide) -> Text:
    """The spans of the text that a change had before; empty where the slide has no such text.

    Of equal texts on a slide, that of the shape's name comes first.
    """
    spoken = change.kind == "notes"
    whole = [(slide.speech, slide.sources)] if spoken else [*_named(slide, change.shape), *_all(slide)]
    texts = (text for part in whole for text in shown(part))
    return next((text for text in texts if normal(said(text)) == change.before), ())


def said(text: Text) -> str:
    """All its characters, calls of footnotes included, as a slide shows them."""
    return "".join(span.text for span in text)


def _all(slide: Slide) -> tuple[object, ...]:
    return slide.title, slide.elements, slide.footer


def _named(slide: Slide, name: str) -> Iterator[object]:
    """Elements that may have given a shape its name, which has a number where several have it."""
    for element in (slide.title, *slide.elements):
        own = getattr(element, "name", "")
        if own and (name == own or name.startswith(f"{own} ")):
            yield element


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
