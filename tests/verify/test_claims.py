"""Documents are held to the facts themselves: words that agree with the edition but not with its fact are found.

Changing a fact after the documents are made has the same effect as printing it wrongly in both documents at once.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from msgspec.structs import replace

from rapport.figures.claims import Claimed, FactClaim
from rapport.verify.verify import Proof, deck_parity, verify_brief, verify_media
from verify.documents import documents


def more(value: Decimal | None) -> Decimal | None:
    return value + value / 10 if value is not None else None


CHANGES: dict[str, Callable[[FactClaim], FactClaim]] = {
    "another value": lambda fact: replace(fact, low=more(fact.low), high=more(fact.high)),
    "a range": lambda fact: replace(fact, high=more(fact.high)),
    "another unit": lambda fact: replace(fact, unit="hour") if fact.low is not None else fact,
    "another qualifier": lambda fact: replace(fact, qualifier="nearly") if fact.low is not None else fact,
    "another wording": lambda fact: replace(fact, words="un tiers") if fact.words else fact,
    "another date": lambda fact: replace(fact, date="1999-01") if fact.date else fact,
    "another status": lambda fact: replace(fact, status="promised" if fact.status != "promised" else "target"),
}


def printed(proof: Proof, form: str = "") -> set[str]:
    return {one.stated.evidence.fact for one in proof.figures if form in ("", one.stated.evidence.form)}


@pytest.fixture(scope="module")
def shown() -> dict[str, set[str]]:
    made = documents("evian-g7")
    brief = verify_brief(made.brief, made.brief_edition, made.content)
    deck = deck_parity(made.deck, made.plan, made.deck_edition, made.content)
    return {"brief": printed(brief), "deck": printed(deck)}


def findings(claims: dict[str, FactClaim], medium: str) -> int:
    made = documents("evian-g7")
    content = Claimed(claims, made.content.allowed)
    if medium == "brief":
        return len(verify_brief(made.brief, made.brief_edition, content).verification.findings)
    return len(deck_parity(made.deck, made.plan, made.deck_edition, content).verification.findings)


WORDS_OF_THEIR_OWN = {"another value", "a range", "another unit", "another qualifier"}
"""Changes that a fact printed in fixed words does not show."""


@pytest.mark.parametrize("name", [name for name in CHANGES if name != "another status"])
@pytest.mark.parametrize("medium", ["brief", "deck"])
def test_every_figure_is_held_to_its_fact(name: str, medium: str, shown: dict[str, set[str]]) -> None:
    made = documents("evian-g7")
    changed = {key: CHANGES[name](fact) for key, fact in made.content.claims.items()}
    touched = {key for key, fact in changed.items() if fact != made.content.claims[key] and key in shown[medium]}
    if name in WORDS_OF_THEIR_OWN:
        touched -= {key for key in touched if made.content.claims[key].words}
    content = Claimed(changed, made.content.allowed)
    if medium == "brief":
        proof = verify_brief(made.brief, made.brief_edition, content)
    else:
        proof = deck_parity(made.deck, made.plan, made.deck_edition, content)
    told = " ".join(finding.message for finding in proof.verification.findings if finding.code == "figure-value")
    assert [key for key in sorted(touched) if f"«\u00a0{key}\u00a0»" not in told] == []
    assert touched


@pytest.mark.parametrize("medium", ["brief", "deck"])
def test_every_status_beside_a_figure_is_held_to_its_fact(medium: str) -> None:
    made = documents("evian-g7")
    changed = {key: CHANGES["another status"](fact) for key, fact in made.content.claims.items()}
    assert findings(changed, medium) > 20


def test_a_fact_that_is_gone_is_told() -> None:
    made = documents("evian-g7")
    claims = {key: fact for key, fact in made.content.claims.items() if key != "levees-2025"}
    for medium in ("brief", "deck"):
        assert findings(claims, medium) > 0


def test_documents_that_disagree_are_told_apart() -> None:
    """The deck of a content in which a figure was changed, beside the brief of the other."""
    made = documents("evian-g7")
    brief = verify_brief(made.brief, made.brief_edition, made.content)
    deck = deck_parity(made.deck, made.plan, made.deck_edition, made.content)
    wrong = tuple(replace(one, text=one.text.replace("110\u202f000", "120\u202f000")) for one in deck.figures)
    both = verify_media(brief, replace(deck, figures=wrong), "fr-FR")
    assert both.findings
    assert {finding.code for finding in both.findings} == {"media-value"}
    assert all("120\u202f000" in finding.message for finding in both.findings)
