"""Text of an edition set in the charter's faces, and drawn: spans and a type style -> lines -> marked runs of pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from types import MappingProxyType
from typing import cast

from msgspec import Struct, field
from msgspec.structs import replace

from rapport.edition.edition import Note
from rapport.edition.text import Span, Text, plain, words
from rapport.formats.pdf.canvas import TaggedCanvas
from rapport.formats.pdf.glyphs import GlyphWriter
from rapport.formats.pdf.graphics import Stroke, draw_line
from rapport.formats.pdf.tags.tree import Element
from rapport.language.line_ends import weak_ends
from rapport.lines.face import Face, FontSet, Style, is_right_to_left, shaper
from rapport.lines.line import Alignment, Fragment, Hyphenate, Line, LineSetting, Run, undivided
from rapport.lines.paragraph import natural_line, set_paragraph
from rapport.look.geometry import Box, Pt
from rapport.look.palette import Colour
from rapport.look.type_style import TypeStyle

RAISED_SIZE, RAISE, LOWER = 0.65, 0.33, -0.15
"""Superscripts and subscripts, in shares of the size."""

UNLIMITED = 1e6  # wider than any line

LOOSE, GAPING = 1.65, 2.0
"""Word spaces, in widths of the face's own: what eases a line has not sufficed; beyond any excuse."""
MOST_LOOSE = 0.1
"""Share of the lines of a paragraph that may be loose before it is set ragged; none may gape."""
HANGING = 1.0
"""Share of the optical margin taken by punctuation at both ends of justified lines, so that their edges look even."""

STYLES: Mapping[tuple[str, str], Style] = MappingProxyType(
    {
        ("regular", "none"): "regular",
        ("regular", "emphasis"): "italic",
        ("regular", "strong"): "bold",
        ("semibold", "none"): "semibold",
        ("semibold", "emphasis"): "bold italic",
        ("semibold", "strong"): "bold",
        ("bold", "none"): "bold",
        ("bold", "emphasis"): "bold italic",
        ("bold", "strong"): "bold",
        ("regular", "quiet"): "regular",
        ("semibold", "quiet"): "regular",
        ("bold", "quiet"): "regular",
    }
)


SetParagraph = Callable[[Sequence[Run], LineSetting, Hyphenate], tuple[Line, ...]]
"""How runs become lines: `set_paragraph`, or a memory of what it has set."""


class Typesetter(Struct, frozen=True):
    """Sets text; `hyphenation` gives the rules of a language (BCP 47), `anchors` are the places links may lead to."""

    fonts: FontSet
    language: str
    hyphenation: Callable[[str], Hyphenate]
    notes: Mapping[str, Note] = field(default_factory=lambda: MappingProxyType({}))
    anchors: frozenset[str] = frozenset()
    paragraphs: SetParagraph = set_paragraph
    _widths: dict[tuple[Text, TypeStyle], float] = field(default_factory=dict)

    def lines(self, text: Text, style: TypeStyle, measure: float, indent: float = 0.0) -> tuple[Line, ...]:
        """The lines of a text, the first one indented; their tags are `Inline` or None."""
        return self.set(self.runs(text, style), style, measure, indent)

    def set(self, runs: Iterable[Run], style: TypeStyle, measure: float, indent: float = 0.0) -> tuple[Line, ...]:
        """The lines of runs, which may differ in size, aligned as the style says."""
        hyphenate = self.hyphenation(self.language) if style.hyphenate else undivided
        alignment = _alignment(style)
        hanging = 0.0 if alignment == "ragged" else HANGING
        setting = LineSetting(measure, alignment, indent, hanging)
        if alignment == "balanced":
            setting = replace(setting, weak=weak_ends(self.language), most_lines=style.max_lines)
        lines = self.paragraphs(tuple(runs), setting, hyphenate)
        if alignment == "justified" and _is_loose(lines):
            return self.paragraphs(tuple(runs), replace(setting, alignment="ragged", hanging=0.0), hyphenate)
        return lines

    def runs(self, text: Text, style: TypeStyle) -> tuple[Run, ...]:
        """The runs of a text, one for each span."""
        return tuple(self._run(number, span, style) for number, span in enumerate(text))

    def line(self, string: str, style: TypeStyle) -> Line:
        """A string on one line of its natural width."""
        runs = self.runs(words(string), style)
        natural = natural_line(runs[0]) if len(runs) == 1 and _alignment(style) == "ragged" else None
        return natural or self.set(runs, style, UNLIMITED)[0]

    def width(self, text: Text, style: TypeStyle) -> float:
        """Width of a text on one line."""
        key = (text, style)
        if key not in self._widths:
            self._widths[key] = max(line.natural for line in self.set(self.runs(text, style), style, UNLIMITED))
        return self._widths[key]

    def face(self, style: TypeStyle, emphasis: str = "none") -> Face:
        """The face of a style."""
        face = self.fonts.face(STYLES[style.weight, emphasis])
        return proportional(face) if style.max_lines or style.display else face

    def _run(self, number: int, span: Span, style: TypeStyle) -> Run:
        raised, lowered = bool(span.note) or span.position == "superscript", span.position == "subscript"
        return Run(
            text=span.text,
            face=self.face(style, span.emphasis),
            size=style.size * (RAISED_SIZE if raised or lowered else 1.0),
            rise=style.size * (RAISE if raised else LOWER if lowered else 0.0),
            tag=self._inline(number, span),
            hyphenate=self._foreign(span, style),
        )

    def _foreign(self, span: Span, style: TypeStyle) -> Hyphenate | None:
        return self.hyphenation(span.language) if span.language and style.hyphenate else None

    def _inline(self, number: int, span: Span) -> Inline | None:
        target, contents = self._target(span)
        quiet = span.emphasis == "quiet"
        if not (span.language or span.expansion or target or span.note or quiet):
            return None
        return Inline(number, span.language, span.expansion, target, contents, span.note, quiet)

    def _target(self, span: Span) -> tuple[str, str]:
        """Where a span leads, and that place in words: a note's own text for its call."""
        if span.note in self.notes:
            return f"#{note_place(span.note)}", plain(self.notes[span.note].text)
        if span.link.startswith("#") and span.link[1:] not in self.anchors:
            return "", ""
        return span.link, span.text if span.link else ""


