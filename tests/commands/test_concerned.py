"""Who asks for one briefing is not told the warnings of the others; faults are told wherever they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_tree import COMPLETE, project
from rapport.cli import main

LONG = " ".join(["mot"] * 32)
ROME = COMPLETE["briefings/evian.yaml"].replace("[message, chiffres, financement, calendrier]", "[autre]")
OTHER = {
    "briefings/rome.yaml": ROME,
    "sections/autre.yaml": f'title: Autre\nmessage: "Un autre"\nblocks:\n  - paragraph: "Rome {{ancien}}. {LONG}."\n',
    "facts/autres.yaml": (
        "ancien: {label: un fait ancien, value: 3, unit: place, status: achieved, as_of: 2020-02-10, source: bilan, "
        "locator: § 4}\n"
    ),
}


def told(folder: Path, words: list[str], capsys: pytest.CaptureFixture[str]) -> set[str]:
    main([*words, *project(folder, OTHER)])
    return {line.split(": ")[2] for line in capsys.readouterr().out.splitlines() if ": avertissement: " in line}


def test_warnings_of_other_briefings_are_theirs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(tmp_path, ["check", "evian"], capsys) == set()
    assert told(tmp_path, ["check", "rome"], capsys) == {"sentence-long", "fact-old"}
    assert told(tmp_path, ["check"], capsys) == {"sentence-long", "fact-old"}


def test_a_fault_is_told_to_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = {**OTHER, "sections/autre.yaml": OTHER["sections/autre.yaml"].replace("{ancien}", "{inconnu}")}
    assert main(["check", "evian", *project(tmp_path, broken)]) == 1
    assert "fact-unknown" in capsys.readouterr().out
