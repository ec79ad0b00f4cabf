"""The file of a campaign: what is told of it, where, before anything is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from campaigns import Scene
from content_tree import plain_spaces
from rapport.cli import main

PLAN = """\
briefings: [evian]
recipients: liste.csv
locales: [fr_FR]
audiences: [internal]
documents: [brief]
copies: stamped
"""
FAULTS = [
    ("briefings: [evian]", "briefing: [evian]", "plan.yaml:1:1: key-unknown", "vouliez-vous dire « briefings » ?"),
    ("briefings: [evian]", "briefings: []", "plan.yaml:1:12: list-too-short", "donnez-lui un élément"),
    ("briefings: [evian]", "briefings: evian", "plan.yaml:1:12: list-expected", "commencez chaque élément"),
    ("[evian]", "[evain]", "plan.yaml:1:13: briefing-unknown", "vouliez-vous dire « evian » ?"),
    ("[evian]", "[evian, evian]", "plan.yaml:1:20: value-repeated", "retirez-en un"),
    ("recipients: liste.csv\n", "", "plan.yaml:1:1: key-missing", "recipients"),
    ("liste.csv", "absente.csv", "absente.csv: file-unreadable", ""),
    ("[fr_FR]", "[fr_RF]", "plan.yaml:3:11: choice-unknown", "vouliez-vous dire « fr_FR » ?"),
    ("[fr_FR]", "[fr_FR, en_GB]", "plan.yaml:1:13: briefing-untranslated", "rapport translate en_GB"),
    ("[internal]", "[presse]", "plan.yaml:4:13: choice-unknown", "press"),
    ("[brief]", "[bref]", "plan.yaml:5:13: choice-unknown", "vouliez-vous dire « brief » ?"),
    ("stamped", "stampd", "plan.yaml:6:9: choice-unknown", "vouliez-vous dire « stamped » ?"),
    ("stamped", "stamped\nfinal: oui", "plan.yaml:7:8: truth-expected", "true ou false"),
    ("stamped", "stamped\nsignature: {cle: a.p12}", "plan.yaml:7:13: key-unknown", ""),
    ("stamped", "stamped\nsignature: {}", "plan.yaml:7:12: key-missing", "key"),
    ("copies: stamped", "copies: [", "plan.yaml:", ""),
]


@pytest.mark.parametrize(("old", "new", "place", "hint"), FAULTS)
def test_a_fault_is_told_at_its_place(
    old: str, new: str, place: str, hint: str, *, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert old in PLAN
    scene = Scene.of(tmp_path, PLAN.replace(old, new, 1), "nom\nZoé Çelik\n")
    assert main(scene.words()) == 1
    said = plain_spaces(capsys.readouterr().err)
    assert place in said
    assert hint in said
    assert not (tmp_path / "output").exists()


def test_faults_are_told_all_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan = PLAN.replace("stamped", "stampd").replace("[brief]", "[bref]").replace("[internal]", "[presse]")
    assert main(Scene.of(tmp_path, plan).words()) == 1
    assert "3 fautes" in plain_spaces(capsys.readouterr().err)


@pytest.mark.parametrize(
    ("plan", "recipients", "said"),
    [
        ("", "nom\nZoé Çelik\nAna Silva\n", "liste.csv:2:1: audience-missing: « Zoé Çelik », et un autre"),
        ("audiences: [press]", "nom;public\nZoé Çelik;interne\n", "plan.yaml:1:1: recipients-missing"),
        (
            "audiences: [press]",
            "nom;public\nAna;presse\nZoé;interne\n",
            "liste.csv:3:1: avertissement: audience-left-out",
        ),
        ("locales: [fr_FR]", "nom;public;langue\nAna;presse;en\n", "liste.csv:2:1: avertissement: locale-left-out"),
        ("passwords: rien.csv", "nom;public\nAna;presse\n", "lecture impossible : « "),
        ("signature: {key: rien.p12}", "nom;public\nAna;presse\n", "lecture impossible : « "),
    ],
)
def test_what_plan_and_list_say_together_is_told(
    plan: str, recipients: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    scene = Scene.of(tmp_path, f"briefings: [evian]\nrecipients: liste.csv\n{plan}\n", recipients)
    assert main(scene.words("--dry-run")) == (0 if "avertissement" in said else 2 if "lecture" in said else 1)
    assert said in plain_spaces(capsys.readouterr().err)


def test_a_plan_that_is_no_file_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scene = Scene.of(tmp_path, PLAN)
    (tmp_path / "plan.yaml").unlink()
    assert main(scene.words()) == 1
    assert "plan.yaml: file-unreadable" in capsys.readouterr().err


def test_workers_are_the_machine_s_or_the_cluster_s(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(Scene.of(tmp_path, PLAN).words("--workers=2", "--scheduler=tcp://127.0.0.1:8786")) == 2
    assert "--workers ne va pas avec --scheduler" in capsys.readouterr().err
