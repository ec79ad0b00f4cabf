"""A sheet: an edition that stands on a single page, without cover or contents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from rapport.artefact import Artefact
from rapport.edition.edition import Cover, Edition, EditionSection
from rapport.edition.text import plain, words
from rapport.formats.pdf.canvas import TaggedCanvas
from rapport.formats.pdf.tags.tree import Element
from rapport.lines.face import FontSet
from rapport.look.charter import Charter
from rapport.render.pdf.blocks.context import BlockContext
from rapport.render.pdf.blocks.opening import Title, set_opening
from rapport.render.pdf.blocks.section import blocks_matter
from rapport.render.pdf.blocks.setting import BlockVoice, text_boxes
from rapport.render.pdf.brief import PLAIN, BriefSettings, brief_context, framed, properties_of, stamp_of
from rapport.render.pdf.composer.composer import Composer
from rapport.render.pdf.composer.galley import Galley, GalleyOpening, Matter
from rapport.render.pdf.composer.vertical import Glue
from rapport.render.pdf.pages import PageLog, draw_page


def draw_sheet(
    editions: Sequence[Edition], charter: Charter, fonts: FontSet, settings: BriefSettings = PLAIN
) -> Artefact:
    """The PDF of the first of the editions, from the fullest to the barest, that one page holds; else of the last.

    An edition with a stamp comes stamped. The same editions give the same bytes.
    """
    for edition in editions:
        log, artefact = _drawn(edition, charter, fonts, settings)
        if log.count == 1:
            break
    return artefact


def _drawn(edition: Edition, charter: Charter, fonts: FontSet, settings: BriefSettings) -> tuple[PageLog, Artefact]:
    grid = charter.brief.grid
    canvas = TaggedCanvas((grid.width, grid.height), properties_of(edition, charter))
    context = replace(brief_context(edition, charter, fonts), subheading="H2")
    log = PageLog(context.pages)
    # the title stands on the page itself: the running head names the event
    context, frame = framed(context, replace(edition, title=words(edition.subject)), log)
    document = canvas.tree.document
    if settings.stamped or edition.stamp:
        canvas.reserve_stamp(stamp_of(context), document.child("P"))
    for page in Composer(context.frame).compose(_matter(context, edition, document)):
        draw_page(canvas, frame, page, log)
    artefact = replace(canvas.finish("sheet"), places=log.facts.places)
    stamped = replace(artefact, data=artefact.copy({"stamp": edition.stamp})) if edition.stamp else artefact
    return log, stamped


def _matter(context: BlockContext, edition: Edition, document: Element) -> Iterator[Matter]:
    """One section after the other, the first of which is headed by the sheet's title."""
    for section in edition.sections:
        element = document.child("Sect")
        yield GalleyOpening(plain(section.name))
        yield from _opening(context, edition.cover, section, element)
        yield from blocks_matter(context, section.blocks, element)


def _opening(context: BlockContext, cover: Cover, section: EditionSection, element: Element) -> Iterator[Galley]:
    """Title and lead, the marking and the embargo beside them in the margin."""
    styles, grid = context.look.type, context.look.grid
    title = Title(section.key, plain(section.name), section.kicker, section.title, (), level="H1")
    [head] = set_opening(context, title, element)
    yield replace(head, items=(head.items[0], Glue(styles.title.space_after)))
    notices = (text for text in (cover.marking, cover.embargo) if text)
    voice = BlockVoice(styles.kicker, grid.margin, element.child("P"))
    boxes = [box for notice in notices for box in text_boxes(context, notice, voice)]
    if boxes:
        yield Galley("margin", tuple(boxes))
    lead = text_boxes(context, section.lead, BlockVoice(styles.lead, grid.text, element.child("P")))
    yield Galley("text", tuple(lead))
