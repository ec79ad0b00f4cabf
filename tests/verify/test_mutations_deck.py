"""Any single fault in a finished deck is found: in slides, notes, tables, alternative texts, charts, workbooks."""

from __future__ import annotations

import pytest

from rapport.verify.verify import deck_parity
from verify.documents import LONG, SHORT, documents
from verify.mutations_deck import EDITS, TEXTS, WORKBOOK_EDITS, deck_mutations


@pytest.mark.parametrize("each", [5, pytest.param(60, marks=pytest.mark.nightly)])
@pytest.mark.parametrize("briefing", [SHORT, *LONG])
def test_every_fault_is_found(briefing: str, each: int) -> None:
    made = documents(briefing)
    missed, tried = [], []
    for mutation in deck_mutations(made.deck, each):
        tried.append(mutation.name)
        if deck_parity(mutation.data, made.plan, made.deck_edition, made.content).verification.passed:
            missed.append(mutation.name)
    assert missed == []
    assert len(tried) > 250
    for carrier in (*TEXTS, *EDITS, *WORKBOOK_EDITS):
        assert any(carrier in name for name in tried), carrier
