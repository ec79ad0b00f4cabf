"""A matrix of positions holds a stance for each topic, in few words."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.model.blocks.matrix import MatrixBlock, MatrixSpec, Party
from rapport.model.content import Content
from rapport.problem import Problem
from rapport.read.checks.calls import Knowledge

PARTIES = (3, 12)
"""How many parties a matrix compares; fewer are better told in a comparison, more in groups."""
MOST_TOPICS = 8
MOST_WORDS = 4
"""Words of a cell: two say a position, four do with an article."""


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
