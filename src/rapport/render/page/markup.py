"""HTML, written: escaped text, elements, addresses that can do no harm, spans; signs of statuses as drawings."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from string import ascii_letters, digits

from rapport.edition.text import Span, Status, Text
from rapport.look.charter import Charter
from rapport.look.geometry import Box, Pt
from rapport.look.sign import Sign, corners, half_corners

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


# Status signs as drawings: a sign is never a character of a font.


_SIDE = 20.0
"""Of the square that signs are drawn in; it is scaled to the size of the word."""


def signed(status: Status, charter: Charter) -> str:
    """The sign of a status and its word."""
    return element("span", f"{sign(status, charter)}{text(status.word)}", class_="status")


def signed_large(status: Status, charter: Charter) -> str:
    """The sign of a status as covers draw it, and its word below."""
    look = charter.brief.cover
    drawn = _drawing(status, charter, look.sign_stroke / look.sign_diameter)
    return element("span", f"{drawn}{text(status.word)}", class_="status")


def sign(status: Status, charter: Charter) -> str:
    """The sign alone, which the word beside it says; empty for a status that the charter does not draw."""
    return _drawing(status, charter, charter.signs.stroke)


def _drawing(status: Status, charter: Charter, stroke: float) -> str:
    """A sign whose line is `stroke` of its diameter."""
    if status.key not in charter.statuses:
        return ""
    shape = _shape(charter.statuses[status.key].sign, stroke * _SIDE)
    return element(
        "svg", shape, viewBox=f"0 0 {_SIDE:g} {_SIDE:g}", class_="sign", aria_hidden="true", focusable="false"
    )


def _shape(drawn: Sign, stroke: float) -> str:
    outline = _outline(drawn, stroke, "currentColor" if drawn.fill == "full" else "none")
    return outline + (_half(drawn, stroke) if drawn.fill == "half" else "")


def _outline(drawn: Sign, stroke: float, fill: str) -> str:
    drawing = {"fill": fill, "stroke": "currentColor", "stroke_width": f"{stroke:g}"}
    inset = stroke / 2
    if drawn.outline == "circle":
        middle = f"{_SIDE / 2:g}"
        return element("circle", "", cx=middle, cy=middle, r=f"{_SIDE / 2 - inset:g}", **drawing)
    box = Box(Pt(inset), Pt(inset), Pt(_SIDE - stroke), Pt(_SIDE - stroke))
    points = " ".join(f"{x:g},{y:g}" for x, y in corners(drawn.outline, box))
    return element("polygon", "", points=points, **drawing)


def _half(drawn: Sign, stroke: float) -> str:
    """The left half of a shape."""
    inset = stroke / 2
    box = Box(Pt(inset), Pt(inset), Pt(_SIDE - stroke), Pt(_SIDE - stroke))
    if half := half_corners(drawn.outline, box):
        points = " ".join(f"{x:g},{y:g}" for x, y in half)
        return element("polygon", "", points=points, fill="currentColor")
    middle, radius = _SIDE / 2, _SIDE / 2 - stroke / 2
    path = f"M{middle:g} {stroke / 2:g}A{radius:g} {radius:g} 0 0 0 {middle:g} {_SIDE - stroke / 2:g}Z"
    return element("path", "", d=path, fill="currentColor")
