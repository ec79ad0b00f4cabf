"""Content -> the edition of one briefing for one medium, from its first page or slide on."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from functools import partial
from typing import Literal

from msgspec.structs import replace

from rapport.audience import Audience
from rapport.edition.blocks.words import Callout
from rapport.edition.edition import (
    UNNAMED,
    Contents,
    Cover,
    CoverDetail,
    CoverRow,
    Edition,
    EditionSection,
    Furniture,
    Note,
)
from rapport.edition.text import Text, evidence, plain, words
from rapport.language.dates import write_date, write_moment, write_zone
from rapport.language.languages import furniture, shape_names
from rapport.language.locales import tag_of
from rapport.model.briefing import Briefing, CoverPicture
from rapport.model.content import Content, Section
from rapport.model.fact import STATUSES
from rapport.remembered import ANEW, Remembered, Same
from rapport.resolve.acronyms import expanded
from rapport.resolve.blocks.made import ShownFacts, fact_groups, shown_by, status_legend, together
from rapport.resolve.context import Memory, ResolveContext, status
from rapport.resolve.glosses import spelled_out, to_tell
from rapport.resolve.inline import line_of, note_key, text_of
from rapport.resolve.sections import SectionHeading, completed, headings, made_blocks, made_from, makes, written


def cover(context: ResolveContext) -> Cover:
    """The cover, with the author's details or else the closing of the data and the event."""
    briefing = context.briefing
    own = briefing.kind if context.medium == "brief" else briefing.deck_kind
    usual = "note" if context.medium == "brief" and briefing.form == "note" else context.medium
    kind = text_of(own, context) or line_of(context.furniture(f"kind-{usual}"), context)
    return Cover(
        kind=kind_for(kind, context.content.audience, context.furniture),
        title=text_of(briefing.title, context),
        subtitle=text_of(briefing.subtitle, context),
        date=line_of(write_date(briefing.date, "long", context.locale), context),
        details=details(context),
        statuses=(),
        marking=text_of(briefing.marking, context),
        embargo=_embargo(briefing, context),
        issuer=text_of(briefing.issuer, context),
    )


def kind_for(kind: Text, audience: Audience, furniture: Furniture) -> Text:
    """A kind of document and for whom it is: "Dossier d’information – usage interne"."""
    return (*kind, *words(f" – {furniture(f'for-{audience}')}"))


def signed(front: Cover, rows: tuple[CoverRow, ...], context: ResolveContext) -> Cover:
    """The cover with its rows of signs, or the author's photograph, and the key of the signs used."""
    used = {each.key for row in rows for each in row.statuses}
    statuses = tuple(status(key, context) for key in STATUSES if key in used)
    asked = context.briefing.picture
    if asked is not None and asked.file in context.content.pictures:
        return _pictured(replace(front, statuses=statuses), asked, context)
    remark = line_of(context.furniture("sign-each"), context) if rows else ()
    return replace(front, rows=rows, statuses=statuses, sign_remark=remark)


def _pictured(front: Cover, picture: CoverPicture, context: ResolveContext) -> Cover:
    """The cover with the author's photograph."""
    return replace(
        front,
        picture=context.content.pictures[picture.file],
        picture_alternative=plain(text_of(picture.alternative, context)),
        sign_remark=text_of(picture.credit, context),
    )


def details(context: ResolveContext) -> tuple[CoverDetail, ...]:
    """When the data were closed, then the author's details, or the event's name with its place and date if any."""
    closed = line_of(write_date(context.briefing.closed_on, "long", context.locale), context)
    first = CoverDetail(line_of(context.furniture("closed-on"), context), closed)
    if context.briefing.details:
        others = (
            CoverDetail(text_of(item.label, context), text_of(item.value, context)) for item in context.briefing.details
        )
        return (first, *others)
    event = context.briefing.event
    if event is None:
        return (first,)
    when = write_date(event.date, "long", context.locale)
    value = line_of(f"{event.place.text}, {when}", context)
    return (first, CoverDetail(text_of(event.name, context), value))


def closing(context: ResolveContext) -> Text:
    """When the data were closed, in a sentence."""
    date = write_date(context.briefing.closed_on, "long", context.locale)
    return line_of(context.furniture("as-of", date), context)


def _embargo(briefing: Briefing, context: ResolveContext) -> Text:
    if briefing.embargo is None:
        return ()
    moment = write_moment(*briefing.embargo.moment, context.locale)
    town = write_zone(briefing.embargo.zone, context.locale)
    return line_of(f"{context.furniture('embargo', moment)} ({town})", context)


