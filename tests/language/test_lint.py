"""What the typographer leaves to the author: the code, and the words it points at."""

from __future__ import annotations

import pytest

from rapport.language.french.lint import EXPLANATIONS, lint
from rapport.language.typographer import typeset_text

CASES = [
    ("2.6 milliards d'euros", "decimal-point", "2.6"),
    ("une puissance de 5.8 GW", "decimal-point", "5.8"),
    ("1.000.000 €", "thousands-point", "1.000.000"),
    ("1,000,000 euros", "thousands-comma", "1,000,000"),
    ("le 10/02/26", "two-digit-year", "10/02/26"),
    ("Fini. 110 000 agents publics suivent.", "figure-first", "110 000 "),
    ("soit 10 millions €", "symbol-after-word", "millions €"),
    ("soit 1,7 milliards", "scale-agreement", "1,7 milliards"),
    ("soit 2 million", "scale-agreement", "2 million"),
    ("avec 0 projets", "noun-agreement", "0 projets"),
    ("en 1 ans", "noun-agreement", "1 ans"),
    ("un trillion d'opérations", "false-scale", "trillion"),
    ("5 MW/an", "power-per-time", "MW/an"),
    ("près d'onze pays", "elided-onze", "d'onze"),
    ("plus de entreprises", "missing-elision", "de entreprises"),
    ("la la France", "repeated-word", "la la"),
    ('un "oubli', "unpaired-quote", '"'),
    ("SOUS EMBARGO STRICT", "capitals", "SOUS EMBARGO STRICT"),
    ("selon le Gouvernement", "institution-capital", "Gouvernement"),
]


@pytest.mark.parametrize(("text", "code", "words"), CASES)
def test_a_doubt_names_its_place(text: str, code: str, words: str) -> None:
    assert (code, words) in [(doubt.code, text[doubt.start : doubt.end]) for doubt in lint(text)]


@pytest.mark.parametrize(("text", "code", "words"), CASES)
def test_the_typographer_does_not_hide_it(text: str, code: str, words: str) -> None:
    assert code in {doubt.code for doubt in lint(typeset_text(text))}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "RGAA 4.1.2, la version 2.6 et Python 3.11.7",
        "1,7 milliard, 2 milliards, 1 mois, 0 projet, 1,5 projet, 2 projets",
        "`de de` et https://exemple.fr/a.b",
        "de onze pays, de un à trois, de huit à dix, le 10/02/2026",
        'un écran de 15"',
        "l'État, le gouvernement ; Ministère des Armées",
        "IA, RTE, EDF et ONU",
        "2,6 Md€",
        "nous nous levons",
    ],
)
def test_what_is_right_raises_no_doubt(text: str) -> None:
    assert lint(text) == ()


def test_doubts_come_in_order_of_place() -> None:
    doubts = lint("le le 2.6 GW et de de 1 ans")
    assert [doubt.code for doubt in doubts] == ["repeated-word", "decimal-point", "repeated-word", "noun-agreement"]


def test_every_code_is_explained_to_the_author() -> None:
    assert {code for _, code, _ in CASES} == set(EXPLANATIONS)
    assert all(typeset_text(words) == words for words in EXPLANATIONS.values())
