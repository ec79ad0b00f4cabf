"""Single faults put into a finished PDF: in the characters it shows, and in its structure tree."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any, Literal, TypeVar

import pikepdf
from msgspec import Struct

from rapport.verify.pdf.stream import FontCodes, read_font

DIGITS = "0123456789"

Item = TypeVar("Item")
Node = Any
"""An object of a PDF: a dictionary, or a bare number among kids."""


class Mutation(Struct, frozen=True):
    """A fault: what it is, and the bytes of the document with it."""

    name: str
    data: bytes


class Shown(Struct, frozen=True):
    """A text that a page shows: the page's index and the instruction's."""

    page: int
    instruction: int
    text: str


class Pages:
    """The instructions of all pages, with the fonts in force, open to changes: content, or else artifacts."""

    def __init__(self, data: bytes, kind: Literal["content", "artifact"] = "content") -> None:
        self.kind = kind
        self.pdf = pikepdf.open(BytesIO(data))
        self.instructions = [list(pikepdf.parse_content_stream(page)) for page in self.pdf.pages]
        self.fonts: dict[tuple[int, int], FontCodes] = {}
        self.font_at: dict[tuple[int, int], FontCodes] = {}
        self.shown = tuple(self._shown())

    def _shown(self) -> Iterator[Shown]:
        for number, (page, instructions) in enumerate(zip(self.pdf.pages, self.instructions, strict=True)):
            font: FontCodes | None = None
            saved: list[FontCodes | None] = []
            silent = 0
            for index, instruction in enumerate(instructions):
                operator = str(instruction.operator)
                if operator == "q":
                    saved.append(font)
                elif operator == "Q" and saved:
                    font = saved.pop()
                elif operator in ("BDC", "BMC"):
                    artifact = str(instruction.operands[0]) == "/Artifact"
                    silent = silent + 1 if silent or artifact else 0
                elif operator == "EMC":
                    silent = max(0, silent - 1)
                elif operator == "Tf":
                    font = self._font(page.obj.Resources.Font[str(instruction.operands[0])])
                elif operator in ("Tj", "TJ") and font is not None and bool(silent) == (self.kind == "artifact"):
                    self.font_at[(number, index)] = font
                    yield Shown(number, index, _text(instruction.operands[0], font))

    def _font(self, font: Any) -> FontCodes:
        return self.fonts.setdefault(font.objgen, read_font(font))

    def replaced(self, shown: Shown, text: str) -> bytes:
        """The document with another text in the place of a shown one. Raises KeyError for a missing glyph."""
        codes = {
            character: code for code, character in self.font_at[(shown.page, shown.instruction)].characters.items()
        }
        encoded = b"".join(codes[character].to_bytes(2, "big") for character in text)
        changed: list[Any] = list(self.instructions[shown.page])
        operands = [pikepdf.String(encoded)]
        changed[shown.instruction] = pikepdf.ContentStreamInstruction(operands, pikepdf.Operator("Tj"))
        return self._saved(shown.page, changed)

    def _saved(self, page: int, instructions: list[Any]) -> bytes:
        before = self.pdf.pages[page].obj.Contents
        self.pdf.pages[page].obj.Contents = self.pdf.make_stream(pikepdf.unparse_content_stream(instructions))
        data = saved(self.pdf)
        self.pdf.pages[page].obj.Contents = before
        return data


def _text(operand: Any, font: FontCodes) -> str:
    strings = operand if isinstance(operand, pikepdf.Array) else [operand]
    return "".join(font.decode(bytes(item)) for item in strings if isinstance(item, pikepdf.String))


def saved(pdf: pikepdf.Pdf) -> bytes:
    target = BytesIO()
    pdf.save(target, compress_streams=False)
    return target.getvalue()


def text_mutations(data: bytes, count: int) -> Iterator[Mutation]:
    """Digits changed, letters lost, words lost, glued or doubled: `count` of each, spread over the whole document."""
    pages = Pages(data)
    for kind, change in TEXT_CHANGES.items():
        candidates = [(shown, text) for shown in pages.shown if (text := change(shown.text)) not in ("", shown.text)]
        for shown, text in spread(candidates, count):
            with contextlib.suppress(KeyError):
                yield Mutation(
                    f"{kind}: {shown.text!r} -> {text!r}, page {shown.page + 1}", pages.replaced(shown, text)
                )


def furniture_mutations(data: bytes, count: int) -> Iterator[Mutation]:
    """Digits and letters changed in running heads, feet and numbers of pages."""
    pages = Pages(data, "artifact")
    for kind, change in (("digit", other_digit), ("letter", lost_letter)):
        candidates = [(shown, text) for shown in pages.shown if (text := change(shown.text)) != shown.text]
        for shown, text in spread(candidates, count):
            with contextlib.suppress(KeyError):  # the page's font lacks the letter
                yield Mutation(
                    f"{kind}: {shown.text!r} -> {text!r}, page {shown.page + 1}", pages.replaced(shown, text)
                )


def spread(items: list[Item], count: int) -> list[Item]:
    """Up to `count` items at even distances."""
    step = max(1, len(items) // count)
    return items[::step][:count]


def other_digit(text: str) -> str:
    place = next((index for index, character in enumerate(text) if character in DIGITS), -1)
    return text if place < 0 else text[:place] + DIGITS[(int(text[place]) + 1) % 10] + text[place + 1 :]


def lost_letter(text: str) -> str:
    place = next((index for index, character in enumerate(text) if character.isalpha()), -1)
    return text if place < 0 else text[:place] + text[place + 1 :]


def lost_word(text: str) -> str:
    words = text.split(" ")
    return text if len(words) < 3 else " ".join((*words[:1], *words[2:]))


def glued_words(text: str) -> str:
    inner = text.strip(" ")
    return text.replace(inner, inner.replace(" ", "", 1), 1)


def doubled_word(text: str) -> str:
    words = text.split(" ")
    return text if len(words) < 3 or not words[1] else " ".join((words[0], words[1], *words[1:]))


def swapped_words(text: str) -> str:
    words = text.split(" ")
    differ = len(words) > 2 and words[0] and words[1] and words[0] != words[1]
    return " ".join((words[1], words[0], *words[2:])) if differ else text


def other_unit(text: str) -> str:
    changes = (("Md€", "M€"), ("M€", "Md€"), ("GW", "MW"), ("MW", "GW"), ("milliard", "million"), ("%", "€"))
    return next((text.replace(old, new, 1) for old, new in changes if old in text), text)


def other_qualifier(text: str) -> str:
    changes = (("plus de", "près de"), ("Plus de", "Près de"), ("moins de", "plus de"), ("à hauteur de", "au moins"))
    return next((text.replace(old, new, 1) for old, new in changes if old in text), text)


TEXT_CHANGES: dict[str, Callable[[str], str]] = {
    "digit": other_digit,
    "letter": lost_letter,
    "word lost": lost_word,
    "words glued": glued_words,
    "word doubled": doubled_word,
    "words swapped": swapped_words,
    "unit": other_unit,
    "qualifier": other_qualifier,
}


def structure_mutations(data: bytes, count: int) -> Iterator[Mutation]:
    """Elements lost, doubled, swapped; alternative texts, languages, expansions, attributes lost or changed."""
    for kind, change in STRUCTURE_CHANGES.items():
        whole = pikepdf.open(BytesIO(data))
        total = sum(_NEEDS[kind](node) for node in elements(whole))
        for index in spread(list(range(total)), count):
            pdf = pikepdf.open(BytesIO(data))
            node = [node for node in elements(pdf) if _NEEDS[kind](node)][index]
            name = f"{kind}: {node.get('/S')} {index}"
            change(node)
            yield Mutation(name, saved(pdf))


def elements(pdf: pikepdf.Pdf) -> list[Node]:
    found: list[Node] = []
    waiting = [pdf.Root.StructTreeRoot]
    while waiting:
        node = waiting.pop()
        found.append(node)
        waiting += reversed([kid for kid in _kids(node) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid])
    return found[1:]


def _kids(node: Node) -> list[Node]:
    kids = node.get("/K")
    return [] if kids is None else list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _holds_content(node: Node) -> bool:
    """Whether an element of the tree holds text of its own, and is not the only kid of its parent."""
    own = any(isinstance(kid, int) or "/MCID" in kid for kid in _kids(node))
    return own and len(_kids(node.P)) > 1


def _swappable(node: Node) -> bool:
    kids = _kids(node.P)
    place = next(
        (index for index, kid in enumerate(kids) if not isinstance(kid, int) and kid.objgen == node.objgen), -1
    )
    following = kids[place + 1] if 0 <= place < len(kids) - 1 else None
    return _holds_content(node) and following is not None and not isinstance(following, int) and "/S" in following


def _drop(node: Node) -> None:
    node.P.K = pikepdf.Array([kid for kid in _kids(node.P) if isinstance(kid, int) or kid.objgen != node.objgen])


def _double(node: Node) -> None:
    kids = _kids(node.P)
    place = next(index for index, kid in enumerate(kids) if not isinstance(kid, int) and kid.objgen == node.objgen)
    node.P.K = pikepdf.Array([*kids[: place + 1], *kids[place:]])


def _swap(node: Node) -> None:
    kids = _kids(node.P)
    place = next(index for index, kid in enumerate(kids) if not isinstance(kid, int) and kid.objgen == node.objgen)
    kids[place], kids[place + 1] = kids[place + 1], kids[place]
    node.P.K = pikepdf.Array(kids)


def _without(key: str) -> Callable[[Node], None]:
    def change(node: Node) -> None:
        del node[key]

    return change


def _other_figure(node: Node) -> None:
    node["/Alt"] = pikepdf.String(other_digit(str(node["/Alt"])))


STRUCTURE_CHANGES: dict[str, Callable[[Node], None]] = {
    "element lost": _drop,
    "element doubled": _double,
    "elements swapped": _swap,
    "alternative lost": _without("/Alt"),
    "alternative changed": _other_figure,
    "language lost": _without("/Lang"),
    "expansion lost": _without("/E"),
    "attributes lost": _without("/A"),
}
_NEEDS: dict[str, Callable[[Node], bool]] = {
    "element lost": _holds_content,
    "element doubled": _holds_content,
    "elements swapped": _swappable,
    "alternative lost": lambda node: "/Alt" in node,
    "alternative changed": lambda node: "/Alt" in node and any(c in DIGITS for c in str(node["/Alt"])),
    "language lost": lambda node: "/Lang" in node,
    "expansion lost": lambda node: "/E" in node,
    "attributes lost": lambda node: node.get("/S") == "/TH",
}
