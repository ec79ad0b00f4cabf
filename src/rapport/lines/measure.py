"""How many lines a text makes in an office program, and how high it stands: what a slide's plan needs to know.

PowerPoint and LibreOffice fill line after line: they break at U+0020 and after - – —, never at U+00A0 or U+202F, nor
before the U+2060 that decks have between a hyphen or a dash and a figure. They add no hyphen, and cut a word that is
wider than its box. A line is the face's ascent and descent high, times the size and the spacing. Each text is measured
with its own face and with the one a reader's machine may put in its place; what takes more room counts.

Office programs put Arial, or something narrower, in the place of a sans serif they lack. No face of its metrics comes
by package, so its published widths stand here (those of Helvetica, Adobe Core 14 AFM, which Arial shares), for the
characters of French and English. French text is 8 to 10 % wider in Arial than in Source Sans, figures 12 %.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct

from rapport.lines import widest
from rapport.lines.face import Face, clusters, coverage, metrics, parted, shaper
from rapport.lines.line import Run

ROUNDING = 0.01
"""Points by which a line may pass the width of its box."""

SPACES = re.compile("( +)")
AFTER_DASH = re.compile(
    "(?<=[^ ]-)(?=[^ 0-9-])|(?<=[^ 0-9][\u2013\u2014])(?=[^ \u2013\u2014])"
    "|(?<=[0-9][\u2013\u2014])(?=[^ \u2013\u20140-9])|\u200b"
)
"""Where a line may break within a word: after a hyphen, but not before a figure, and after a dash, but in no range."""

REMEMBERED = 1 << 14
"""Texts measured last: a slide's plan asks for the same ones again while it looks for sizes its parts can share."""


class TextBlock(Struct, frozen=True):
    """A paragraph of a slide. `spacing` is the line pitch in parts of single spacing, the lengths are points.

    `before` is skipped at the top of a box. `indent` is what bullets or levels take from the width at the left.
    """

    runs: tuple[Run, ...]
    spacing: float = 1.0
    before: float = 0.0
    after: float = 0.0
    indent: float = 0.0


Ruler = Callable[[Run, str], float]
"""The width in points of a part of a run."""


def own_width(run: Run, text: str) -> float:
    """The width of a text in the run's face, kerned; what that face lacks is set in its companion's."""
    width = 0.0
    for part, face in parted(text, run.face):
        made = shaper(face)
        width += made.advance(part) * run.size / made.units_per_em
    return width


def substitute_width(run: Run, text: str) -> float:
    """The width of a text where the run's face is missing."""
    return sum([fallback_width(face, part) for part, face in parted(text, run.face)]) * run.size


def widest_substitute_width(run: Run, text: str) -> float:
    """The width of a text in the widest face that an office program puts in the place of the run's."""
    return sum([widest_width(face, part) for part, face in parted(text, run.face)]) * run.size


Rulers = tuple[Ruler, ...]
RULERS: Rulers = (own_width, substitute_width)
"""The face of the charter, and the one of Arial's widths that most machines put in its place."""
ALL_RULERS: Rulers = (*RULERS, widest_substitute_width)
"""These and the widest one, for what can neither shrink nor be cut."""


Parts = tuple[tuple[Run, str], ...]


class Unbroken(NamedTuple):
    """Parts of runs that stand on one line, and the spaces after them, which may pass its end; the texts of both."""

    parts: Parts
    spaces: Parts
    text: str
    white: str


class Measured(Struct, frozen=True):
    """A chunk's parts, its text and that of its spaces, with the widths of both in parts of the text's size."""

    parts: Parts
    text: str
    width: float
    spaces: str
    spaces_width: float


def wrap(block: TextBlock, width: float, ruler: Ruler = own_width) -> tuple[str, ...]:
    """The text of each line in a box of that width; one empty line for an empty text."""
    size, runs = _scaled(block.runs)
    room = (width - block.indent + ROUNDING) / size
    return tuple(line for chunks in _measured(runs, ruler) for line in _filled(chunks, room, ruler))


@lru_cache(REMEMBERED)
def line_count(block: TextBlock, width: float, rulers: Rulers = RULERS) -> int:
    """How many lines the text takes, whichever of some faces the reader's machine has."""
    return max(len(wrap(block, width, ruler)) for ruler in rulers)


