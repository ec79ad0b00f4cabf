"""Any single fault in a finished brief is found: of its characters, its order, its tags, what its pages repeat."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pytest

from rapport.verify.verify import verify_brief
from verify.documents import LONG, SHORT, documents
from verify.mutations_pdf import (
    STRUCTURE_CHANGES,
    TEXT_CHANGES,
    Mutation,
    furniture_mutations,
    structure_mutations,
    text_mutations,
)

BRIEFING = pytest.mark.parametrize("briefing", [SHORT, *LONG])
EACH = pytest.mark.parametrize("each", [9, pytest.param(120, marks=pytest.mark.nightly)])
"""Faults of each kind, spread over the document."""


def tried(briefing: str, mutations: Iterable[Mutation]) -> tuple[Counter[str], list[str]]:
    """How many faults of each kind there were, and those that were not found."""
    made = documents(briefing)
    kinds, missed = Counter[str](), []
    for mutation in mutations:
        kinds[mutation.name.partition(":")[0]] += 1
        if verify_brief(mutation.data, made.brief_edition, made.content).verification.passed:
            missed.append(mutation.name)
    return kinds, missed


@EACH
@BRIEFING
def test_every_fault_of_the_text_is_found(briefing: str, each: int) -> None:
    kinds, missed = tried(briefing, text_mutations(documents(briefing).brief, each))
    assert missed == []
    assert set(kinds) == set(TEXT_CHANGES)
    assert kinds.total() > 60


@EACH
@BRIEFING
def test_every_fault_of_the_structure_is_found(briefing: str, each: int) -> None:
    kinds, missed = tried(briefing, structure_mutations(documents(briefing).brief, each))
    assert missed == []
    assert set(kinds) >= set(STRUCTURE_CHANGES) - {"language lost"}  # this briefing says all in French
    assert kinds.total() > 40


@EACH
@BRIEFING
def test_every_fault_of_what_pages_repeat_is_found(briefing: str, each: int) -> None:
    kinds, missed = tried(briefing, furniture_mutations(documents(briefing).brief, each))
    assert missed == []
    assert kinds.total() > 15
