"""A figure says what its fact claims: value, range, unit, qualifier, date, status, in the form it is printed in."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rapport.figures.claims import FactClaim
from rapport.verify.parity.figures import disagreement

N = "\u00a0"
RAISED = FactClaim("levees", Decimal("2.6E9"), Decimal("2.6E9"), "EUR", "more-than", "achieved", "", "2025")
RANGE = FactClaim("delai", Decimal(3), Decimal(4), "year", "", "planned")
POWER = FactClaim("puissance", Decimal("5.8"), Decimal("5.8"), "gigawatt", "", "reserved")
SHARE = FactClaim("terrains", Decimal(75), Decimal(75), "percent", "more-than", "achieved")
PEOPLE = FactClaim("agents", Decimal(110_000), Decimal(110_000), "agent public", "more-than", "achieved")
EXACT = FactClaim("exact", Decimal("2654321000"), Decimal("2654321000"), "EUR", "", "achieved")
EVENT = FactClaim("delhi", date="2026-02-18/19", status="planned")
SPELT = FactClaim("delai", Decimal(3), Decimal(4), "year", "", "planned", words="trois à quatre ans")
FALL = FactClaim("recul", Decimal(-4), Decimal(-4), "percent", "", "measured")
HALF = FactClaim("moitie", Decimal(50), Decimal(50), "percent", "", "target", words="la moitié")

RIGHT = [
    (RAISED, "full", f"plus de 2,6{N}milliards d’euros"),
    (RAISED, "amount", f"plus de 2,6{N}Md€"),
    (RAISED, "short", f"2,6{N}Md€"),
    (RAISED, "value", f"2,6{N}milliards d’euros"),
    (RAISED, "number", "2,6"),
    (RAISED, "period", "2025"),
    (RAISED, "status", "réalisé"),
    (RANGE, "full", "trois à quatre ans"),
    (RANGE, "short", f"3 à 4{N}ans"),
    (POWER, "full", f"5,8{N}GW"),
    (POWER, "full", f"5\u202f800{N}MW"),
    (SHARE, "full", f"plus de 75{N}%"),
    (PEOPLE, "full", "plus de 110\u202f000 agents publics"),
    (EXACT, "short", f"2,7{N}Md€"),
    (EVENT, "full", f"18 et 19{N}février{N}2026"),
    (EVENT, "full", f"18 et 19{N}février"),
    (HALF, "full", "la moitié"),
    (SPELT, "full", "trois à quatre ans"),
    (SPELT, "amount", f"3 à 4{N}ans"),
    (RAISED, "spoken", "plus de deux virgule six milliards d’euros"),
    (POWER, "spoken", "cinq virgule huit gigawatts"),
    (FALL, "spoken", "moins quatre pour cent"),
]

WRONG = [
    (RAISED, "full", f"plus de 2,7{N}milliards d’euros", "se lit 2700000000"),
    (RAISED, "full", f"2,6{N}milliards d’euros", "nuance lue"),
    (RAISED, "full", f"près de 2,6{N}milliards d’euros", "nuance lue"),
    (RAISED, "short", f"plus de 2,6{N}Md€", "nuance lue"),
    (RAISED, "full", f"plus de 2,6{N}millions d’euros", "se lit 2600000"),
    (RAISED, "full", f"plus de 2,6{N}milliards de dollars", "unité lue"),
    (RAISED, "full", f"plus de 2,6{N}milliards", "unité lue"),
    (RAISED, "short", f"3{N}Md€", "se lit 3000000000"),
    (RAISED, "number", "2,7", "se lit 2.7"),
    (RAISED, "period", "2024", "n’est pas la date"),
    (RAISED, "status", "promis", "n’est pas un mot du statut"),
    (RAISED, "full", "des sommes", "0 nombre(s)"),
    (RAISED, "full", f"plus de 2,6{N}Md€ et 3{N}Md€", "2 nombre(s)"),
    (RANGE, "full", "trois à cinq ans", "se lit 3 à 5"),
    (RANGE, "full", "trois ans", "se lit 3"),
    (RANGE, "full", "trois à quatre mois", "unité lue"),
    (POWER, "full", f"5,8{N}MW", "se lit 5800000"),
    (POWER, "full", f"5,8{N}GWh", "unité lue"),
    (SHARE, "full", f"plus de 75{N}€", "unité lue"),
    (PEOPLE, "full", "plus de 11\u202f000 agents publics", "se lit 11000"),
    (EXACT, "value", f"2,7{N}milliards d’euros", "se lit 2700000000"),
    (EXACT, "short", f"2,6{N}Md€", "se lit 2600000000"),
    (EVENT, "full", f"18 et 20{N}février{N}2026", "n’est pas la date"),
    (EVENT, "full", f"18 et 19{N}mars{N}2026", "n’est pas la date"),
    (EVENT, "full", f"18 et 19{N}février{N}2027", "n’est pas la date"),
    (EVENT, "full", "bientôt", "0 date(s)"),
    (HALF, "full", "le tiers", "au lieu de"),
    (SPELT, "amount", f"3 à 5{N}ans", "se lit 3 à 5"),
    (HALF, "amount", f"50{N}%", "au lieu de"),
    (RAISED, "spoken", "deux virgule six milliards d’euros", "nuance"),
    (POWER, "spoken", "cinq virgule neuf gigawatts", "se lit"),
]


@pytest.mark.parametrize(("claim", "form", "text"), RIGHT)
def test_a_right_figure_agrees(claim: FactClaim, form: str, text: str) -> None:
    assert disagreement(text, form, claim, "fr-FR") == ""


@pytest.mark.parametrize(("claim", "form", "text", "words"), WRONG)
def test_a_wrong_figure_is_told(claim: FactClaim, form: str, text: str, words: str) -> None:
    assert words in disagreement(text, form, claim, "fr-FR")


@pytest.mark.parametrize(
    ("notation", "right", "wrong"),
    [
        ("2026-06", "juin 2026", "juillet 2026"),
        ("end-2027", "fin 2027", "début 2027"),
        ("end-2027", "fin 2027", "2027"),
        ("by-2030", "d’ici 2030", "en 2030"),
        ("2026-Q1", "1er trimestre 2026", "2e trimestre 2026"),
        ("2026-02-28/2026-03-02", "du 28 février au 2 mars 2026", "du 28 février au 3 mars 2026"),
        ("2024/2026", "de 2024 à 2026", "de 2024 à 2027"),
    ],
)
def test_partial_dates(notation: str, right: str, wrong: str) -> None:
    claim = FactClaim("date", date=notation)
    assert disagreement(right, "full", claim, "fr") == ""
    assert disagreement(wrong, "full", claim, "fr")


def test_quotation_marks_of_words_are_typography() -> None:
    claim = FactClaim("rang", status="achieved", words='"honourable" place')
    assert disagreement("“honourable” place", "full", claim, "en") == ""
    assert disagreement("“honorable” place", "full", claim, "en")
