"""What every page repeats: running head, foot, the mark of a draft."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from rapport.edition.edition import Edition
from rapport.edition.text import Text, plain, words
from rapport.lines.line import Line
from rapport.look.type_style import TypeStyle
from rapport.render.pdf.blocks.context import BlockContext, baseline
from rapport.render.pdf.blocks.setting import BlockVoice, text_boxes
from rapport.render.pdf.composer.composer import Page
from rapport.render.pdf.composer.vertical import VerticalBox, flattened
from rapport.render.pdf.display.item import LateText, Positioned

NAME_SHARE = 0.6
"""How much of the running head the section's name may take."""
NOTICE_LEADING = 1.25
"""Leading of the notices under the running head, to their size: they are lines apart."""
WIDEST = "000"
"""A page number as wide as any."""


class PageFrame(Struct, frozen=True):
    """The furniture of a document; `pages` gives their number once all are made up."""

    context: BlockContext
    edition: Edition
    pages: Callable[[], int]
    _lines: dict[tuple[Text, BlockVoice], tuple[VerticalBox, ...]] = field(default_factory=dict)
    """What was set already: most of it is the same on every page."""
    _widths: dict[tuple[Text, BlockVoice], float] = field(default_factory=dict)
    _heads: dict[tuple[str, bool], tuple[Positioned, ...]] = field(default_factory=dict)
    _feet: dict[bool, tuple[Positioned, ...]] = field(default_factory=dict)
    """The foot but for the page's number, once it was set, of right pages and of left ones."""

    def head(self, page: Page) -> tuple[Positioned, ...]:
        """Title of the document at the left, name of the section at the right; the title gives way to the name."""
        key = page.name, self._is_left(page)
        if key not in self._heads:
            self._heads[key] = tuple(self._head(*key))
        return self._heads[key]

    def _is_left(self, page: Page) -> bool:
        """Whether the furniture of a page is the other way round."""
        return self.context.look.grid.mirrored and page.number % 2 == 0

    def _head(self, section: str, left: bool) -> Iterator[Positioned]:
        style, grid = self.context.look.type.running_head, self.context.look.grid
        room = grid.full.width - grid.gutter
        name = self._shortened(section, style, NAME_SHARE * room)
        title = self._shortened(plain(self.edition.title), style, room - self._width(name, style))
        first, last = (name, title) if left else (title, name)
        yield from self._line(first, style, grid.head_y)
        yield from self._line(last, replace(style, align="right"), grid.head_y)
        y = grid.head_y + style.leading
        for row in self._notices:
            for text, look in row:
                yield from self._line(self._shortened(text, look, grid.full.width), look, y)
            y += self._mark.size * NOTICE_LEADING

    @property
    def lacking(self) -> float:
        """How much lower content must begin for the notices to have room between the running head and it."""
        styles, grid, notices = self.context.look.type, self.context.look.grid, len(self._notices)
        white = self.context.look.gaps.small if notices else 0.0
        bottom = grid.head_y + styles.running_head.leading + notices * self._mark.size * NOTICE_LEADING
        return max(0.0, bottom + white - grid.opening_rule_y)

    @property
    def _notices(self) -> tuple[tuple[tuple[str, TypeStyle], ...], ...]:
        """The lines under the running head: marking and embargo at both ends of one where they have room, else one
        each; then the mark of a draft that the foot has no room for.
        """
        style, grid = self._mark, self.context.look.grid
        left, right = replace(style, align="left"), replace(style, align="right")
        marking, embargo = plain(self.edition.cover.marking), plain(self.edition.cover.embargo)
        shown = [text for text in (marking, embargo) if text]
        rows: list[tuple[tuple[str, TypeStyle], ...]] = [((text, left),) for text in shown]
        if len(shown) == 2 and sum(self._width(text, style) for text in shown) < grid.full.width - grid.gutter:
            rows = [((marking, left), (embargo, right))]
        return (*rows, *([] if self._draft_fits else [((plain(self.edition.draft_mark), left),)]))

    def foot(self, page: Page) -> Iterator[Positioned]:
        """When the data were closed, the mark of a draft, the page and the number of pages."""
        left = self._is_left(page)
        if left not in self._feet:
            self._feet[left] = tuple(self._foot(left))
        yield from self._feet[left]
        yield Positioned(self._folio(page.number, left), self.context.look.grid.footer_y)

    def _foot(self, left: bool) -> Iterator[Positioned]:
        footer, y = self.context.look.type.footer, self.context.look.grid.footer_y
        yield from self._line(plain(self.edition.closed), replace(footer, align="right") if left else footer, y)
        if self._draft_fits:
            place = BlockVoice(replace(self._mark, align="left"), self.context.look.grid.text, None)
            for box in text_boxes(self.context, self.edition.draft_mark, place)[:1]:
                yield from flattened(box, y)

    @property
    def _mark(self) -> TypeStyle:
        """How the mark of a draft is set."""
        return replace(self.context.look.type.footer, weight="semibold", colour="accent")

    @property
    def _draft_fits(self) -> bool:
        """Whether the foot has room for the mark of a draft between its two ends; it stands above the head if not."""
        styles, grid = self.context.look.type, self.context.look.grid
        folio = self.edition.furniture("page", WIDEST, WIDEST)
        closed = self._width(plain(self.edition.closed), styles.footer)
        room = grid.text.width - self._width(folio, styles.folio) - grid.gutter
        return closed <= grid.margin.width and self._width(plain(self.edition.draft_mark), self._mark) <= room

    def _width(self, text: str, style: TypeStyle) -> float:
        key = words(text), BlockVoice(style, self.context.look.grid.full, None)
        if key not in self._widths:
            self._widths[key] = self.context.typesetter.width(key[0], style) if text else 0.0
        return self._widths[key]

    def _shortened(self, text: str, style: TypeStyle, width: float) -> str:
        """The text, without the last words that have no room."""
        kept = text.split(" ")
        while len(kept) > 1 and self._width(_cut(kept, text), style) > width:
            kept.pop()
        return _cut(kept, text)

    def _folio(self, number: int, left: bool) -> LateText:
        """At the outer edge; of a left page as if there were some ten pages or more, which is all but always so."""
        style, full = self.context.look.type.folio, self.context.look.grid.full
        phrase = self.edition.furniture("page", number, "00")
        right = full.x + self._width(phrase, style) if left else full.right

        def compose() -> Line:
            phrase = self.edition.furniture("page", number, self.pages())
            return self.context.typesetter.line(phrase, style)

        return LateText(compose, right, baseline(style), 0.0, style.colour, None)

    def _line(self, text: str, style: TypeStyle, y: float) -> Iterator[Positioned]:
        """A line from margin to margin: furniture only repeats, so it is an artifact."""
        key = words(text), BlockVoice(style, self.context.look.grid.full, None)
        if key not in self._lines:
            self._lines[key] = text_boxes(self.context, *key)[:1]
        for box in self._lines[key]:
            yield from flattened(box, y)


def _cut(kept: Sequence[str], text: str) -> str:
    shown = " ".join(kept)
    return shown if shown == text else f"{shown}…"
