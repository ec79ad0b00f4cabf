"""Blocks the product makes from what the rest of the edition shows: annex, glossary, sources, statuses, contacts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from msgspec import Struct

from rapport.edition.acronyms import acronyms_in
from rapport.edition.blocks.figures import Cell, Column, Row, Table
from rapport.edition.blocks.words import Bullets, ContactEntry, Contacts, Glossary, GlossaryEntry, Item, StatusKey
from rapport.edition.text import Span, Text, evidence, passages, places_cited, plain
from rapport.language.dates import write_date
from rapport.language.languages import style_of
from rapport.model.blocks.figures import AnnexBlock
from rapport.model.blocks.words import ContactsBlock, GlossaryBlock, SourcesBlock, StatusKeyBlock, VisualsBlock
from rapport.model.fact import STATUSES, Source
from rapport.model.located import FactEntry
from rapport.model.partial_date import PartialDate
from rapport.resolve.blocks.columns import with_quiet_qualifiers
from rapport.resolve.blocks.table import fact_columns, fact_row, group_row
from rapport.resolve.context import DASH, ResolveContext, status, titled
from rapport.resolve.inline import citation, line_of, located, source_line, text_of, written_at


class ShownFacts(Struct, frozen=True):
    """What the edition shows: facts in the order in which they are first met, statuses, words, and places cited."""

    facts: tuple[str, ...]
    statuses: frozenset[str]
    words: tuple[str, ...]
    locators: tuple[tuple[str, str], ...]


def shown_by(value: Any) -> ShownFacts:
    """What sections already resolved show."""
    proofs = tuple(evidence(value))
    return ShownFacts(
        facts=tuple(dict.fromkeys(proof.fact for proof in proofs)),
        statuses=frozenset(proof.status for proof in proofs),
        words=("\n".join(plain(text) for text in passages(value)),),
        locators=tuple(sorted(set(places_cited(value)))),
    )


def together(parts: Iterable[ShownFacts]) -> ShownFacts:
    """What parts that follow each other show."""
    found = tuple(parts)
    return ShownFacts(
        facts=tuple(dict.fromkeys(fact for part in found for fact in part.facts)),
        statuses=frozenset().union(*(part.statuses for part in found)),
        words=tuple(words for part in found for words in part.words),
        locators=tuple(sorted({place for part in found for place in part.locators})),
    )


def annex(block: AnnexBlock, context: ResolveContext, shown: ShownFacts) -> tuple[Table, ...]:
    """Every fact shown, by group, with value, status, period, source and the pages where it stands.

    The date at which all are known is said once, under the table; where there are several, a column holds them.
    A slide, which has no pages to lead to, shows neither.
    """
    known = {context.fact(key).as_of for key in shown.facts}
    on_paper = context.medium == "brief"
    dated = on_paper and len(known) > 1
    rows: list[Row] = []
    for title, keys in fact_groups(context, shown):
        rows.append(group_row(title))
        rows += [_annex_row(key, context, dated=dated, paged=on_paper) for key in keys]
    dates = (Column(line_of(context.furniture("known-on"), context), "period"),) if dated else ()
    pages = (Column(line_of(context.furniture("pages"), context), "pages"),) if on_paper else ()
    columns = (*fact_columns(context), *dates, *pages)
    remark = " ".join((*_known(known, context), *((block.remark.text,) if block.remark else ())))
    source = source_line(tuple(rows), context, remark)
    if not rows:  # a note of words alone
        return ()
    made = Table(text_of(block.annex, context), columns, tuple(rows), source, origin=block.origin)
    return (with_quiet_qualifiers(made),)


def _known(dates: set[PartialDate], context: ResolveContext) -> Iterator[str]:
    """The one date of all facts, in a sentence; nothing where there are several."""
    if len(dates) == 1:
        (date,) = dates
        yield context.furniture("as-of", write_date(date, "long", context.locale)) + "."


def fact_groups(context: ResolveContext, shown: ShownFacts) -> list[tuple[Text, list[str]]]:
    """The groups of facts in the order in which the document meets them, with the facts it shows."""
    rank = {key: index for index, key in enumerate(shown.facts)}
    groups = [
        (written_at(line_of(group.title, context), group.origin), [key for key in group.facts if key in rank])
        for group in context.content.groups
    ]
    return sorted((group for group in groups if group[1]), key=lambda group: min(rank[key] for key in group[1]))


def _annex_row(key: str, context: ResolveContext, *, dated: bool, paged: bool) -> Row:
    row = fact_row(FactEntry.model_construct(fact=key, label=None, detail=None), context, "")
    known = line_of(write_date(context.fact(key).as_of, "short", context.locale), context)
    pages = (Cell(pages_of=key),) if paged else ()
    return Row((*row.cells, *((Cell(known),) if dated else ()), *pages))


def glossary(block: GlossaryBlock, context: ResolveContext, shown: ShownFacts) -> tuple[Glossary, ...]:
    """The acronyms met, in alphabetical order."""
    entries = tuple(_entry(key, context) for key in acronyms_met(shown, context))
    return (Glossary(entries, text_of(block.title, context), block.origin),) if entries else ()


def acronyms_met(shown: ShownFacts, context: ResolveContext) -> tuple[str, ...]:
    """The acronyms in the words shown, in alphabetical order."""
    keys = tuple(context.content.acronyms)
    return tuple(sorted({key for words in shown.words for key in _met(words, keys)}))


@lru_cache(1 << 10)
def _met(words: str, keys: tuple[str, ...]) -> frozenset[str]:
    return frozenset(key for _start, _end, key in acronyms_in(words, keys))


def _entry(key: str, context: ResolveContext) -> GlossaryEntry:
    acronym = context.content.acronyms[key]
    definition = acronym.expansion.text
    if acronym.definition is not None:
        definition += f" ({acronym.definition.text})"
    return GlossaryEntry((Span(key, "strong"),), line_of(definition, context))


def sources(block: SourcesBlock, context: ResolveContext, shown: ShownFacts) -> tuple[Bullets, ...]:
    """The sources met: title, publisher, address, and the places cited; no block where none is."""
    cited: dict[str, list[str]] = {}
    for source, locator in shown.locators:
        cited.setdefault(source, []).append(locator)
    items = tuple(Item(_source(context.content.sources[key], key, places, context)) for key, places in cited.items())
    return (Bullets(items, text_of(block.title, context), block.origin),) if items else ()


def _source(source: Source, key: str, places: list[str], context: ResolveContext) -> Text:
    by = "".join(f", {name.text}" for name in (source.author, source.publisher) if name)
    counted = f". {source.places.text}" if source.places else ""
    text = line_of(f"{source.title.text}{by} ({citation(key, places, context)}){counted}", context)
    colon = Span(f"{style_of(context.locale).before_colon}: ")
    return (*text, *((colon, Span(source.url, link=source.url)) if source.url else ()), Span("."))


def visuals(block: VisualsBlock, context: ResolveContext, _shown: ShownFacts) -> tuple[Bullets, ...]:
    """The charts and tables that the document shows, by their numbers, each with its title."""
    items = tuple(
        Item((*line_of(f"{label}{DASH}", context), *text_of(title, context))) for label, title in titled(context)
    )
    heading = text_of(block.title, context) or line_of(context.furniture("visuals"), context)
    return (Bullets(items, heading, block.origin),) if items else ()


def contacts(block: ContactsBlock, context: ResolveContext, _shown: ShownFacts) -> tuple[Contacts, ...]:
    """The briefing's contacts; no block where it has none."""
    items = tuple(
        ContactEntry(
            located(line_of(contact.name.text, context), contact.name),
            text_of(contact.role, context),
            tuple(located(line_of(detail.text, context), detail) for detail in contact.details),
        )
        for contact in context.briefing.contacts
    )
    return (Contacts(items, text_of(block.title, context), block.origin),) if items else ()


def status_key(block: StatusKeyBlock, context: ResolveContext, shown: ShownFacts) -> tuple[StatusKey, ...]:
    """The statuses met, in the order of the table of statuses, and how each is to be read."""
    return (status_legend(text_of(block.status_key, context), shown, context),)


def status_legend(remark: Text, shown: ShownFacts, context: ResolveContext) -> StatusKey:
    """How to read the statuses shown."""
    closed = write_date(context.briefing.closed_on, "long", context.locale)
    entries = tuple(
        (status(key, context), line_of(context.furniture(f"status-{key}", closed), context))
        for key in STATUSES
        if key in shown.statuses
    )
    return StatusKey(line_of(context.furniture("status-key"), context), remark, entries)
