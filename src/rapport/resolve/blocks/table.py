"""Tables of facts, tables of words and what their figures are worth, the annex, matrices of positions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Literal

from msgspec.structs import replace

from rapport.edition.blocks.figures import Cell, Column, ColumnRole, Row, Table
from rapport.edition.text import Evidence, Span, Text, evidence, plain
from rapport.model.blocks.figures import TableBlock, TableSpec
from rapport.model.blocks.meeting import STANCES, MatrixBlock, Stance
from rapport.model.located import FactEntry
from rapport.resolve.blocks.alike import with_aligned
from rapport.resolve.blocks.columns import with_quiet_qualifiers, with_trend
from rapport.resolve.context import (
    SETTLED,
    ResolveContext,
    evidence_of,
    label_of,
    period_of,
    shown_figure,
    status,
    status_of,
    value_of,
    with_number,
)
from rapport.resolve.inline import (
    line_of,
    located,
    names_documents,
    place_cited,
    source_line,
    text_of,
    written_at,
)

# What the figures of a table of words are worth: the program writes it where the author has not.
#
# A column of one status says it in its head; where statuses differ, each cell says its own beside its figure. What is
# achieved or measured needs no word.

WORDLESS = ("status", "period", "date", "when")
"""Forms in which a fact is not printed as a figure."""


def with_statuses(table: Table, context: ResolveContext) -> Table:
    """The table, with the statuses that its caption, heads and rows leave out."""
    told = tuple(_told_by_head(place, table, context) for place in range(len(table.columns)))
    heads = (_head(column, key, context) for column, key in zip(table.columns, told, strict=True))
    named = replace(table, columns=tuple(heads))
    return replace(named, rows=tuple(_row(row, named, context) for row in table.rows))


def _told_by_head(place: int, table: Table, context: ResolveContext) -> str:
    """The one status of all figures of a column, where nothing says it yet; empty where there is no such thing."""
    cells = [(row, row.cells[place]) for row in table.rows if row.kind != "group" and place < len(row.cells)]
    statuses = {key for _row, cell in cells for key in _statuses(cell)}
    if len(statuses) != 1 or statuses & set(SETTLED):
        return ""
    (key,) = statuses
    around = (table.caption, table.columns[place].under, table.columns[place].header)
    silent = (row for row, cell in cells if _statuses(cell) and not _says(key, (*around, *_words(row)), context))
    return key if any(True for _ in silent) else ""


def _row(row: Row, table: Table, context: ResolveContext) -> Row:
    if row.kind == "group" or len(row.cells) > len(table.columns):
        return row
    return replace(row, cells=tuple(_cell(place, row, table, context) for place in range(len(row.cells))))


def _cell(place: int, row: Row, table: Table, context: ResolveContext) -> Cell:
    cell = row.cells[place]
    around = (table.caption, table.columns[place].under, table.columns[place].header, *_words(row))
    silent = [key for key in _statuses(cell) if key not in SETTLED and not _says(key, around, context)]
    if not silent:
        return cell
    words = ", ".join(status(key, context).word.lower() for key in silent)
    return replace(cell, text=(*cell.text, *line_of(f" ({words})", context)))


def _statuses(cell: Cell) -> tuple[str, ...]:
    """The statuses of the figures of a cell, each once."""
    return tuple(dict.fromkeys(proof.status for proof in evidence(cell.text) if _is_figure(proof)))


def _is_figure(proof: Evidence) -> bool:
    return proof.low is not None and proof.form not in WORDLESS


def _words(row: Row) -> Iterable[Text]:
    return (cell.text for cell in row.cells)


def _says(key: str, around: Iterable[Text], context: ResolveContext) -> bool:
    """Whether a text has the status's word, as it agrees: prévu, prévue, prévus."""
    word = re.escape(status(key, context).word)
    said = re.compile(rf"(?<!\w){word}(?:e|s|es)?(?!\w)", re.IGNORECASE)
    return any(said.search(plain(text)) for text in around)


def _head(column: Column, key: str, context: ResolveContext) -> Column:
    if not key:
        return column
    return replace(column, header=(*column.header, *line_of(f" ({status(key, context).word.lower()})", context)))


FIGURE = re.compile(r"\{[\w-]+(?::(?:amount|short|value|number))?\}")
"""A cell that is one figure and nothing else."""
NUMBER = re.compile(r"[+\u2212-]?\d[\d \u00a0\u202f]*(?:[.,]\d+)?(?:[ \u00a0]?[%\u2030€]|[ \u00a0]?[A-Za-z]{1,3}€?)?")
"""A cell that is a number as authors type one, with a short unit or none."""
NOTHING_SAID = ("", "-", "\u2013", "\u2014")
"""What stands in the place of a figure that is not known: it does not tell what a column holds."""
MOSTLY = 0.8
"""Share of figures among the cells of a column of amounts."""
FACT_COLUMNS: tuple[tuple[str, ColumnRole], ...] = (
    ("indicator", "name"),
    ("value", "amount"),
    ("status", "status"),
    ("period", "period"),
    ("source", "source"),
)


