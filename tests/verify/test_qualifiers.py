"""A figure keeps its qualifier and says its status within its own reach."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rapport.edition.text import Evidence, Span
from rapport.figures.claims import FactClaim
from rapport.verify.parity.alignment import compared
from rapport.verify.parity.figures import occurrences
from rapport.verify.parity.line import FoundLine, line
from rapport.verify.statements import qualifier_findings

N = "\u00a0"
RAISED = FactClaim("levees", Decimal("2.6E9"), Decimal("2.6E9"), "EUR", "more-than", "achieved")
PROMISED = FactClaim("promesses", Decimal("109E9"), Decimal("109E9"), "EUR", "", "promised")


def told(claim: FactClaim, parts: tuple[str, str, str], role: str = "prose", scope: str = "") -> list[str]:
    before, figure, after = parts
    spans = (Span(before), Span(figure, evidence=Evidence(claim.key, "value")), Span(after))
    expected = line(tuple(span for span in spans if span.text), role, scope=scope)
    both = compared([expected], [FoundLine(expected.text, "page 1", page=1)])
    found = occurrences(both.alignment, both.expected, both.found)
    return [finding.code for finding in qualifier_findings(found, {claim.key: claim}, "fr-FR")]


@pytest.mark.parametrize(
    ("before", "figure", "after", "codes"),
    [
        ("Elles ont levé plus de ", f"2,6{N}Md€", " en un an.", []),
        ("Plus de ", f"2,6{N}Md€", " ont été levés.", []),
        ("Elles ont levé ", f"2,6{N}Md€", " en un an.", ["qualifier-missing"]),
        ("C’est plus de cent levées. Elles valent ", f"2,6{N}Md€", ".", ["qualifier-missing"]),
        ("C’est plus de monde. Elles valent ", f"2,6{N}Md€", ". Plus de dix sont là.", ["qualifier-missing"]),
    ],
)
def test_the_qualifier_stands_in_the_sentence(before: str, figure: str, after: str, codes: list[str]) -> None:
    assert told(RAISED, (before, figure, after)) == codes


@pytest.mark.parametrize(
    ("before", "codes"),
    [
        ("Le Sommet a vu promettre ", []),
        ("Au Sommet, on a promis ", []),
        ("Les engagements du Sommet sont de ", []),
        ("La France a dépensé ", ["status-missing"]),
    ],
)
def test_what_is_only_promised_is_said_to_be(before: str, codes: list[str]) -> None:
    assert told(PROMISED, (before, f"109{N}milliards d’euros", ".")) == codes


def test_what_is_done_needs_no_word_in_prose() -> None:
    assert told(RAISED, ("Elles ont levé plus de ", f"2,6{N}Md€", ".")) == []


def test_a_tile_bears_its_status() -> None:
    assert told(PROMISED, ("", f"109{N}Md€", ""), role="tile", scope=f"109{N}Md€ pour construire Promis") == []
    assert told(PROMISED, ("", f"109{N}Md€", ""), role="tile", scope=f"109{N}Md€ pour construire Réalisé") == [
        "status-missing"
    ]


def test_the_header_of_a_column_is_within_reach() -> None:
    scope = "Levées Montant, plus de Mistral AI Réalisé"
    assert told(RAISED, ("", f"2,6{N}Md€", ""), role="cell", scope=scope) == []
    assert told(RAISED, ("", f"2,6{N}Md€", ""), role="cell", scope="Montant Réalisé") == ["qualifier-missing"]
