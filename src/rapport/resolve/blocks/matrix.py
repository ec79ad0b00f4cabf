"""A matrix of positions as a table: a mark that a grey print keeps apart, then two words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from rapport.edition.blocks.figures import Cell, Column, Row, Table
from rapport.edition.text import Span, Text
from rapport.model.blocks.matrix import STANCES, MatrixBlock, Stance
from rapport.resolve.context import ResolveContext
from rapport.resolve.inline import line_of, text_of
from rapport.resolve.numbering import label_of, with_number
from rapport.resolve.source_line import source_line

MARKS: Mapping[str, str] = MappingProxyType(
    {"for": "+", "conditional": "\u00b1", "against": "\u2212", "neutral": "=", "unknown": "?"}
)
"""What stands before the words of a stance: signs that every face has and no print confuses."""
BESIDE = "\u00a0"


def matrix(block: MatrixBlock, context: ResolveContext, section: str) -> tuple[Table, ...]:
    """A row for each party, a column for each topic; the line under the table says what the marks mean."""
    spec = block.matrix
    first = Column(line_of(context.furniture("party"), context), "name")
    columns = (first, *(Column(text_of(topic, context, section)) for topic in spec.topics))
    rows = tuple(
        Row((Cell(text_of(party.name, context, section)), *(_cell(each, context, section) for each in party.stances)))
        for party in spec.parties
    )
    used: set[str] = {each.stance for party in spec.parties for each in party.stances}
    key = _key(used, context)
    remark = spec.remark.text if spec.remark else ""
    source = source_line(rows, context, remark)
    message = text_of(block.message, context, section)
    above = message or text_of(context.content.sections[section].message, context)
    caption = with_number(text_of(spec.caption, context, section), label_of(block, context), above)
    return (Table(caption, columns, rows, (*key, *source), message, block.origin),)


def _cell(stance: Stance, context: ResolveContext, section: str) -> Cell:
    said = text_of(stance.text, context, section) or line_of(context.furniture(f"stance-{stance.stance}"), context)
    return Cell((*_mark(stance.stance), *said))


def _mark(stance: str) -> Text:
    return Span(MARKS[stance], "strong"), Span(BESIDE)


def _key(used: set[str], context: ResolveContext) -> Text:
    """The marks met and what each means, in a sentence."""
    spans: list[Span] = []
    for stance in (each for each in STANCES if each in used):
        word = context.furniture(f"stance-{stance}")
        spans += (*_mark(stance), *line_of(f"{word[:1].lower()}{word[1:]}, ", context))
    before, after = context.furniture("marks", "\x00").split("\x00")
    ended = (*spans[:-1], Span(spans[-1].text.rstrip(", ")))
    return (Span(before), *ended, Span(f"{after} "))
