"""How many modules one fact goes through: a reader who follows it must not have to open more."""

from __future__ import annotations

import pytest
from benchmarks import walks


def test_a_fact_reaches_both_documents_through_few_modules(capsys: pytest.CaptureFixture[str]) -> None:
    assert walks.main([]) == 0, capsys.readouterr().out


def test_a_way_that_is_too_long_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walks, "DOCUMENTS", {"brief": 3})
    assert walks.main([]) == 1
