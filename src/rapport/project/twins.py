"""The documents of a briefing in two languages, held against each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapport.edition.walk import evidence
from rapport.project.composition import Composition
from rapport.project.editions import Variant
from rapport.project.proofs import BRIEF, DECK
from rapport.verify.report import Verification
from rapport.verify.twins import Twin, TwinPlace, check_twins
from rapport.verify.verify import Proof

Proved = tuple[Variant, str, Composition, Proof]
"""A document that was proved: what it is of, the ending of its name, what it was drawn from, its proof."""


def twins(proved: Iterable[Proved]) -> Iterator[Verification]:
    """A verification for each main document that was proved in more than one language."""
    first: dict[tuple[str, str, str], Proved] = {}
    for one in proved:
        variant, ending, made, proof = one
        if ending not in (BRIEF, DECK) or not proof.figures:
            continue
        own = first.setdefault((variant.key, variant.audience, ending), one)
        if own is not one and own[0].locale != variant.locale:
            names = f"{own[0].named(ending)} et {variant.named(ending)}"
            yield Verification(names, check_twins(_twin(own), _twin((variant, ending, made, proof))))


def _twin(proved: Proved) -> Twin:
    _variant, ending, made, proof = proved
    if ending == BRIEF:
        places = [TwinPlace(each.key, tuple(evidence(each))) for each in made.brief.sections]
        return Twin(made.brief.language, tuple(places), proof.figures)
    shown = [(each.key, (each.title, each.elements, each.speech)) for each in made.plan.slides]
    return Twin(
        made.deck.language, tuple(TwinPlace(key, tuple(evidence(value))) for key, value in shown), proof.figures
    )
