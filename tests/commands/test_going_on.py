"""A series that goes on under another status: what is done stands full, what is planned stays the same curve or row."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from content_tree import plain_spaces, write_tree
from rapport.cli import main

NAMES = ("recettes", "depenses")
VALUES = {"recettes": (301_400_000, 309_800_000, 312_600_000), "depenses": (298_200_000, 314_100_000, 321_900_000)}
YEARS = ("2023", "2024", "2025")
ASSETS = Path(__file__).parents[2] / "assets"


def facts() -> str:
    lines = ["group: Comptes"]
    for name, (at, year) in product(NAMES, enumerate(YEARS)):
        status = "provisional" if year == "2025" else "achieved"
        lines.append(
            f"{name}-{year}: {{label: {name} en {year}, value: {VALUES[name][at]}, unit: EUR, status: {status}, "
            f"period: {year}, as_of: 2026-02-10, source: bilan, locator: § 4}}"
        )
    return "\n".join(lines)


def section(kind: str, second: str = "") -> str:
    listed = {name: ", ".join(f"{name}-{year}" for year in YEARS) for name in NAMES}
    return f"""
        title: Comptes
        message: "Les comptes se croisent"
        blocks:
          - chart:
              kind: {kind}
              title: "Recettes et dépenses"
              measure: "En euros"
              categories: ["2023", "2024", "2025"]
              series:
                - {{name: Recettes, facts: [{listed["recettes"]}]}}
                - {{name: Dépenses, facts: [{listed["depenses"]}]{second}}}
        """


def project(folder: Path, kind: str, second: str = "") -> list[str]:
    write_tree(folder, {"facts/comptes.yaml": facts(), "sections/financement.yaml": section(kind, second)})
    return ["--content", str(folder / "content"), "--assets", str(ASSETS), "--output", str(folder / "output")]


def plot_series(folder: Path) -> list[Any]:
    """The series of the deck's only chart, those of each of its plots."""
    deck = Presentation(str(folder / "output" / "evian" / "evian-deck.pptx"))
    (chart,) = (shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart)
    return [series for plot in chart.plots for series in plot.series]


@pytest.mark.parametrize(("kind", "second"), [("column", ""), ("bar", ""), ("line", ""), ("combined", ", kind: line")])
def test_it_is_drawn_and_proven(kind: str, second: str, tmp_path: Path) -> None:
    options = project(tmp_path, kind, second)
    assert main(["build", *options]) == 0
    assert main(["verify", *options]) == 0


def test_columns_of_one_name_are_one_row_in_the_workbook(tmp_path: Path) -> None:
    assert main(["build", *project(tmp_path, "column")]) == 0
    first, second = plot_series(tmp_path)
    assert (first.name, second.name) == ("Recettes", "Dépenses")
    assert tuple(map(float, first.values)) == (301.4, 309.8, 312.6)
    outlined = [[point.format.fill.type for point in (each.points[at] for at in range(3))] for each in (first, second)]
    assert all(fills[2] is not None and fills[:2] == [None, None] for fills in outlined)


def test_a_line_goes_on_where_it_ended(tmp_path: Path) -> None:
    assert main(["build", *project(tmp_path, "line")]) == 0
    done, provisional = (each for each in plot_series(tmp_path) if each.name == "Recettes")
    assert tuple(done.values)[1] == tuple(provisional.values)[1] == 309.8
    assert tuple(provisional.values) == (None, 309.8, 312.6)


def test_a_line_over_columns_is_named_at_its_end_alone(tmp_path: Path) -> None:
    assert main(["build", *project(tmp_path, "combined", ", kind: line")]) == 0
    slides = Presentation(str(tmp_path / "output" / "evian" / "evian-deck.pptx")).slides
    texts = " ".join(shape.chart._chartSpace.xpath("string()") for s in slides for shape in s.shapes if shape.has_chart)
    assert "(provisoire) 321,9" in plain_spaces(texts).replace("\n", " ")
    assert "(réalisé) 314" not in plain_spaces(texts).replace("\n", " ")


def test_parts_of_a_whole_are_of_one_status(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *project(tmp_path, "stacked")]) == 1
    assert "chart-status: « recettes-2025 » n’a pas le statut de sa série" in plain_spaces(capsys.readouterr().out)
