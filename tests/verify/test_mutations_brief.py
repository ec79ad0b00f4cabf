"""Any single fault in a finished brief is found: of its characters, its order, its tags."""

from __future__ import annotations

from collections import Counter

from rapport.verify.verify import verify_brief
from verify.documents import documents
from verify.mutations_pdf import (
    STRUCTURE_CHANGES,
    TEXT_CHANGES,
    Mutation,
    furniture_mutations,
    structure_mutations,
    text_mutations,
)

EACH = 20


def found_in(mutation: Mutation) -> bool:
    made = documents("evian-g7")
    return not verify_brief(mutation.data, made.brief_edition, made.content).verification.passed


def test_every_fault_of_the_text_is_found() -> None:
    missed, tried = [], Counter[str]()
    for mutation in text_mutations(documents("evian-g7").brief, EACH):
        tried[mutation.name.partition(":")[0]] += 1
        if not found_in(mutation):
            missed.append(mutation.name)
    assert missed == []
    assert set(tried) == set(TEXT_CHANGES)
    assert tried.total() > 100


def test_every_fault_of_the_structure_is_found() -> None:
    missed, tried = [], Counter[str]()
    for mutation in structure_mutations(documents("evian-g7").brief, EACH):
        tried[mutation.name.partition(":")[0]] += 1
        if not found_in(mutation):
            missed.append(mutation.name)
    assert missed == []
    assert set(tried) >= set(STRUCTURE_CHANGES) - {"language lost"}
    assert tried.total() > 80


def test_every_fault_of_what_pages_repeat_is_found() -> None:
    mutations = list(furniture_mutations(documents("evian-g7").brief, EACH))
    assert [mutation.name for mutation in mutations if not found_in(mutation)] == []
    assert len(mutations) > 20
