"""Facts held against the text they were taken from, however the source spells its figures."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rapport.figures.claims import FactClaim
from rapport.origin import Origin
from rapport.verify.provenance import Taken, paragraphs, provenance_findings

SOURCE = """Un titre

Le plan vise 75% des communes, pour plus de 2,6 milliards d'euros. Il sera prêt le 3 mai 2031.
Le parc atteindra 5,8 GW en trois à quatre ans ; la moitié est bâtie. Le reste vaut 1,7 milliard à lui seul.
"""
PLACE = Origin("content/facts/x.yaml", 3, 1)


def findings(claim: FactClaim, locator: str) -> list[str]:
    return [str(finding) for finding in provenance_findings([Taken(claim, locator, PLACE)], SOURCE, "fr")]


def quantity(value: str, unit: str = "", qualifier: str = "", words: str = "", high: str = "") -> FactClaim:
    return FactClaim("x", Decimal(value), Decimal(high or value), unit, qualifier, words=words)


def test_paragraphs_are_the_lines_that_are_not_empty() -> None:
    assert [text[:10] for text in paragraphs(SOURCE)] == ["Un titre", "Le plan vi", "Le parc at"]


@pytest.mark.parametrize(
    ("claim", "locator"),
    [
        (quantity("75", "percent"), "§ 2"),
        (quantity("2600000000", "EUR", "more-than"), "§ 2"),
        (quantity("5.8", "gigawatt"), "§ 3"),
        (quantity("3", "year", high="4"), "§ 3"),
        (quantity("50", "percent", words="la moitié"), "§ 3"),
        (quantity("1700000000", "EUR"), "§ 3"),
        (FactClaim("x", date="2031-05-03"), "§\u00a02"),
        (FactClaim("x", words="sans chiffre"), "§ 1"),
    ],
)
def test_a_figure_of_the_source_is_found_in_any_spelling(claim: FactClaim, locator: str) -> None:
    assert findings(claim, locator) == []


@pytest.mark.parametrize(
    ("claim", "locator", "said"),
    [
        (quantity("76", "percent"), "§ 2", "« 76 percent » ne se lit pas dans la source"),
        (quantity("75", "percent"), "§ 3", "« 75 percent » ne se lit pas dans la source"),
        (quantity("2600000000", "EUR"), "§ 2", "« 2600000000 EUR » ne se lit pas dans la source"),
        (quantity("5.8", "megawatt"), "§ 3", "« 5.8 megawatt » ne se lit pas dans la source"),
        (FactClaim("x", date="2031-05-04"), "§ 2", "« 2031-05-04 » ne se lit pas dans la source"),
        (quantity("1"), "§ 9", "la source n’a pas de paragraphe 9"),
        (quantity("1"), "page 9", "aucun paragraphe dans « page 9 »"),
    ],
)
def test_what_the_source_does_not_state_is_named(claim: FactClaim, locator: str, said: str) -> None:
    [finding] = findings(claim, locator)
    assert said in finding.replace("\u00a0", " ")
    assert finding.endswith("(content/facts/x.yaml:3:1)")
