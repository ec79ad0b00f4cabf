"""What is to be set: text in one face and size."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Literal

from msgspec import Struct

from rapport.lines.face import Face, Shaped

Hyphenate = Callable[[str], Sequence[int]]
"""A word of letters and apostrophes -> the positions where it may be divided, rising; empty for one that stays whole.

What a function answers is remembered with the function: make it once per language, not once per paragraph.
"""


def undivided(_word: str) -> Sequence[int]:
    """The hyphenation that divides no word."""
    return ()


class Run(Struct, frozen=True):
    """Characters of a paragraph that share face, size and tag.

    `size` and `rise` (above the baseline, for superscripts) are points. `tag` is the caller's, handed back on every
    fragment; None for none. `hyphenate` divides this run's words by the rules of another language; None where the
    paragraph's own hyphenation holds. A word may run across several runs: only spaces part words.
    """

    text: str
    face: Face
    size: float
    rise: float = 0.0
    tag: Hashable | None = None
    hyphenate: Hyphenate | None = None


Ending = Literal["space", "hyphen", "joined", "forced", "end"]
"""How a line ends: at a space (which is not among its pieces: draw a real one after the last glyph, ISO 32000-1
14.8.2.5); with a hyphen added (the last piece, text U+00AD, 14.8.2.2.3); joined to the next line, after a written
hyphen, a dash, a part of an address, or where a word had to be cut; at a line feed; at the paragraph's end."""


class Fragment(Struct, frozen=True):
    """Neighbouring pieces of one run on one line.

    `run` is the run's index in the paragraph, `tag` its tag. `x` is measured from the measure's left edge (negative
    where punctuation hangs), `width` is the sum of its pieces, both in points. Each piece for which
    `Shaped.stretchable` holds is `space` points wide on this line; all others have their own advance, times `breadth`.
    After each glyph come `tracking` points more. Where it is read `leftwards`, each piece stands to the left of the one
    before.
    """

    run: int
    tag: Hashable | None
    face: Face
    size: float
    rise: float
    x: float
    width: float
    space: float
    pieces: tuple[Shaped, ...]
    tracking: float = 0.0
    breadth: float = 1.0
    leftwards: bool = False

    @property
    def text(self) -> str:
        """Its characters; an added hyphen is U+00AD."""
        return "".join([piece.text for piece in self.pieces])


class Line(Struct, frozen=True):
    """One set line; `fragments` is empty for an empty line.

    `width` is what the line takes of the measure, hanging punctuation excluded; `natural` the same before spaces were
    stretched or shrunk; both in points. `overfull` marks a line where a word was cut against the rules because it is
    wider than the measure, or where a single character is.
    """

    fragments: tuple[Fragment, ...]
    width: float
    natural: float
    ending: Ending
    overfull: bool = False

    @property
    def text(self) -> str:
        """Its characters without the space it ends at; an added hyphen is U+00AD."""
        return "".join([fragment.text for fragment in self.fragments])


Alignment = Literal["justified", "ragged", "balanced"]
"""Flush on both sides; flush left, lines filled one after the other; flush left, lines of like length (titles)."""


class Costs(Struct, frozen=True):
    """Demerits of total fit (Knuth and Plass, "Breaking Paragraphs into Lines", 1981, under TeX's names).

    Penalties weigh a single break, in the scale of badness (100 = spaces at the limit of their stretch): of a hyphen
    added, of one added in a word bound to a figure, of a break after a written hyphen, after a dash, in an address,
    and of a word cut where no rule allows it. Demerits weigh neighbouring lines or the paragraph's end, in the scale of
    badness squared. No more than two lines in a row end with a hyphen, whatever the costs.
    """

    line: float = 10.0
    hyphen: float = 200.0
    figure: float = 400.0
    written_hyphen: float = 100.0
    dash: float = 10.0
    address: float = 50.0
    cut: float = 10_000_000.0
    consecutive_hyphens: float = 30_000.0
    uneven_neighbours: float = 10_000.0
    final_hyphen: float = 40_000.0
    short_last_line: float = 20_000.0


class Spacing(Struct, frozen=True):
    """How far spaces give way, as a share of the face's own space: `stretch` and `shrink` at badness 100.

    `first_tolerance` is the stretch a paragraph may reach without hyphens before hyphens are tried, `tolerance` what
    it may reach with them, both in multiples of `stretch`; beyond, any stretch is taken. `zone` is the share of the
    measure a ragged line may leave empty rather than end with a hyphen. Where spaces would be wider than `loosest`
    times their own width, glyphs first part by up to `tracking` em, then grow wider by up to `broadening` of their
    width. The figures suit a face with a narrow space.
    """

    stretch: float = 0.8
    shrink: float = 0.25
    first_tolerance: float = 1.2
    tolerance: float = 1.6
    zone: float = 0.3
    loosest: float = 1.6
    tracking: float = 0.01
    broadening: float = 0.015


class LineSetting(Struct, frozen=True):
    """The shape of a paragraph; `measure` and `indent` (of its first line) in points.

    `hanging` is the share of the usual optical margin taken by punctuation at the line's ends: 0 for a flush edge,
    1 for the full protrusion. `short_last_line` is the share of the measure a last line should reach. `weak` are words
    that no line of a balanced text should end on, in small letters; it may take a line more for that, up to
    `most_lines`.
    """

    measure: float
    alignment: Alignment = "justified"
    indent: float = 0.0
    hanging: float = 0.0
    short_last_line: float = 0.15
    spacing: Spacing = Spacing()
    costs: Costs = Costs()
    weak: frozenset[str] = frozenset()
    most_lines: int = 0
