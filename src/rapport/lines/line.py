"""Set lines: which glyphs stand where."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Literal, NamedTuple

from rapport.lines.face import Face
from rapport.lines.shaping import Shaped

Ending = Literal["space", "hyphen", "joined", "forced", "end"]
"""How a line ends: at a space (which is not among its pieces: draw a real one after the last glyph, ISO 32000-1
14.8.2.5); with a hyphen added (the last piece, text U+00AD, 14.8.2.2.3); joined to the next line, after a written
hyphen, a dash, a part of an address, or where a word had to be cut; at a line feed; at the paragraph's end."""


class Fragment(NamedTuple):
    """Neighbouring pieces of one run on one line.

    `run` is the run's index in the paragraph, `tag` its tag. `x` is measured from the measure's left edge (negative
    where punctuation hangs), `width` is the sum of its pieces, both in points. Each piece for which
    `Shaped.stretchable` holds is `space` points wide on this line; all others have their own advance.
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

    @property
    def text(self) -> str:
        """Its characters; an added hyphen is U+00AD."""
        return "".join([piece.text for piece in self.pieces])


class Line(NamedTuple):
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

    @property
    def spaced(self) -> Line:
        """The line with the end of its text written as a space too: another text of the same element may follow it."""
        return self._replace(ending="forced") if self.ending == "end" else self

    @property
    def ends_with_hyphen(self) -> bool:
        """Whether a hyphen was added at its end."""
        return self.ending == "hyphen"