def _is_loose(lines: Sequence[Line]) -> bool:
    """Whether the spaces of a line gape, or those of many are wide, although glyphs are as far apart as they may be."""
    widest = [max(map(_space, line.fragments), default=0.0) for line in lines]
    return max(widest, default=0.0) > GAPING or sum(wide > LOOSE for wide in widest) > MOST_LOOSE * len(lines)


def _space(fragment: Fragment) -> float:
    """The width of a fragment's spaces, in widths of its face's own."""
    return fragment.space / (natural_space(fragment.face) * fragment.size)


@lru_cache(maxsize=64)
def natural_space(face: Face) -> float:
    """Width of a face's own space, in em."""
    found = shaper(face)
    return found.space.advance / found.units_per_em


@lru_cache(maxsize=64)
def proportional(face: Face) -> Face:
    """The face with digits each of its own width."""
    return replace(face, figures="proportional")


def note_place(key: str) -> str:
    """The name of the place where a note stands."""
    return f"note-{key}"


def _alignment(style: TypeStyle) -> Alignment:
    if style.align == "justify":
        return "justified"
    return "balanced" if style.max_lines else "ragged"


# Set lines drawn on a page, and what runs are within them: foreign words, acronyms, links, calls of notes.

# What runs of text are within their block: foreign words, acronyms, links, calls of notes.


class Inline(Struct, frozen=True):
    """The tag of a run of text; a run without one is plain content of its block.

    `key` tells equal neighbours apart: those with equal tags are one element. Empty strings stand for absence.
    `language` is a BCP 47 tag where it differs from the block's, `expansion` what an acronym stands for.
    `target` is a URI or "#bookmark" and `contents` says in words where it leads. `note` is the key of the
    note that is called here. A `quiet` run stands back in grey.
    """

    key: int
    language: str = ""
    expansion: str = ""
    target: str = ""
    contents: str = ""
    note: str = ""
    quiet: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether it is content of its block, whatever its colour."""
        return not (self.language or self.expansion or self.target or self.note)


class InlineElements(Struct):
    """The elements of one block's runs, made as the runs are drawn in reading order.

    Neighbouring runs with equal tags are one element, also where a line or a page ends between them: the parts of a
    split block share these elements. `notes` holds the elements of the notes called in the block, by key: each takes
    its place right after its call.
    """

    block: Element
    notes: Mapping[str, Element] = field(default_factory=lambda: MappingProxyType({}))
    _last: tuple[Inline | None, Element] | None = None

    def element(self, inline: Inline | None) -> Element:
        """The element that the content of the next run belongs to."""
        if self._last is None or self._last[0] != inline:
            self._last = inline, self.block if inline is None or inline.is_plain else self._make(inline)
        return self._last[1]

    def read_as(self, inline: Inline | None, text: str) -> Element:
        """An element of its own for words of another direction: their glyphs do not stand in the order of reading."""
        return self.element(inline).inline("Span", actual_text=text)

    def _make(self, inline: Inline) -> Element:
        parent = self.block
        if inline.note:
            parent = parent.inline("Reference")
            parent.follower = self.notes.get(inline.note)
        if inline.target:
            parent = parent.inline("Link")
            if not inline.expansion:
                parent.language = inline.language
                return parent
        return parent.inline("Span", language=inline.language, expansion=inline.expansion)


def link_around(element: Element) -> Element:
    """The Link that a run's element is or stands in; raises ValueError when there is none."""
    found: Element | None = element
    while found is not None and found.tag != "Link":
        found = found.parent
    if found is None:
        raise ValueError(f"{element.tag} is no link")
    return found


_SPACED = frozenset({"space", "forced"})
"""Endings that are written as a real space, or reading would join the words (ISO 32000-1, 14.8.2.5)."""

