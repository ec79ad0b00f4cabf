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


def fact(status: str) -> FactClaim:
    return FactClaim("pret", Decimal(3_000_000), Decimal(3_000_000), "EUR", "", status)


def told(
    claim: FactClaim, parts: tuple[str, str, str], role: str = "prose", scope: str = "", language: str = "fr-FR"
) -> list[str]:
    before, figure, after = parts
    spans = (Span(before), Span(figure, evidence=Evidence(claim.key, "value")), Span(after))
    expected = line(tuple(span for span in spans if span.text), role, scope=scope)
    both = compared([expected], [FoundLine(expected.text, "page 1", page=1)])
    found = occurrences(both.alignment, both.expected, both.found)
    return [finding.code for finding in qualifier_findings(found, {claim.key: claim}, language)]


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


@pytest.mark.parametrize(
    ("status", "said", "unsaid"),
    [
        ("planned", "Un prêt est proposé :", "À propos de ce prêt :"),
        ("planned", "Sont attendus", "Attendu que le prêt est signé,"),
        ("planned", "Avant l’été, le prêt coûte", "Quel avantage vaut"),
        ("in-progress", "Le musée est en train de verser", "Un voyage en train a coûté"),
        ("in-progress", "La demande, en instruction, porte sur", "L’instruction publique a reçu"),
        ("estimated", "Le coût est de l’ordre de", "L’ordre de mission coûte"),
        ("adopted", "Le conseil a voté", "Votre musée a reçu"),
        ("promised", "Le mécène a promis", "La promotion du lieu a coûté"),
        ("target", "Le musée vise", "Les visiteurs du musée ont versé"),
        ("provisional", "Le résultat provisoire est de", "La provision est de"),
    ],
)
def test_a_word_that_begins_alike_says_no_status(status: str, said: str, unsaid: str) -> None:
    for before, codes in ((said, []), (unsaid, ["status-missing"])):
        assert told(fact(status), (f"{before} ", f"3{N}millions d’euros", ".")) == codes


@pytest.mark.parametrize(
    ("status", "said", "unsaid"),
    [
        ("adopted", "The council committed", "The committee received"),
        ("adopted", "The budget passed:", "Each passenger paid"),
        ("planned", "The works are planned at", "The plant and its planes cost"),
        ("projected", "Income is projected at", "The project and its willing partners cost"),
        ("reserved", "It has reserved", "The reservoir cost"),
    ],
)
def test_nor_in_english(status: str, said: str, unsaid: str) -> None:
    for before, codes in ((said, []), (unsaid, ["status-missing"])):
        assert told(fact(status), (f"{before} ", "£3 million", "."), language="en-GB") == codes


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
