"""Pages of a brief as they look, for somebody who waits for them while the document is still to be drawn.

What was set for the last sketch serves again where it says the same: nothing of it is tied to a document, so neither
structure nor links are in the file.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial

from rapport.edition.edition import Edition, EditionSection
from rapport.edition.text import plain
from rapport.formats.pdf.canvas import TaggedCanvas
from rapport.formats.pdf.tags.tree import Element
from rapport.lines.face import FontSet
from rapport.look.charter import Charter
from rapport.remembered import Remembered
from rapport.render.pdf.blocks.context import BlockContext, PageIndex
from rapport.render.pdf.blocks.section import section_passage
from rapport.render.pdf.brief import brief_context, framed, made_up, numbers, on_pages, opened, properties_of
from rapport.render.pdf.composer.composer import Page
from rapport.render.pdf.composer.fitting import SectionPassage
from rapport.render.pdf.composer.vertical import VerticalBox
from rapport.render.pdf.composer.ways import WeighedPages
from rapport.render.pdf.front_matter import contents_passage, set_cover
from rapport.render.pdf.page_frame import PageFrame
from rapport.render.pdf.pages import PageLog, Redrawing, draw_alone


class BriefSketch:
    """The pages of one brief after another in the same looks; `weighed` serves the documents too."""

    def __init__(self, charter: Charter, fonts: FontSet) -> None:
        self._looks = charter, fonts
        self.weighed = WeighedPages()
        self._memory = Remembered()
        self._log = PageLog(PageIndex(()))
        """One for all: what is filled in late asks it, whenever it was set."""

    def draw(self, edition: Edition, wanted: Collection[int], redrawing: Redrawing) -> tuple[tuple[int, ...], bytes]:
        """Which of the wanted pages there are after the cover, and a file of them."""
        self._memory.age()
        log = self._log
        log.renew(edition.sections)
        context, frame = self._framed(edition, redrawing)
        if edition.form == "file":
            log.begin(1, (self._cover(context, edition, frame),))
        pages = tuple(self._pages(context, edition, frame))
        for page in pages:
            log.begin(page.number, (placed.box for placed in (*page.placed, *page.foot)))
        drawn = [page for page in pages if page.number in wanted]
        return tuple(page.number for page in drawn), self._file(edition, frame, drawn) if drawn else b""

    def _framed(self, edition: Edition, redrawing: Redrawing) -> tuple[BlockContext, PageFrame]:
        return framed(brief_context(edition, *self._looks, redrawing, self._log.facts), edition, self._log)

    def _file(self, edition: Edition, frame: PageFrame, pages: list[Page]) -> bytes:
        charter, _fonts = self._looks
        grid = charter.brief.grid
        canvas = TaggedCanvas((grid.width, grid.height), properties_of(edition, charter))
        for page in pages:
            draw_alone(canvas, frame, page)
        return canvas.finish("brief").data

    def _cover(self, context: BlockContext, edition: Edition, frame: PageFrame) -> VerticalBox:
        asked = ("cover", edition.cover, edition.draft_mark, plain(edition.title), edition.language, frame.lacking)
        return self._memory(asked, lambda: set_cover(context, edition, Element("Document")))

    def _pages(self, context: BlockContext, edition: Edition, frame: PageFrame) -> Iterator[Page]:
        if edition.form == "note":
            return made_up(context, edition, Element("Document"), self._log)
        return on_pages(context, self._passages(context, edition, frame), self.weighed)

    def _passages(self, context: BlockContext, edition: Edition, frame: PageFrame) -> Iterator[SectionPassage]:
        """The contents and the sections, each set once for what it says."""
        number, *others = numbers(context, edition, self.weighed)
        asked = ("contents", number, frame.lacking)
        contents = partial(contents_passage, context, edition, Element("Document"), self._log.page_of)
        yield _as(self._memory(asked, contents), number, ends_part=False)
        for number, (section, part) in zip(others, opened(edition.sections), strict=True):
            divided = part if section.kind == "divider" else ()
            made = self._memory(("section", number, frame.lacking), partial(_whole, context, section, divided))
            yield _as(made, number, ends_part=not part)


def _whole(context: BlockContext, section: EditionSection, part: tuple[EditionSection, ...]) -> SectionPassage:
    """A section with all that a long one would leave for later: it will be asked for again."""
    passage = section_passage(context, section, Element("Document"), part)
    passage.rest = tuple(passage.rest) if passage.rest is not None else None
    return passage


def _as(passage: SectionPassage, number: int, *, ends_part: bool) -> SectionPassage:
    passage.content, passage.ends_part = number, ends_part
    return passage
