"""A table holds what its kind needs; a matrix of positions a stance for each topic, in few words."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.model.blocks.figures import TableBlock, TableSpec
from rapport.model.blocks.matrix import MatrixBlock, MatrixSpec, Party
from rapport.model.content import Content
from rapport.problem import Problem
from rapport.read.checks.calls import Knowledge
from rapport.read.checks.charts import measure_of

PARTIES = (3, 12)
"""How many parties a matrix compares; fewer are better told in a comparison, more in groups."""
MOST_TOPICS = 8
MOST_WORDS = 4
"""Words of a cell: two say a position, four do with an article."""


def tables_are_whole(content: Content, _knowledge: Knowledge) -> Iterator[Problem]:
    """A table has facts, or columns and rows of words, each row with a cell for each column."""
    for section in content.sections.values():
        for block in section.blocks:
            if isinstance(block, TableBlock):
                yield from _form_of_table(block.table)
                yield from _bars_of_table(block.table, content)


def _bars_of_table(spec: TableSpec, content: Content) -> Iterator[Problem]:
    """Bars compare lengths: of facts alone, of one status and one unit."""
    if not spec.bars:
        return
    calls = (*spec.facts, *(call for group in spec.groups for call in group.facts))
    facts = [(call, content.facts[call.fact]) for call in calls if call.fact in content.facts]
    if not facts:
        yield Problem("table-bars", "des barres comparent des faits", spec.origin, "retirez «\u00a0bars\u00a0»")
    for call, fact in facts:
        first = facts[0][1]
        if fact.bounds is None or fact.status != first.status or measure_of(fact) != measure_of(first):
            message = f"«\u00a0{call.fact}\u00a0» n’a pas le statut et l’unité des autres barres"
            hint = "retirez «\u00a0bars\u00a0», ou faites deux tableaux"
            yield Problem("table-bars", message, call.fact.origin, hint)


def _form_of_table(spec: TableSpec) -> Iterator[Problem]:
    facts, words = bool(spec.facts or spec.groups), bool(spec.columns or spec.rows)
    if facts == words or bool(spec.columns) != bool(spec.rows):
        hint = "donnez «\u00a0facts\u00a0» ou «\u00a0groups\u00a0», ou bien «\u00a0columns\u00a0» et «\u00a0rows\u00a0»"
        yield Problem("table-form", "ce tableau n’a pas ce qu’il lui faut", spec.origin, hint)
        return
    widths = [column.width for column in spec.columns if column.width is not None]
    if any(not 0 < width <= 100 for width in widths) or sum(widths) > 100:
        hint = "donnez à chacune une part de cent, et moins de cent à toutes"
        message = f"les colonnes demandent {sum(widths):g}\u00a0% de la largeur"
        yield Problem("table-width", message, spec.origin, hint)
    for row in spec.rows:
        expected = 1 if row.kind == "group" else len(spec.columns)
        if len(row.cells) != expected:
            message = f"cases\u00a0: {len(row.cells)}, attendues\u00a0: {expected}"
            hint = "donnez une case par colonne, une seule pour un intertitre («\u00a0kind: group\u00a0»)"
            yield Problem("table-row", message, row.origin, hint)


def matrices_are_whole(content: Content, _knowledge: Knowledge) -> Iterator[Problem]:
    """Three to twelve parties, each with as many stances as there are topics, each in a few words."""
    for section in content.sections.values():
        for block in section.blocks:
            if isinstance(block, MatrixBlock):
                yield from _size(block.matrix)
                for party in block.matrix.parties:
                    yield from _row(party, block.matrix)


def _size(spec: MatrixSpec) -> Iterator[Problem]:
    count, (least, most) = len(spec.parties), PARTIES
    if not least <= count <= most:
        hint = "de deux, faites une comparaison\u00a0; de plus de douze, des groupes, ou un tableau"
        yield Problem("matrix-parties", f"parties\u00a0: {count}, attendues\u00a0: {least} à {most}", spec.origin, hint)
    if len(spec.topics) > MOST_TOPICS:
        message = f"sujets\u00a0: {len(spec.topics)}, au plus\u00a0: {MOST_TOPICS}"
        yield Problem("matrix-topics", message, spec.topics[MOST_TOPICS].origin, "faites deux matrices")


def _row(party: Party, spec: MatrixSpec) -> Iterator[Problem]:
    if len(party.stances) != len(spec.topics):
        message = f"positions\u00a0: {len(party.stances)}, sujets\u00a0: {len(spec.topics)}"
        hint = "donnez-en une par sujet\u00a0; «\u00a0unknown\u00a0» s’il faut encore la connaître"
        yield Problem("matrix-row", message, party.origin, hint)
    for stance in party.stances:
        if stance.text is not None and len(stance.text.text.split()) > MOST_WORDS:
            message = f"«\u00a0{stance.text.text}\u00a0» a plus de {MOST_WORDS} mots"
            hint = "deux mots suffisent\u00a0; le reste va dans un tableau"
            yield Problem("matrix-words", message, stance.text.origin, hint, "warning")