def contents(context: ResolveContext, shown: ShownFacts) -> Contents:
    """The contents page: its message, and how to read the statuses where the author asks for it."""
    opening = context.briefing.contents
    name = line_of(context.furniture("contents"), context)
    title = (text_of(opening.message, context) if opening else ()) or name
    key = opening is not None and opening.status_key and context.medium == "brief"
    remark = line_of(context.furniture("no-sum"), context)
    legend = (status_legend(remark, shown, context),) if key else ()
    slide = opening is None or opening.slide
    return Contents(title, name, (*legend, *_places_counted(context, shown)), slide)


def _places_counted(context: ResolveContext, shown: ShownFacts) -> tuple[Callout, ...]:
    """How the places of the sources cited are counted, where their file says it: what « § » means in one of them."""
    cited = dict.fromkeys(source for source, _locator in shown.locators)
    sources = (context.content.sources[key] for key in cited if key in context.content.sources)
    told = [f"{source.short.text}, {source.places.text}" for source in sources if source.places]
    if not told or context.medium != "brief":
        return ()
    title, text = context.furniture("source-key"), " ; ".join(told) + "."
    return (Callout(line_of(title, context), line_of(text, context), "information"),)


def subject(context: ResolveContext) -> str:
    """What the document is about, for its metadata: its event, or its title if it has none."""
    event = context.briefing.event
    if event is None:
        return plain(text_of(context.briefing.title, context))
    when = write_date(event.date, "long", context.locale)
    return plain(line_of(f"{event.name.text}, {event.place.text}, {when}", context))


Release = Literal["draft", "final"]


def resolve(
    content: Content,
    key: str,
    medium: Literal["brief", "deck"],
    release: Release = "draft",
    memory: Remembered = ANEW,
) -> Edition:
    """The edition of briefing `key`; sections that say what they said with this `memory` are the very same.

    The content must be free of errors: an unknown key raises KeyError, which is then our own fault.
    """
    context = context_of(content, key, medium)
    briefing = context.briefing
    front = cover(context)
    sections, shown = _sections(front, context, memory)
    form = briefing.form if medium == "brief" else "file"
    notes = _notes(context)
    front = signed(front, cover_rows(sections, notes, shown, context), context)
    made = Edition(
        briefing=key,
        medium=medium,
        language=context.language,
        version=briefing.version,
        date=briefing.date.first.isoformat(),
        title=front.title,
        subject=subject(context),
        closed=closing(context),
        cover=front,
        contents=contents(context, shown) if form == "file" else Contents((), ()),
        sections=sections,
        notes=notes,
        furniture=context.furniture,
        content_digest=content.digest,
        draft_mark=_draft_mark(context, front) if release == "draft" else (),
        names=Furniture(tuple(sorted(shape_names(context.locale).items()))) if medium == "deck" else UNNAMED,
        audience=content.audience,
        form=form,
        keywords=tuple(plain(text_of(word, context)) for word in briefing.keywords),
    )
    return _explained(made, context, memory)


def _explained(edition: Edition, context: ResolveContext, memory: Remembered) -> Edition:
    """The edition with what its acronyms stand for."""
    content = context.content
    expansions = {word: plain(line_of(each.expansion.text, context)) for word, each in content.acronyms.items()}
    told = to_tell(edition.title, expansions, (name.text for name in content.names))
    made = replace(expanded(edition, expansions, memory), acronyms=told)
    return spelled_out(made, memory) if context.medium == "brief" else made


def _draft_mark(context: ResolveContext, front: Cover) -> Text:
    """That a document is a draft, its version and its date."""
    dated = context.furniture("version-of", context.briefing.version, plain(front.date))
    return words(f"{context.furniture('draft')} – {dated}")


def context_of(content: Content, key: str, medium: Literal["brief", "deck"]) -> ResolveContext:
    """What resolving briefing `key` begins with; raises KeyError for an unknown one."""
    briefing = content.briefings[key]
    phrases = Furniture(tuple(sorted(furniture(briefing.locale).items())))
    return ResolveContext(content, key, briefing, medium, briefing.locale, tag_of(briefing.locale), phrases, Memory())


