"""Content -> the edition of one briefing for one medium."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from rapport.edition.edition import UNNAMED, Contents, Edition, Furniture, Note, Section
from rapport.edition.text import plain
from rapport.language.locales import tag_of
from rapport.language.words import furniture, shape_names
from rapport.model.content import Content
from rapport.resolve.acronyms import expanded
from rapport.resolve.blocks.made import Shown, shown_by
from rapport.resolve.context import Context, Memory
from rapport.resolve.cover import closing, contents, cover, signed, subject
from rapport.resolve.inline import line_of, note_key, text_of
from rapport.resolve.sections import headings, made_blocks, written

Release = Literal["draft", "final"]


def resolve(content: Content, key: str, medium: Literal["brief", "deck"], release: Release = "draft") -> Edition:
    """The edition of briefing `key`.

    The content must be free of errors: an unknown key raises KeyError, which is then our own fault.
    """
    context = context_of(content, key, medium)
    briefing = context.briefing
    front = cover(context)
    sections, shown = _sections(context)
    form = briefing.form if medium == "brief" else "file"
    front = signed(front, shown, context)
    made = Edition(
        briefing=key,
        medium=medium,
        language=context.language,
        version=briefing.version,
        date=briefing.date.first.isoformat(),
        draft=release == "draft",
        title=front.title,
        subject=subject(context),
        closed=closing(context),
        cover=front,
        contents=contents(context, shown) if form == "file" else Contents((), ()),
        sections=sections,
        notes=_notes(context),
        furniture=context.furniture,
        content_digest=content.digest,
        names=Furniture(tuple(sorted(shape_names(context.locale).items()))) if medium == "deck" else UNNAMED,
        audience=content.audience,
        form=form,
        keywords=tuple(plain(text_of(word, context)) for word in briefing.keywords),
    )
    acronyms = content.acronyms.items()
    return expanded(made, {word: plain(line_of(each.expansion.text, context)) for word, each in acronyms})


def context_of(content: Content, key: str, medium: Literal["brief", "deck"]) -> Context:
    """What resolving briefing `key` begins with; raises KeyError for an unknown one."""
    briefing = content.briefings[key]
    phrases = Furniture(tuple(sorted(furniture(briefing.locale).items())))
    return Context(content, key, briefing, medium, briefing.locale, tag_of(briefing.locale), phrases, Memory())


def _sections(context: Context) -> tuple[tuple[Section, ...], Shown]:
    """All sections, those made from what the others show completed last; and what all show together."""
    names = headings(context)
    first = {key: written(key, section, names[key], context) for key, section in context.sections}
    shown = shown_by((tuple(first.values()), _notes(context)))
    models = dict(context.sections)
    complete = []
    for key, section in first.items():
        made = made_blocks(models[key], context, shown)
        complete.append(replace(section, blocks=(*section.blocks, *made)))
    return tuple(section for section in complete if section.blocks or section.kind in ("statement", "divider")), shown


def _notes(context: Context) -> tuple[Note, ...]:
    """The footnotes called, in order of their marks."""
    marks = tuple(context.memory.notes.items())
    return tuple(_note(section, name, mark, context) for (section, name), mark in marks)


def _note(section: str, name: str, mark: str, context: Context) -> Note:
    prose = context.content.sections[section].footnotes[name].text
    return Note(note_key(section, name), mark, text_of(prose, context, section), prose.origin)
