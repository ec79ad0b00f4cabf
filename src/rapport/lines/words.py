"""Where a word may be broken as it is written: compounds, dashes, addresses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain
from operator import attrgetter
from typing import Literal, NamedTuple

from msgspec import Struct

from rapport.lines.face import (
    NARROW_SPACE,
    NO_BREAK_SPACE,
    RIGHT,
    SOFT_HYPHEN,
    WORD_JOINER,
    Face,
    Shaped,
    hang_left,
    hang_right,
    is_right_to_left,
    shaper,
)
from rapport.lines.line import Hyphenate

Kind = Literal["space", "hyphen", "figure", "written_hyphen", "dash", "address", "cut"]
"""At a space; a hyphen added, in a common word or in one bound to a figure; after a written hyphen; after a dash;
within an address; anywhere, as the last resort."""

ADDRESS = re.compile(r"(?:https?|ftp|mailto):|www\.|[\w.+-]+@[\w-]+\.|[\w-]+(?:\.[\w-]+)+/", re.IGNORECASE)
MARK = re.compile(r"[:@/]|www\.", re.IGNORECASE)
"""What every address has, found sooner than an address is."""

IN_ADDRESS = re.compile(r"(?<=[^/]/)(?!/)|(?<=//)|(?<=[@_-])|(?=[?&=#%])")
"""After slashes, before the marks of a query: no reader takes them for the end of a sentence (Chicago 7.46)."""

PRONOUN = r"(?:ils|elles?|nous|vous|moi|toi|lui|leur|les)(?!\w)"
"""What French binds to its verb with a hyphen: no line parts "seront-ils" (Lexique, "division des mots")."""

IN_WORD = re.compile(
    rf"(?P<hyphen>(?<=[^\W\d_]{{2}}[-\u2010])(?!{PRONOUN})(?=[^\W\d_]{{3}}))|(?P<dash>(?<=\w[\u2013\u2014])(?=\w))"
)
"""After a hyphen with two letters before it and three after, as words are divided; after a dash between words."""

SHORTEST_PART = 3
"""Characters of an address that stay together at either end."""


class Opportunity(NamedTuple):
    """A break allowed after the first `at` characters of a word."""

    at: int
    kind: Kind


def written_breaks(word: str) -> tuple[Opportunity, ...]:
    """The opportunities a word's own characters give, rising; no hyphen is added there. Empty for most words."""
    if word.isalpha():
        return ()
    return tuple(_address_breaks(word) if is_address(word) else _word_breaks(word))


def is_address(word: str) -> bool:
    """Whether a word is a web or mail address, which takes no hyphen."""
    return MARK.search(word) is not None and ADDRESS.search(word) is not None


def _address_breaks(word: str) -> Iterator[Opportunity]:
    for match in IN_ADDRESS.finditer(word):
        if SHORTEST_PART <= match.start() <= len(word) - SHORTEST_PART:
            yield Opportunity(match.start(), "written_hyphen" if word[match.start() - 1] == "-" else "address")


def _word_breaks(word: str) -> Iterator[Opportunity]:
    for match in IN_WORD.finditer(word):
        if RANGE.fullmatch(word[max(0, match.start() - 2) : match.start() + 1]):
            continue
        yield Opportunity(match.start(), "written_hyphen" if match["hyphen"] is not None else "dash")


RANGE = re.compile("[0-9][\u2013\u2014][0-9]")
"""A dash between figures: a range, of years most often, which is read at once."""


# Words as they are set: shaped pieces and the places where they may be divided, found once per face.

ZERO_WIDTH_SPACE = "\u200b"
CONTROLS = re.compile(f"([{SOFT_HYPHEN}{ZERO_WIDTH_SPACE}{WORD_JOINER}])")
SPACES = re.compile(f"([{NO_BREAK_SPACE}{NARROW_SPACE}])")
CLOSING_MARKS = ",.;:!?…)]»”"
DIVISIBLE = re.compile(r"(?<![\w\u2010\u2011-])[^\W\d_]+(?:['\u2019][^\W\d_]+)*(?![\w\u2010\u2011-])")
"""A word that takes a hyphen: letters and apostrophes. A compound is divided at its own hyphen only (Imprimerie
nationale, Lexique des règles typographiques, "division des mots")."""

