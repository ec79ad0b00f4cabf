"""Amounts of different status are never added up."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.edition.blocks.figures import Table
from rapport.edition.edition import Edition
from rapport.edition.text import plain
from rapport.edition.walk import evidence
from rapport.figures.claims import Claims
from rapport.verify.finding import Finding, quoted
from rapport.verify.report import Check


def check_totals(edition: Edition, claims: Claims) -> Check:
    """Whether the tables with a total hold facts of one status. Charts are looked at with their facts."""
    blocks = (block for section in edition.sections for block in section.blocks)
    tables = tuple(block for block in blocks if isinstance(block, Table))
    findings = tuple(finding for table in tables for finding in _findings(table, claims))
    return Check("totals", "Totaux d’un seul statut", len(tables), findings)


def _findings(table: Table, claims: Claims) -> Iterator[Finding]:
    """A total adds up the rows above it, column by column: only what stands in one column must be of one status."""
    if not any(row.kind == "total" for row in table.rows):
        return
    for place in range(len(table.columns)):
        column = tuple(row.cells[place] for row in table.rows if place < len(row.cells))
        facts = {proof.fact for proof in evidence(column)}
        statuses = sorted({claims[fact].status for fact in facts if fact in claims and claims[fact].low is not None})
        if len(statuses) > 1:
            caption = quoted(plain(table.caption))
            message = f"des statuts différents additionnés dans {caption}\u00a0: {', '.join(statuses)}"
            yield Finding("status-mixed", message, "", table.origin)
