"""The fiche: a briefing on one page, its message, its themes, its figures, what it asks, what to say, the next dates.

It is made of the two editions in their final words, so that it cannot say anything else than they do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from types import MappingProxyType
from typing import Any, TypeVar

from msgspec.structs import replace

from rapport.edition.blocks.figures import Comparison, KeyFigures, Moment, Table, Timeline
from rapport.edition.blocks.words import Bullets, Item, Messages, Paragraph, Quote
from rapport.edition.edition import Block, Contents, Edition, EditionSection
from rapport.edition.text import Span, Text, plain, spans, strong, words
from rapport.resolve.acronyms import expanded
from rapport.resolve.edition import kind_for
from rapport.resolve.glosses import spelled_out, untold

Kind = TypeVar("Kind")

KEY = "fiche"
MOST_FIGURES = 6
"""Two rows of three tiles."""
FIRST_ROW = 3
"""Tiles that are left where what is asked needs the room of a row."""
MOST_POINTS = 10
MOST_SAID = 3
MOST_DATES = 3
"""Messages, sentences to say and dates of the fullest fiche: shorter ones are made until one fits its page."""


def sheets(brief: Edition, deck: Edition) -> tuple[Edition, ...]:
    """The fiche in several lengths, from the fullest to the barest: one page will hold one of them.

    Where the briefing shows neither themes nor key figures, the messages of its sections take their place.
    """
    editions = (untold(brief), untold(deck))
    themes, figures, asks = _themes(editions), _figures(editions), _asks(editions)
    main: tuple[Block, ...] = (*themes, *figures) or _messages(editions[0])
    said, calendar = _to_say(editions), _calendar(editions)
    rest, row = _beside(main, asks), tuple(replace(block, figures=block.figures[:FIRST_ROW]) for block in figures)
    asking: tuple[tuple[Block, ...], ...] = ((*rest, *asks), (*_beside(themes, asks), *row, *asks)) if asks else ()
    lengths = chain(
        *(_whole(each, said, calendar) for each in asking),
        *(_lengths(each, said, calendar) for each in (*asking[1:], main)),
    )
    return tuple(_edition(brief, _message(*editions), blocks) for blocks in dict.fromkeys(lengths))


def _beside(blocks: tuple[Block, ...], asks: tuple[Bullets, ...]) -> tuple[Block, ...]:
    """The blocks without lists of what is asked anyway."""
    asked = {item for block in asks for item in block.items}
    return tuple(block for block in blocks if not isinstance(block, Bullets) or not asked.issuperset(block.items))


def _lengths(
    main: tuple[Block, ...], said: tuple[Bullets, ...], calendar: tuple[Timeline, ...]
) -> Iterator[tuple[Block, ...]]:
    """All of it, then fewer sentences to say, then shorter words for the dates, then without them."""
    yield from _whole(main, said, calendar)
    yield (*main, *calendar)
    yield from ((*main, _short(block)) for block in calendar)
    yield main


def _whole(
    main: tuple[Block, ...], said: tuple[Bullets, ...], calendar: tuple[Timeline, ...]
) -> Iterator[tuple[Block, ...]]:
    """All of it, then fewer sentences to say, one at least where there is any."""
    fewer = [(replace(block, items=block.items[:count]),) for block in said for count in range(len(block.items), 0, -1)]
    yield from ((*main, *some, *calendar) for some in fewer or ((),))


def _themes(editions: tuple[Edition, ...]) -> tuple[Bullets, ...]:
    """What the first numbered messages find, each in a line."""
    found = (block for edition in editions for block in _blocks(edition, Messages))
    lists = (Bullets(tuple(Item(_uncalled(item.title)) for item in block.items), block.title) for block in found)
    return tuple(lists)[:1]


def _asks(editions: tuple[Edition, ...]) -> tuple[Bullets, ...]:
    """What the first section that asks for something asks for, under its name; else what an objective asks for."""
    caption = words(editions[0].furniture("asks"))
    sections = [section for edition in editions for section in edition.sections if section.kind == "ask"][:1]
    tables = [table for edition in editions for table in _blocks(edition, Table) if table.caption == caption]
    asking = [(_uncalled(each.name or each.title), each.blocks, each.origin) for each in sections]
    for title, blocks, origin in asking or [(caption, (table,), table.origin) for table in tables]:
        items = tuple(item for block in blocks if type(block) in ASKED for item in ASKED[type(block)](block))
        if items:
            return (Bullets(items, title, origin),)
    return ()


def _asked_by_sides(block: Comparison) -> Iterator[Item]:
    """A line for each side: its title, then what is asked of it."""
    for side in block.sides:
        yield Item(_sentences((strong(side.title), *side.items)))


def _asked_in_list(block: Bullets) -> Iterator[Item]:
    for item in block.items:
        yield Item(_uncalled(item.text), tuple(map(_uncalled, item.children)))


ASKED: Mapping[type, Callable[[Any], Iterable[Item]]] = MappingProxyType(
    {
        Bullets: _asked_in_list,
        Comparison: _asked_by_sides,
        Messages: lambda block: (Item(_uncalled(each.title)) for each in block.items),
        Paragraph: lambda block: (Item(_uncalled(block.text)),),
        Table: lambda block: (Item(_uncalled(row.cells[0].text)) for row in block.rows if row.kind == "plain"),
    }
)
"""What a block of a section that asks for something asks for, a line each."""


def _sentences(texts: Iterable[Text]) -> Text:
    """Texts in a row, each with a full stop unless it has an end of its own."""
    found: list[Span] = []
    for text in map(_uncalled, texts):
        stop = "" if plain(text).endswith((".", "!", "?", "…")) else "."
        found += (*words(" " if found else ""), *text, *words(stop))
    return tuple(found)


def _to_say(editions: tuple[Edition, ...]) -> tuple[Bullets, ...]:
    """The first sentences to say, each once."""
    said = [block.text for edition in editions for block in _blocks(edition, Quote) if block.to_say]
    items = tuple(Item(_uncalled(text)) for text in dict.fromkeys(said))[:MOST_SAID]
    return (Bullets(items, words(editions[0].furniture("speaking-points"))),) if items else ()


def _figures(editions: tuple[Edition, ...]) -> tuple[KeyFigures, ...]:
    """The largest set of key figures that a page has room for, cut where none is small enough."""
    sets = [block for edition in editions for block in _blocks(edition, KeyFigures) if block.role == "main"]
    fitting = [block for block in sets if len(block.figures) <= MOST_FIGURES]
    best = max(fitting, key=lambda block: len(block.figures), default=None) or next(iter(sets), None)
    return (replace(best, figures=best.figures[:MOST_FIGURES], title=()),) if best else ()


def _calendar(editions: tuple[Edition, ...]) -> tuple[Timeline, ...]:
    """The next dates of the first calendar, the brief's rather than the deck's; its last one where all are past."""
    found = [block for edition in editions for block in _blocks(edition, Timeline)][:1]
    return tuple(replace(block, message=(), moments=_next(block)) for block in found)


def _next(block: Timeline) -> tuple[Moment, ...]:
    return tuple(moment for moment in block.moments if moment.future)[:MOST_DATES] or block.moments[-1:]


def _short(block: Timeline) -> Timeline:
    moments = (replace(each, date=each.short_date, text=each.short_text) for each in block.moments)
    return replace(block, moments=tuple(moments))


def _message(brief: Edition, deck: Edition) -> Text:
    """What the briefing says in a sentence: its statement, or else the lead or the title of its first section."""
    statement = next((section.title for section in deck.sections if section.kind == "statement"), ())
    first = next(iter(brief.sections), None)
    return _uncalled(statement or (first.lead or first.title if first else ()))


def _messages(brief: Edition) -> tuple[Bullets, ...]:
    kinds = ("plain", "fiche", "ask")
    titles = [section.title for section in brief.sections if section.kind in kinds and section.title]
    return (Bullets(tuple(Item(_uncalled(title)) for title in titles[:MOST_POINTS])),) if titles else ()


def _uncalled(text: Text) -> Text:
    """A text without calls of footnotes, which stay in the brief."""
    return tuple(span for span in text if not span.note)


def _blocks(edition: Edition, kind: type[Kind]) -> Iterator[Kind]:
    return (block for section in edition.sections for block in section.blocks if isinstance(block, kind))


def _edition(brief: Edition, message: Text, blocks: tuple[Block, ...]) -> Edition:
    kind = words(brief.furniture("kind-sheet"))
    headed = kind_for(kind, brief.audience, brief.furniture)
    section = EditionSection(KEY, "plain", headed, kind, (), brief.title, message, blocks)
    made = replace(
        brief,
        medium="sheet",
        cover=replace(brief.cover, kind=headed),
        contents=Contents((), ()),
        sections=(section,),
        notes=(),
    )
    return spelled_out(expanded(made, {span.text: span.expansion for span in spans(brief) if span.expansion}))
