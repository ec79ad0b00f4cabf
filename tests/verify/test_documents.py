"""The project's own documents are proved, without a false alarm."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from rapport.edition.blocks.words import Quote
from rapport.edition.text import Span
from rapport.verify.deck_checks import check_edition
from rapport.verify.parity.alignment import Compared, align
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
    counts = (*_counts(brief.verification).items(), *_counts(deck.verification).items())
    idle = {name for name, count in counts if not count}
    assert idle <= {"totals", "links"}, "decks as talks show no table of figures, and the summits' texts lead nowhere"
    assert len({occurrence.stated.evidence.fact for occurrence in brief.figures}) > 25
    assert len({occurrence.stated.evidence.fact for occurrence in deck.figures}) > 20


def _counts(verification: Verification) -> dict[str, int]:
    return {check.name: check.count for check in verification.checks}


def test_a_quotation_that_the_deck_lost_is_told() -> None:
    """No briefing at hand quotes on a slide: the guard is held to a section made for it."""
    shown = documents("evian-g7")
    quotation = Quote((Span("Rien ne se perd sans être dit."),))
    section = replace(shown.deck_edition.sections[0], blocks=(quotation,), speech=())
    edition = replace(shown.deck_edition, sections=(section,))
    check = check_edition(edition, Compared((), (), align((), ())))
    assert [finding.code for finding in check.findings] == ["edition-lost"] * 2
    assert "Rien ne se perd" in check.findings[1].message
