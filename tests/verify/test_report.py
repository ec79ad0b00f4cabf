"""What a verification says, to eyes and to programs."""

from __future__ import annotations

import json

import pytest
from msgspec.structs import replace

from rapport.formats.unreadable import quoted
from rapport.origin import Origin
from rapport.verify.report import Check, Finding, Verification, slide_place, table, to_json, verdict

FINDING = Finding(
    "figure-value", "« 2,7 Md€ » se lit 2700000000", slide_place(5, "Titre"), Origin("content/a.yaml", 3, 1)
)
MIXED = Verification(
    "deck.pptx",
    (
        Check("deck-words", "Mots", 2500),
        Check("figures", "Chiffres relus", 84, (FINDING,)),
        Check("ooxml", "Office Open XML", 0, not_run="le validateur n’est pas installé"),
    ),
)


def test_the_table_reads_like_a_report() -> None:
    assert table(MIXED).splitlines() == [
        "deck.pptx",
        "  Mots               2500  conforme",
        "  Chiffres relus       84  en défaut",
        "    diapositive\u00a05, forme «\u00a0Titre\u00a0»\u00a0: figure-value\u00a0: "
        "« 2,7 Md€ » se lit 2700000000 (content/a.yaml:3:1)",
        "  Office Open XML       0  non exécuté (le validateur n’est pas installé)",
        "  Non conforme\u00a0: 1 différence, à la lecture indépendante.",
    ]


REBUILT = Check("rebuilt", "Comparé au document reconstruit", 1, note="authentique, octet pour octet")


@pytest.mark.parametrize(
    ("checks", "said"),
    [
        (
            (REBUILT, MIXED.checks[0]),
            "Prouvé deux fois : par reconstruction (authentique, octet pour octet) et par lecture indépendante.",
        ),
        ((REBUILT,), "Prouvé par reconstruction seule : authentique, octet pour octet."),
        (
            (REBUILT, Check("signature", "Signature", 1)),
            "Prouvé par reconstruction seule : authentique, octet pour octet.",
        ),
        (MIXED.checks[:1], "Prouvé par lecture indépendante seule : rien n’a été reconstruit."),
        (
            (replace(REBUILT, findings=(FINDING, FINDING)), MIXED.checks[0]),
            "Non conforme : 2 différences, par reconstruction.",
        ),
        (
            (replace(REBUILT, findings=(FINDING,)), MIXED.checks[1]),
            "Non conforme : 2 différences, par reconstruction et à la lecture indépendante.",
        ),
        ((replace(REBUILT, note="", unproved="contenu absent"),), "Non prouvé : contenu absent."),
        (MIXED.checks[2:], "Rien n’est prouvé."),
        ((Check("media", "Mêmes faits", 24),), "Les deux documents disent la même chose."),
        (
            (Check("twin-places", "Mêmes lieux", 9), Check("twin-figures", "Mêmes chiffres", 9)),
            "Les deux documents disent la même chose.",
        ),
    ],
)
def test_a_sentence_says_which_proof_was_given(checks: tuple[Check, ...], said: str) -> None:
    assert verdict(Verification("deck.pptx", checks)).replace("\u00a0", " ") == said


def test_a_check_that_was_not_run_neither_passes_nor_fails() -> None:
    assert [check.outcome for check in MIXED.checks] == ["passed", "failed", "not-run"]
    assert not MIXED.passed
    assert Verification("deck.pptx", MIXED.checks[2:]).passed


def test_the_same_verification_gives_the_same_bytes() -> None:
    data = to_json([MIXED])
    assert data == to_json([MIXED])
    assert data.endswith(b"\n")
    (verification,) = json.loads(data)["verifications"]
    assert verification["checks"][1]["findings"][0]["origin"] == "content/a.yaml:3:1"


def test_a_long_quotation_is_shortened_in_its_middle() -> None:
    shown = quoted("mot " * 60)
    assert len(shown) < 70
    assert " … " in shown
