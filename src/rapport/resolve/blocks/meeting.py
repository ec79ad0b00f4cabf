"""Blocks of a file for a meeting -> tables, lists and sentences, which every document knows how to draw."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from rapport.edition.blocks.figures import Cell, Column, Row, Table
from rapport.edition.blocks.surroundings import People, Person
from rapport.edition.blocks.words import Bullets, Callout, Heading, Item, Paragraph, Quote
from rapport.edition.text import Text, plain, says_the_same, words
from rapport.language.dates import reading_minutes, write_date, write_duration, write_time, write_zone
from rapport.model.blocks.meeting import (
    AgendaBlock,
    AgendaItem,
    BilateralBlock,
    CommitmentsBlock,
    Gap,
    GapsBlock,
    LinesBlock,
    ObjectiveBlock,
    PeopleBlock,
    PersonSpec,
    RedLine,
    RedLinesBlock,
    SpeechBlock,
    Task,
    VerbatimBlock,
    WordingBlock,
)
from rapport.model.blocks.words import AllGapsBlock
from rapport.model.prose import Prose
from rapport.origin import Origin
from rapport.resolve.blocks.words import quoted
from rapport.resolve.context import ResolveContext, status
from rapport.resolve.inline import line_of, source_line, text_of, texts_of

Rows = Sequence[Sequence[Cell]]


class _Head(Struct, frozen=True):
    """What stands over a table: its caption and, where its author gives one, the title of its slide."""

    caption: Text
    origin: Origin
    message: Text = ()


def _table(heads: Sequence[str], rows: Rows, head: _Head, context: ResolveContext) -> Table:
    """A table of words; a column in which nothing stands is left out. `heads` are names of phrases.

    Its caption titles its slide where its author gives no message.
    """
    kept = [place for place in range(len(heads)) if any(_said(row[place]) for row in rows)]
    columns = tuple(Column(_phrase(heads[place], context), "text" if place else "name") for place in kept)
    body = tuple(Row(tuple(row[place] for place in kept)) for row in rows)
    titled = head.message or (head.caption if context.medium == "deck" else ())
    return Table(head.caption, columns, body, source_line(body, context), titled, head.origin)


def _said(cell: Cell) -> bool:
    return bool(cell.text or cell.detail)


def _phrase(name: str, context: ResolveContext) -> Text:
    return line_of(context.furniture(name), context)


def _titled(title: Prose | None, name: str, context: ResolveContext) -> Text:
    """The author's title, else the usual one."""
    return text_of(title, context) or _phrase(name, context)


def agenda(block: AgendaBlock, context: ResolveContext, section: str) -> tuple[Table, ...]:
    """A row for each thing that happens: when and how long, what, where, who, what is expected of it."""
    rows = [
        (
            _hours(item, context),
            *(Cell(text_of(prose, context, section)) for prose in (item.text, item.place, item.who, item.expected)),
        )
        for item in block.agenda
    ]
    heads = ("hour", "course", "place", "who", "expected")
    head = _Head(_day(block, context), block.origin, text_of(block.message, context, section))
    return (_table(heads, rows, head, context),)


def _hours(item: AgendaItem, context: ResolveContext) -> Cell:
    start = write_time(*item.start, context.locale)
    if item.end is None:
        return Cell(words(start))
    end = write_time(*item.end, context.locale)
    return Cell(words(f"{start} – {end}"), words(write_duration(item.minutes, context.locale)))


def _day(block: AgendaBlock, context: ResolveContext) -> Text:
    """Title, day and zone: the hours are those of the place."""
    title = plain(_titled(block.title, "agenda", context))
    day = write_date(block.day, "long", context.locale) if block.day else ""
    zone = context.furniture("local-time", write_zone(block.zone, context.locale)) if block.zone else ""
    return line_of(", ".join(part for part in (title, day, zone) if part), context)