def table(block: TableBlock, context: ResolveContext, section: str) -> tuple[Table, ...]:
    """A table with its caption and source line."""
    spec = block.table
    columns = _columns(spec, context, section)
    rows = (*_fact_rows(spec, context, section), *_word_rows(spec, context, section))
    source = source_line(rows, context, spec.remark, section)
    caption, message = text_of(spec.caption, context, section), text_of(block.message, context, section)
    above = message or text_of(context.content.sections[section].message, context)
    caption = with_number(caption, label_of(block, context), above)
    made = Table(caption, columns, rows, source, message, block.origin, text_of(spec.reading, context, section))
    if spec.bars:
        made = _with_bars(made, spec, context)
    if spec.columns:
        made = with_statuses(with_aligned(made, context), context)
    made = with_trend(made, context) if spec.trend else made
    return (with_quiet_qualifiers(made),)


AFTER_AMOUNT = 2
"""Where the column of bars stands in a table of facts."""


def _with_bars(made: Table, spec: TableSpec, context: ResolveContext) -> Table:
    """The table of facts with a bar beside each amount, the longest as long as its column."""
    calls = (*spec.facts, *(call for group in spec.groups for call in group.facts))
    values = [value_of(context.fact(call.fact)) or Decimal(0) for call in calls]
    longest = max(values, default=Decimal(0)) or Decimal(1)
    shares = iter([float(max(value, Decimal(0)) / longest) for value in values])
    columns = (
        *made.columns[:AFTER_AMOUNT],
        Column(line_of(context.furniture("to-scale"), context), "bar"),
        *made.columns[AFTER_AMOUNT:],
    )
    rows = tuple(
        row
        if row.kind == "group"
        else replace(row, cells=(*row.cells[:AFTER_AMOUNT], Cell(bar=next(shares)), *row.cells[AFTER_AMOUNT:]))
        for row in made.rows
    )
    return replace(made, columns=columns, rows=rows)


def _columns(spec: TableSpec, context: ResolveContext, section: str) -> tuple[Column, ...]:
    if spec.columns:
        return tuple(
            Column(
                text_of(column.title, context, section),
                _role(index, spec, context),
                float(column.width or 0) / 100,
                column.align or "",
                text_of(column.under, context, section),
            )
            for index, column in enumerate(spec.columns)
        )
    return fact_columns(context)


def _role(index: int, spec: TableSpec, context: ResolveContext) -> ColumnRole:
    """The first column names; one that mostly holds figures holds amounts, which align at the end."""
    if index == 0:
        return "name"
    cells = [row.cells[index].text.strip(" ") for row in spec.rows if row.kind != "group" and index < len(row.cells)]
    unknown = (*NOTHING_SAID, context.furniture("not-stated"), context.furniture("not-stated-period"))
    said = [cell for cell in cells if cell.casefold() not in unknown]
    figures = sum(bool(FIGURE.fullmatch(cell) or NUMBER.fullmatch(cell)) for cell in said)
    return "amount" if said and figures >= MOSTLY * len(said) else "text"


def fact_columns(context: ResolveContext) -> tuple[Column, ...]:
    """The columns of a table of facts; places with the names of their documents are words, read from the left."""
    sides: dict[str, Literal["left"]] = {"source": "left"} if names_documents(context) else {}
    return tuple(
        Column(line_of(context.furniture(name), context), role, align=sides.get(role, ""))
        for name, role in FACT_COLUMNS
    )


def _fact_rows(spec: TableSpec, context: ResolveContext, section: str) -> Iterable[Row]:
    for call in spec.facts:
        yield fact_row(call, context, section)
    for group in spec.groups:
        yield group_row(text_of(group.title, context, section))
        for call in group.facts:
            yield fact_row(call, context, section)


def group_row(title: Text) -> Row:
    """A heading over the rows that follow."""
    return Row((Cell(title),), "group")


def fact_row(call: FactEntry, context: ResolveContext, section: str) -> Row:
    """One fact: name and detail, amount, status, period, place in the source."""
    fact = context.fact(call.fact)
    name = call.label or fact.name or fact.label
    status = status_of(fact, context)
    proof = evidence_of(call.fact, "amount", context)
    amount = tuple(replace(span, evidence=proof) for span in line_of(shown_figure(call.fact, context), context))
    return Row(
        (
            Cell(text_of(name, context, section), text_of(call.detail or fact.detail, context, section)),
            Cell(amount),
            Cell(line_of(status.word, context), status=status),
            Cell(written_at(line_of(period_of(fact, context), context), fact.origin)),
            Cell(located(line_of(place_cited(fact.source, fact.locator.text, context), context), fact.locator)),
        )
    )


def _word_rows(spec: TableSpec, context: ResolveContext, section: str) -> Iterable[Row]:
    for row in spec.rows:
        yield Row(tuple(Cell(text_of(cell, context, section)) for cell in row.cells), row.kind)


# A matrix of positions as a table: a mark that a grey print keeps apart, then two words.


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
        Row((Cell(text_of(party.name, context, section)), *(_stance(each, context, section) for each in party.stances)))
        for party in spec.parties
    )
    used: set[str] = {each.stance for party in spec.parties for each in party.stances}
    key = _key(used, context)
    source = source_line(rows, context, spec.remark, section)
    message = text_of(block.message, context, section)
    above = message or text_of(context.content.sections[section].message, context)
    caption = with_number(text_of(spec.caption, context, section), label_of(block, context), above)
    return (Table(caption, columns, rows, (*key, *source), message, block.origin),)


def _stance(stance: Stance, context: ResolveContext, section: str) -> Cell:
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
