"""XML as checked strings, and identifiers that are the same in every build."""

from __future__ import annotations

import hashlib
import re
import uuid
from collections.abc import Iterable
from typing import NewType

# Identifiers that are the same in every build: GUIDs and creation numbers derived from what they name.

_NAMESPACE = uuid.UUID("c1a3f6de-6f0b-5b0e-9c55-0f1d8b7a2e44").bytes


def guid(*names: str | int) -> str:
    """A GUID in the form Office wants: upper case, in braces (RFC 9562 version 5 of the joined names)."""
    digits = f"{_number(names):032X}"
    return f"{{{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}}}"


def number(*names: str | int) -> int:
    """A positive number below 2**31 that stands for the names, as `p14:creationId` wants it."""
    return _number(names) % (2**31 - 1) + 1


_FREE = ~((0xF000 << 64) | (0xC000 << 48))
_VERSION_5 = (0x5000 << 64) | (0x8000 << 48)
"""The bits of an identifier that are its version and variant, and what they are in one made from a name."""


def _number(names: tuple[str | int, ...]) -> int:
    """What `uuid.uuid5` gives, which takes longer: a deck has an identifier for each of its shapes."""
    digest = hashlib.sha1(_NAMESPACE + "/".join(map(str, names)).encode(), usedforsecurity=False).digest()
    return int.from_bytes(digest[:16]) & _FREE | _VERSION_5


# XML as checked strings: what is text and what is markup is a matter of type, so nothing goes out unescaped.

Markup = NewType("Markup", str)
"""Well-formed XML content: escaped text, elements, or a sequence of both."""

EMPTY = Markup("")

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
PRESENTATION = "http://schemas.openxmlformats.org/presentationml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"

SLIDE_NAMESPACES = {"xmlns_a": DRAWING, "xmlns_r": RELATIONSHIPS, "xmlns_p": PRESENTATION}
CHART_NAMESPACES = {"xmlns_c": CHART, "xmlns_a": DRAWING, "xmlns_r": RELATIONSHIPS}

_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ILLEGAL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TEXT_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_ATTRIBUTE_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
)


def text(string: str) -> Markup:
    """Characters as XML text. Raises ValueError on a character that XML 1.0 (section 2.2) cannot hold."""
    _refuse_illegal(string)
    return Markup(string.translate(_TEXT_ESCAPES))


def element(name: str, /, *content: Markup, **attributes: str | int | None) -> Markup:
    """One element. An underscore in an attribute's name stands for a prefix's colon; None leaves the attribute out."""
    opening = name
    for key, value in attributes.items():
        if value is not None:
            opening += f' {_NAMES[key]}="{value if isinstance(value, int) or value.isalnum() else _escaped(value)}"'
    inner = "".join(content)
    return Markup(f"<{opening}>{inner}</{name}>" if inner else f"<{opening}/>")


def join(parts: Iterable[Markup]) -> Markup:
    """Pieces of markup, one after the other."""
    return Markup("".join(parts))


def document(root: Markup) -> bytes:
    """A whole part: the XML declaration and the root element, in UTF-8."""
    return _DECLARATION + root.encode()


def _escaped(value: str) -> str:
    """The value of an attribute; letters and figures, which most are made of alone, stand for themselves."""
    _refuse_illegal(value)
    return value.translate(_ATTRIBUTE_ESCAPES)


class _Names(dict[str, str]):
    """The names of attributes by those of arguments."""

    def __missing__(self, key: str) -> str:
        self[key] = name = key.replace("_", ":", 1)
        return name


_NAMES = _Names()


def _refuse_illegal(string: str) -> None:
    if not string.isprintable() and (found := _ILLEGAL.search(string)):
        raise ValueError(f"U+{ord(found[0]):04X} cannot be written in XML: {string[:40]!r}")
