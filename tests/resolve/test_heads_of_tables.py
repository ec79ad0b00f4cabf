"""Tables of words whose columns stand under heads of their own, and units that heads name."""

from __future__ import annotations

from pathlib import Path

import pytest

from content_tree import SMALL, read_tree
from rapport.edition.blocks.figures import Table
from rapport.edition.text import plain
from rapport.resolve.edition import resolve

FACTS = """
    group: Crédits
    voted: {label: crédits votés, value: 2_450_000_000, unit: EUR, status: achieved, as_of: 2026-02-10,
            source: bilan, locator: § 4}
    spent: {label: crédits exécutés, value: 812_500_000, unit: EUR, status: achieved, as_of: 2026-02-10,
            source: bilan, locator: § 5}
    """
SECTION = """
    title: Crédits
    message: "Les crédits sont consommés"
    blocks:
      - paragraph: "Voici les crédits."
      - table:
          caption: "Crédits {unit}"
          columns:
            - "Mission"
            - {title: "Voté", under: "2025"}
            - {title: "Exécuté", under: "2025"}
          rows:
            - cells: ["Culture", "{voted:amount}", "{spent:amount}"]
    """


def table(folder: Path, unit: str = "", facts: str = FACTS) -> Table:
    changes = {"facts/financement.yaml": facts, "sections/financement.yaml": SECTION.replace("{unit}", unit)}
    (made,) = (
        block
        for block in resolve(read_tree(folder, changes).content, "evian", "brief").sections[0].blocks
        if isinstance(block, Table)
    )
    return made


def row(made: Table) -> list[str]:
    return [plain(cell.text).replace("\u00a0", " ").replace("\u202f", " ") for cell in made.rows[0].cells]


def test_neighbours_with_the_same_head_above_stand_under_one(tmp_path: Path) -> None:
    heads = [(plain(head.text), head.first, head.end) for head in table(tmp_path).upper_heads]
    assert heads == [("", 0, 1), ("2025", 1, 3)]


def test_figures_take_the_scale_that_the_caption_names(tmp_path: Path) -> None:
    assert row(table(tmp_path / "none"))[1:] == ["2,45 Md€", "0,81 Md€"]
    assert row(table(tmp_path / "millions", "en millions d'euros"))[1:] == ["2 450,0", "812,5"]
    assert row(table(tmp_path / "thousands", "en milliers d'euros"))[1:] == ["2 450 000", "812 500"]
    assert row(table(tmp_path / "billions", "en milliards d'euros"))[1:] == ["2,45", "0,81"]


def test_figures_on_no_scale_keep_their_unit_under_a_caption_that_names_one(tmp_path: Path) -> None:
    few = FACTS.replace("2_450_000_000", "450").replace("812_500_000", "12")
    assert row(table(tmp_path, "en milliers d'euros", few))[1:] == ["450 €", "12 €"]


def test_figures_in_english_leave_the_sign_of_money_to_the_head(tmp_path: Path) -> None:
    changes = {
        "facts/financement.yaml": FACTS.replace("EUR", "GBP"),
        "sections/financement.yaml": SECTION.replace("{unit}", "£ thousand"),
        "briefings/evian.yaml": SMALL["briefings/evian.yaml"].rstrip(" ") + "        locale: en_GB\n",
    }
    sections = resolve(read_tree(tmp_path, changes).content, "evian", "brief").sections
    (made,) = (block for block in sections[0].blocks if isinstance(block, Table))
    assert row(made)[1:] == ["2,450,000", "812,500"]


def test_a_qualifier_stands_back_from_its_figure_in_small_letters(tmp_path: Path) -> None:
    qualified = FACTS.replace("unit: EUR, status", "unit: EUR, qualifier: more-than, status", 1)
    changes = {"facts/financement.yaml": qualified, "sections/financement.yaml": SECTION.replace("{unit}", "")}
    edition = resolve(read_tree(tmp_path, changes).content, "evian", "brief")
    (made,) = (block for block in edition.sections[0].blocks if isinstance(block, Table))
    name, voted, spent = made.rows[0].cells
    assert [(span.text, span.emphasis) for span in voted.text] == [("plus de ", "quiet"), ("2,45\u00a0Md€", "none")]
    assert {span.evidence for span in voted.text} == {voted.text[0].evidence}
    assert [span.emphasis for cell in (name, spent) for span in cell.text] == ["none", "none"]


