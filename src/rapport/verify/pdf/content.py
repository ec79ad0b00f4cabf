"""The content of a page: which text and which painting stands in which marked content (ISO 32000-1, 14.6)."""

from __future__ import annotations

from collections.abc import Callable

import pikepdf
from msgspec import Struct, field

from rapport.formats.unreadable import UnreadableError
from rapport.verify.pdf.colours import Inked, inked
from rapport.verify.pdf.stream import FontCodes, Instruction, Instructions, instructions_of, read_font, read_stream

PAINTING = frozenset(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh"]) | {"INLINE IMAGE"}
MAX_DEPTH = 12  # forms within each other

REVERSED = "ReversedChars"
"""Around words whose glyphs stand in the order opposite to that of reading (ISO 32000-1, 14.8.2.3.3)."""

Fonts = dict[tuple[int, int], FontCodes]


class Marked(Struct, frozen=True):
    """A marked-content sequence that the structure tree may name (`mcid`, -1 for none) or that is an artifact.

    `artifact` is its subtype or type (`Header`, `Pagination`, `Layout`), "Artifact" for a bare one, empty for content.
    `texts` holds what each text object (BT … ET) in it shows; `painted` is True where it draws anything else.
    """

    page: int
    tag: str
    mcid: int
    artifact: str
    texts: tuple[str, ...]
    painted: bool

    @property
    def text(self) -> str:
        return "".join(self.texts)


class PageContent(Struct, frozen=True):
    """All marks of a page in the order they open.

    `unmarked` holds what is shown or painted outside of any mark; `nested` counts marks opened inside another that is
    content or an artifact itself; `unclosed` is how many were left open. `fonts` are the fonts that show text. `inked`
    are the looks of its texts; None where its colours cannot be read.
    """

    number: int
    marks: tuple[Marked, ...]
    unmarked: tuple[str, ...]
    nested: int
    unclosed: int
    fonts: tuple[tuple[int, int], ...]
    inked: frozenset[Inked] | None


def read_page(page: pikepdf.Page, number: int, fonts: Fonts) -> PageContent:
    """The marked content of a page; `fonts` gathers the fonts read so far, by object number."""
    contents = page.obj.get("/Contents")
    for stream in contents if isinstance(contents, pikepdf.Array) else [contents]:
        if isinstance(stream, pikepdf.Stream):
            read_stream(stream)
    reader = _Reader(number, fonts)
    instructions = instructions_of(page, reader.place)
    reader.run(instructions, page.obj.get("/Resources", pikepdf.Dictionary()), 0)
    return reader.result(inked(instructions, page))


def form_text(form: pikepdf.Stream) -> str:
    """What a form shows."""
    reader = _Reader(0, {})
    reader.run(instructions_of(form, "formulaire"), form.get("/Resources", pikepdf.Dictionary()), 0)
    return "".join((*(text for mark in reader.marks for text in mark.texts), *reader.unmarked))


class _Open(Struct):
    """A mark while it is read; `inherited` is True where its text belongs to the mark around it."""

    tag: str
    mcid: int = -1
    artifact: str = ""
    texts: list[str] = field(default_factory=list)
    painted: bool = False
    fresh: bool = True

    def show(self, text: str) -> None:
        if self.fresh or not self.texts:
            self.texts.append(text)
        else:
            self.texts[-1] += text
        self.fresh = False


class _Reader:
    """Runs the operators of one page, forms included."""

    def __init__(self, number: int, fonts: Fonts) -> None:
        self.number, self.fonts = number, fonts
        self.font: tuple[int, int] | None = None
        self.saved: list[tuple[int, int] | None] = []
        self.stack: list[tuple[_Open | None, bool]] = []
        self.turned: list[int] = []
        self.marks: list[_Open] = []
        self.unmarked: list[str] = []
        self.nested = 0
        self.resources: pikepdf.Object = pikepdf.Dictionary()
        self.used: set[tuple[int, int]] = set()

    @property
    def place(self) -> str:
        return f"page {self.number}"

    def result(self, looks: frozenset[Inked] | None) -> PageContent:
        marks = tuple(Marked(self.number, m.tag, m.mcid, m.artifact, tuple(m.texts), m.painted) for m in self.marks)
        used, unclosed = tuple(sorted(self.used)), len(self.stack)
        return PageContent(self.number, marks, tuple(self.unmarked), self.nested, unclosed, used, looks)

    def run(self, instructions: Instructions, resources: pikepdf.Object, depth: int) -> None:
        outer, self.resources = self.resources, resources
        for operator, instruction in instructions:
            self.obey(operator, instruction, depth)
        self.resources = outer

    def obey(self, operator: str, instruction: Instruction, depth: int) -> None:
        if operator in PAINTING:
            self.paint(operator)
        elif operator == "Do":
            self.draw(str(instruction.operands[0]), depth)
        elif handler := _HANDLERS.get(operator):
            handler(self, list(instruction.operands))

    def begin(self, operands: list[pikepdf.Object]) -> None:
        tag = str(operands[0]).lstrip("/")
        properties = self.properties_of(operands[1]) if len(operands) > 1 else pikepdf.Dictionary()
        mcid = int(properties.get("/MCID", -1))
        if tag != "Artifact" and mcid < 0:
            self.begin_inner(properties)
            self.turned += [len(self.stack)] if tag == REVERSED else []
            return
        self.nested += self.current() is not None
        mark = _Open(tag, mcid, _artifact(properties) if tag == "Artifact" else "")
        self.marks.append(mark)
        self.stack.append((mark, self.silent()))
        self.begin_actual(properties)

    def begin_inner(self, properties: pikepdf.Object) -> None:
        """A mark without identity: its text belongs to the one around it."""
        self.stack.append((self.current(), self.silent()))
        self.begin_actual(properties)

    def begin_actual(self, properties: pikepdf.Object) -> None:
        """ActualText stands for whatever is shown inside."""
        if "/ActualText" in properties:
            self.show_text(str(properties["/ActualText"]))
            self.stack[-1] = (self.stack[-1][0], True)

    def properties_of(self, operand: pikepdf.Object) -> pikepdf.Object:
        if isinstance(operand, pikepdf.Name):
            named = self.resources.get("/Properties", pikepdf.Dictionary())
            return named.get(str(operand), pikepdf.Dictionary())
        return operand if isinstance(operand, pikepdf.Dictionary) else pikepdf.Dictionary()

    def end(self, _operands: list[pikepdf.Object]) -> None:
        if self.turned and self.turned[-1] == len(self.stack):
            self.turned.pop()
        if self.stack:
            self.stack.pop()

    def current(self) -> _Open | None:
        return self.stack[-1][0] if self.stack else None

    def silent(self) -> bool:
        return bool(self.stack) and self.stack[-1][1]

    def new_text(self, _operands: list[pikepdf.Object]) -> None:
        if mark := self.current():
            mark.fresh = True

    def save(self, _operands: list[pikepdf.Object]) -> None:
        self.saved.append(self.font)

    def restore(self, _operands: list[pikepdf.Object]) -> None:
        if self.saved:
            self.font = self.saved.pop()

    def set_font(self, operands: list[pikepdf.Object]) -> None:
        font = self.resources.get("/Font", pikepdf.Dictionary()).get(str(operands[0]))
        if isinstance(font, pikepdf.Dictionary):
            self.font = font.objgen
            if self.font == (0, 0) or self.font not in self.fonts:
                self.fonts[self.font] = read_font(font)

    def show(self, operands: list[pikepdf.Object]) -> None:
        shown = operands[-1]
        strings = shown if isinstance(shown, pikepdf.Array) else [shown]
        codes = self.fonts.get(self.font) if self.font else None
        read = [bytes(s) for s in strings if isinstance(s, pikepdf.String)]
        if codes is None:
            text = "\ufffd"
        else:
            text = codes.decode_turned(b"".join(read)) if self.turned else "".join(map(codes.decode, read))
        if self.font:
            self.used.add(self.font)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        mark = self.current()
        if mark is None:
            self.unmarked.append(text)
        elif not self.silent():
            mark.show(text)

    def paint(self, operator: str) -> None:
        if mark := self.current():
            mark.painted = True
        else:
            self.unmarked.append(operator)

    def draw(self, name: str, depth: int) -> None:
        drawn = self.resources.get("/XObject", pikepdf.Dictionary()).get(name)
        if isinstance(drawn, pikepdf.Stream) and drawn.get("/Subtype") == "/Form":
            if depth == MAX_DEPTH:
                raise UnreadableError(f"{self.place}\u00a0: des formulaires s’appellent sans fin")
            read_stream(drawn)
            saved = self.font
            self.run(instructions_of(drawn, self.place), drawn.get("/Resources", self.resources), depth + 1)
            self.font = saved
        else:
            self.paint("Do")


def _artifact(properties: pikepdf.Object) -> str:
    return str(properties.get("/Subtype", properties.get("/Type", "/Artifact"))).lstrip("/")


Handler = Callable[[_Reader, list[pikepdf.Object]], None]
_HANDLERS: dict[str, Handler] = {
    "BT": _Reader.new_text,
    "Tf": _Reader.set_font,
    "Tj": _Reader.show,
    "TJ": _Reader.show,
    "'": _Reader.show,
    '"': _Reader.show,
    "BMC": _Reader.begin,
    "BDC": _Reader.begin,
    "EMC": _Reader.end,
    "q": _Reader.save,
    "Q": _Reader.restore,
}