def text_height(blocks: Sequence[TextBlock], width: float) -> float:
    """The height in points of paragraphs under each other; 0 for none."""
    lines = sum(line_count(block, width) * line_pitch(block) for block in blocks)
    return lines + sum(block.before for block in blocks[1:]) + sum(block.after for block in blocks)


def fits(blocks: Sequence[TextBlock], width: float, height: float) -> bool:
    """Whether the paragraphs stand within a box."""
    return text_height(blocks, width) <= height + ROUNDING


def line_pitch(block: TextBlock) -> float:
    """The distance in points between the lines of a paragraph; that of its highest run; 0 without runs."""
    return max((metrics(run.face).pitch * run.size for run in block.runs), default=0.0) * block.spacing


def natural_width(runs: tuple[Run, ...], rulers: Rulers = RULERS) -> float:
    """The width in points of the text's longest line when only line feeds break it."""
    size, scaled = _scaled(runs)
    return _longest_line(scaled, rulers) * size


@lru_cache(REMEMBERED)
def _longest_line(runs: tuple[Run, ...], rulers: Rulers) -> float:
    return max(_width(parts, ruler) for parts in _forced_lines(runs) for ruler in rulers)


def unbreakable_width(runs: tuple[Run, ...]) -> float:
    """The width in points of the text's widest part that is not to be cut, in the face in which it is widest."""
    size, scaled = _scaled(runs)
    return _widest_part(scaled) * size


@lru_cache(REMEMBERED)
def _widest_part(runs: tuple[Run, ...]) -> float:
    lines = (line for ruler in ALL_RULERS for line in _measured(runs, ruler))
    return max((chunk.width for line in lines for chunk in line), default=0.0)


def _scaled(runs: tuple[Run, ...]) -> tuple[float, tuple[Run, ...]]:
    """The size of the first run, and all in parts of it: a text is measured once for all sizes it is tried at."""
    size = runs[0].size if runs else 1.0
    return size, tuple([Run(run.text, run.face, run.size / size) for run in runs])


@lru_cache(REMEMBERED)
def _measured(runs: tuple[Run, ...], ruler: Ruler) -> tuple[tuple[Measured, ...], ...]:
    """The chunks of each forced line: measured once for all the widths that a text is tried at."""
    return tuple([tuple([_measure(chunk, ruler) for chunk in line]) for line in _cut_up(runs)])


def _measure(chunk: Unbroken, ruler: Ruler) -> Measured:
    parts, spaces, text, white = chunk
    return Measured(parts, text, _width(parts, ruler), white, _width(spaces, ruler) if spaces else 0.0)


@lru_cache(REMEMBERED)
def _cut_up(runs: tuple[Run, ...]) -> tuple[tuple[Unbroken, ...], ...]:
    """The chunks of each forced line: the same for all faces that may draw them."""
    return tuple([tuple(_chunks(parts)) for parts in _forced_lines(runs)])


def _chunk(parts: Parts, spaces: Parts) -> Unbroken:
    return Unbroken(parts, spaces, "".join([text for _, text in parts]), "".join([text for _, text in spaces]))


def _forced_lines(runs: Iterable[Run]) -> list[list[tuple[Run, str]]]:
    """The text between line feeds, in parts of runs."""
    lines: list[list[tuple[Run, str]]] = [[]]
    for run in runs:
        first, *others = run.text.split("\n")
        lines[-1].append((run, first))
        lines.extend([(run, text)] for text in others)
    return lines


def _chunks(parts: Iterable[tuple[Run, str]]) -> Iterator[Unbroken]:
    """The text cut where lines may break; words may run across runs."""
    held: list[tuple[Run, str]] = []
    for run, text in parts:
        for token in SPACES.split(text):
            if token.startswith(" "):
                yield _chunk(tuple(held), ((run, token),))
                held = []
                continue
            *heads, tail = AFTER_DASH.split(token)
            for head in heads:
                yield _chunk((*held, (run, head)), ())
                held = []
            if tail:
                held.append((run, tail))
    yield _chunk(tuple(held), ())