LONGEST_WORD = 60
"""Letters beyond which no dictionary word goes: such strings are not looked up."""

FIGURE = re.compile("[0-9]")

Level = Literal["written", "hyphens", "cuts"]
"""Which breaks are allowed inside words: those their characters give; hyphens too; any, for words that fit no line."""


class Break(Struct, frozen=True):
    """A division of a word after `at` characters; lengths in font units.

    `before` is the advance of the part before it, `after` the word's advance less that of the part after it; both
    differ by what shaping the parts alone changes. `spaces` counts the no-break spaces before, `hyphen` is the advance
    of the hyphen added (0 for none), `hang_right` and `hang_left` how far the two edges may stand out.
    """

    at: int
    kind: Kind
    before: int
    after: int
    spaces: int
    hyphen: int
    hang_right: float
    hang_left: float


class Word(Struct, frozen=True, eq=False):
    """What stands between two spaces, in one run; lengths in font units, `spaces` counts its no-break spaces.

    `written` are the breaks its own characters give, `soft` the places of its author's soft hyphens (U+00AD), which
    `text` no longer has.
    """

    text: str
    pieces: tuple[Shaped, ...]
    advance: int
    spaces: int
    hang_right: float
    hang_left: float
    written: tuple[Break, ...]
    soft: tuple[int, ...]


class FaceWords:
    """The words of one face and one hyphenation, each read once; `hang_right` is the most that any may stand out."""

    def __init__(self, face: Face, hyphenate: Hyphenate) -> None:
        self.shaper = shaper(face)
        self.hang_right = max(hang_right(self.shaper, char) for char in RIGHT)
        self._hyphenate = hyphenate
        self.word: Callable[[str], Word] = cache(self._word)
        self.pieces: Callable[[str], tuple[Shaped, ...]] = cache(self._pieces)
        self.breaks: dict[Level, Callable[[Word], tuple[Break, ...]]] = {
            "written": attrgetter("written"),
            "hyphens": cache(self._hyphens),
            "cuts": cache(self._cuts),
        }

    def _word(self, raw: str) -> Word:
        """The word typed as `raw`, which may hold soft hyphens, zero-width spaces and word joiners."""
        text, controls = _without_controls(raw)
        pieces = self.pieces(text)
        spaces = text.count(NO_BREAK_SPACE)
        edges = hang_right(self.shaper, text), hang_left(self.shaper, text)
        written = self._measured(text, _written(text, controls))
        soft = tuple(at for at, control in controls if control == SOFT_HYPHEN)
        return Word(text, pieces, _advance(pieces), spaces, *edges, written, soft)

    def _pieces(self, text: str) -> tuple[Shaped, ...]:
        return tuple([self.shaper.shape(part) for part in SPACES.split(text) if part])

    def _hyphens(self, word: Word) -> tuple[Break, ...]:
        if is_address(word.text):
            return word.written
        kind: Kind = "figure" if FIGURE.search(word.text) else "hyphen"
        places = word.soft or _divisions(word.text, self._hyphenate)
        hyphens = self._measured(word.text, [Opportunity(at, kind) for at in places])
        return _merged(word.written, hyphens)

    def _cuts(self, word: Word) -> tuple[Break, ...]:
        if is_right_to_left(word.text):
            return ()
        places = [at for at in _cluster_edges(word.pieces) if _may_cut(word.text, at)]
        return _merged(
            self.breaks["hyphens"](word), self._measured(word.text, [Opportunity(at, "cut") for at in places])
        )

    def _measured(self, text: str, opportunities: Sequence[Opportunity]) -> tuple[Break, ...]:
        """The breaks at the opportunities within the text; most texts have none."""
        if not opportunities:
            return ()
        edges = _cluster_edges(self.pieces(text))
        inner = (each for each in opportunities if 0 < each.at < len(text))
        return tuple(self._break(text, each, edges.get(each.at) or self._edge(text, each.at)) for each in inner)

    def _break(self, text: str, opportunity: Opportunity, edge: tuple[int, int]) -> Break:
        at, kind = opportunity
        added = kind in ("hyphen", "figure")
        return Break(
            at=at,
            kind=kind,
            before=edge[0],
            after=edge[1],
            spaces=text.count(NO_BREAK_SPACE, 0, at),
            hyphen=self.shaper.hyphen.advance if added else 0,
            hang_right=hang_right(self.shaper, SOFT_HYPHEN if added else text[at - 1]),
            hang_left=hang_left(self.shaper, text[at]),
        )

    def _edge(self, text: str, at: int) -> tuple[int, int]:
        """What `_cluster_edges` says, for a break within a ligature: both parts are shaped anew."""
        tail = _advance(self.pieces(text[at:]))
        return _advance(self.pieces(text[:at])), _advance(self.pieces(text)) - tail