TREND = """
    title: Crédits
    message: "Les crédits sont consommés"
    blocks:
      - paragraph: "Voici les crédits."
      - table:
          caption: "Crédits"
          trend: true
          columns: ["Mission", "2023", "2024", "2025", "2026"]
          rows:
            - cells: ["Culture", "{spent:amount}", "{voted:amount}", "–", "{spent:amount}"]
            - cells: ["Sport", "{spent:amount}", "{voted:amount}", "{voted:amount}", "{spent:amount}"]
    """


def test_a_row_ends_on_the_line_of_its_figures(tmp_path: Path) -> None:
    changes = {"facts/financement.yaml": FACTS, "sections/financement.yaml": TREND}
    edition = resolve(read_tree(tmp_path, changes).content, "evian", "brief")
    (made,) = (block for block in edition.sections[0].blocks if isinstance(block, Table))
    assert (plain(made.columns[-1].header), made.columns[-1].role) == ("Évolution", "trend")
    assert made.rows[0].cells[-1].trend == (0.0, 1.0, None, 0.0)


def test_a_row_too_short_to_be_built_is_shown_with_what_it_has(tmp_path: Path) -> None:
    short = TREND.replace('"–", "{spent:amount}"]', '"{voted:amount}"]')
    found = read_tree(tmp_path, {"facts/financement.yaml": FACTS, "sections/financement.yaml": short})
    assert "table-row" in [problem.code for problem in found.problems]
    (made,) = (b for b in resolve(found.content, "evian", "brief").sections[0].blocks if isinstance(b, Table))
    assert made.rows[0].cells[-1].trend == (0.0, 1.0, 1.0, None)


def test_rows_that_are_too_long_and_headings_of_groups_are_shown_as_they_are(tmp_path: Path) -> None:
    planned = FACTS.replace("status: achieved", "status: planned", 1)
    group, long = '{kind: group, cells: ["Sur {voted:amount}"]}', 'cells: ["Sport", "{voted:amount}", "–", "{voted}"]'
    section = SECTION.replace("- cells: [", f"- {group}\n            - {long}\n            - cells: [").replace(
        "{unit}", ""
    )
    found = read_tree(tmp_path, {"facts/financement.yaml": planned, "sections/financement.yaml": section})
    assert [problem.code for problem in found.problems if problem.severity == "error"] == ["table-row"]
    (made,) = (b for b in resolve(found.content, "evian", "brief").sections[0].blocks if isinstance(b, Table))
    shown = [[plain(cell.text).replace("\u00a0", " ") for cell in each.cells] for each in made.rows]
    assert shown[0] == ["Sur 2,45 Md€"]
    assert shown[1][3] == "2,45 milliards d’euros"


def test_a_trend_of_figures_that_do_not_compare_is_refused(tmp_path: Path) -> None:
    mixed = FACTS.replace("812_500_000, unit: EUR", "812, unit: agent")
    found = read_tree(tmp_path, {"facts/financement.yaml": mixed, "sections/financement.yaml": TREND})
    assert [problem.code for problem in found.problems if problem.code == "table-trend"] == ["table-trend"] * 2


def column(folder: Path, *cells: str) -> list[str]:
    """What a column of these figures becomes: `m` and `n` are in euros, `p` and `q` in per cent."""
    known = "status: achieved, as_of: 2026-02-10, source: bilan, locator: § 4"
    values = {"m": "2_450_000_000, unit: EUR", "n": "812_500_000, unit: EUR", "p": "6.25, unit: percent"}
    values["q"] = "10, unit: percent"
    facts = "group: A\n" + "".join(f"{key}: {{label: x, value: {value}, {known}}}\n" for key, value in values.items())
    rows = "\n".join(f'        - cells: ["x", "{{{cell}:amount}}"]' for cell in cells)
    table = f'  - table:\n      caption: "C"\n      columns: ["Nom", "Valeur"]\n      rows:\n{rows}\n'
    section = f'title: A\nmessage: "B"\nblocks:\n{table}'
    found = read_tree(folder, {"facts/essai.yaml": facts, "sections/financement.yaml": section})
    (made,) = (b for b in resolve(found.content, "evian", "brief").sections[0].blocks if isinstance(b, Table))
    return [plain(made_row.cells[1].text).replace("\u00a0", " ") for made_row in made.rows]


