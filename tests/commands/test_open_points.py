"""What a briefing leaves to be confirmed, as `rapport check` and a final edition tell it."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_tree import project
from content_tree import SMALL, plain_spaces
from rapport.cli import main

SECTION = SMALL["sections/financement.yaml"]
FACTS = SMALL["facts/financement.yaml"]


def told(folder: Path, capsys: pytest.CaptureFixture[str], changes: dict[str, str], *options: str) -> list[str]:
    """The lines of `check` that tell something to be confirmed."""
    main(["check", *project(folder, changes), *options])
    return [line for line in plain_spaces(capsys.readouterr().out).splitlines() if "to-confirm" in line]


def with_text(text: str) -> dict[str, str]:
    return {"sections/financement.yaml": SECTION.replace("L'objectif :", f"{text} L'objectif :")}


def test_a_fact_to_be_confirmed_is_told_where_it_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changes = {"facts/financement.yaml": FACTS.replace("status: target", "status: to-confirm")}
    (line,) = told(tmp_path, capsys, changes)
    assert line == "content/facts/financement.yaml:21:3: avertissement: to-confirm: « pme » reste à confirmer"


def test_of_a_text_the_first_forty_characters_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (line,) = told(
        tmp_path, capsys, {"sections/financement.yaml": SECTION.replace('message: "Les', 'message: "[À CONFIRMER] Les')}
    )
    assert line.endswith("[À CONFIRMER] reste dans le texte : « [À CONFIRMER] Les start-up ont levé {lev… »")


@pytest.mark.parametrize(("letters", "shown"), [(26, "x" * 26), (27, "x" * 26 + "…")])
def test_a_text_of_forty_characters_is_told_whole(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], letters: int, shown: str
) -> None:
    title = f'subtitle: "[À CONFIRMER] {"x" * letters}"'
    briefing = SMALL["briefings/evian.yaml"].replace('subtitle: "Un an après"', title)
    (line,) = told(tmp_path, capsys, {"briefings/evian.yaml": briefing})
    assert line.endswith(f"« [À CONFIRMER] {shown} »")


def test_nothing_is_told_of_what_no_briefing_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    unused = "  autre:\n".replace("  ", "") + "  label: autre\n  value: 3\n  status: to-confirm\n  as_of: 2026-02-10\n"
    facts = FACTS.replace("\n        ", "\n").strip("\n") + f"\n{unused}  source: bilan\n  locator: § 2\n"
    assert told(tmp_path, capsys, {"facts/financement.yaml": facts}) == []
