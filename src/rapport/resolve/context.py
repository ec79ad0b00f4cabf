"""What resolving one edition needs to know: its content, its charts and tables by number, its facts in words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterator
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from rapport.edition.blocks.figures import Chart, Table
from rapport.edition.edition import Furniture, Medium
from rapport.edition.text import NO_STATUS, Evidence, Span, Status, Text, plain
from rapport.language.dates import write_date
from rapport.language.languages import language_at, qualifier_words, status_word, style_of
from rapport.language.quantity import Quantity, write
from rapport.language.typographer import typeset_text
from rapport.language.units import declared_unit, is_own
from rapport.model.blocks.figures import ChartBlock, TableBlock
from rapport.model.blocks.meeting import GapsBlock, MatrixBlock
from rapport.model.blocks.words import AllGapsBlock, VisualsBlock
from rapport.model.briefing import Briefing
from rapport.model.content import Content, Section, facts_in, models_of, prose_of
from rapport.model.fact import Fact
from rapport.model.prose import Prose
from rapport.origin import NOWHERE
from rapport.remembered import Same

DASH = " \u2013 "
"""Between a number and what it names."""

Visual = ChartBlock | TableBlock | MatrixBlock


class CountedVisual(Struct, frozen=True):
    """A chart or table of the briefing, what it is called, and whether this medium shows it."""

    block: Visual
    label: str
    shown: bool


def counted(context: ResolveContext) -> tuple[CountedVisual, ...]:
    """All charts and tables of a briefing, in the order of their numbers; none where nothing asks for numbers.

    A number is the same in both documents: what the brief shows is counted first, then what the deck alone shows.
    """
    found = context.memory.visuals
    if found is None:
        found = context.memory.visuals = tuple(_counted(context)) if _is_asked(context) else ()
    return found


def _is_asked(context: ResolveContext) -> bool:
    """Whether the author wants numbers, a list of them, or names one in a text."""
    sections = context.every_section
    lists = any(isinstance(block, VisualsBlock) for section in sections for block in section.blocks)
    return context.briefing.numbered or lists or any(prose.visuals for prose in prose_of(sections))


def _counted(context: ResolveContext) -> Iterator[CountedVisual]:
    found = [
        (block, [medium for medium in section.media if medium in block.media])
        for section in context.every_section
        for block in section.blocks
        if isinstance(block, Visual)
    ]
    numbers: Counter[str] = Counter()
    for block, media in sorted(found, key=lambda each: "brief" not in each[1]):
        if media:
            name = "chart-numbered" if isinstance(block, ChartBlock) else "table-numbered"
            numbers[name] += 1
            yield CountedVisual(block, context.furniture(name, str(numbers[name])), context.medium in media)


def numbered(key: str, context: ResolveContext) -> str:
    """What prose calls the chart or table of this key: "graphique 2"; the key itself if there is no such block."""
    label = next((each.label for each in counted(context) if each.block.key == key), key)
    return label[:1].lower() + label[1:]


def titled(context: ResolveContext) -> Iterator[tuple[str, Prose]]:
    """The charts and tables that this medium shows: what each is called, and its title."""
    for each in counted(context):
        if each.shown:
            yield each.label, _title(each.block)


def _title(block: Visual) -> Prose:
    if isinstance(block, ChartBlock):
        return block.chart.title
    return block.matrix.caption if isinstance(block, MatrixBlock) else block.table.caption


def label_of(block: Visual, context: ResolveContext) -> str:
    """What a block is called; empty where blocks have no numbers."""
    return next((each.label for each in counted(context) if each.block is block), "")


def with_number(text: Text, label: str, above: Text) -> Text:
    """A measure or caption after its number; the number alone where the title above says the same."""
    if not label:
        return text
    if plain(text) == plain(above) or not text:
        return (Span(label),)
    return (Span(f"{label}{DASH}"), *text)


def with_reading(block: Chart | Table, context: ResolveContext) -> Chart | Table:
    """A chart or table whose source line begins with how one mark or row is read."""
    if not block.reading:
        return block
    before, after = context.furniture("reading", "\x00").split("\x00")
    said = plain(block.reading)
    stop = "" if said.endswith((".", "!", "?", "\u2026")) else "."
    note = (Span(before), *block.reading, Span(f"{after}{stop}{' ' if block.source else ''}"))
    return replace(block, source=(*note, *block.source), reading=())


@lru_cache(32)
def _names_pattern(names: tuple[str, ...], locale: str) -> re.Pattern[str]:
    texts = sorted((typeset_text(name, style_of(locale)) for name in names), key=len)
    return re.compile(
        rf"(?<!\w)(?:{'|'.join(map(re.escape, reversed(texts)))})(?![\w\u0900-\u0963])" if texts else r"(?!)"
    )


# What resolving one edition needs to know, and the little it must remember on the way.


class Memory(Struct):
    """What has been met so far in reading order: the marks of footnotes called; and the visuals once counted."""

    notes: dict[tuple[str, str], str] = field(default_factory=dict)
    visuals: tuple[Any, ...] | None = None


class ResolveContext(Struct, frozen=True, dict=True):
    """The briefing being resolved, for one medium and one locale."""

    content: Content
    key: str
    briefing: Briefing
    medium: Medium
    locale: str
    language: str
    furniture: Furniture
    memory: Memory

    def fact(self, key: str) -> Fact:
        """A fact by its key; `read` has checked that it exists."""
        return self.content.facts[key]

    def unit(self, typed: str) -> str:
        """The unit of a fact, in the words of its declaration where `units.yaml` has one."""
        counted, stroke, by = typed.partition("/")
        own = self.content.units.get(typed) or self.content.units.get(counted)
        if own is None:
            return typed
        words = declared_unit(*own.words(self.locale[:2]), own.symbol, self.locale)
        return words if typed in self.content.units else f"{words}{stroke}{by}"

    @cached_property
    def names(self) -> re.Pattern[str]:
        """What finds the content's names in typeset text, the longest first; nothing where there are none."""
        return _names_pattern(tuple(name.text for name in self.content.names), self.locale)

    @cached_property
    def several_sources(self) -> bool:
        """Whether the briefing rests on more than one: those of the facts it calls, and those it cites."""
        called = (self.briefing, *self.every_section)
        cited = (source for prose in prose_of(called) for source, _place in prose.citations)
        facts = (self.content.facts[key] for key in facts_in(called) if key in self.content.facts)
        written = (fact.source for fact in facts if fact.origin != NOWHERE)  # not what stands for one that is missing
        return len({*written, *cited}) > 1

    def surroundings(self, read: tuple[Any, ...]) -> tuple[Hashable, ...]:
        """All that the texts of parts of a section depend on, but for these themselves and the notes called before."""
        facts = {key: self.content.facts.get(key) for key in facts_in(read)}
        cited = (source for prose in prose_of(read) for source, _place in prose.citations)
        named = dict.fromkeys((*(fact.source for fact in facts.values() if fact), *cited))
        gathered = self.gathers_gaps and any(isinstance(model, GapsBlock) for model in models_of(read))
        return Same(*facts.values(), *map(self.content.sources.get, named)), gathered, self._common

    @cached_property
    def _common(self) -> tuple[Hashable, ...]:
        """What is common to the texts of all sections.

        What they take from each other is how their visuals are numbered, and whether the briefing rests on several
        sources; and those that tell gaps, whether another gathers them.
        """
        content, briefing = self.content, self.briefing
        own = (getattr(briefing, name) for name in type(briefing).model_fields if name != "sections")
        entries = (content.acronyms, content.units)
        visuals = counted(self)
        return (
            self.medium,
            self.locale,
            Same(*own, *content.names, *(entry for known in entries for entry in known.values())),
            tuple(tuple(known) for known in entries),
            tuple((name, picture.digest) for name, picture in content.pictures.items()),
            tuple(content.outlines),
            Same(*(each.block for each in visuals)),
            tuple((each.label, each.shown) for each in visuals),
            self.several_sources,
        )

    @cached_property
    def gathers_gaps(self) -> bool:
        """Whether a section gathers the gaps of all."""
        return any(isinstance(block, AllGapsBlock) for _key, section in self.sections for block in section.blocks)

    @property
    def every_section(self) -> tuple[Section, ...]:
        """All sections of the briefing, whatever medium shows them."""
        return tuple(self.content.sections[key] for key in self.briefing.sections)

    @property
    def sections(self) -> tuple[tuple[str, Section], ...]:
        """The sections this medium shows, in the briefing's order."""
        listed = ((key, self.content.sections[key]) for key in self.briefing.sections)
        return tuple((key, section) for key, section in listed if self.medium in section.media)