@pytest.mark.parametrize(
    ("caption", "value", "said"),
    [
        ("En euros", "450", "450"),
        ("En euros", "2_450_000_000", "2,45 Md€"),
        ("En euros", "37_000", "37 k€"),
        ("En milliards d'euros", "2_450_000_000", "2,45"),
    ],
)
def test_a_figure_alone_in_its_column_says_its_scale_where_the_caption_does_not(
    caption: str, value: str, said: str, tmp_path: Path
) -> None:
    one = FACTS.replace("2_450_000_000", value)
    section = SECTION.replace("Crédits {unit}", caption).replace('"{spent:amount}"', '"–"')
    files = {"facts/financement.yaml": one, "sections/financement.yaml": section}
    edition = resolve(read_tree(tmp_path, files).content, "evian", "brief")
    (made,) = (block for block in edition.sections[0].blocks if isinstance(block, Table))
    assert row(made)[1:] == [said, "–"]


def test_a_figure_that_opens_a_cell_of_words_keeps_its_capital(tmp_path: Path) -> None:
    known = "unit: agent, qualifier: about, status: measured, as_of: 2026-02-10, source: bilan, locator: § 4"
    facts = f"group: A\na: {{label: a, value: 5_500_000, {known}}}\nb: {{label: b, value: 7_250_000, {known}}}\n"
    rows = "".join(f'        - cells: ["x", "{cell}"]\n' for cell in ("{a}", "{b}", "beaucoup", "bien plus"))
    table = f'  - table:\n      caption: "C"\n      columns: ["Nom", "Combien"]\n      rows:\n{rows}'
    files = {"facts/essai.yaml": facts, "sections/financement.yaml": f'title: A\nmessage: "B"\nblocks:\n{table}'}
    edition = resolve(read_tree(tmp_path, files).content, "evian", "brief")
    (made,) = (block for block in edition.sections[0].blocks if isinstance(block, Table))
    assert [plain(each.cells[1].text).replace("\u00a0", " ") for each in made.rows[:2]] == [
        "Environ 5,50 millions d’agents",
        "Environ 7,25 millions d’agents",
    ]


def test_figures_are_alike_where_more_than_half_have_one_unit(tmp_path: Path) -> None:
    assert column(tmp_path / "all", "m", "n") == ["2,45 Md€", "0,81 Md€"]
    assert column(tmp_path / "most", "m", "n", "p") == ["2,45 Md€", "0,81 Md€", "6,25 %"]
    assert column(tmp_path / "half", "m", "n", "p", "q") == ["2,45 Md€", "812,5 M€", "6,25 %", "10 %"]


def test_the_place_of_a_range_on_a_line_is_its_middle(tmp_path: Path) -> None:
    known = "unit: agent, status: measured, as_of: 2026-02-10, source: bilan, locator: § 4"
    facts = f"""
        group: Postes
        spent: {{label: a, value: 10, {known}}}
        voted: {{label: b, low: 10, high: 40, {known}}}
        most: {{label: c, value: 40, {known}}}
        """
    section = TREND.replace('"–", "{spent:amount}"', '"{most:amount}", "{spent:amount}"')
    found = read_tree(tmp_path, {"facts/financement.yaml": facts, "sections/financement.yaml": section})
    (made,) = (b for b in resolve(found.content, "evian", "brief").sections[0].blocks if isinstance(b, Table))
    assert made.rows[0].cells[-1].trend == (0.0, 0.5, 1.0, 0.0)


@pytest.mark.parametrize(
    ("cells", "role"),
    [
        (["12", "1 300", "-14,5 %", "15 M€", "à suivre"], "amount"),  # four in five are figures
        (["12", "13", "14", "à suivre"], "text"),
        (["12", "–", "n.d.", "non précisé"], "text"),
        (["12", "–", "", "non précisé"], "amount"),  # what is not known does not count
        (["–", "", "non précisé"], "text"),
    ],
)
def test_a_column_that_mostly_holds_figures_holds_amounts(cells: list[str], role: str, tmp_path: Path) -> None:
    rows = "".join(f'        - cells: ["x", "{cell}"]\n' for cell in cells)
    table = f'  - table:\n      caption: "C"\n      columns: ["Nom", "Valeur"]\n      rows:\n{rows}'
    section = f'title: A\nmessage: "B"\nblocks:\n{table}'
    found = read_tree(tmp_path, {"sections/financement.yaml": section})
    (made,) = (b for b in resolve(found.content, "evian", "brief").sections[0].blocks if isinstance(b, Table))
    assert [column.role for column in made.columns] == ["name", role]
