"""The structure tree as numbered PDF objects (ISO 32000-1, 14.7.2 to 14.7.4)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from rapport.formats.pdf.tags.element import AnnotationKid, Element, MarkedContentKid
from rapport.formats.pdf.tags.syntax import ascii_string, attribute, name, text_string
from rapport.formats.pdf.tags.tree import StructureTree

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
