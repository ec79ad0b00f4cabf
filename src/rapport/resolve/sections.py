"""A section of the model -> a section of the edition: one function for each kind of block."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.blocks.figures import Chart, Comparison, KeyFigures, Table
from rapport.edition.blocks.words import Bullets, Contacts, Glossary, Heading, Messages, Questions, Quote
from rapport.edition.edition import Block, EditionSection
from rapport.edition.text import Text, places_cited, plain, says_the_same
from rapport.model.blocks import figures as figure_blocks
from rapport.model.blocks import meeting as meeting_blocks
from rapport.model.blocks import words as word_blocks
from rapport.model.content import Block as BlockModel
from rapport.model.content import Section, facts_in
from rapport.remembered import ANEW, Remembered, Same
from rapport.resolve.blocks import made, meeting, words
from rapport.resolve.blocks.chart import chart
from rapport.resolve.blocks.figures import image, key_figures, timeline
from rapport.resolve.blocks.geography import geography
from rapport.resolve.blocks.made import ShownFacts
from rapport.resolve.blocks.table import matrix, table
from rapport.resolve.context import ResolveContext, with_reading
from rapport.resolve.inline import line_of, remark_after, source_line, text_of, texts_of

WRITTEN: dict[type, Any] = {
    word_blocks.ParagraphBlock: words.paragraph,
    word_blocks.HeadingBlock: words.heading,
    word_blocks.BulletsBlock: words.bullets,
    word_blocks.NumberedBlock: words.numbered,
    word_blocks.PointsBlock: words.points,
    word_blocks.CalloutBlock: words.callout,
    word_blocks.QuoteBlock: words.quote,
    word_blocks.QuestionsBlock: words.questions,
    word_blocks.MessagesBlock: words.messages,
    figure_blocks.ComparisonBlock: words.comparison,
    figure_blocks.KeyFiguresBlock: key_figures,
    figure_blocks.TableBlock: table,
    meeting_blocks.MatrixBlock: matrix,
    figure_blocks.ChartBlock: chart,
    figure_blocks.TimelineBlock: timeline,
    figure_blocks.ImageBlock: image,
    figure_blocks.MapBlock: geography,
    meeting_blocks.ObjectiveBlock: meeting.objective,
    meeting_blocks.AgendaBlock: meeting.agenda,
    meeting_blocks.PeopleBlock: meeting.people,
    meeting_blocks.BilateralBlock: meeting.bilateral,
    meeting_blocks.RedLinesBlock: meeting.red_lines,
    meeting_blocks.CommitmentsBlock: meeting.commitments,
    meeting_blocks.WordingBlock: meeting.wording,
    meeting_blocks.SpeechBlock: meeting.speech,
    meeting_blocks.VerbatimBlock: meeting.verbatim,
    meeting_blocks.LinesBlock: meeting.lines,
    meeting_blocks.GapsBlock: meeting.gaps,
}
"""Blocks that stand by themselves: (block, context, section) -> blocks."""

LISTS: dict[type, str] = {Bullets: "sources", Glossary: "acronyms", Contacts: "contacts"}
"""What lists without a title are called: words of the furniture."""

MADE: dict[type, Any] = {
    figure_blocks.AnnexBlock: made.annex,
    word_blocks.AllGapsBlock: meeting.all_gaps,
    word_blocks.GlossaryBlock: made.glossary,
    word_blocks.SourcesBlock: made.sources,
    word_blocks.VisualsBlock: made.visuals,
    word_blocks.ContactsBlock: made.contacts,
    word_blocks.StatusKeyBlock: made.status_key,
}
"""Blocks made from what all others show: (block, context, shown) -> blocks."""


class SectionHeading(Struct, frozen=True):
    """How a section is called: its kicker, and its name in the contents and running head."""

    kicker: Text
    name: Text


def headings(context: ResolveContext) -> dict[str, SectionHeading]:
    """The headings of all sections, the fiches numbered in order."""
    result: dict[str, SectionHeading] = {}
    number = 0
    for key, section in context.sections:
        number += section.kind == "fiche"
        result[key] = _heading(section, number, context)
    return result


def _heading(section: Section, number: int, context: ResolveContext) -> SectionHeading:
    title = text_of(section.title, context)
    if section.kind != "fiche" or context.medium == "deck":
        return SectionHeading(title, title)
    kicker = line_of(context.furniture("sheet", str(number)), context)
    if any(span.evidence for span in title):
        return SectionHeading(kicker, (*line_of(context.furniture("sheet-named", str(number), ""), context), *title))
    return SectionHeading(kicker, line_of(context.furniture("sheet-named", str(number), plain(title)), context))


def written(
    key: str, section: Section, heading: SectionHeading, context: ResolveContext, memory: Remembered = ANEW
) -> EditionSection:
    """A section with its written blocks; made blocks are added by `completed`."""
    title = text_of(section.message, context, key)
    lead = text_of(section.lead, context, key) if context.medium == "brief" else ()
    blocks = tuple(made for block in _shown(section, context) for made in _once(block, section, context, key, memory))
    speech = _speech(section, context, key) if context.medium == "deck" else ()
    sourced = (
        _sourced((title, lead), blocks, context)
        if context.medium == "brief"
        else _spoken((title, speech), blocks, context)
    )
    blocks = tuple(with_reading(each, context) if isinstance(each, Chart | Table) else each for each in sourced.blocks)
    return EditionSection(
        key=key,
        kind=section.kind,
        kicker=heading.kicker,
        name=heading.name,
        summary=text_of(section.summary, context),
        title=title,
        lead=lead,
        blocks=blocks,
        speech=speech,
        source=sourced.source,
        origin=section.origin,
    )


class _Sourced(Struct, frozen=True):
    """A section's blocks with their source lines, and the line of its prose where no block has one."""

    blocks: tuple[Block, ...]
    source: Text


