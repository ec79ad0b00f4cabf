"""A tagged PDF read back through its structure tree, as assistive technology reads it.

Written against ISO 32000-1 and pikepdf alone, so that it can contradict the program.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
from msgspec import Struct, field

_HEX = re.compile(rb"<([0-9A-Fa-f]*)>\s*<([0-9A-Fa-f]*)>")
Content = dict[tuple[int, int], str]
"""The text of each marked-content sequence, by page index and identifier."""


class Node(Struct, frozen=True):
    """A structure element: its kids are elements and pieces of text in reading order."""

    tag: str
    kids: tuple[Node | str, ...]
    entries: dict[str, str] = field(default_factory=dict)
    attributes: dict[str, Any] = field(default_factory=dict)
    annotations: int = 0

    @property
    def text(self) -> str:
        """All its text; the hyphens added at line ends are left out."""
        return "".join(kid if isinstance(kid, str) else kid.text for kid in self.kids).replace("\u00ad", "")

    def walk(self) -> Iterator[Node]:
        """This element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.walk()

    def find(self, tag: str) -> tuple[Node, ...]:
        """The elements of a tag at or below this one."""
        return tuple(node for node in self.walk() if node.tag == tag)


class Readback(Struct):
    """What a file holds: the structure tree, the text of artifacts by page, and text that is neither."""

    root: Node
    artifacts: list[str]
    unmarked: list[str]


def read_back(data: bytes) -> Readback:
    """Read a file; raises KeyError for content that the tree names but no page has."""
    with pikepdf.open(BytesIO(data)) as pdf:
        pages = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
        readers = [_PageReader(page.obj) for page in pdf.pages]
        content = {(index, mcid): text for index, reader in enumerate(readers) for mcid, text in reader.marked.items()}
        root = _node(pdf.Root.StructTreeRoot.K, pages, content)
        return Readback(root, [reader.artifact for reader in readers], [reader.unmarked for reader in readers])


def _node(element: Any, pages: dict[Any, int], content: Content) -> Node:
    kids: list[Node | str] = []
    annotations = 0
    for kid in _each(element.get("/K")):
        if not isinstance(kid, pikepdf.Dictionary):
            kids.append(content[pages[element.Pg.objgen], int(kid)])
        elif kid.get("/Type") == "/MCR":
            kids.append(content[pages[kid.get("/Pg", element.get("/Pg")).objgen], int(kid.MCID)])
        elif kid.get("/Type") == "/OBJR":
            annotations += 1
        else:
            kids.append(_node(kid, pages, content))
    entries = {key[1:]: str(element[key]) for key in ("/Lang", "/Alt", "/ActualText", "/E", "/ID") if key in element}
    attributes = {key[1:]: value for owner in _each(element.get("/A")) for key, value in owner.items() if key != "/O"}
    plain = {key: str(value) if isinstance(value, pikepdf.Name) else value for key, value in attributes.items()}
    return Node(str(element.S)[1:], tuple(kids), entries, plain, annotations)


def _each(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


class _PageReader:
    """Runs a page's code and collects what it shows, by marked-content identifier."""

    def __init__(self, page: Any) -> None:
        self.marked: dict[int, str] = {}
        self.artifact = ""
        self.unmarked = ""
        self._stack: list[int | str] = []
        self._fonts: dict[Any, dict[int, str]] = {}
        self._run(page, page.Resources)

    def _run(self, stream: Any, resources: Any) -> None:
        font: dict[int, str] = {}
        for instruction in pikepdf.parse_content_stream(stream):
            operands = list(instruction.operands)
            match str(instruction.operator):
                case "BDC":
                    self._begin(str(operands[0]), operands[1])
                case "EMC":
                    self._stack.pop()
                case "Tf":
                    font = self._font(resources.Font[str(operands[0])])
                case "TJ" | "Tj":
                    self._show("".join(_decoded(operands[0], font)))
                case "Do":
                    form = resources.XObject[str(operands[0])]
                    if form.Subtype == "/Form":
                        self._run(form, form.Resources)

    def _begin(self, tag: str, properties: Any) -> None:
        mcid: int | str = int(properties.MCID) if "/MCID" in properties else tag
        if isinstance(mcid, int):
            self.marked.setdefault(mcid, "")
        self._stack.append(mcid)

    def _show(self, text: str) -> None:
        owner = self._stack[-1] if self._stack else ""
        if isinstance(owner, int):
            self.marked[owner] += text
        elif owner == "/Artifact":
            self.artifact += text
        else:
            self.unmarked += text

    def _font(self, font: Any) -> dict[int, str]:
        if font.objgen not in self._fonts:
            rows = _HEX.findall(font.ToUnicode.read_bytes().partition(b"endcodespacerange")[2])
            self._fonts[font.objgen] = {
                int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in rows
            }
        return self._fonts[font.objgen]


def _decoded(shown: Any, font: dict[int, str]) -> Iterator[str]:
    for item in shown if isinstance(shown, pikepdf.Array) else [shown]:
        if isinstance(item, pikepdf.String):
            data = bytes(item)
            yield from (font[int.from_bytes(data[at : at + 2], "big")] for at in range(0, len(data), 2))
