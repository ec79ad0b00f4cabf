"""The project's own documents are proved, without a false alarm."""

from __future__ import annotations

import pytest

from rapport.verify.report import Verification, table
from rapport.verify.verify import verify_brief, verify_deck, verify_media
from verify.documents import documents

BRIEFINGS = ("evian-g7", "new-delhi")


@pytest.mark.parametrize("briefing", BRIEFINGS)
def test_both_documents_say_what_the_content_says(briefing: str) -> None:
    made = documents(briefing)
    brief = verify_brief(made.brief, made.brief_edition, made.content)
    deck = verify_deck(made.deck, made.plan, made.deck_edition, made.content)
    together = verify_media(brief, deck, made.brief_edition.language)
    for verification in (brief.verification, deck.verification, together):
        assert not verification.findings, table(verification)


@pytest.mark.parametrize("briefing", BRIEFINGS)
def test_the_checks_looked_at_something(briefing: str) -> None:
    made = documents(briefing)
    brief = verify_brief(made.brief, made.brief_edition, made.content)
    deck = verify_deck(made.deck, made.plan, made.deck_edition, made.content)
    assert _counts(brief.verification)["brief-words"] > 2000
    assert _counts(deck.verification)["deck-words"] > 1500
    assert all(count > 0 for count in (*_counts(brief.verification).values(), *_counts(deck.verification).values()))
    assert len({occurrence.stated.evidence.fact for occurrence in brief.figures}) > 25
    assert len({occurrence.stated.evidence.fact for occurrence in deck.figures}) > 20


def _counts(verification: Verification) -> dict[str, int]:
    return {check.name: check.count for check in verification.checks}