def _sourced(prose: Any, blocks: tuple[Block, ...], context: ResolveContext) -> _Sourced:
    """Places cited by the prose alone join the last source line of the section, so that it says its sources once.

    Where the briefing rests on several sources, they are on a line of their own: no block is said to come from others'.
    """
    lined = [block for block in blocks if getattr(block, "source", ())]
    told = (prose, tuple(block for block in blocks if block not in lined))
    if _places(told) <= _places(tuple(lined)):
        return _Sourced(blocks, ())
    if not lined or context.several_sources:
        return _Sourced(blocks, source_line(told, context))
    last: Any = lined[-1]
    remark = remark_after(last.source, source_line(last, context))
    calls = any(span.evidence or span.cited or span.note for span in remark)
    line = source_line((last, told), context, "" if calls else plain(remark))
    widened: Block = replace(last, source=(*line, *remark) if calls else line)
    return _Sourced(tuple(widened if block is last else block for block in blocks), ())


def _spoken(prose: Any, blocks: tuple[Block, ...], context: ResolveContext) -> _Sourced:
    """Where one visual alone has a source line, it says the places of all that its slide shows and its speaker says.

    Where the briefing rests on several sources, each visual says its own.
    """
    if context.several_sources:
        visual = any(hasattr(block, "source") for block in blocks)
        return _Sourced(blocks, () if visual else source_line(prose, context))
    lined = sum(bool(getattr(block, "source", ())) for block in blocks)
    widened = _sourced(prose, blocks, context).blocks if lined == 1 else blocks
    return _Sourced(widened, source_line(prose, context))


def _places(value: Any) -> set[tuple[str, str]]:
    return set(places_cited(value))


def _shown(section: Section, context: ResolveContext) -> tuple[BlockModel, ...]:
    """The blocks this medium shows, a deck's prose being said; not the heading of what is in the other alone."""
    unseen = word_blocks.ParagraphBlock if context.medium == "deck" else ()
    seen = [context.medium in each.media and not isinstance(each, unseen) for each in section.blocks]
    return tuple(
        each for place, each in enumerate(section.blocks) if seen[place] and not _is_bare(section.blocks, seen, place)
    )


def _is_bare(blocks: Sequence[BlockModel], seen: Sequence[bool], place: int) -> bool:
    """Whether a block is a heading under which there is something, and nothing is seen."""
    if not _heads(blocks[place]):
        return False
    end = next((at for at in range(place + 1, len(blocks)) if _heads(blocks[at])), len(blocks))
    return end > place + 1 and not any(seen[place + 1 : end])


def _heads(block: BlockModel) -> bool:
    return isinstance(block, word_blocks.HeadingBlock)


