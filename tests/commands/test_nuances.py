"""What `rapport check` says of a figure that has lost its qualifier or its status; `rapport verify` judges alike."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefing_tree import project
from content_tree import SMALL, plain_spaces
from rapport.cli import main
from rapport.project import composition

SECTION = SMALL["sections/financement.yaml"]
PROSE = "{pme} des PME équipées."


def said(tmp_path: Path, capsys: pytest.CaptureFixture[str], section: str) -> list[str]:
    main(["check", *project(tmp_path, {"sections/financement.yaml": section})])
    shown = plain_spaces(capsys.readouterr().out)
    return re.split(r"^(?:aucune|\d+) fautes?, ", shown, flags=re.MULTILINE)[0].splitlines()  # what follows counts


@pytest.mark.parametrize(
    ("typed", "message", "hint"),
    [
        (
            "Elles ont levé {levees:value}.",
            "qualifier-missing: « 2,6 milliards d’euros » perd sa nuance : « plus de »",
            "dites « plus de » dans la même phrase, ou écrivez {levees}",
        ),
        (
            "Plus de monde vient. Elles ont levé {levees:short}.",
            "qualifier-missing: « 2,6 Md€ » perd sa nuance : « plus de »",
            "dites « plus de » dans la même phrase, ou écrivez {levees}",
        ),
        (
            "Le total atteint {promesse}.",
            "status-missing: « 109 milliards d’euros » ne dit pas son statut : « promis »",
            "dites « promis » dans la même phrase, par exemple par {promesse:status}",
        ),
        (
            "Le total atteint {promesse:number} milliards. Il est promis.",
            "status-missing: « 109 » ne dit pas son statut : « promis »",
            "dites « promis » dans la même phrase, par exemple par {promesse:status}",
        ),
        (
            "Toutes seront équipées d'ici {pme:period}.",
            "avertissement: word-doubled: « d’ici d’ici 2030 » : le chiffre commence déjà ainsi",
            "retirez le mot qui précède {pme}",
        ),
    ],
)
def test_a_bare_figure_is_a_fault_where_it_is_called(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], typed: str, message: str, hint: str
) -> None:
    line = f"      Une phrase. {typed}"
    section = SECTION.replace("Les start-up ont levé {levees} en 2025[^total]. L'objectif : " + PROSE, line.strip())
    section = section.replace("footnotes:", "").replace('          total: "Le total n\'est pas précisé."', "")
    place = f"content/sections/financement.yaml:6:{line.index('{') + 1}"
    assert said(tmp_path, capsys, section)[:2] == [f"{place}: {message}", f"    {hint}"]


@pytest.mark.parametrize(
    "typed",
    [
        "Elles ont levé plus de {levees:value}.",
        "Elles ont levé {levees} : {levees:short}.",
        "Elles ont levé {levees:amount}.",
        "Le total {promesse:status} est de {promesse:value}.",
        "Les engagements sont de {promesse}.",
        "Le statut est « {promesse:status} », la période {levees:period}.",
    ],
)
def test_a_sentence_that_says_both_is_silent(tmp_path: Path, capsys: pytest.CaptureFixture[str], typed: str) -> None:
    assert said(tmp_path, capsys, SECTION.replace(PROSE, f"{PROSE} {typed}")) == []


def test_the_second_call_is_named_where_it_stands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    typed = "Plus de {levees:value} sont levés. Soit {levees:value}."
    line = f"      Les start-up ont levé {{levees}} en 2025[^total]. L'objectif : {PROSE} {typed}"
    found = said(tmp_path, capsys, SECTION.replace(PROSE, f"{PROSE} {typed}"))
    assert found[0].startswith(f"content/sections/financement.yaml:6:{line.rindex('{') + 1}: qualifier-missing")


ROWS = """
title: A
message: "B"
blocks:
  - table:
      caption: "{caption}"
      columns: ["Quoi", "{header}"]
      rows:
        - cells: ["Centres", "{cell}"]
"""


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (("Montants", "Montant", "{promesse:short}"), set()),  # the program writes it
        (("Montants", "Montant promis", "{promesse:short}"), set()),
        (("Montants promis", "Montant", "{promesse:short}"), set()),
        (("Montants", "Montant", "{promesse:short}, promis"), set()),
        (("Montants réalisés", "Montant", "{levees:short}"), {"qualifier-missing"}),
        (("Montants réalisés", "Plus de", "{levees:short}"), set()),
    ],
)
def test_a_cell_has_its_row_its_header_and_its_caption(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, str, str], codes: set[str]
) -> None:
    caption, header, cell = words
    table = ROWS.replace("{caption}", caption).replace("{header}", header).replace("{cell}", cell)
    found = said(tmp_path, capsys, table)
    assert {line.split()[1].rstrip(":") for line in found if line.startswith("content")} == codes
    if codes:
        assert found[0].startswith("content/sections/financement.yaml:8:31: ")


@pytest.mark.parametrize("typed", ["Elles ont levé {levees:value}.", "Le total atteint {promesse}."])
def test_the_documents_themselves_are_refused_alike(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    """With the check out of the way, the same fault is found in the finished documents."""
    options = project(tmp_path, {"sections/financement.yaml": SECTION.replace(PROSE, f"{PROSE} {typed}")})
    assert main(["build", *options]) == 1
    code = plain_spaces(capsys.readouterr().err).split()[1].rstrip(":")
    monkeypatch.setattr(composition, "lost_nuances", lambda *_arguments: ())
    assert main(["build", *options]) == 0
    assert main(["verify", *options, str(tmp_path / "output" / "evian" / "evian-brief.pdf")]) == 3
    words = {"qualifier-missing": "a perdu sa nuance", "status-missing": "ne dit pas son statut"}
    assert words[code] in plain_spaces(capsys.readouterr().out)


def test_a_moment_may_be_dated_by_its_author(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    moments = '      - {text: "Une étape", date: 2031-03, status: planned}\n'
    section = f'title: A\nmessage: "B"\nblocks:\n  - timeline:\n{moments}'
    assert said(tmp_path, capsys, section) == []
    without = section.replace("date: 2031-03", 'date: 2031-03, when: "Pour 12 sites"')
    assert "number-without-fact" in said(tmp_path, capsys, without)[0]


def test_a_sentence_that_is_read_and_spoken_is_said_once_where_it_was_typed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a speaker says over a slide stands in a paragraph above it, or in the notes below."""
    section = SECTION.replace(PROSE, f"{PROSE} Le total atteint {{promesse}}.")
    section = section.replace("  - chart:", '  - bullets: ["Un point"]\n          - chart:')
    found = [line for line in said(tmp_path, capsys, section) if "status-missing" in line]
    assert [line.split(":")[1] for line in found] == ["6"]


def test_a_source_cited_brings_its_parentheses(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = "Le total n'est pas connu ([@bilan § 4]). La part l'est [@bilan § 5]."
    section = f'title: T\nmessage: "Un message"\nblocks:\n  - paragraph: "{line}"\n'
    told = said(tmp_path, capsys, section)
    assert told[:2] == [
        "content/sections/financement.yaml:4:43: avertissement: word-doubled: "
        "parenthèses en double autour de « [@bilan § 4] », qui s’imprime entre les siennes",
        "    écrivez [@bilan § 4] sans parenthèses",
    ]
    assert not any("[@bilan § 5]" in line for line in told)
