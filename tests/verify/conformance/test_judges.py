"""Judges that are not ours are asked in a process of their own, and an absent one is said to be absent."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from rapport.verify.conformance import judges
from rapport.verify.conformance.judges import judge_brief, judge_deck
from verify.documents import ROOT, documents


def test_the_brief_conforms() -> None:
    checks = judge_brief(documents("evian-g7").brief)
    assert [(check.name, check.outcome) for check in checks] == [("verapdf-ua1", "passed"), ("verapdf-2a", "passed")]


def test_a_broken_rule_is_named() -> None:
    with pikepdf.open(BytesIO(documents("evian-g7").brief)) as pdf:
        del pdf.Root.MarkInfo
        target = BytesIO()
        pdf.save(target)
    universal, archive = judge_brief(target.getvalue())
    assert universal.outcome == archive.outcome == "failed"
    assert any("6.2-1" in finding.message for finding in universal.findings)


def test_an_absent_judge_was_not_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(judges, "PACKAGES", ("a_package_nobody_has",))
    monkeypatch.setenv("PATH", str(tmp_path))
    checks = (*judge_brief(documents("evian-g7").brief), *judge_deck(documents("evian-g7").deck, (tmp_path,)))
    assert [check.outcome for check in checks] == ["not-run"] * 3
    assert all(check.not_run for check in checks)


def test_the_deck_conforms() -> None:
    (check,) = judge_deck(documents("evian-g7").deck, (ROOT,))
    if check.outcome == "not-run":
        pytest.skip(f"not run: {check.not_run}")
    assert check.outcome == "passed", check.findings