def people(block: PeopleBlock, context: ResolveContext, section: str) -> tuple[Table | People, ...]:
    """A card for each person; a row in a brief without portraits: name and how it is said, office, position.

    Cards have no title where their section has the same.
    """
    title, message = _titled(block.title, "people", context), text_of(block.message, context, section)
    persons = tuple(_person(person, context, section) for person in block.people)
    if context.medium == "deck" or any(person.portrait for person in persons):
        said = says_the_same(title, line_of(context.content.sections[section].title.text, context))
        return (People(persons, () if said else title, message, block.origin),)
    rows = [(Cell(each.name, each.said), Cell(each.office), Cell(each.position)) for each in persons]
    return (_table(("name", "office", "position"), rows, _Head(title, block.origin, message), context),)


def _person(person: PersonSpec, context: ResolveContext, section: str) -> Person:
    name, portrait = text_of(person.name, context, section), person.portrait
    return Person(
        name,
        _pronounced(person.said, context),
        text_of(person.office, context, section),
        text_of(person.position, context, section),
        _initials(plain(name)),
        context.content.pictures[portrait] if portrait else None,
    )


def _initials(name: str) -> str:
    """The first letter and the last one that open a word of a name; apart where they would be joined in writing."""
    words = [word for word in name.replace("-", " ").split() if "." not in word]
    letters = [word[0] for word in words if word[0].isalpha() and word[0] == word[0].upper()]
    gap = "" if all(map(str.isupper, letters)) else "\u00a0"
    return gap.join((*letters[:1], *letters[1:][-1:]))


def _pronounced(said: Prose | None, context: ResolveContext) -> Text:
    return line_of(context.furniture("pronounced", said.text), context) if said is not None else ()


def bilateral(block: BilateralBlock, context: ResolveContext, section: str) -> tuple[Heading | Bullets, ...]:
    """The partner's name, then a list under each name."""
    spec = block.bilateral
    parts = (
        ("our-messages", spec.messages),
        ("asks", spec.asks),
        ("sensitivities", spec.sensitivities),
        ("avoid", spec.avoid),
    )
    lists = (_listed(name, proses, block.origin, context, section) for name, proses in parts if proses)
    return (Heading(text_of(spec.partner, context, section), block.origin), *lists)


def _listed(name: str, proses: Iterable[Prose], origin: Origin, context: ResolveContext, section: str) -> Bullets:
    items = tuple(Item(text_of(prose, context, section)) for prose in proses)
    return Bullets(items, _phrase(name, context), origin)


def objective(block: ObjectiveBlock, context: ResolveContext, section: str) -> tuple[Callout | Table, ...]:
    """What the meeting is for and what is to come of it; then asks and decisions."""
    spec = block.objective
    aims = (("objective", spec.purpose), ("outcome", spec.outcome))
    callouts = (
        Callout(_phrase(name, context), text_of(prose, context, section), "information", block.origin)
        for name, prose in aims
        if prose is not None
    )
    tasks = (("asks", "ask", "of-whom", spec.asks), ("decisions", "decision", "by-whom", spec.decisions))
    tables = (
        _table(
            (what, who, "due"), _tasks(found, context, section), _Head(_phrase(name, context), block.origin), context
        )
        for name, what, who, found in tasks
        if found
    )
    return (*callouts, *tables)


def _tasks(tasks: Iterable[Task | Gap], context: ResolveContext, section: str) -> Rows:
    """What, who, and by when."""
    return [
        (
            Cell(text_of(task.text, context, section)),
            Cell(text_of(task.who, context, section)),
            Cell(_due(task, context, section)),
        )
        for task in tasks
    ]


def _due(task: Task | Gap, context: ResolveContext, section: str) -> Text:
    if task.by is not None:
        return line_of(write_date(task.by, "long", context.locale), context)
    return text_of(task.when, context, section)


def red_lines(block: RedLinesBlock, context: ResolveContext, section: str) -> tuple[Bullets | Table, ...]:
    """A list; a table where reasons or ways out are given."""
    title = _titled(block.title, "red-lines", context)
    if not any(line.why or line.fallback for line in block.red_lines):
        items = tuple(Item(text_of(line.text, context, section)) for line in block.red_lines)
        return (Bullets(items, title, block.origin),)
    rows = [_red_line(line, context, section) for line in block.red_lines]
    head = _Head(title, block.origin, text_of(block.message, context, section))
    return (_table(("red-line", "why", "fallback"), rows, head, context),)