def _sections(
    front: Cover, context: ResolveContext, memory: Remembered
) -> tuple[tuple[EditionSection, ...], ShownFacts]:
    """All sections, those made from what the others show completed last; and what all show together.

    What the cover alone gives is listed with its source too.
    """
    names = headings(context)
    first = {key: _once(key, section, names[key], context, memory) for key, section in context.sections}
    parts = [memory(("shown", Same(section)), partial(shown_by, section)) for section in first.values()]
    shown = together((*parts, shown_by(_notes(context)), shown_by(front.details)))
    models = dict(context.sections)
    complete = [_completed(section, models[key], context, shown, memory) for key, section in first.items()]
    return tuple(section for section in complete if section.blocks or section.kind in ("statement", "divider")), shown


def _completed(
    section: EditionSection, model: Section, context: ResolveContext, shown: ShownFacts, memory: Remembered
) -> EditionSection:
    """A section with the blocks that are made from what all show; the very same where it has none."""

    def asked() -> tuple[Hashable, ...]:
        return "complete", Same(section), made_from(model, context, shown)

    def make() -> EditionSection:
        return completed(section, model, made_blocks(model, context, shown))

    return memory.when(asked, make) if makes(model) else section


def _once(
    key: str, section: Section, heading: SectionHeading, context: ResolveContext, memory: Remembered
) -> EditionSection:
    """A section as it was written before, where all that goes into it is the same; the notes that it calls marked.

    What its speaker says is no part of a brief: those who may not read it have the same pages.
    """
    marks = context.memory.notes

    def asked() -> tuple[Hashable, ...]:
        read = tuple(getattr(section, name) for name in _READ[context.medium])
        return "section", key, Same(*read), heading, tuple(marks), context.surroundings(read)

    def make() -> tuple[EditionSection, dict[tuple[str, str], str]]:
        return written(key, section, heading, context, memory), dict(marks)

    made, after = memory.when(asked, make)
    marks.update(after)
    return made


_FIELDS = tuple(Section.model_fields)
_READ = {"brief": tuple(name for name in _FIELDS if name != "notes"), "deck": _FIELDS}
"""The fields of a section that each medium prints."""


def _notes(context: ResolveContext) -> tuple[Note, ...]:
    """The footnotes called, in order of their marks."""
    marks = tuple(context.memory.notes.items())
    return tuple(_note(section, name, mark, context) for (section, name), mark in marks)


def _note(section: str, name: str, mark: str, context: ResolveContext) -> Note:
    prose = context.content.sections[section].footnotes[name].text
    return Note(note_key(section, name), mark, text_of(prose, context, section), prose.origin)


# A sign for each fact on the cover: a row for each group of facts, or for each section where there are no groups.

REPEATING = ("divider", "annex")
"""Kinds of sections that mostly repeat what others show."""
MOST_LINES, LINE = 16, 42
"""Lines of names on the ground of the cover, under all that may restrict it, and characters on one of them (four
columns of bold type).
"""


def cover_rows(
    sections: Sequence[EditionSection], notes: Sequence[Note], shown: ShownFacts, context: ResolveContext
) -> tuple[CoverRow, ...]:
    """The rows in the order in which the document meets them; `notes` are those that sections call.

    Facts that all stand in one group are told apart by the section that shows them first: one row of a hundred signs
    would say nothing. Of more rows than have room for their names, the signs alone are left.
    """
    groups = fact_groups(context, shown)
    divided = tuple(_by_section(sections, notes, context)) if len(groups) == 1 else ()
    if len(divided) > 1:
        told = {key for _, keys in divided for key in keys}
        only = [(title, [key for key in keys if key not in told]) for title, keys in groups]  # the cover's own
        rows = [*divided, *(each for each in only if each[1])]
    else:
        rows = list(groups)
    if sum(1 + len(plain(title)) // LINE for title, _ in rows) > MOST_LINES:
        rows = [((), [key for _, keys in rows for key in keys])]
    return tuple(
        CoverRow(title, tuple(status(context.fact(key).status, context) for key in keys)) for title, keys in rows
    )


def _by_section(
    sections: Sequence[EditionSection], notes: Sequence[Note], context: ResolveContext
) -> Iterator[tuple[Text, list[str]]]:
    """Each section's title with the facts that no section before it shows; what repeats others has what is left."""
    told: set[str] = set()
    for section in sorted(sections, key=lambda section: section.kind in REPEATING):
        called = tuple(note.text for note in notes if note.key.startswith(note_key(section.key, "")))
        own = [key for key in dict.fromkeys(proof.fact for proof in evidence((section, called))) if key not in told]
        told.update(own)
        if own:
            yield text_of(context.content.sections[section.key].title, context, section.key), own
