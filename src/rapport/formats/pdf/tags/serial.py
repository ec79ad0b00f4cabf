"""Values in PDF syntax (ISO 32000-1, 7.3), and the structure tree as numbered objects (14.7.2 to 14.7.4)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import chain

from rapport.formats.pdf.tags.tree import AnnotationKid, AttributeValue, Element, MarkedContentKid, StructureTree
from rapport.look.palette import Colour, channels

# Values in PDF syntax (ISO 32000-1, 7.3): bytes for objects, characters up to U+00FF for page code.

_ESCAPES = str.maketrans({"(": r"\(", ")": r"\)", "\\": r"\\", "\r": r"\r", "\n": r"\n"})
REMEMBERED = 1 << 12
"""Names, numbers and colours written last: lines stand at the same places on every page."""

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


@lru_cache(REMEMBERED)
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


# The structure tree as numbered PDF objects (ISO 32000-1, 14.7.2 to 14.7.4).

NumberOf = Callable[[str], int]
"""From the internal name of a page or annotation to its object number."""


class StructureObjects:
    """Gives the root the number `first`, the elements those that follow in document order, and writes them all."""

    def __init__(self, tree: StructureTree, first: int, number_of: NumberOf) -> None:
        self.tree = tree
        self.root = first
        self._number_of = number_of
        self._numbers = {element: first + 1 + index for index, element in enumerate(tree.elements())}

    def __len__(self) -> int:
        return 1 + len(self._numbers)

    def __iter__(self) -> Iterator[tuple[int, bytes]]:
        yield self.root, self._root()
        for element, number in self._numbers.items():
            yield number, self._element(element)

    def _reference(self, element: Element) -> bytes:
        return b"%d 0 R" % self._numbers[element]

    def _root(self) -> bytes:
        entries = [b"<</Type/StructTreeRoot/K ", self._reference(self.tree.document)]
        entries += [b"/ParentTree<</Nums[", b"\n".join(self._parent_tree()), b"]>>"]
        entries += [b"/ParentTreeNextKey %d" % (len(self.tree.pages) + len(self.tree.annotations))]
        identifiers = b" ".join(self._identifiers())
        if identifiers:
            entries.append(b"/IDTree<</Names[" + identifiers + b"]>>")
        return b"".join(entries) + b">>"

    def _parent_tree(self) -> list[bytes]:
        pages = (
            (key, b"[" + b" ".join(map(self._reference, owners)) + b"]") for key, owners in self.tree.pages.items()
        )
        annotations = ((key, self._reference(owner)) for key, owner in self.tree.annotations.items())
        return [b"%d %s" % entry for entry in sorted(chain(pages, annotations))]

    def _identifiers(self) -> Iterator[bytes]:
        named = sorted((element.identifier, number) for element, number in self._numbers.items() if element.identifier)
        for identifier, number in named:
            yield b"%s %d 0 R" % (text_string(identifier), number)

    def _element(self, element: Element) -> bytes:
        parent = self.root if element.parent is None else self._numbers[element.parent]
        page = next((kid.page for kid in element.kids if not isinstance(kid, Element)), "")
        entries = [b"<</Type/StructElem/S", name(element.tag), b"/P %d 0 R" % parent]
        if page:
            entries.append(b"/Pg %d 0 R" % self._number_of(page))
        kids = [self._kid(kid, page) for kid in element.kids]
        if kids:
            entries.append(b"/K[" + b" ".join(kids) + b"]" if len(kids) > 1 else b"/K " + kids[0])
        entries.extend(_texts(element))
        if element.attributes:
            entries.append(b"/A[" + b"".join(_attributes(element)) + b"]")
        return b"".join(entries) + b">>"

    def _kid(self, kid: Element | MarkedContentKid | AnnotationKid, page: str) -> bytes:
        if isinstance(kid, Element):
            return self._reference(kid)
        if isinstance(kid, AnnotationKid):
            pair = self._number_of(kid.page), self._number_of(kid.annotation)
            return b"<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>" % pair
        if kid.page == page:
            return b"%d" % kid.mcid
        return b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (self._number_of(kid.page), kid.mcid)


def _texts(element: Element) -> Iterator[bytes]:
    if element.language:
        yield b"/Lang" + ascii_string(element.language)
    texts = (
        ("Alt", element.alt),
        ("ActualText", element.actual_text),
        ("E", element.expansion),
        ("ID", element.identifier),
    )
    for key, text in texts:
        if text:
            yield name(key) + text_string(text)


def _attributes(element: Element) -> Iterator[bytes]:
    for owner, values in element.attributes.items():
        body = b"".join(name(key) + b" " + attribute(value) for key, value in values.items())
        yield b"<</O" + name(owner) + body + b">>"
