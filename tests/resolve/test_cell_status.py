"""A table of words says what its figures are worth, once and only where nothing else does."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_tree import briefing, project
from content_tree import plain_spaces
from rapport.cli import main
from rapport.edition.blocks.figures import Table
from rapport.edition.text import plain

FACTS = """
        group: Financement
        {facts}
        """
FACT = (
    "{key}: {{label: x, value: {value}, unit: EUR, status: {status}, as_of: 2026-02-10, source: bilan, locator: § 1}}"
)


def written(
    folder: Path, caption: str, heads: list[str], rows: list[list[str]], words: str = ""
) -> dict[str, str | None]:
    statuses = {"a": "planned", "b": "planned", "c": "achieved", "d": "adopted", "e": "measured"}
    facts = "\n        ".join(
        FACT.format(key=key, value=1000 * (n + 2), status=s) for n, (key, s) in enumerate(statuses.items())
    )
    lines = "\n".join(f"                - {{cells: {row}}}" for row in rows)
    section = f"""
        title: Budget
        message: "Le budget en un tableau"
        blocks:
          - table:
              caption: "{caption}"
              columns: {heads}
              rows:
{lines}
        """
    event = "event: {name: Sommet, place: Évian, date: 2026-06}"
    head = f'{event}\n        title: "A"\n        subtitle: "B"\n        version: "1.0"'
    return {
        "facts/chiffres.yaml": FACTS.format(facts=facts),
        "sections/budget.yaml": section,
        "briefings/evian.yaml": "\n        ".join(("", head, "date: 2026-02-10", "sections: [budget]", words)),
    }


def table_of(folder: Path, *parts: object, words: str = "") -> list[list[str]]:
    made = briefing(folder, written(folder, *parts, words))  # type: ignore[arg-type, call-arg]
    (block,) = (block for block in made.brief.sections[0].blocks if isinstance(block, Table))
    heads = [plain_spaces(plain(column.header)) for column in block.columns]
    return [heads, *([plain_spaces(plain(cell.text)) for cell in row.cells] for row in block.rows)]


@pytest.mark.parametrize(
    ("caption", "head", "cells", "said"),
    [
        ("Montants", "2026", ["{a}", "{b}"], ["2026 (prévu)", "2 000 euros", "3 000 euros"]),
        ("Montants prévus", "2026", ["{a}", "{b}"], ["2026", "2 000 euros", "3 000 euros"]),
        ("Montants", "Prévu 2026", ["{a}", "{b}"], ["Prévu 2026", "2 000 euros", "3 000 euros"]),
        ("Montants", "2025", ["{c}", "{e}"], ["2025", "4 000 euros", "6 000 euros"]),
        ("Montants", "2026", ["{c}", "{a}"], ["2026", "4 000 euros", "2 000 euros (prévu)"]),
        ("Montants", "2026", ["{a}", "{d}"], ["2026", "2 000 euros (prévu)", "5 000 euros (adopté)"]),
        ("Montants", "2026", ["{a}, prévu", "{c}"], ["2026", "2 000 euros, prévu", "4 000 euros"]),
    ],
)
def test_the_status_is_written_where_nothing_says_it(
    tmp_path: Path, caption: str, head: str, cells: list[str], said: list[str]
) -> None:
    rows = [[f"Ligne {number}", cell] for number, cell in enumerate(cells)]
    found = table_of(tmp_path, caption, ["Objet", head], rows)
    assert [row[1] for row in found] == said


def test_a_briefing_has_its_own_words(tmp_path: Path) -> None:
    found = table_of(tmp_path, "Montants", ["Objet", "2026"], [["Eau", "{d}"]], words="status_words: {adopted: Voté}")
    assert found[0][1] == "2026 (voté)"


def test_what_the_program_writes_is_proved(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [["Eau", "{a}", "{c}"], ["Gaz", "{d}", "{e}"]]
    changes = written(tmp_path, "Montants", ["Objet", "2026", "2025"], rows, "status_words: {adopted: Voté}")
    options = project(tmp_path, changes)
    assert main(["build", *options]) == 0
    assert main(["verify", *options]) == 0, capsys.readouterr().out
