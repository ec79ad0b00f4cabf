"""The stamp of numbered copies: a line under the foot of every slide, exchanged in the finished file byte for byte."""

from __future__ import annotations

from rapport.artefact import Letter, Slot
from rapport.look.box import Box
from rapport.look.charter import DeckLook
from rapport.render.deck.colours import NO_FILL
from rapport.render.deck.markup import Markup, element, text
from rapport.render.deck.shape import RECTANGLE, body_properties, identity, placement
from rapport.render.deck.template.placeholder import Voice
from rapport.render.deck.text_look import list_style, styled

_GAP = 1
"""Between the foot of a slide and the stamp under it, in points."""
_ADVANCE = 0.56
"""Mean width of a character per size: keeps a text to one line, nothing is set by it."""
_LENGTH = 360
_END = b"</a:t></a:r>"
_EMPTY = _END.ljust(_LENGTH)
"""A text of nothing, the end of its run, and blanks between elements, which count for nothing."""

_CHARACTERS = (
    *map(chr, range(0x20, 0x7F)),
    *(chr(code) for code in range(0xA0, 0x180) if code != 0xAD),
    *"\u202fȘșȚț‐–—’‘“”„…€№",
)
"""What names and numbers of copies are written with."""


def stamp_shape(number: int, look: DeckLook, voice: Voice, colour: str) -> Markup:
    """The line, empty until a copy fills it; it stands on the master and on layouts that hide the master's shapes."""
    style = styled(look.type.footer)
    run = Markup(f'<a:r><a:rPr lang="{voice.language}"/><a:t>{_EMPTY.decode()}')
    return element(
        "p:sp",
        element(
            "p:nvSpPr",
            identity(number, voice.names["stamp"]),
            element("p:cNvSpPr", txBox=1),
            element("p:nvPr", userDrawn=1),
        ),
        element("p:spPr", placement(_box(look)), RECTANGLE, NO_FILL),
        element(
            "p:txBody",
            body_properties("top", element("a:noAutofit")),
            list_style([(0, style.recoloured(colour) if colour else style)]),
            element("a:p", run),
        ),
    )


def is_stamped(part: bytes) -> bool:
    """Whether a part has the line of the stamp."""
    return _EMPTY in part


def stamp_slot(archive: bytes, start: int, look: DeckLook) -> Slot:
    """The slot of the stamped part whose bytes begin at `start` of the archive."""
    size = look.type.footer.size
    letters = tuple(Letter(sign, text(sign).encode(), _ADVANCE * size) for sign in _CHARACTERS)
    offset = archive.index(_EMPTY, start)
    return Slot("stamp", offset, _LENGTH, letters, after=_END, room=_box(look).width)


def _box(look: DeckLook) -> Box:
    foot = look.grid.footer_y + look.type.footer.leading
    return look.grid.full.box(foot + _GAP, look.type.footer.leading)
