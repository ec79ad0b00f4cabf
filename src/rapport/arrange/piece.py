"""Paragraphs that have a role but no size yet, the scale of sizes they step down; prose -> the points of a slide."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from rapport.arrange.evenness import accompanied
from rapport.edition.blocks.words import Bullets, Item
from rapport.edition.edition import Furniture
from rapport.edition.text import Text, plain, words
from rapport.look.charter import DeckLook
from rapport.look.geometry import Pt
from rapport.look.type_style import TypeStyle
from rapport.slides.elements import Align, SlideParagraph

SIZES = (190, 160, 130, 104, 84, 64, 56, 50, 48, 42, 36, 30, 27, 24, 20, 18, 16, 14, 12)
"""Points: the usual sizes of type, a sixth apart on average, so that a step down is seen as one and few are tried."""

FLOORS: Mapping[str, float] = {
    "cover_title": 30,
    "cover_meta": 14,
    "divider_title": 36,
    "title": 24,
    "statement": 30,
    "column_title": 18,
    "takeaway": 18,
    "message_number": 36,
    "message_title": 18,
    "key_figure": 24,
    "key_figure_unit": 18,
    "source": 12,
    "footer": 12,
    "folio": 12,
}
"""Smallest size of a role, in points; other roles stop at the charter's smallest text."""


def style_of(look: DeckLook, role: str) -> TypeStyle:
    """The type style of a role of the deck's scale."""
    style: TypeStyle = getattr(look.type, role)
    return style


def steps(look: DeckLook, role: str, largest: float = 0) -> tuple[Pt, ...]:
    """The sizes a role may be set at, largest first: its own, or `largest`, then those of the scale down to its floor.

    What is larger than its own size, for a slide that has little to say, comes down to it before it becomes smaller.
    """
    own = style_of(look, role).size
    return _grown(own, largest) + _steps(own, FLOORS.get(role, look.limits.min_text))


@cache
def _grown(own: Pt, largest: float) -> tuple[Pt, ...]:
    return tuple(Pt(size) for size in sorted({largest, *SIZES}, reverse=True) if own < size <= largest)


@cache
def _steps(own: Pt, floor: float) -> tuple[Pt, ...]:
    return (own, *(Pt(size) for size in SIZES if floor <= size < own))


def leading_at(style: TypeStyle, size: float) -> Pt:
    """The leading of a style at another size, in half points."""
    return style.leading if size == style.size else Pt(round(2 * style.leading * size / style.size) / 2)


# Paragraphs that have a role but no size yet.


class Piece(Struct, frozen=True):
    """A text and the role it is set in.

    `colour` is empty where the role's own holds. `space` is the white before it at full size, None where the roles of
    both neighbours decide. `bold` makes a regular role bold; `lower` sets it that many steps below its role's size.
    `unit` is set in `unit_role` after the text, in proportion to it. `number` is that of an item of a list, 0 for none.
    `largest` is the size it starts from where that is more than its role's own; 0 for that.
    """

    text: Text
    role: str
    level: int = 0
    colour: str = ""
    align: Align = "start"
    space: float | None = None
    bold: bool = False
    lower: int = 0
    unit: Text = ()
    unit_role: str = ""
    number: int = 0
    largest: float = 0


Pieces = tuple[Piece, ...]


def settings(pieces: Pieces, look: DeckLook) -> Iterator[tuple[SlideParagraph, ...]]:
    """The pieces at every step of their scales, largest first; a role whose scale is exhausted stays at its floor."""
    return (set_at(step, pieces, look) for step in range(step_count(pieces, look)))


def step_count(pieces: Pieces, look: DeckLook) -> int:
    """How many steps the longest of their scales has; one without pieces."""
    return max((len(steps(look, piece.role, piece.largest)) for piece in pieces), default=1)


def set_at(step: int, pieces: Iterable[Piece], look: DeckLook) -> tuple[SlideParagraph, ...]:
    """The pieces `step` sizes below their own."""
    items = tuple(pieces)
    gaps = (0.0, *(_gap(before, after, look) for before, after in pairwise(items)))
    return tuple(_paragraph(piece, gap, step, look) for piece, gap in zip(items, gaps, strict=True)) if items else ()