# A fact in words: its figure in each form, its status, its period, where it stands in its source.

SETTLED = ("achieved", "measured")
"""Statuses of what is done."""
QUANTITY_FORMS = {"full": "full", "short": "short", "value": "value", "number": "number", "amount": "qualified-short"}


def phrase(key: str, form: str, context: ResolveContext) -> str:
    """A fact in one of its forms, already typeset.

    `full` is qualifier and value in words, `short` the compact value, `value` the value in words alone, `amount` the
    qualifier and the compact value, `number` the figure without unit, `unsigned`, `signed`,
    `from-to`, `spoken` and `rounded 1` those of `quantity.write`, `status` the status word, `period` the period.
    """
    fact = context.fact(key)
    if form == "status":
        return status_of(fact, context).word.lower()
    if form == "period":
        return period_of(fact, context)
    return _figure(fact, form, context)


def _figure(fact: Fact, form: str, context: ResolveContext) -> str:
    if fact.words is not None:
        return fact.words.text
    if fact.date is not None:
        return write_date(fact.date, "long", context.locale)
    quantity = quantity_of(fact, context)
    return write(quantity, QUANTITY_FORMS.get(form, form), context.locale) if quantity else fact.label.text


def shown_figure(key: str, context: ResolveContext) -> str:
    """A fact's figure where figures stand in a column: in digits where the source's words just spell them."""
    fact = context.fact(key)
    quantity = quantity_of(fact, context)
    if quantity is None or not is_spelled_out(fact, context):
        return phrase(key, "amount", context)
    return write(quantity, "qualified-short", context.locale)


