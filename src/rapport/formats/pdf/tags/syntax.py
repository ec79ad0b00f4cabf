"""Values in PDF syntax (ISO 32000-1, 7.3): bytes for objects, characters up to U+00FF for page code."""

from __future__ import annotations

from functools import lru_cache

from rapport.formats.pdf.tags.element import AttributeValue
from rapport.look.palette import Colour, channels

_ESCAPES = str.maketrans({"(": r"\(", ")": r"\)", "\\": r"\\", "\r": r"\r", "\n": r"\n"})
REMEMBERED = 1 << 12
"""Numbers and colours written last: lines stand at the same places on every page."""

_REGULAR = frozenset(range(0x21, 0x7F)) - frozenset(b"%()<>[]{}/#")


def text_string(text: str) -> bytes:
    """A text string as UTF-16BE in hexadecimal: nothing to escape, every character representable (7.9.2.2)."""
    return b"<FEFF" + text.encode("utf-16-be").hex().upper().encode() + b">"


def uri_string(uri: str) -> bytes:
    """A URI as an ASCII string; blanks and characters beyond ASCII are percent-encoded (RFC 3987, 3.1)."""
    return ascii_string("".join(chr(byte) if 0x20 < byte < 0x7F else f"%{byte:02X}" for byte in uri.encode()))


def byte_string(data: bytes) -> str:
    """Bytes in parentheses, line ends escaped: no line of page code begins within a string (7.3.4.2)."""
    return f"({data.decode('latin-1').translate(_ESCAPES)})"


def ascii_string(text: str) -> bytes:
    """An ASCII string (a language tag) in parentheses; raises UnicodeEncodeError for other characters."""
    data = text.encode("ascii")
    return b"(" + data.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)") + b")"


def name(text: str) -> bytes:
    """A name object, with #xx for what is not a regular character ("text/plain" -> /text#2Fplain)."""
    return b"/" + b"".join(bytes((c,)) if c in _REGULAR else b"#%02X" % c for c in text.encode())


@lru_cache(REMEMBERED)
def number(value: float) -> str:
    """A number with at most three decimals and no needless zeros."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def attribute(value: AttributeValue) -> bytes:
    """A value of an attribute object: a string is a name, in a tuple an identifier."""
    if isinstance(value, str):
        return name(value)
    if isinstance(value, tuple):
        items = (text_string(item) if isinstance(item, str) else attribute(item) for item in value)
        return b"[" + b" ".join(items) + b"]"
    return number(value).encode()


@lru_cache(REMEMBERED)
def fill(colour: Colour) -> str:
    """The operator that chooses the colour of text and of the inside of shapes."""
    return f"{' '.join(map(number, channels(colour)))} rg"


@lru_cache(REMEMBERED)
def stroke(colour: Colour) -> str:
    """The operator that chooses the colour of lines."""
    return f"{' '.join(map(number, channels(colour)))} RG"
