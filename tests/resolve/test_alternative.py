"""What is said of a chart to those who do not see it."""

from __future__ import annotations

from pathlib import Path

from content_tree import SMALL, read_tree
from rapport.edition.blocks.figures import Chart
from rapport.resolve.edition import resolve

YEARS = range(2010, 2024)
FACTS = SMALL["facts/financement.yaml"] + "".join(
    f"""
        f{year}:
          label: emplois en {year}
          value: {100 + (year - 2010) * 5}
          unit: emploi
          status: achieved
          as_of: 2026-02-10
          source: bilan
          locator: § 4"""
    for year in YEARS
)


def alternative(tmp_path: Path, medium: str, years: range, gap: str = "") -> str:
    calls = "".join(f'{{fact: f{year}, label: "{year}"}}, ' for year in years)
    section = f"""
        title: A
        message: "B"
        blocks:
          - chart: {{kind: line, title: "Emplois", measure: "Nombre d'emplois", facts: [{calls}{gap}]}}
        """
    found = read_tree(tmp_path, {"facts/financement.yaml": FACTS, "sections/financement.yaml": section})
    made = resolve(found.content, "evian", medium)  # type: ignore[arg-type]
    (chart,) = [block for block in made.sections[0].blocks if isinstance(block, Chart)]
    return chart.alternative.replace("\u00a0", " ").replace("\u202f", " ")


def test_few_values_are_all_said_and_where_they_tend(tmp_path: Path) -> None:
    assert alternative(tmp_path, "deck", range(2010, 2013)) == (
        "Courbe. Emplois. Nombre d’emplois (réalisé) : 2010, 100 ; 2011, 105 ; 2012, 110 ; tendance à la hausse."
    )


def test_many_values_are_summed_up_by_count_range_ends_trend_and_what_is_unknown(tmp_path: Path) -> None:
    said = alternative(tmp_path, "deck", YEARS, '{gap: "2024"}')
    assert said == (
        "Courbe. Emplois. Nombre d’emplois (réalisé) : 14 valeurs ; la plus basse, 2010, 100 ; "
        "la plus haute, 2023, 165 ; "
        "première valeur, 2010, 100 ; dernière, 2023, 165 ; tendance à la hausse ; non précisé : 2024."
    )


def test_the_brief_says_all_of_them_after_the_summary(tmp_path: Path) -> None:
    said = alternative(tmp_path, "brief", YEARS)
    assert said.endswith("2021, 155 ; 2022, 160 ; 2023, 165.")
    assert " Valeurs : 2010, 100 ; 2011, 105 ;" in said


def course(tmp_path: Path, *values: int) -> str:
    """What is said of the way of a line that is one of two, beside one of ten values."""
    known = "status: achieved, as_of: 2026-02-10, source: bilan, locator: § 4"
    facts = "".join(f"v{at}: {{label: x, value: {value}, unit: site, {known}}}\n" for at, value in enumerate(values))
    calls = ", ".join([*(f"v{at}" for at in range(len(values))), *(['{gap: "—"}'] * (10 - len(values)))])
    section = f"""
        title: A
        message: "B"
        blocks:
          - chart:
              kind: line
              title: "Sites"
              measure: "sites"
              categories: [{", ".join(f'"{year}"' for year in range(2010, 2020))}]
              series: [{{name: Court, facts: [{calls}]}}, {{name: Long, facts: [{", ".join(["v0"] * 10)}]}}]
        """
    files = {"facts/sites.yaml": f"group: Sites\n{facts}", "sections/financement.yaml": section}
    made = resolve(read_tree(tmp_path, files).content, "evian", "deck")
    (chart,) = [block for block in made.sections[0].blocks if isinstance(block, Chart)]
    said = chart.alternative.replace("\u00a0", " ").replace("\u202f", " ")
    return said[said.index("Court, première") : said.index(" ; Long, première")].removeprefix("Court, ")


def test_two_values_have_no_trend_and_more_have_one_where_they_go_far_enough(tmp_path: Path) -> None:
    ends = "première valeur, 2010, {} ; dernière, {}, {}".format
    assert course(tmp_path / "2", 10, 20) == ends(10, 2011, 20)
    assert course(tmp_path / "3", 10, 15, 20) == f"{ends(10, 2012, 20)} ; tendance à la hausse"
    assert course(tmp_path / "4", 20, 30, 10, 8) == f"{ends(20, 2013, 8)} ; tendance à la baisse"
    assert course(tmp_path / "5", 10, 30, 10, 20) == f"{ends(10, 2013, 20)} ; sans tendance"


def listing(tmp_path: Path, count: int) -> str:
    """What a brief says of so many columns, the first the lowest and the last the highest."""
    names = ", ".join(f'"n{at}"' for at in range(count))
    calls = ", ".join(["f2010", *(["f2011"] * (count - 2)), "f2012"])
    chart = (
        f'{{kind: column, title: "T", measure: "M", categories: [{names}], series: [{{name: S, facts: [{calls}]}}]}}'
    )
    section = f'title: A\nmessage: "B"\nblocks:\n  - chart: {chart}\n'
    found = read_tree(tmp_path, {"facts/financement.yaml": FACTS, "sections/financement.yaml": section})
    (made,) = resolve(found.content, "evian", "brief").sections[0].blocks
    assert isinstance(made, Chart)
    return made.alternative.replace("\u00a0", " ").replace("\u202f", " ")


def test_up_to_eight_values_are_said_alone_and_up_to_a_hundred_and_twenty_after_a_summary(tmp_path: Path) -> None:
    assert "8 valeurs" not in listing(tmp_path / "8", 8)
    assert "9 valeurs ; la plus basse, n0, 100 ; la plus haute, n8, 110" in listing(tmp_path / "9", 9)
    assert listing(tmp_path / "120", 120).endswith("n119, 110.")
    assert listing(tmp_path / "121", 121).endswith("la plus haute, n120, 110.")
