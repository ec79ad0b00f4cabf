"""HTML, written: escaped text, elements, addresses that can do no harm; spans of a text."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from string import ascii_letters, digits

from rapport.edition.text import Span, Text

_KEPT = frozenset(f"{ascii_letters}{digits}-._~:/?#[]@!$&'()*+,;=%".encode())
_SCHEMES = ("https:", "http:", "mailto:")


def element(name: str, content: str, /, **attributes: str) -> str:
    """An element around markup; attributes are escaped here, empty ones left out, `class_` is written `class`."""
    return f"<{name}{_attributes(tuple(attributes.items()))}>{content}</{name}>"


def empty(name: str, /, **attributes: str) -> str:
    """A void element; an empty `alt` is written, for it says that a picture is decoration."""
    return f"<{name}{_attributes(tuple(attributes.items()))}>"


def text(string: str) -> str:
    """Characters as markup."""
    return escape(string, quote=False)


def address(link: str) -> str:
    """A link as an attribute may hold it; empty where it leads elsewhere than to a page, a file beside or a place."""
    scheme, colon, _ = link.partition(":")
    if colon and "/" not in scheme and not link.lower().startswith(_SCHEMES):
        return ""
    return "".join(chr(byte) if byte in _KEPT else f"%{byte:02X}" for byte in link.encode())


@lru_cache(maxsize=256)
def _attributes(attributes: tuple[tuple[str, str], ...]) -> str:
    # remembered, since the rows of a long register have the same
    pairs = ((key.rstrip("_").replace("_", "-"), value) for key, value in attributes)
    return "".join(f' {key}="{escape(value)}"' for key, value in pairs if value or key == "alt")


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
