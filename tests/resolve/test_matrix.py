"""A matrix as typed -> a table with a mark and two words a cell, and the key of its marks."""

from __future__ import annotations

from pathlib import Path

from content_tree import read_tree
from rapport.edition.blocks.figures import Table
from rapport.edition.text import plain
from rapport.resolve.audience import permitted
from rapport.resolve.edition import resolve

SECTION = """
    title: A
    message: "B"
    blocks:
      - paragraph: "Voir {#positions}."
        audience: internal
      - paragraph: "Tout le monde lit ceci."
      - matrix:
          caption: "Positions"
          topics: ["Calcul", "Données"]
          parties:
            - {name: "Inde", stances: [for, {stance: conditional, text: "avec réciprocité"}]}
            - {name: "Canada", stances: [against, neutral]}
            - {name: "Japon", stances: [unknown, for]}
        key: positions
        message: "Qui veut quoi"
    """


def matrix(tmp_path: Path, medium: str = "brief") -> Table:
    content = read_tree(tmp_path, {"sections/financement.yaml": SECTION}).content
    made = resolve(content, "evian", medium)  # type: ignore[arg-type]
    (found,) = [block for block in made.sections[0].blocks if isinstance(block, Table)]
    return found


def test_each_cell_has_a_mark_and_words(tmp_path: Path) -> None:
    table = matrix(tmp_path)
    assert [plain(column.header) for column in table.columns] == ["Partie", "Calcul", "Données"]
    assert [[plain(cell.text) for cell in row.cells] for row in table.rows] == [
        ["Inde", "+\u00a0Pour", "±\u00a0avec réciprocité"],
        ["Canada", "−\u00a0Contre", "=\u00a0Sans position"],
        ["Japon", "?\u00a0À connaître", "+\u00a0Pour"],
    ]
    assert {cell.text[0].emphasis for row in table.rows for cell in row.cells[1:]} == {"strong"}


def test_the_marks_met_are_explained_under_it(tmp_path: Path) -> None:
    said = plain(matrix(tmp_path).source).strip(" ")
    assert said == (
        "Marques\u00a0: +\u00a0pour, ±\u00a0sous conditions, −\u00a0contre, =\u00a0sans position, ?\u00a0à connaître."
    )


def test_it_is_counted_among_tables(tmp_path: Path) -> None:
    assert plain(matrix(tmp_path, "deck").caption) == "Tableau\u00a01 – Positions"


def test_it_stays_with_those_who_prepare_the_meeting(tmp_path: Path) -> None:
    content = permitted(read_tree(tmp_path, {"sections/financement.yaml": SECTION}).content, "partners")
    made = resolve(content, "evian", "brief")
    assert [type(block).__name__ for block in made.sections[0].blocks] == ["Paragraph"]
