"""The fiche: what a briefing says on one page, its message, its key figures and its calendar.

It is made of the two editions in their final words, so that it cannot say anything else than they do.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from msgspec.structs import replace

from rapport.edition.blocks.block import Block
from rapport.edition.blocks.figures import KeyFigures, Timeline
from rapport.edition.blocks.words import Bullets, Item
from rapport.edition.edition import Contents, Edition, Section
from rapport.edition.text import Text, words
from rapport.edition.walk import spans
from rapport.resolve.acronyms import expanded
from rapport.resolve.cover import kind_for

Kind = TypeVar("Kind")

KEY = "fiche"
MOST_FIGURES = 6
MOST_POINTS = 10


def sheets(brief: Edition, deck: Edition) -> tuple[Edition, ...]:
    """The fiche in several lengths, from the fullest to the barest: one page will hold one of them.

    Where the briefing shows no key figures, the messages of its sections take their place.
    """
    figures, calendar = _figures((brief, deck)), _calendar((brief, deck))
    main: tuple[Block, ...] = figures or _messages(brief)
    lengths = dict.fromkeys(tuple(_lengths(main, calendar)))
    return tuple(_edition(brief, _message(brief, deck), blocks) for blocks in lengths)


def _lengths(main: tuple[Block, ...], calendar: tuple[Timeline, ...]) -> Iterator[tuple[Block, ...]]:
    """The whole calendar, then without its oldest dates one after the other, down to those to come, then none."""
    for block in calendar:
        past = sum(not moment.future for moment in block.moments)
        oldest = min(past, len(block.moments) - 1)
        lengths = [replace(block, moments=block.moments[left_out:]) for left_out in range(oldest + 1)]
        yield from ((*main, each) for each in (*lengths, _short(lengths[-1])))
    yield main


def _figures(editions: tuple[Edition, ...]) -> tuple[KeyFigures, ...]:
    """The largest set of key figures that a page has room for, cut where none is small enough."""
    sets = [block for edition in editions for block in _blocks(edition, KeyFigures) if block.role == "main"]
    fitting = [block for block in sets if len(block.figures) <= MOST_FIGURES]
    best = max(fitting, key=lambda block: len(block.figures), default=None) or next(iter(sets), None)
    return (replace(best, figures=best.figures[:MOST_FIGURES], title=()),) if best else ()


def _calendar(editions: tuple[Edition, ...]) -> tuple[Timeline, ...]:
    """The first calendar, the brief's rather than the deck's."""
    found = (block for edition in editions for block in _blocks(edition, Timeline))
    return tuple(replace(block, message=()) for block in found)[:1]


def _short(block: Timeline) -> Timeline:
    moments = (replace(each, date=each.short_date, text=each.short_text) for each in block.moments)
    return replace(block, moments=tuple(moments))


def _message(brief: Edition, deck: Edition) -> Text:
    """What the briefing says in a sentence: its statement, or else the lead or the title of its first section."""
    statement = next((section.title for section in deck.sections if section.kind == "statement"), ())
    first = next(iter(brief.sections), None)
    return _uncalled(statement or (first.lead or first.title if first else ()))


def _messages(brief: Edition) -> tuple[Bullets, ...]:
    titles = [section.title for section in brief.sections if section.kind in ("plain", "fiche") and section.title]
    return (Bullets(tuple(Item(_uncalled(title)) for title in titles[:MOST_POINTS])),) if titles else ()


def _uncalled(text: Text) -> Text:
    """A text without calls of footnotes, which stay in the brief."""
    return tuple(span for span in text if not span.note)


def _blocks(edition: Edition, kind: type[Kind]) -> Iterator[Kind]:
    return (block for section in edition.sections for block in section.blocks if isinstance(block, kind))


def _edition(brief: Edition, message: Text, blocks: tuple[Block, ...]) -> Edition:
    kind = words(brief.furniture("kind-sheet"))
    headed = kind_for(kind, brief.audience, brief.furniture)
    section = Section(KEY, "plain", kind, kind, (), brief.title, message, blocks)
    made = replace(
        brief,
        medium="sheet",
        cover=replace(brief.cover, kind=headed),
        contents=Contents((), ()),
        sections=(section,),
        notes=(),
    )
    return expanded(made, {span.text: span.expansion for span in spans(brief) if span.expansion})
