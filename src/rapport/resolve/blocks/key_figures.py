"""Figures shown large."""

from __future__ import annotations

from rapport.edition.blocks.key_figures import KeyFigure, KeyFigures
from rapport.edition.text import plain
from rapport.model.blocks.fact_call import FactEntry
from rapport.model.blocks.key_figures import KeyFiguresBlock
from rapport.resolve.context import Context
from rapport.resolve.inline import line_of, text_of
from rapport.resolve.phrases import evidence_of, status_of, tile_parts, value_of
from rapport.resolve.source_line import source_line


def key_figures(block: KeyFiguresBlock, context: Context, section: str) -> tuple[KeyFigures, ...]:
    """The tiles of a set."""
    spec = block.key_figures
    tiles = tuple(_tile(call, context, section) for call in spec.facts)
    return (
        KeyFigures(tiles, source_line(tiles, context), spec.role, text_of(spec.title, context, section), block.origin),
    )


def _tile(call: FactEntry, context: Context, section: str) -> KeyFigure:
    fact = context.fact(call.fact)
    qualifier, number, unit = tile_parts(fact, context)
    return KeyFigure(
        qualifier=qualifier,
        number=plain(line_of(number, context)),
        unit=unit,
        label=text_of(call.label or fact.label, context, section),
        status=status_of(fact, context),
        evidence=evidence_of(call.fact, "amount", context),
        value=value_of(fact),
        origin=call.origin,
    )