def _may_cut(text: str, at: int) -> bool:
    """Whether a word too wide for its line may be cut here: not beside a space, and no line begins with a comma."""
    closing = at < len(text) and text[at] in CLOSING_MARKS and at > 1
    return not closing and not SPACES.search(text, at - 1, at + 1)


@lru_cache(maxsize=64)
def lexicon(face: Face, hyphenate: Hyphenate) -> FaceWords:
    """The words of a face under a hyphenation, shared by all paragraphs."""
    return FaceWords(face, hyphenate)


def _advance(pieces: Iterable[Shaped]) -> int:
    return sum([piece.advance for piece in pieces])


def _cluster_edges(pieces: Iterable[Shaped]) -> dict[int, tuple[int, int]]:
    """For each place between clusters, the advance of what is before it: as a line's end, and within the word.

    They differ by the kerning across that place, which is in the advance of the glyph before it.
    """
    edges: dict[int, tuple[int, int]] = {}
    at = advance = kerning = 0
    for _, own, nominal, text, *_ in chain.from_iterable([piece.glyphs for piece in pieces]):
        if text:
            edges[at] = advance - kerning, advance
        at += len(text)
        advance += own
        kerning = own - nominal
    return edges


def _without_controls(raw: str) -> tuple[str, tuple[tuple[int, str], ...]]:
    """The word's visible text, and the control characters taken out with their places in it."""
    if not CONTROLS.search(raw):
        return raw, ()
    text, controls = "", []
    for part in CONTROLS.split(raw):
        if CONTROLS.fullmatch(part):
            controls.append((len(text), part))
        else:
            text += part
    return text, tuple(controls)


def _written(text: str, controls: Sequence[tuple[int, str]]) -> Sequence[Opportunity]:
    """The word's own breaks, with those of zero-width spaces and without those that a joiner forbids."""
    own = written_breaks(text)
    if not controls:
        return own
    breaks: dict[int, Kind] = dict(own)
    for at, control in controls:
        if control == ZERO_WIDTH_SPACE:
            breaks[at] = "address"
        elif control == WORD_JOINER:
            breaks.pop(at, None)
    return [Opportunity(at, breaks[at]) for at in sorted(breaks)]


def _divisions(text: str, hyphenate: Hyphenate) -> Iterator[int]:
    """The places where the words of a text may be divided, by the hyphenation of each."""
    for match in DIVISIBLE.finditer(text):
        if len(match[0]) <= LONGEST_WORD:
            yield from (match.start() + at for at in hyphenate(match[0]) if 0 < at < len(match[0]))


def _merged(preferred: Iterable[Break], others: Iterable[Break]) -> tuple[Break, ...]:
    """Both in order of place; one break per place, the preferred one first."""
    places = {each.at: each for each in (*others, *preferred)}
    return tuple(places[at] for at in sorted(places))
