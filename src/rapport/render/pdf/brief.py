"""The brief, a note, a sheet: an edition -> a tagged, archivable PDF.

One pass: the structure tree is built section by section in reading order, pages are made up and drawn as their matter
comes, and what needs the whole document (pages of the contents, number of pages, pages of the facts) is written into
places kept for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import cache, partial
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

from rapport.artefact import Artefact
from rapport.edition.edition import Cover, Edition, EditionSection
from rapport.edition.text import plain, words
from rapport.formats.pdf.archive import Attachment, Properties
from rapport.formats.pdf.canvas import TaggedCanvas
from rapport.formats.pdf.stamp import Stamp
from rapport.formats.pdf.tags.tree import Element
from rapport.language.line_ends import break_points
from rapport.lines.face import FontSet
from rapport.lines.line import Hyphenate, undivided
from rapport.look.charter import Charter
from rapport.look.variants import lowered
from rapport.render.pdf.blocks.context import BlockContext, PageIndex, context_of, facts_listed
from rapport.render.pdf.blocks.opening import Title, set_opening
from rapport.render.pdf.blocks.section import blocks_matter, section_passage
from rapport.render.pdf.blocks.setting import BlockVoice, text_boxes
from rapport.render.pdf.composer.composer import Composer, Page
from rapport.render.pdf.composer.economy import continuous, economical
from rapport.render.pdf.composer.fitting import SectionPassage
from rapport.render.pdf.composer.vertical import Galley, GalleyOpening, Glue, Matter
from rapport.render.pdf.composer.ways import PageSheet, WeighedPages
from rapport.render.pdf.front_matter import CONTENTS_KEY, contents_passage, set_cover
from rapport.render.pdf.page_frame import PageFrame
from rapport.render.pdf.pages import (
    ONCE,
    PageLog,
    Redrawing,
    draw_cover,
    draw_page,
    stamp_on_page,
    with_stamp,
)
from rapport.render.pdf.text import Typesetter

HYPHENATED = frozenset({"fr", "en"})
"""Languages whose words may be divided."""


class BriefSettings(Struct, frozen=True):
    """How a brief is written: `stamped` keeps a place on every page for the stamp of numbered copies.

    With `attachments` the file is PDF/A-3a, else PDF/A-2a. `redrawing` is for a document drawn again and again.
    """

    stamped: bool = False
    attachments: tuple[Attachment, ...] = ()
    redrawing: Redrawing = ONCE


PLAIN = BriefSettings()


def draw_brief(edition: Edition, charter: Charter, fonts: FontSet, settings: BriefSettings = PLAIN) -> Artefact:
    """The PDF of an edition; the same edition gives the same bytes. An edition with a stamp comes stamped."""
    grid, redrawing = charter.brief.grid, settings.redrawing
    canvas = TaggedCanvas((grid.width, grid.height), properties_of(edition, charter))
    context = brief_context(edition, charter, fonts, redrawing)
    log = PageLog(context.pages, redrawing.witness)
    context, frame = framed(context, edition, log)
    document = canvas.tree.document
    if settings.stamped or edition.stamp:
        canvas.reserve_stamp(replace(stamp_of(context), text=edition.stamp), document.child("P"))
    if edition.form == "file":
        draw_cover(canvas, context, set_cover(context, edition, document), log)
    for page in made_up(context, edition, document, log, redrawing.weighed):
        draw_page(canvas, frame, page, log)
    written = canvas.finish("brief", settings.attachments)
    return with_stamp(replace(written, places=log.facts.places), edition.stamp)


def framed(context: BlockContext, edition: Edition, log: PageLog) -> tuple[BlockContext, PageFrame]:
    """The furniture of the pages, and the context in which their content begins under it."""
    frame = PageFrame(context, headed(edition), lambda: log.count)
    if frame.lacking:
        context = replace(context, charter=lowered(context.charter, frame.lacking))
        frame = PageFrame(context, headed(edition), lambda: log.count)
    return context, frame


def made_up(
    context: BlockContext, edition: Edition, document: Element, log: PageLog, weighed: WeighedPages | None = None
) -> Iterator[Page]:
    """The pages after the cover, made up as they are asked for; `log` is told by whoever draws them.

    A note has no cover: they are all its pages.
    """
    if edition.form == "note":
        return Composer(context.frame).compose(note_matter(context, edition, document))
    passages = _passages(context, edition, document, log)
    return on_pages(context, _numbered(passages, context, edition, weighed) if weighed else passages, weighed)


def on_pages(
    context: BlockContext, passages: Iterable[SectionPassage], weighed: WeighedPages | None = None
) -> Iterator[Page]:
    """The pages of a file after its cover."""
    sheet = PageSheet(context.frame, context.look.gaps.large)
    return Composer(context.frame, first_page=2).compose(economical(passages, sheet, weighed))


def brief_context(
    edition: Edition, charter: Charter, fonts: FontSet, redrawing: Redrawing = ONCE, index: PageIndex | None = None
) -> BlockContext:
    """What the blocks of an edition are set with; `index` is of its own where none is given."""
    return context_of(charter, _typesetter(edition, fonts, redrawing), edition, index or PageIndex(edition.sections))


def _passages(context: BlockContext, edition: Edition, document: Element, log: PageLog) -> Iterator[SectionPassage]:
    """The contents and the sections; a part ends where a divider follows, and at the end."""
    yield contents_passage(context, edition, document, log.page_of)
    for section, part in opened(edition.sections):
        passage = section_passage(context, section, document, part if section.kind == "divider" else ())
        passage.ends_part = not part
        yield passage


def opened(sections: Sequence[EditionSection]) -> Iterator[tuple[EditionSection, tuple[EditionSection, ...]]]:
    """Each section with those that follow it before the next divider."""
    for number, section in enumerate(sections, start=1):
        yield section, tuple(takewhile(lambda each: each.kind != "divider", sections[number:]))


def _numbered(
    passages: Iterator[SectionPassage], context: BlockContext, edition: Edition, weighed: WeighedPages
) -> Iterator[SectionPassage]:
    """The passages, each with the number of all that its pages are made of."""
    for passage, number in zip(passages, numbers(context, edition, weighed), strict=True):
        passage.content = number
        yield passage


def numbers(context: BlockContext, edition: Edition, weighed: WeighedPages) -> Iterator[int]:
    """For the contents and each section, the number of all that is set of it, in the order of the pages."""
    names = tuple((each.key, each.kind, each.name, each.title, each.summary) for each in edition.sections)
    common = (edition.language, edition.furniture, edition.draft_mark, edition.notes, names)
    same = weighed.number(common)
    yield weighed.number((same, edition.contents))
    for section in edition.sections:
        yield weighed.number((same, section, tuple(map(context.pages.expected, facts_listed(section)))))


def _typesetter(edition: Edition, fonts: FontSet, redrawing: Redrawing) -> Typesetter:
    anchors = frozenset((CONTENTS_KEY, *(section.key for section in edition.sections)))
    notes = {note.key: note for note in edition.notes}
    return Typesetter(fonts, edition.language, hyphenation, notes, anchors, redrawing.memory())


@cache
def hyphenation(language: str) -> Hyphenate:
    """How words of a language (a BCP 47 tag) are divided; languages without rules keep theirs whole."""
    subtag = language.partition("-")[0].lower()
    return partial(break_points, language=subtag) if subtag in HYPHENATED else undivided


def properties_of(edition: Edition, charter: Charter) -> Properties:
    """What the file of an edition says about itself."""
    return Properties(
        title=plain(edition.title),
        language=edition.language,
        date=datetime.fromisoformat(edition.date).replace(tzinfo=UTC),
        author=plain(edition.cover.issuer) or charter.organisation.name,
        subject=edition.subject,
        keywords=edition.keywords,
    )


def stamp_of(context: BlockContext) -> Stamp:
    """The stamp of copies."""
    return stamp_on_page(context.charter, context.typesetter)


# A note: an edition on a page or two, headed by its title, one section after the other.


NOTE_KEY = "note"


def headed(edition: Edition) -> Edition:
    """The edition as its running heads name it: a note bears its title on the page, and its event in the head."""
    return replace(edition, title=words(edition.subject)) if edition.form == "note" else edition


def note_matter(context: BlockContext, edition: Edition, document: Element) -> Iterator[Matter]:
    """The head of the note, then its sections set close."""
    head: tuple[Matter, ...] = (
        GalleyOpening(plain(edition.title)),
        *set_head(context.set_as("compact"), edition.cover, document.child("Sect")),
    )
    passages = tuple(section_passage(context, section, document, part) for section, part in opened(edition.sections))
    return continuous(head, passages, PageSheet(context.frame, context.look.gaps.large))


def set_head(context: BlockContext, cover: Cover, element: Element) -> Iterator[Galley]:
    """Kind and title, what restricts the note beside them in the margin, and the subtitle as a lead."""
    styles, grid = context.look.type, context.look.grid
    title = Title(NOTE_KEY, plain(cover.title), cover.kind, cover.title, (), level="H1")
    [head] = set_opening(context, title, element)
    yield replace(head, items=(head.items[0], Glue(styles.title.space_after)))
    voice = BlockVoice(styles.kicker, grid.margin, element.child("P"))
    notices = [box for text in (cover.marking, cover.embargo) if text for box in text_boxes(context, text, voice)]
    if notices:
        yield Galley("margin", (*notices, Glue(context.look.gaps.medium)))
    lead = text_boxes(context, cover.subtitle, BlockVoice(styles.lead, grid.text, element.child("P")))
    yield Galley("text", (*lead, Glue(context.look.gaps.medium)))


# A sheet: an edition that stands on a single page, without cover or contents.


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
        canvas.reserve_stamp(replace(stamp_of(context), text=edition.stamp), document.child("P"))
    for page in Composer(context.frame).compose(_matter(context, edition, document)):
        draw_page(canvas, frame, page, log)
    artefact = replace(canvas.finish("sheet"), places=log.facts.places)
    return log, with_stamp(artefact, edition.stamp)


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
