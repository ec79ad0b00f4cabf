"""Any single fault in slides, notes or the fiche as PDF is found: of characters, of tags, of what pages repeat."""

from __future__ import annotations

from collections import Counter

import pytest

from verify.documents import ROOT, SHORT
from verify.mutations_pdf import furniture_mutations, structure_mutations, text_mutations
from verify.papers import papers

BRIEFINGS = sorted(path.stem for path in (ROOT / "content" / "briefings").glob("*.yaml"))
EACH = pytest.mark.parametrize("each", [6, pytest.param(80, marks=pytest.mark.nightly)])
CARRIER = pytest.mark.parametrize("carrier", ["slides", "notes", "sheet"])
BRIEFING = pytest.mark.parametrize("briefing", BRIEFINGS)


@CARRIER
@BRIEFING
def test_an_untouched_document_passes(briefing: str, carrier: str) -> None:
    paper = papers(briefing)[carrier]
    verification = paper.prove(paper.data).verification
    assert [str(finding) for finding in verification.findings] == []
    assert sum(check.count for check in verification.checks) > 100


@EACH
@CARRIER
@pytest.mark.parametrize("briefing", [SHORT, *(pytest.param(key, marks=pytest.mark.nightly) for key in BRIEFINGS)])
def test_every_fault_is_found(briefing: str, carrier: str, each: int) -> None:
    paper = papers(briefing)[carrier]
    faults = (
        *text_mutations(paper.data, each),
        *structure_mutations(paper.data, each),
        *furniture_mutations(paper.data, each),
    )
    missed = [fault.name for fault in faults if paper.prove(fault.data).verification.passed]
    assert missed == []
    kinds = Counter(fault.name.partition(":")[0] for fault in faults)
    assert set(kinds) >= {"digit", "letter", "word lost", "words glued", "element lost", "element doubled"}
    assert kinds.total() > 40