def _once(
    block: BlockModel, section: Section, context: ResolveContext, key: str, memory: Remembered
) -> tuple[Block, ...]:
    """A block as it was written before: other blocks, or what the speaker says, may be for fewer readers."""
    marks = context.memory.notes

    def asked() -> tuple[Hashable, ...]:
        read = (section.message, block)
        return "block", key, Same(*read), tuple(marks), context.surroundings(read)

    def make() -> tuple[tuple[Block, ...], dict[tuple[str, str], str]]:
        return _written(block, context, key), dict(marks)

    made, after = memory.when(asked, make)
    marks.update(after)
    return made


def _written(block: BlockModel, context: ResolveContext, key: str) -> tuple[Block, ...]:
    resolve = WRITTEN.get(type(block))
    found = tuple(resolve(block, context, key)) if resolve else ()
    return _titled(found, block, context, key) if found and block.message else found


def _titled(found: tuple[Block, ...], block: BlockModel, context: ResolveContext, key: str) -> tuple[Block, ...]:
    """The blocks with their message: it titles the slide of a visual; elsewhere it is a heading.

    Questions stand beside what is said before them: on a page, nothing parts the two.
    """
    said, first = text_of(block.message, context, key), found[0]
    heading = Heading(said, block.origin)
    if isinstance(first, KeyFigures | Messages | Comparison) and context.medium == "deck":
        return (replace(first, message=said), *found[1:])
    if isinstance(first, KeyFigures | Messages | Comparison):
        return found if isinstance(first, KeyFigures) and first.role == "aside" else (heading, *found)
    beside = isinstance(first, Quote | Questions) and context.medium == "brief"
    return found if beside or hasattr(first, "message") or isinstance(first, Heading) else (heading, *found)


def _speech(section: Section, context: ResolveContext, key: str) -> tuple[Text, ...]:
    """What the speaker says: the author's notes, or else the section's prose."""
    if section.notes is not None:
        return texts_of(section.notes.text, context, key)
    paragraphs = (block for block in section.blocks if isinstance(block, word_blocks.ParagraphBlock))
    spoken = tuple(text for block in paragraphs for text in texts_of(block.paragraph, context, key))
    return tuple(tuple(span for span in text if not span.note) for text in spoken)


def makes(section: Section) -> bool:
    """Whether a section has blocks that are made from what all others show."""
    return any(type(block) in MADE for block in section.blocks)


def made_from(section: Section, context: ResolveContext, shown: ShownFacts) -> tuple[Hashable, ...]:
    """All that the made blocks of a section depend on."""
    content = context.content
    gathers = any(isinstance(block, word_blocks.AllGapsBlock) for block in section.blocks)
    gaps = meeting.every_gap(context) if gathers else ()
    facts = (content.facts.get(key) for key in (*shown.facts, *facts_in(gaps)))
    values = Same(section, *facts, *content.groups, *content.sources.values())
    found = (gaps, shown.facts, shown.statuses, shown.locators, made.acronyms_met(shown, context))
    return values, found, tuple(content.sources), context.surroundings((section,))


def made_blocks(section: Section, context: ResolveContext, shown: ShownFacts) -> tuple[Block, ...]:
    """The blocks of a section that are made from what all others show."""
    blocks = (block for block in _shown(section, context) if type(block) in MADE)
    found = tuple(made for block in blocks for made in MADE[type(block)](block, context, shown))
    return tuple(_named(made, section, context) for made in found) if len(found) > 1 else found


def completed(section: EditionSection, model: Section, made: tuple[Block, ...]) -> EditionSection:
    """A section with its made blocks; where there was nothing to make them of, without their heading."""
    bare = not made and section.blocks and isinstance(section.blocks[-1], Heading) and type(model.blocks[-1]) in MADE
    blocks = section.blocks[:-1] if bare else (*section.blocks, *made)
    return replace(section, blocks=blocks) if made or bare else section


def _named(made: Block, section: Section, context: ResolveContext) -> Block:
    """A list beside others under a name of its own: its author's, or what it is, lest it seem to go on with another."""
    if not isinstance(made, Bullets | Glossary | Contacts) or made.title:
        return made
    name = line_of(context.furniture(LISTS[type(made)]), context)
    return made if says_the_same(name, line_of(section.title.text, context)) else replace(made, title=name)