def is_spelled_out(fact: Fact, context: ResolveContext) -> bool:
    """Whether the source's own words spell the fact's number: « cinq », « trois à quatre ans », not « la moitié »."""
    quantity = quantity_of(fact, context)
    if fact.words is None or quantity is None:
        return False
    spelled = (write(quantity, form, context.locale) for form in ("spoken", "spoken-number"))
    return fact.words.text.casefold() in (each.replace("\u00a0", " ") for each in spelled)


def is_set(key: str, context: ResolveContext) -> bool:
    """Whether the language has set the fact's figure already; an author's own words are still to be typeset."""
    fact = context.fact(key)
    return fact.words is None and (fact.date is not None or fact.bounds is not None)


def quantity_of(fact: Fact, context: ResolveContext) -> Quantity | None:
    """The fact's quantity; None where it is a date or a name."""
    if fact.bounds is None:
        return None
    low, high = fact.bounds
    return Quantity(low, high, context.unit(fact.unit), fact.qualifier).as_given


def evidence_of(key: str, form: str, context: ResolveContext) -> Evidence:
    """What stands behind a fact printed in a form; the qualifier is that of the fact only where the form prints it."""
    fact = context.fact(key)
    low, high = fact.bounds or (None, None)
    return Evidence(
        fact=key,
        form=form,
        low=low,
        high=high,
        unit=fact.unit,
        qualifier=fact.qualifier,
        status=fact.status,
        source=fact.source,
        locator=fact.locator.text,
    )


def status_of(fact: Fact, context: ResolveContext) -> Status:
    """The fact's status and its word ("Réalisé")."""
    return status(fact.status, context)


def status(key: str | None, context: ResolveContext) -> Status:
    """A status by its key; NO_STATUS for none."""
    if not key:
        return NO_STATUS
    own = next((word for name, word in context.briefing.status_words.items() if name == key), None)
    return Status(key, own.text if own else status_word(key, context.locale))


def period_of(fact: Fact, context: ResolveContext) -> str:
    """The period a fact holds for, short enough for a table; "non précisé" where the source gives none."""
    if fact.period_words is not None:
        return fact.period_words.text
    if fact.period is not None:
        return write_date(fact.period, "short", context.locale)
    return context.furniture("not-stated-period")


def tile_parts(fact: Fact, context: ResolveContext) -> tuple[str, str, str]:
    """Qualifier, number and unit of a tile ("plus de", "2,6", "Md€"); the source's own words count as the number."""
    qualifier = qualifier_words(fact.qualifier, context.locale)
    if fact.qualifier in language_at(context.locale).counting.postposed:
        number, unit = _followed(fact, qualifier, context)
        return "", number, unit
    if fact.words is not None and not is_spelled_out(fact, context):
        return qualifier, fact.words.text, ""
    quantity = quantity_of(fact, context)
    if quantity is None:
        return "", phrase_of_name(fact, context), ""
    number, unit = (write(quantity, form, context.locale) for form in ("number", "unit"))
    if unit and write(quantity, "short", context.locale) == number + unit:
        return qualifier, number + unit, ""  # "€2.6bn": what nothing parts is one word
    return qualifier, number, "" if _is_in_label(unit, fact) else unit


def _followed(fact: Fact, qualifier: str, context: ResolveContext) -> tuple[str, str]:
    """The number of a tile, and what follows it: its unit, then the qualifier ("2.6", "अरब से अधिक")."""
    quantity = quantity_of(fact, context)
    if quantity is None or fact.words is not None:
        return fact.words.text if fact.words else phrase_of_name(fact, context), qualifier
    number, unit = (write(quantity, form, context.locale) for form in ("number", "unit"))
    if unit and write(quantity, "short", context.locale) == number + unit:
        number, unit = number + unit, ""
    return number, f"{unit} {qualifier}".strip(" ")


def _is_in_label(unit: str, fact: Fact) -> bool:
    """Whether the label under a tile begins with the unit, as that of a counted noun does: « lits d'hôpital »."""
    label = fact.label.text.casefold().replace("'", "\u2019")
    return is_own(fact.unit) and label.startswith(unit.casefold())


def phrase_of_name(fact: Fact, context: ResolveContext) -> str:
    """What a fact without quantity is called: its date, or its name."""
    if fact.date is not None:
        return write_date(fact.date, "long", context.locale)
    return (fact.name or fact.label).text


def value_of(fact: Fact) -> Decimal | None:
    """The value to draw: of a range its lower end; None where the fact is no quantity."""
    return fact.bounds[0] if fact.bounds else None