def _filled(chunks: Iterable[Measured], room: float, ruler: Ruler) -> Iterator[str]:
    """The lines of a text, each as full as it can be."""
    line, used = "", 0.0
    for chunk in chunks:
        text, width = chunk.text, chunk.width
        if line and used + width > room:
            yield line.rstrip(" ")
            line, used = "", 0.0
        if width > room:
            (*full, text), width = _cut(chunk.parts, room, ruler)
            yield from full
        line += text + chunk.spaces
        used += width + chunk.spaces_width
    yield line.rstrip(" ")


def _cut(parts: Iterable[tuple[Run, str]], room: float, ruler: Ruler) -> tuple[list[str], float]:
    """A word wider than its box, cut where each line is full, at least one character a line; the last line's width."""
    lines, used = [""], 0.0
    for run, text in parts:
        for char in clusters(text):
            width = ruler(run, char)
            if used + width > room and lines[-1]:
                lines.append("")
                used = 0.0
            lines[-1] += char
            used += width
    return lines, used


def _width(parts: Iterable[tuple[Run, str]], ruler: Ruler) -> float:
    return sum([ruler(run, text) for run, text in parts])


# The width of text on a machine that lacks our face: Arial's advance widths, to leave room for the substitute.

REGULAR_WIDTHS = {
    191: "'",
    222: "ijl‘’‚",
    278: " \u00a0!,./:;I[\\]ft·ÌÍÎÏìíîï",
    333: "()-`r¨“”„‹›²³¹\u2010\u2011",
    350: "•",
    355: '"',
    365: "º",
    370: "ª",
    389: "*",
    400: "°",
    500: "Jcksvxyzçýÿš",
    556: "#$0123456789?L_abdeghnopqu£§«»àáâãäåèéêëñòóôõöùúûü–€",
    584: "+<=>×÷−",
    611: "FTZø",
    667: "&ABEKPSVXYÀÁÂÃÄÅÈÉÊËŸ",
    722: "CDHNRUwÇÑÙÚÛÜ",
    778: "GOQÒÓÔÕÖØ",
    833: "Mm",
    889: "%æ",
    944: "Wœ",
    1000: "ÆŒ—…‰™",
    1015: "@",
}
BOLD_WIDTHS = {
    238: "'",
    278: " \u00a0,./I\\ijl·ÌÍÎÏìíîï‘’‚",
    333: "!()-:;[]`ft¨²³¹‹›\u2010\u2011",
    350: "•",
    365: "º",
    370: "ª",
    389: "*r",
    400: "°",
    474: '"',
    500: "z“”„",
    556: "#$0123456789J_aceksvxy£§«»àáâãäåçèéêëýÿš–€",
    584: "+<=>×÷−",
    611: "?FLTZbdghnopquñòóôõöøùúûü",
    667: "EPSVXYÈÉÊËŸ",
    722: "&ABCDHKNRUÀÁÂÃÄÅÇÑÙÚÛÜ",
    778: "GOQwÒÓÔÕÖØ",
    833: "M",
    889: "%mæ",
    944: "Wœ",
    975: "@",
    1000: "ÆŒ—…‰™",
}
"""Thousandths of an em -> the characters so wide, upright or slanted."""

MARGIN = 1.1
"""What a character that is not in the table is taken to be wider than in our face."""

WIDEST = 1.27
"""What such a character is taken to be wider in the widest face than in Arial: hardly any letter is more."""

REGULAR = {char: width / 1000 for width, chars in REGULAR_WIDTHS.items() for char in chars}
BOLD = {char: width / 1000 for width, chars in BOLD_WIDTHS.items() for char in chars}


@lru_cache(maxsize=1 << 16)
def widest_width(face: Face, text: str) -> float:
    """The width in em of a text that is never to be cut, in the widest face that takes the place of ours."""
    widths = widest.BOLD if face.bold else widest.REGULAR
    return sum([widths.get(char) or WIDEST * fallback_width(face, char) for char in text])


@lru_cache(maxsize=1 << 16)
def fallback_width(face: Face, text: str) -> float:
    """The width of a text in em where Arial, or Arial Bold, takes the place of the face."""
    widths = BOLD if face.bold else REGULAR
    return sum([widths.get(char) or _margin_width(face, char) for char in text])


def _margin_width(face: Face, char: str) -> float:
    em = 1.0 if char not in coverage(face) else shaper(face).advance(char) / shaper(face).units_per_em
    return em * MARGIN
