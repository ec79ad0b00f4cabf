"""The figures of a column of a table, all alike: one scale, one number of decimals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.blocks.figures import Cell, Row, Table
from rapport.edition.text import Span, Text, plain
from rapport.language.alignment import aligned
from rapport.language.quantity import Quantity, write
from rapport.language.units import key_of, says_unit
from rapport.resolve.context import QUANTITY_FORMS, ResolveContext, quantity_of
from rapport.resolve.inline import figure_spans

ROUNDED = ("amount", "short", "number")
"""Forms that may round where a figure is long."""
MOSTLY = 0.5
"""A column is of one unit where more than half of its figures are; else each is as its fact is, 68 % beside 0,33 %."""
POWERS = (12, 9, 6, 3)
"""Powers of ten that a head may name."""
SHOWN = (*ROUNDED, "full", "value")


class _Figure(Struct, frozen=True):
    """A cell that holds one figure and nothing else: row, column, its first span, its form, what it says."""

    row: int
    column: int
    span: Span
    form: str
    quantity: Quantity


def with_aligned(table: Table, context: ResolveContext) -> Table:
    """The table of words with figures alike in each column, in all columns where they count the same."""
    columns = [tuple(_figures(table, column, context)) for column in range(len(table.columns))]
    units = {key_of(figure.quantity.unit) for found in columns for figure in found}
    groups = [tuple(figure for found in columns for figure in found)] if len(units) == 1 else columns
    texts = {place: text for group in groups for place, text in _texts(table, group, context)}
    rows = tuple(replace(row, cells=tuple(_cells(row, at, texts))) for at, row in enumerate(table.rows))
    return replace(table, rows=rows)


def _cells(row: Row, at: int, texts: dict[tuple[int, int], Text]) -> Iterator[Cell]:
    for column, cell in enumerate(row.cells):
        text = texts.get((at, column))
        yield cell if text is None else replace(cell, text=text)


def _figures(table: Table, column: int, context: ResolveContext) -> Iterator[_Figure]:
    for at, row in enumerate(table.rows):
        if row.kind != "group" and column < len(row.cells):
            yield from _figure(at, column, row.cells[column].text, context)


def _figure(row: int, column: int, spans: Text, context: ResolveContext) -> Iterator[_Figure]:
    proofs = {span.evidence for span in spans if span.evidence is not None}
    said = plain(tuple(span for span in spans if span.evidence is None))
    for proof in proofs if len(proofs) == 1 and not said.strip() else ():
        fact = context.fact(proof.fact)
        quantity = quantity_of(fact, context)
        if quantity and fact.words is None and proof.form in SHOWN:
            first = next(span for span in spans if span.evidence is not None)
            yield _Figure(row, column, first, proof.form, quantity)


def _texts(table: Table, group: Sequence[_Figure], context: ResolveContext) -> Iterator[tuple[tuple[int, int], Text]]:
    exact = any(figure.form not in ROUNDED for figure in group)
    units = Counter(key_of(figure.quantity.unit) for figure in group)
    if not group or units.most_common(1)[0][1] <= len(group) * MOSTLY:
        return
    above = _above(table, group)
    said = _said(group, above, context)
    made = aligned([figure.quantity for figure in group], context.locale, exact=exact, said=said)
    bare = _are_bare(above, made, context)
    for figure, quantity in zip(group, made, strict=True):
        if bare or quantity != figure.quantity:
            form = "number" if bare else figure.form
            printed = replace(quantity, unit="") if bare else quantity  # no sign of money, which the head has
            words = write(printed, QUANTITY_FORMS[form], context.locale)
            opens = figure.span.text[:1].isupper()
            proof = replace(figure.span.evidence, form=form) if figure.span.evidence else None
            span = replace(figure.span, text=words[:1].upper() + words[1:] if opens else words, evidence=proof)
            yield (figure.row, figure.column), figure_spans(span)


class _Above(Struct, frozen=True):
    """What is said above all columns of figures, and above each of them."""

    all: Sequence[str]
    each: Sequence[str]

    def says(self, unit: str, exponent: int, locale: str) -> bool:
        """Whether it names a unit in a power of ten."""
        return any(says_unit(text, unit, exponent, locale) for text in self.all) or (
            bool(self.each) and all(says_unit(text, unit, exponent, locale) for text in self.each)
        )


def _above(table: Table, group: Sequence[_Figure]) -> _Above:
    heads = [table.columns[column] for column in {figure.column for figure in group}]
    own = [f"{plain(head.under)} {plain(head.header)}" for head in heads]
    return _Above((plain(table.caption), plain(table.columns[0].header)), own)


def _said(group: Sequence[_Figure], above: _Above, context: ResolveContext) -> int | None:
    """The power of ten of the one unit of all figures, where what stands above them names it."""
    units = {figure.quantity.unit for figure in group}
    if len(units) != 1:
        return None
    (unit,) = units
    return next((each for each in POWERS if above.says(key_of(unit), each, context.locale)), None)


def _are_bare(above: _Above, made: Sequence[Quantity], context: ResolveContext) -> bool:
    """Whether the unit of all figures is said above them, so that none repeats it; a qualifier is never left out."""
    shared = {(key_of(quantity.unit), _exponent(quantity, context.locale)) for quantity in made}
    if len(shared) != 1 or any(quantity.qualifier for quantity in made):
        return False
    ((unit, exponent),) = shared
    return exponent is not None and above.says(unit, exponent, context.locale)


def _exponent(quantity: Quantity, locale: str) -> int | None:
    """The power of ten a figure is printed in; None where it says its own, as one alone in its column may: 2,45 Md€."""
    if quantity.exponent is not None:
        return quantity.exponent
    alone, unscaled = (write(each, "number", locale) for each in (quantity, replace(quantity, exponent=0)))
    return 0 if alone == unscaled else None