_ASCENT, _DESCENT = 0.85, 0.25
"""What a link's area covers above and below the baseline, in em."""
_UNDERLINE, _UNDERLINE_WEIGHT = 0.12, 0.05
"""Depth and weight of the line under a link, in em."""


class Baseline(Struct, frozen=True):
    """Where the first line stands; the following ones stand `leading` lower. Points from the page's top left corner.

    `x` is the left edge of the measure, the middle or the right end of each line, as `align` is 0, 0.5 or 1.
    """

    x: float
    y: float
    leading: float = 0.0
    align: float = 0.0

    def start(self, line: Line, index: int = 0) -> tuple[float, float]:
        """Left end of a line and height of its baseline."""
        return self.x - self.align * line.width, self.y + index * self.leading


class TextInk(Struct, frozen=True):
    """Colours of text, of links and of what stands back; links are also underlined, since colour alone must not tell
    (WCAG 2.2, 1.4.1).
    """

    text: Colour
    link: Colour
    quiet: Colour

    def of(self, inline: Inline | None) -> Colour:
        """The colour of a run; the call of a note is told by its place and keeps the colour of the text."""
        if inline is not None and inline.quiet:
            return self.quiet
        return self.link if inline is not None and inline.target and not inline.note else self.text


class _Placed(Struct, frozen=True):
    """A fragment with the place of its left end; `spaced` where a space follows that the fragment does not hold."""

    fragment: Fragment
    x: float
    y: float
    spaced: bool

    @property
    def inline(self) -> Inline | None:
        return cast("Inline | None", self.fragment.tag)


def draw_lines(
    canvas: TaggedCanvas, lines: Sequence[Line], baseline: Baseline, ink: TextInk, inlines: InlineElements
) -> None:
    """Draw lines of one block; the tag of each fragment is None or an Inline.

    Within an artifact the same is drawn, but nothing is tagged and no link is made.
    """
    owned = [(_owner(inlines, one), one) for one in _place(lines, baseline)]
    writer = GlyphWriter(canvas.font)
    canvas.emit("q BT")
    for element, fragments in groupby(owned, itemgetter(0)):
        canvas.begin(element)
        for _, one in fragments:
            canvas.emit(_show(canvas, writer, one, ink.of(one.inline)))
        canvas.end()
    canvas.emit("ET Q")
    linked = (pair for pair in owned if pair[1].inline and pair[1].inline.target)
    for (element, _), fragments in groupby(linked, lambda pair: (pair[0], pair[1].y)):
        _draw_link(canvas, element, [one for _, one in fragments], ink.link)


def _owner(inlines: InlineElements, one: _Placed) -> Element:
    fragment = one.fragment
    if not fragment.pieces or not is_right_to_left(fragment.pieces[0].text):
        return inlines.element(one.inline)
    words = fragment.pieces if fragment.leftwards else fragment.pieces[::-1]
    return inlines.read_as(one.inline, "".join(piece.text for piece in words) + " " * one.spaced)


def draw_late(
    canvas: TaggedCanvas, element: Element, compose: Callable[[], Line], baseline: Baseline, colour: Colour
) -> None:
    """Reserve the place of one line of `element`, to be composed once all pages are drawn; its tags are ignored."""

    def operators() -> str:
        writer = GlyphWriter(canvas.font)
        shown = (_show(canvas, writer, one, colour) for one in _place((compose(),), baseline))
        return "\n".join(("q BT", *shown, "ET Q"))

    with canvas.marked(element):
        canvas.late(operators)


def _place(lines: Sequence[Line], baseline: Baseline) -> Iterator[_Placed]:
    for index, line in enumerate(lines):
        x, y = baseline.start(line, index)
        for fragment in line.fragments:
            last = fragment is line.fragments[-1]
            yield _Placed(fragment, x + fragment.x, y, spaced=last and line.ending in _SPACED)


def _show(canvas: TaggedCanvas, writer: GlyphWriter, one: _Placed, colour: Colour) -> str:
    shown = writer.write(one.fragment, (one.x, canvas.flip(one.y)), colour)
    return f"{shown}\n{writer.space(one.fragment)}" if one.spaced else shown


def _draw_link(canvas: TaggedCanvas, element: Element, run: Sequence[_Placed], colour: Colour) -> None:
    """The area of a link on one line, and the line under it."""
    inline, baseline = cast("Inline", run[0].inline), run[0].y
    size = max(one.fragment.size for one in run)
    left, right = run[0].x, run[-1].x + run[-1].fragment.width
    top = baseline - _ASCENT * size - run[0].fragment.rise
    area = Box(Pt(left), Pt(top), Pt(right - left), Pt((_ASCENT + _DESCENT) * size))
    canvas.link(link_around(element), area, inline.contents, inline.target)
    if not inline.note:
        y = baseline + _UNDERLINE * size
        with canvas.artifact("Layout"):
            draw_line(canvas, (left, y), (right, y), Stroke(colour, _UNDERLINE_WEIGHT * size))
