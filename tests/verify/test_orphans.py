"""A number in prose has a fact, or is one of the few things that need none."""

from __future__ import annotations

import pytest

from rapport.figures.claims import Allowed, orphans, strays
from rapport.origin import NOWHERE
from rapport.verify.parity.alignment import compared
from rapport.verify.parity.line import ExpectedLine
from rapport.verify.statements import orphan_findings

ALLOWED = Allowed(
    names=("G7", "France 2030", "Osez l'IA 2030"),
    exceptions=("deux rendez-vous", "moins de dix personnes"),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Plus de 110\u202f000 agents", ["110\u202f000"]),
        ("2,6\u00a0milliards d’euros et 5,8\u00a0GW", ["2,6\u00a0milliards d’euros", "5,8\u00a0GW"]),
        ("vingt-trois projets en 2024", ["vingt-trois"]),
        ("une centaine de projets", ["une centaine"]),
    ],
)
def test_a_number_without_a_fact_is_found(text: str, found: list[str]) -> None:
    assert list(orphans(text, ALLOWED)) == found


@pytest.mark.parametrize(
    "text",
    [
        "Le G7 et France\u00a02030",
        "« Osez l’IA\u00a02030 »",
        "Deux rendez-vous, et les TPE de moins de dix personnes",
        "le 10\u00a0février\u00a02026, les 18 et 19\u00a0février, en juin 2026, fin 2027, d’ici 2030, en 2026",
        "texte du 10\u00a0février\u00a02026, §\u00a04, 8 et 9, p.\u00a012",
        "Un an après, une première mondiale, un neuf",
        "les deux sujets, trois messages",
        "le CO2, le MI300, la version 4.1.2, le 2e supercalculateur",
        "le 11 février 2026, en mars, vers 19 h 30",
    ],
)
def test_names_dates_locators_and_exceptions_need_none(text: str) -> None:
    assert orphans(text, ALLOWED) == ()


@pytest.mark.parametrize(
    "text",
    [
        "10\u00a0Feb\u00a02026, 10 February 2026, By end of May 2027",
        "a city of several hundred thousand people, a few million homes",
    ],
)
def test_english_dates_and_vague_numbers_need_none(text: str) -> None:
    assert strays(text, ALLOWED, "en") == ()


def test_a_number_after_a_month_still_needs_a_fact() -> None:
    assert [stray.text for stray in strays("In March 2026, 12 people out of several hundred", ALLOWED, "en")] == ["12"]


def told(text: str) -> list[str]:
    line = ExpectedLine(text, "shape", NOWHERE)
    return [finding.code for finding in orphan_findings(compared([line], []), ALLOWED, "fr")]


def test_a_title_on_several_slides_says_which_it_is() -> None:
    assert told("Des chiffres (2/4)") == []
    assert told("Des chiffres 2/4") == ["orphan", "orphan"]
    assert told("Des chiffres (2/4) de plus") == ["orphan", "orphan"]


def test_a_name_inside_another_word_is_no_name() -> None:
    assert orphans("la France 20301 fois", ALLOWED) == ("20301 fois",)
