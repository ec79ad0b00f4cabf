"""What every page is composed with, and how its text is measured: as an office program will set it, in any face."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.edition import Furniture
from rapport.edition.text import Span, Text
from rapport.lines.face import Face, FontSet
from rapport.lines.line import Run
from rapport.lines.measure import (
    ALL_RULERS,
    RULERS,
    Rulers,
    TextBlock,
    line_count,
    natural_width,
    own_width,
    unbreakable_width,
)
from rapport.look.charter import DeckLook
from rapport.look.geometry import Box
from rapport.look.house import HouseTemplate
from rapport.look.measures import list_indent
from rapport.look.sign import SignMeasures, StatusLook
from rapport.slides.elements import SlideParagraph

# Measuring slide text as an office program will set it, in our face or in the one that replaces it.

TOLERANCE = 0.01
"""Points by which rounding may exceed a box."""

SMALL = 2 / 3
"""Size of superscripts and subscripts beside the text's own, as office programs draw them."""


HEADINGS = ("title", "cover_title", "divider_title", "statement")
"""Styles that templates set in their face for titles."""


class TextMeasure(Struct, frozen=True):
    """Measures paragraphs set in a family; `indent` is what each level of a list takes of the width, in points.

    Widths and numbers of lines are the largest by any of the `rulers`: the charter's face and its substitute, unless
    said otherwise. Words of a template's face are `spread` times as wide, those of its titles `title_spread`; `upper`
    sets these in capitals.
    """

    fonts: FontSet
    indent: float
    spread: float = 1.0
    title_spread: float = 1.0
    upper: bool = False
    rulers: Rulers = RULERS

    def in_any_face(self) -> TextMeasure:
        """The same for what grows with its text: the widest substitute counts too. Templates bring their own face."""
        return self if self.spread != 1.0 else replace(self, rulers=ALL_RULERS)

    def width(self, paragraph: SlideParagraph) -> float:
        """Width on one line, the longest of its forced lines."""
        return natural_width(self.runs(paragraph), self.rulers) * self._spread(paragraph) + self._indent(paragraph)

    def own_width(self, paragraph: SlideParagraph) -> float:
        """Width on one line in the charter's own face: where a shape must stand close to the text."""
        return sum(own_width(run, run.text) for run in self.runs(paragraph)) * self._spread(paragraph)

    def lines(self, paragraph: SlideParagraph, width: float) -> int:
        """Number of lines; at least one, as an empty paragraph takes a line too."""
        return line_count(self.block(paragraph), width / self._spread(paragraph), self.rulers)

    def height(self, paragraphs: Iterable[SlideParagraph], width: float) -> float:
        """Height in points of paragraphs one under the other."""
        items = tuple(paragraphs)
        return self._height(items, tuple(map(self.block, items)), width)

    def widest_word(self, paragraph: SlideParagraph) -> float:
        """Width of the widest thing that cannot be broken, indent included, whichever face draws it."""
        return unbreakable_width(self.runs(paragraph)) * self._spread(paragraph) + self._indent(paragraph)

    def extents(self, paragraph: SlideParagraph) -> tuple[float, float]:
        """Both widths: on one line, and of the widest thing that cannot be broken."""
        runs, spread, indent = self.runs(paragraph), self._spread(paragraph), self._indent(paragraph)
        return natural_width(runs, self.rulers) * spread + indent, unbreakable_width(runs) * spread + indent

    def fits(self, paragraphs: Iterable[SlideParagraph], box: Box) -> bool:
        """Whether every word is narrower than the box, whichever face draws it, and all lines are no higher."""
        items = tuple(paragraphs)
        blocks = tuple(map(self.block, items))
        widths = zip(blocks, map(self._spread, items), strict=True)
        if any(
            unbreakable_width(block.runs) * spread + block.indent > box.width + TOLERANCE for block, spread in widths
        ):
            return False
        return self._height(items, blocks, box.width) <= box.height + TOLERANCE

    def runs(self, paragraph: SlideParagraph) -> tuple[Run, ...]:
        """The paragraph's spans in the faces they are set in."""
        text = self._runs(paragraph.text, paragraph.size, paragraph.bold)
        if self.upper and paragraph.style in HEADINGS:
            text = (Run(run.text.upper(), run.face, run.size) for run in text)
        return (*text, *self._runs(paragraph.unit, paragraph.unit_size, paragraph.bold))

    def _height(self, items: tuple[SlideParagraph, ...], blocks: tuple[TextBlock, ...], width: float) -> float:
        text = sum(
            line_count(block, width / self._spread(item), self.rulers) * item.leading
            for block, item in zip(blocks, items, strict=True)
        )
        return text + sum(item.space_before for item in items[1:])

    def block(self, paragraph: SlideParagraph) -> TextBlock:
        """The paragraph as lines are filled with it."""
        return TextBlock(self.runs(paragraph), indent=self._indent(paragraph))

    def _spread(self, paragraph: SlideParagraph) -> float:
        return self.title_spread if paragraph.style in HEADINGS else self.spread

    def _indent(self, paragraph: SlideParagraph) -> float:
        return list_indent(self.indent, paragraph.size) * paragraph.level if paragraph.level else 0.0

    def _runs(self, text: Text, size: float, bold: bool) -> Iterator[Run]:
        for span in text:
            raised = span.position != "baseline"
            yield Run(span.text, self._face(span, bold), size * SMALL if raised else size)

    def _face(self, span: Span, bold: bool) -> Face:
        if span.emphasis == "emphasis":
            return self.fonts.bold_italic if bold else self.fonts.italic
        strong = span.emphasis == "strong" or (bold and span.emphasis != "quiet")
        return self.fonts.bold if strong else self.fonts.regular


NO_LOOKS: Mapping[str, StatusLook] = MappingProxyType({})


class SlideContext(Struct, frozen=True):
    """The deck's looks, proportions of signs, measure of text, phrases that layout fills, names of shapes, marks.

    `house` is None without a template.
    """

    look: DeckLook
    signs: SignMeasures
    measure: TextMeasure
    furniture: Furniture
    names: Furniture
    statuses: Mapping[str, StatusLook] = NO_LOOKS
    house: HouseTemplate | None = None
