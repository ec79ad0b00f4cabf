"""Text of an edition set in the charter's faces: spans and a type style -> lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from msgspec import Struct, field
from msgspec.structs import replace

from rapport.edition.edition import Note
from rapport.edition.text import Span, Text, plain, words
from rapport.language.line_ends import weak_ends
from rapport.lines.face import Face, FontSet, Style, shaper
from rapport.lines.layout import natural_line
from rapport.lines.line import Alignment, Fragment, Hyphenate, Line, LineSetting, Run, undivided
from rapport.lines.paragraph import set_paragraph
from rapport.look.type_style import TypeStyle
from rapport.render.pdf.text import Inline

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