def _red_line(line: RedLine, context: ResolveContext, section: str) -> tuple[Cell, ...]:
    return tuple(Cell(text_of(prose, context, section)) for prose in (line.text, line.why, line.fallback))


def commitments(block: CommitmentsBlock, context: ResolveContext, section: str) -> tuple[Table, ...]:
    """A row for each: what, by whom, when, its status, where it stands."""
    rows = [
        (
            Cell(text_of(item.text, context, section)),
            Cell(text_of(item.who, context, section)),
            Cell(line_of(write_date(item.date, "long", context.locale), context) if item.date else ()),
            Cell(line_of(status(item.status, context).word, context), status=status(item.status, context)),
            Cell(text_of(item.state, context, section)),
        )
        for item in block.commitments
    ]
    heads = ("commitment", "by-whom", "date", "status", "state")
    head = _Head(_titled(block.title, "commitments", context), block.origin, text_of(block.message, context, section))
    return (_table(heads, rows, head, context),)


def wording(block: WordingBlock, context: ResolveContext, section: str) -> tuple[Table, ...]:
    """A row for each passage: its words, who proposes them, what we think of them."""
    rows = [
        tuple(Cell(text_of(prose, context, section)) for prose in (item.text, item.by, item.stance))
        for item in block.wording
    ]
    head = _Head(_titled(block.title, "wording", context), block.origin, text_of(block.message, context, section))
    return (_table(("proposed-text", "proposed-by", "stance"), rows, head, context),)


def speech(block: SpeechBlock, context: ResolveContext, section: str) -> tuple[Heading | Paragraph, ...]:
    """Its title with its length at reading speed, then its paragraphs."""
    texts = texts_of(block.speech, context, section)
    length = reading_length(" ".join(map(plain, texts)), context.locale)
    title = plain(_titled(block.title, "speech", context))
    head = line_of(context.furniture("lasting", title, length), context)
    return (Heading(head, block.origin), *(Paragraph(text, block.origin) for text in texts))


def reading_length(text: str, locale: str) -> str:
    """How long a text takes to be read aloud, in whole minutes: "3 min"."""
    return write_duration(reading_minutes(text), locale)


def verbatim(block: VerbatimBlock, context: ResolveContext, section: str) -> tuple[Quote, ...]:
    """Somebody's words between the language's marks, whose they are under them."""
    parts = (block.by, block.when)
    author = line_of(", ".join(part.text for part in parts if part is not None), context)
    return (Quote(quoted(block.verbatim, context, section), author, block.origin),)


def lines(block: LinesBlock, context: ResolveContext, section: str) -> tuple[Quote, ...]:
    """Sentences to say, without marks: nobody has said them."""
    return tuple(
        Quote(text_of(line.text, context, section), text_of(line.rests_on, context, section), line.origin, to_say=True)
        for line in block.lines
    )


def gaps(block: GapsBlock, context: ResolveContext, section: str) -> tuple[Table, ...]:
    """A row for each gap; nothing where the briefing gathers all of them elsewhere."""
    if context.gathers_gaps:
        return ()
    return (_gaps(_tasks(block.gaps, context, section), block, context),)


def all_gaps(block: AllGapsBlock, context: ResolveContext, _shown: object) -> tuple[Table, ...]:
    """The gaps of all sections, one after the other, each once; no block where there is none."""
    found = every_gap(context)
    return (_gaps(_tasks(found, context, ""), block, context),) if found else ()


def every_gap(context: ResolveContext) -> tuple[Gap, ...]:
    """The gaps of all sections, one after the other."""
    return tuple(gap for section in context.every_section for each in section.blocks for gap in _gaps_of(each))


def _gaps_of(block: object) -> tuple[Gap, ...]:
    return block.gaps if isinstance(block, GapsBlock) else ()


def _gaps(found: Rows, block: GapsBlock | AllGapsBlock, context: ResolveContext) -> Table:
    head = _Head(_titled(block.title, "gaps", context), block.origin)
    return _table(("gap", "from-whom", "due"), found, head, context)
