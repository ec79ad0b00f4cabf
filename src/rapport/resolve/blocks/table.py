"""Tables of facts, tables of words, and the annex."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from rapport.edition.blocks.figures import Cell, Column, Row, Table
from rapport.edition.text import Span, Text, plain
from rapport.model.blocks.figures import TableBlock, TableSpec
from rapport.model.located import FactEntry
from rapport.resolve.blocks.cell_status import with_statuses
from rapport.resolve.context import Context
from rapport.resolve.inline import line_of, text_of
from rapport.resolve.phrases import evidence_of, period_of, phrase, status_of
from rapport.resolve.source_line import source_line

FIGURE = re.compile(r"\{[\w-]+(?::(?:amount|short|value|number))?\}")
"""A cell that is one figure and nothing else."""
NUMBER = re.compile(r"[+\u2212-]?\d[\d \u00a0\u202f]*(?:[.,]\d+)?(?:[ \u00a0]?[%\u2030€]|[ \u00a0]?[A-Za-z]{1,3}€?)?")
"""A cell that is a number as authors type one, with a short unit or none."""
NOTHING_SAID = ("", "-", "\u2013", "\u2014")
"""What stands in the place of a figure that is not known: it does not tell what a column holds."""
MOSTLY = 0.8
"""Share of figures among the cells of a column of amounts."""
FACT_COLUMNS = (
    ("indicator", "name"),
    ("value", "amount"),
    ("status", "status"),
    ("period", "period"),
    ("source", "source"),
)


def table(block: TableBlock, context: Context, section: str) -> tuple[Table, ...]:
    """A table with its caption and source line."""
    spec = block.table
    columns = _columns(spec, context, section)
    rows = (*_fact_rows(spec, context, section), *_word_rows(spec, context, section))
    remark = spec.remark.text if spec.remark else ""
    source = source_line(rows, context, remark)
    caption, message = text_of(spec.caption, context, section), text_of(block.message, context, section)
    made = Table(caption, columns, rows, source, message, block.origin)
    return (with_statuses(made, context) if spec.columns else made,)


def _columns(spec: TableSpec, context: Context, section: str) -> tuple[Column, ...]:
    if spec.columns:
        return tuple(
            Column(text_of(header, context, section), _role(index, spec, context))
            for index, header in enumerate(spec.columns)
        )
    return fact_columns(context)


def _role(index: int, spec: TableSpec, context: Context) -> Literal["name", "text", "amount"]:
    """The first column names; one that mostly holds figures holds amounts, which align at the end."""
    if index == 0:
        return "name"
    cells = [row.cells[index].text.strip(" ") for row in spec.rows if row.kind != "group" and index < len(row.cells)]
    unknown = (*NOTHING_SAID, context.furniture("not-stated"), context.furniture("not-stated-period"))
    said = [cell for cell in cells if cell.casefold() not in unknown]
    figures = sum(bool(FIGURE.fullmatch(cell) or NUMBER.fullmatch(cell)) for cell in said)
    return "amount" if said and figures >= MOSTLY * len(said) else "text"


def fact_columns(context: Context) -> tuple[Column, ...]:
    """The columns of a table of facts."""
    return tuple(Column(line_of(context.furniture(name), context), role) for name, role in FACT_COLUMNS)  # type: ignore[arg-type]


def _fact_rows(spec: TableSpec, context: Context, section: str) -> Iterable[Row]:
    for call in spec.facts:
        yield fact_row(call, context, section)
    for group in spec.groups:
        yield group_row(text_of(group.title, context, section))
        for call in group.facts:
            yield fact_row(call, context, section)


def group_row(title: Text) -> Row:
    """A heading over the rows that follow."""
    return Row((Cell(title),), "group")


def fact_row(call: FactEntry, context: Context, section: str) -> Row:
    """One fact: name and detail, amount, status, period, place in the source."""
    fact = context.fact(call.fact)
    name = call.label or fact.name or fact.label
    status = status_of(fact, context)
    figure = plain(line_of(phrase(call.fact, "amount", context), context))
    amount = Span(figure, evidence=evidence_of(call.fact, "amount", context))
    return Row(
        (
            Cell(text_of(name, context, section), text_of(call.detail or fact.detail, context, section)),
            Cell((amount,)),
            Cell(line_of(status.word, context), status=status),
            Cell(line_of(period_of(fact, context), context)),
            Cell(line_of(fact.locator.text, context)),
        )
    )


def _word_rows(spec: TableSpec, context: Context, section: str) -> Iterable[Row]:
    for row in spec.rows:
        yield Row(tuple(Cell(text_of(cell, context, section)) for cell in row.cells), row.kind)
