"""What every page repeats: running head, foot, the mark of a draft."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from rapport.edition.edition import Edition
from rapport.edition.text import Text, plain, words
from rapport.lines.line import Line
from rapport.look.grid import Strip
from rapport.look.length import Pt
from rapport.look.type_style import TypeStyle
from rapport.render.pdf.blocks.context import Context
from rapport.render.pdf.blocks.note_book import baseline
from rapport.render.pdf.blocks.setting import Voice, text_boxes
from rapport.render.pdf.composer.page import Page
from rapport.render.pdf.composer.vertical import flattened
from rapport.render.pdf.display.draw import Positioned
from rapport.render.pdf.display.item import LateText


@dataclass(frozen=True, slots=True)
class PageFrame:
    """The furniture of a document; `pages` gives their number once all are made up."""

    context: Context
    edition: Edition
    pages: Callable[[], int]

    @property
    def draft(self) -> str:
        """The mark of a draft with version and date; empty for a final document."""
        if not self.edition.draft:
            return ""
        phrase, date = self.edition.furniture, plain(self.edition.cover.date)
        return f"{phrase('draft')} – {phrase('version-of', self.edition.version, date)}"

    def head(self, page: Page) -> Iterator[Positioned]:
        """Title of the document at the left, name of the section at the right."""
        style, grid = self.context.look.type.running_head, self.context.look.grid
        half = Strip(grid.full.x, Pt(grid.full.width / 2 - grid.gutter))
        yield from self._line(self.edition.title, style, half, grid.head_y)
        right = Strip(Pt(grid.full.right - half.width), half.width)
        yield from self._line(words(page.name), replace(style, align="right"), right, grid.head_y)

    def foot(self, page: Page) -> Iterator[Positioned]:
        """When the data were closed, the mark of a draft, the page and the number of pages."""
        styles, grid = self.context.look.type, self.context.look.grid
        yield from self._line(self.edition.closed, styles.footer, grid.full, grid.footer_y)
        mark = replace(styles.footer, weight="semibold", colour="accent", align="centre")
        yield from self._line(words(self.draft), mark, grid.full, grid.footer_y)
        yield Positioned(self._folio(page.number), grid.footer_y)

    def _folio(self, number: int) -> LateText:
        style = self.context.look.type.folio

        def compose() -> Line:
            phrase = self.edition.furniture("page", number, self.pages())
            return self.context.typesetter.line(phrase, style)

        return LateText(compose, self.context.look.grid.full.right, baseline(style), 0.0, style.colour, None)

    def _line(self, text: Text, style: TypeStyle, strip: Strip, y: float) -> Iterator[Positioned]:
        """The first line of a text that has no call of a note and no link: furniture only repeats."""
        bare = words(plain(text))
        for box in text_boxes(self.context, bare, Voice(style, strip, None))[:1]:
            for item, top in flattened(box, y):
                yield Positioned(item, top)
