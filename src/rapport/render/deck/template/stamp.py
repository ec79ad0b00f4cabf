"""The stamp of numbered copies: a line on each slide and page of notes, exchanged in the finished file."""

from __future__ import annotations

from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from rapport.artefact import Alphabet, Letter, Slot, alphabet
from rapport.formats.ooxml.markup import Markup, element, text
from rapport.formats.ooxml.zip import ZipStretch
from rapport.look.charter import DeckLook
from rapport.look.geometry import Box, Pt
from rapport.look.house import HouseGrid
from rapport.render.deck.shape import RECTANGLE, body_properties, identity, placement
from rapport.render.deck.template.layouts import Ground
from rapport.render.deck.template.placeholder import DeckVoice
from rapport.render.deck.text import NO_FILL, TextLook, list_style, styled

_GAP = 1
"""Between the foot of a slide and the stamp under it, in points."""
_NOTES = Box(Pt(54), Pt(692), Pt(432), Pt(14))
"""Under the number of a page of notes."""
_NOTES_SIZE = Pt(10)
_ADVANCE = 0.56
"""Mean width of a character per size: keeps a text to one line, nothing is set by it."""
_LENGTH = 200
_RUN_END = b"</a:t></a:r>"
_IDENTIFIER_END = b"</dc:identifier>"
_ENDS = (_RUN_END, _IDENTIFIER_END)
"""What follows a text; blanks after it, between elements, count for nothing."""

_CHARACTERS = (
    *map(chr, range(0x20, 0x7F)),
    *(chr(code) for code in range(0xA0, 0x180) if code != 0xAD),
    *"\u202fȘșȚț‐–—’‘“”„…€№",
)
"""What names and numbers of copies are written with."""


class SlideStamp(Struct, frozen=True):
    """How a deck is stamped: with a text, or with places kept for one where it is empty."""

    look: DeckLook
    voice: DeckVoice
    text: str = ""

    def on_slide(self, number: int, ground: Ground) -> Markup:
        """The line under the foot of a slide."""
        look = styled(self.look.type.footer)
        colour = "white" if ground == "accent" else look.colour
        return self._shape(number, _slide_box(self.look), look.recoloured(colour))

    def on_notes(self, number: int) -> Markup:
        """The line under the number of a page of notes."""
        look = replace(styled(self.look.type.footer), size=_NOTES_SIZE, leading=_NOTES.height)
        return self._shape(number, _NOTES, look)

    @property
    def identifier(self) -> Markup:
        """`dc:identifier`, by which the file's own properties name the copy (ECMA-376 part 2, 8.3)."""
        return Markup(f"<dc:identifier>{self._ended(_IDENTIFIER_END)}")

    def _ended(self, end: bytes) -> str:
        return text(self.text) + end.decode() if self.text else _kept(end).decode()

    def _shape(self, number: int, box: Box, look: TextLook) -> Markup:
        return element(
            "p:sp",
            element(
                "p:nvSpPr",
                identity(number, self.voice.names("stamp")),
                element("p:cNvSpPr", txBox=1),
                element("p:nvPr", userDrawn=1),
            ),
            element("p:spPr", placement(box), RECTANGLE, NO_FILL),
            element(
                "p:txBody",
                body_properties("top", element("a:noAutofit")),
                list_style([(0, _fitted(look, self.text, box))]),
                element("a:p", Markup(f'<a:r><a:rPr lang="{self.voice.language}"/><a:t>{self._ended(_RUN_END)}')),
            ),
        )


def kept_place(part: bytes) -> tuple[int, int]:
    """The range of a part's bytes that is kept for a stamp, empty where none is."""
    for end in _ENDS:
        start = part.find(_kept(end))
        if start >= 0:
            return start, start + _LENGTH
    return 0, 0


def stamp_slot(stretch: ZipStretch, look: DeckLook) -> Slot:
    """The slot of a place kept."""
    notes = "notesSlide" in stretch.name
    size, room = (_NOTES_SIZE, _NOTES.width) if notes else (look.type.footer.size, _slide_box(look).width)
    end = _RUN_END if stretch.tail.startswith(b"</a:p>") else _IDENTIFIER_END
    return Slot("stamp", stretch.start, _LENGTH, _letters(size), after=end, room=room)


@cache
def _letters(size: float) -> Alphabet:
    return alphabet(Letter(sign, text(sign).encode(), _ADVANCE * size) for sign in _CHARACTERS)


def _kept(end: bytes) -> bytes:
    return end.ljust(_LENGTH)


def _fitted(look: TextLook, line: str, box: Box) -> TextLook:
    """A look small enough for the line to fit, as far as can be told without the face."""
    width = _ADVANCE * look.size * len(line)
    return replace(look, size=Pt(look.size * box.width / width)) if width > box.width else look


def _slide_box(look: DeckLook) -> Box:
    foot = look.grid.footer_y + look.type.footer.leading
    strip = look.grid.foot if isinstance(look.grid, HouseGrid) else look.grid.full
    return strip.box(foot + _GAP, look.type.footer.leading)
