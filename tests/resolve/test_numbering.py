"""Charts and tables as typed -> counted, named in prose, listed, and read aloud by a note."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from content_tree import SMALL, read_tree
from rapport.edition.blocks.figures import Chart, Table
from rapport.edition.blocks.words import Bullets, Paragraph
from rapport.edition.edition import Edition
from rapport.edition.text import plain
from rapport.resolve.audience import permitted
from rapport.resolve.edition import resolve

CHART = """
  - chart:
      kind: bar
      title: "Les levées"
      measure: "Montants"
      facts: [levees]
      reading: "en 2025, les start-up ont levé plus de 2,6 milliards"
"""
TABLE = """
  - table:
      caption: "Les montants"
      facts: [levees, promesse]
      reading: "le premier montant est levé"
    message: "Deux montants"
"""


def section(*blocks: str, text: str = "Voir la suite.") -> str:
    return f'title: A\nmessage: "B"\nblocks:\n  - paragraph: "{text}"' + "".join(block.rstrip() for block in blocks)


def keyed(block: str, key: str, more: str = "") -> str:
    return f"{block.rstrip()}\n    key: {key}{more}\n"


def edition(tmp_path: Path, medium: str = "brief", **files: str) -> Edition:
    given = {f"sections/{name}.yaml": text for name, text in files.items() if name != "briefing"}
    if "briefing" in files:
        given["briefings/evian.yaml"] = dedent(SMALL["briefings/evian.yaml"]) + files["briefing"]
    found = read_tree(tmp_path, given)
    assert [problem.message for problem in found.problems if problem.severity == "error"] == []
    return resolve(found.content, "evian", medium)  # type: ignore[arg-type]


def labels(made: Edition) -> list[str]:
    """What stands over each chart and table."""
    blocks = [block for each in made.sections for block in each.blocks]
    return [
        plain(block.measure if isinstance(block, Chart) else block.caption)
        for block in blocks
        if isinstance(block, Chart | Table)
    ]


def prose(made: Edition) -> str:
    return next(plain(block.text) for block in made.sections[0].blocks if isinstance(block, Paragraph))


def test_nothing_is_counted_where_nothing_asks_for_it(tmp_path: Path) -> None:
    assert labels(edition(tmp_path, financement=section(CHART, TABLE))) == [
        "Montants, en milliards d’euros",
        "Les montants",
    ]


def test_a_reference_counts_charts_and_tables_each_for_themselves(tmp_path: Path) -> None:
    text = "{#levees} montre les levées ; voir aussi {#montants}."
    made = edition(tmp_path, financement=section(keyed(CHART, "levees"), keyed(TABLE, "montants"), text=text))
    assert prose(made) == "Graphique\u00a01\u00a0montre les levées\u202f; voir aussi tableau\u00a01."
    assert labels(made) == ["Graphique\u00a01 – Montants, en milliards d’euros", "Tableau\u00a01 – Les montants"]


def test_numbers_follow_the_order_of_blocks(tmp_path: Path) -> None:
    other = CHART.replace("Les levées", "D’autres levées") + '    message: "Un autre constat"\n'
    blocks = (keyed(CHART, "un"), keyed(other, "deux"))
    text = "Voir {#deux}."
    assert prose(edition(tmp_path / "a", financement=section(*blocks, text=text))) == "Voir graphique\u00a02."
    first = keyed(CHART, "un", '\n    message: "Un constat"')
    assert prose(edition(tmp_path / "b", financement=section(blocks[1], first, text=text))) == "Voir graphique\u00a01."


@pytest.mark.parametrize("medium", ["brief", "deck"])
def test_a_visual_has_one_number_in_both_documents(tmp_path: Path, medium: str) -> None:
    alone = keyed(CHART, "diapositive", "\n    media: [deck]")
    blocks = (alone, keyed(CHART, "deux", '\n    message: "Un constat"'))
    found = labels(edition(tmp_path, medium, financement=section(*blocks), briefing="numbered: true\n"))
    assert found[-1].startswith("Graphique\u00a01 –")
    assert len(found) == 1 or found[0].startswith("Graphique\u00a02 –")


def test_a_caption_that_says_what_the_title_says_is_the_number_alone(tmp_path: Path) -> None:
    table = keyed(TABLE.replace("Les montants", "Deux montants"), "montants")
    assert labels(edition(tmp_path, financement=section(table, text="Voir {#montants}."))) == ["Tableau\u00a01"]


def test_a_list_of_charts_and_tables_is_made_on_demand(tmp_path: Path) -> None:
    made = edition(tmp_path, financement=section(CHART, TABLE, "\n  - visuals: used\n"))
    (found,) = [block for block in made.sections[0].blocks if isinstance(block, Bullets)]
    assert plain(found.title) == "Graphiques et tableaux"
    assert [plain(item.text) for item in found.items] == [
        "Graphique\u00a01 – Les levées",
        "Tableau\u00a01 – Les montants",
    ]


def test_a_reading_note_opens_the_source_line(tmp_path: Path) -> None:
    made = edition(tmp_path, financement=section(CHART, TABLE))
    chart, table = [block for block in made.sections[0].blocks if isinstance(block, Chart | Table)]
    assert plain(chart.source).startswith(
        "Lecture\u00a0: en 2025, les start-up ont levé plus de 2,6\u00a0milliards. Source\u00a0:"
    )
    assert plain(table.source).startswith("Lecture\u00a0: le premier montant est levé. Source\u00a0:")


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        ("Voir {#leves}.", "visual-unknown", "vouliez-vous dire «\u00a0levees\u00a0» ?"),
        ("Voir {#rien-de-tel}.", "visual-unknown", "donnez cette clé au graphique"),
        ("Voir {# levees}.", "call-malformed", "écrivez {clé}"),
    ],
)
def test_a_reference_to_nothing_is_a_fault_where_it_is_typed(tmp_path: Path, text: str, code: str, hint: str) -> None:
    found = read_tree(tmp_path, {"sections/financement.yaml": section(keyed(CHART, "levees"), text=text)})
    (problem,) = [each for each in found.problems if each.severity == "error"]
    assert problem.code == code
    assert problem.hint.replace("\u202f", " ").startswith(hint)
    assert str(problem.origin).endswith("sections/financement.yaml:4:22")


def test_two_visuals_of_one_key_are_a_fault_at_the_second(tmp_path: Path) -> None:
    blocks = (keyed(CHART, "un"), keyed(TABLE, "un"))
    (problem,) = [
        each
        for each in read_tree(tmp_path, {"sections/financement.yaml": section(*blocks)}).problems
        if each.severity == "error"
    ]
    assert (problem.code, str(problem.origin).rpartition("/")[2]) == ("visual-repeated", "financement.yaml:17:10")


def test_who_may_not_see_a_chart_does_not_read_of_it(tmp_path: Path) -> None:
    hidden = keyed(CHART, "levees", "\n    audience: internal")
    text = '  - paragraph: "Tout le monde lit ceci."\n'
    written = section(hidden, text="Voir {#levees}.") + "\n" + text
    content = permitted(read_tree(tmp_path, {"sections/financement.yaml": written}).content, "public")
    assert prose(resolve(content, "evian", "brief")) == "Tout le monde lit ceci."
