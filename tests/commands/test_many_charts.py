"""Charts of many values, typed as the guide says and proved in every document: panels, months, points, nine dates."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest

from briefing_tree import project
from content_tree import SMALL
from rapport.cli import main

MONTHS = tuple(f"2025-{month:02}" for month in range(1, 13))
STATIONS = ("Port", "Gare", "Usine", "Mairie", "Plateau")
YEARS = (1990, 2000, 2005, 2015, 2019, 2020, 2024, 2030, 2040)
TOWNS = ("Arques", "Bully", "Criel", "Dieppe", "Envermeu", "Gournay")


def fact(key: str, label: str, value: float, unit: str, more: str = "status: measured, period: 2025") -> str:
    return (
        f"{key}: {{label: {label}, value: {value}, unit: {unit}, {more}, as_of: 2026-02-10, source: bilan,"
        " locator: § 9}\n"
    )


def facts() -> str:
    lines = [
        fact(f"e{year}", "tonnes émises", 9_000_000 - 90_000 * at, "tonne-CO2e", f"status: {status}, period: {year}")
        for at, year in enumerate(YEARS)
        for status in ("projected" if year > 2024 else "measured",)
    ]
    lines += [
        fact(f"s{at}-{month}", "particules", 12 + (at * 5 + int(month[5:]) * 7) % 11, "microgram")
        for at, _ in enumerate(STATIONS)
        for month in MONTHS
    ]
    lines += [fact(f"d{at}", "dépense", 600 + 71 * at, "EUR/inhabitant") for at, _ in enumerate(TOWNS)]
    lines += [fact(f"t{at}", "taux d'emploi", 58 + 1.7 * at, "percent") for at, _ in enumerate(TOWNS)]
    return "group: Mesures\n" + "".join(lines)


def section() -> str:
    stations = "".join(
        f"        - {{name: {name}, facts: [{', '.join(f's{at}-{month}' for month in MONTHS)}]}}\n"
        for at, name in enumerate(STATIONS)
    )
    towns = ", ".join(f'"{town}"' for town in TOWNS)
    quoted = ", ".join(f'"{month}"' for month in MONTHS)
    return f"""title: Mesures
message: "Ce que mesurent les stations"
blocks:
  - chart:
      kind: line
      title: "Les émissions baissent"
      measure: "Émissions, en millions de tonnes équivalent CO2"
      facts: [{", ".join(f"e{year}" for year in YEARS)}]
  - message: "L'air au fil des mois"
    chart:
      kind: line
      title: "Un même rythme partout"
      measure: "Particules fines, en microgrammes"
      categories: [{quoted}]
      series:
{stations}  - message: "L'emploi et la dépense"
    chart:
      kind: scatter
      title: "L'emploi suit la dépense"
      measure: "Par commune"
      categories: [{towns}]
      series:
        - {{name: "Dépense par habitant, en euros", facts: [{", ".join(f"d{at}" for at, _ in enumerate(TOWNS))}]}}
        - {{name: "Taux d'emploi, en %", facts: [{", ".join(f"t{at}" for at, _ in enumerate(TOWNS))}]}}
"""


def text_of(document: Path) -> str:
    with pypdfium2.PdfDocument(document) as pdf:
        return re.sub(r"\s+", " ", " ".join(page.get_textpage().get_text_range() for page in pdf))


def test_charts_of_many_values_are_drawn_and_proved(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tree = {
        "sections/mesures.yaml": section(),
        "facts/mesures.yaml": facts(),
        "briefings/evian.yaml": SMALL["briefings/evian.yaml"].replace("[financement]", "[mesures]"),
    }
    with_content = project(tmp_path, tree)
    assert main(["build", *with_content]) == 0
    assert main(["handout", *with_content, "--slides"]) == 0
    capsys.readouterr()
    code = main(["verify", *with_content])
    assert code == 0, capsys.readouterr().out
    brief = text_of(next(tmp_path.rglob("*-brief.pdf")))
    assert "1990 2000 2010 2020 2030 2040" in brief  # what nothing else names is at its own period, to scale
    assert "janv. 2025" in brief
    assert "2025-01" not in brief
    assert "Par commune, en" not in brief
