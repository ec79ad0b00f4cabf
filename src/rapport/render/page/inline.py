"""Spans of a text as HTML."""

from __future__ import annotations

from rapport.edition.text import Span, Text
from rapport.render.page.markup import address, element, text

_EMPHASIS = {"emphasis": "em", "strong": "strong"}
_POSITION = {"superscript": "sup", "subscript": "sub"}


def inline(words: Text) -> str:
    """A text as markup."""
    return "".join(_span(span) for span in words)


def _span(span: Span) -> str:
    markup = text(span.text)
    for name in filter(None, (_POSITION.get(span.position), _EMPHASIS.get(span.emphasis))):
        markup = element(name, markup)
    if span.language:
        markup = element("span", markup, lang=span.language)
    target = address(span.link)
    return element("a", markup, href=target) if target else markup