def size_at(step: int, role: str, look: DeckLook, largest: float = 0) -> Pt:
    """The size of a role `step` sizes below its own, or below `largest` where that is more."""
    sizes = steps(look, role, largest)
    return sizes[min(step, len(sizes) - 1)]


def _gap(before: Piece, after: Piece, look: DeckLook) -> float:
    """White between two pieces: the larger of what each asks for."""
    if after.space is not None:
        return after.space
    return max(style_of(look, before.role).space_after, style_of(look, after.role).space_before)


def _paragraph(piece: Piece, gap: float, step: int, look: DeckLook) -> SlideParagraph:
    style = style_of(look, piece.role)
    size = size_at(step + piece.lower, piece.role, look, piece.largest)
    return SlideParagraph(
        accompanied(piece.text, piece.role),
        piece.role,
        size,
        leading_at(style, size),
        piece.colour or style.colour,
        piece.bold or style.weight != "regular",
        piece.align,
        piece.level,
        Pt(round(gap * size / style.size)),
        piece.unit,
        _unit_size(piece, size, look),
        piece.number,
    )


def _unit_size(piece: Piece, size: Pt, look: DeckLook) -> Pt:
    """The size of the unit: the charter's own, in proportion to the text it follows, not under its floor."""
    if not piece.unit_role:
        return Pt(0)
    own = style_of(look, piece.unit_role).size * size / style_of(look, piece.role).size
    return Pt(max(round(own), steps(look, piece.unit_role)[-1]))


# Prose -> the points of a slide, in its author's words; what the speaker says of slides without notes.


MOST_POINTS, MOST_WORDS = 4, 50
"""Sentences and words that a slide takes from prose; slides are told to be too full from some sixty words on."""
SENTENCE_END: Final = re.compile(
    r"(?<=[^\W\d_]{3}[.!?\u2026])[\u0020\u00a0]+(?=[^\W\da-z_]|\u00ab)|(?<=[\d\u00bb%][.!?\u2026])[\u0020\u00a0]+(?=[^\W\da-z_]|\u00ab)"
)
"""After a word of three letters, a number or a closing mark: an abbreviation or an initial ends no sentence."""


def points_of(paragraphs: Iterable[Text]) -> Bullets:
    """The first sentence of each paragraph, or of a lone paragraph its sentences, as far as a slide goes."""
    texts = tuple(text for text in paragraphs if plain(text))
    sentences = [next(_sentences(text)) for text in texts] if len(texts) > 1 else list(_sentences(texts[0]))
    kept: list[Text] = []
    for sentence in sentences[:MOST_POINTS]:
        if kept and sum(map(_length, kept)) + _length(sentence) > MOST_WORDS:
            break
        kept.append(sentence)
    origin = next((span.origin for span in texts[0] if span.origin.file), texts[0][0].origin)
    return Bullets(tuple(Item(sentence) for sentence in kept), origin=origin)


def _length(text: Text) -> int:
    return len(plain(text).split(" "))


def _sentences(text: Text) -> Iterator[Text]:
    start, whole = 0, plain(text)
    for found in SENTENCE_END.finditer(whole):
        yield _part(text, start, found.start())
        start = found.end()
    yield _part(text, start, len(whole))


def _part(text: Text, start: int, end: int) -> Text:
    """The spans between two places; a figure is never cut."""
    found, place = [], 0
    for span in text:
        left, right = max(start - place, 0), min(end - place, len(span.text))
        if left < right:
            found.append(replace(span, text=span.text[left:right]))
        place += len(span.text)
    return tuple(found)


# What the speaker says of slides that no author wrote notes for: whole sentences.

_SLOT = "\0"


def sentence(phrase: str, text: Text, furniture: Furniture) -> Text:
    """A named phrase around a text, whose spans it keeps."""
    before, _, after = furniture(phrase, _SLOT).partition(_SLOT)
    return (*words(before), *text, *words(after))


def listed(texts: Iterable[Text]) -> Text:
    """Texts in a row, without their links."""
    joined: Text = ()
    for text in texts:
        bare = tuple(replace(span, link="") for span in text)
        joined = (*joined, *words(", "), *bare) if joined else bare
    return joined


def ended(text: Text) -> Text:
    """The text with a full stop, unless it has an end of its own; empty stays empty."""
    return text if not text or plain(text)[-1] in ".!?…" else (*text, *words("."))
