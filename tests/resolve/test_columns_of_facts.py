"""What stands in the columns of a table of facts, and what a chart says of its unit."""

from __future__ import annotations

from pathlib import Path

from content_tree import read_tree
from rapport.edition.blocks.figures import Chart, Table
from rapport.edition.edition import Edition
from rapport.edition.text import Text, plain
from rapport.resolve.edition import resolve

EMISSIONS = """
    group: Climat
    an-2005:
      label: émissions en 2005
      value: 550_000_000
      unit: tonne-CO2e
      status: achieved
      as_of: 2026-02-10
      source: bilan
      locator: § 4
    an-2024:
      label: émissions en 2024
      value: 369_000_000
      unit: tonne-CO2e
      status: achieved
      as_of: 2026-02-10
      source: {source}
      locator: § 5
    """
SECTION = """
    title: Climat
    message: "Les émissions baissent"
    blocks:
      - table: {caption: "Émissions", facts: [an-2005, an-2024]}
      - chart:
          kind: column
          title: "La baisse"
          measure: "Émissions, en tonnes équivalent CO2"
          facts: [an-2005, an-2024]
    """
TWO_SOURCES = """
    bilan:
      title: Bilan de l’IA
      short: bilan du 10 février 2026
      date: 2026-02-10
    secten:
      title: Inventaire des émissions
      short: inventaire
      date: 2026-02-10
    """


def made(folder: Path, source: str) -> Edition:
    changes = {
        "sources.yaml": TWO_SOURCES,
        "facts/climat.yaml": EMISSIONS.replace("{source}", source),
        "sections/financement.yaml": SECTION,
    }
    return resolve(read_tree(folder, changes).content, "evian", "brief")


def lowered(text: Text) -> str:
    """A text with underscores before what stands under the line."""
    return "".join(f"_{span.text}" if span.position == "subscript" else span.text for span in text)


def test_the_source_is_read_from_the_left_where_it_is_named(tmp_path: Path) -> None:
    for folder, source, side in (("one", "bilan", ""), ("two", "secten", "left")):
        (table,) = (block for block in made(tmp_path / folder, source).sections[0].blocks if isinstance(block, Table))
        assert [column.align for column in table.columns if column.role == "source"] == [side]


def test_the_figures_of_a_formula_are_lowered_in_a_column(tmp_path: Path) -> None:
    (table,) = (block for block in made(tmp_path, "bilan").sections[0].blocks if isinstance(block, Table))
    assert lowered(table.rows[0].cells[1].text).replace("\u00a0", " ") == "550 millions de tonnes équivalent CO_2"


def test_a_unit_with_a_formula_is_said_once_with_its_scale(tmp_path: Path) -> None:
    (chart,) = (block for block in made(tmp_path, "bilan").sections[0].blocks if isinstance(block, Chart))
    said = lowered(chart.measure).replace("\u00a0", " ")
    assert said == "Émissions, en millions de tonnes équivalent CO_2"


def test_marks_bear_the_decimals_that_the_text_prints(tmp_path: Path) -> None:
    """« 334,5 M€ » in a sentence is no « 335 » on its bar; many decimals are rounded to three digits."""
    known = "unit: EUR, status: achieved, as_of: 2026-02-10, source: bilan, locator: § 4"
    for folder, first, labels in (("few", 334_500_000, ["334,5", "298,0"]), ("many", 334_512_345, ["335", "298"])):
        facts = f"""
            group: Comptes
            an-2024: {{label: a, value: {first}, {known}}}
            an-2025: {{label: b, value: 298_000_000, {known}}}
            """
        section = (
            SECTION.replace("an-2024", "an-2025")
            .replace("an-2005", "an-2024")
            .replace("tonnes équivalent CO2", "euros")
        )
        content = read_tree(
            tmp_path / folder, {"facts/climat.yaml": facts, "sections/financement.yaml": section}
        ).content
        blocks = resolve(content, "evian", "brief").sections[0].blocks
        (drawn,) = (block for block in blocks if isinstance(block, Chart))
        assert [point.label for series in drawn.series for point in series.points] == labels


def test_a_chart_is_on_the_scale_that_its_measure_says(tmp_path: Path) -> None:
    """« En millions d’euros » over 1 019 M€, which alone would be in milliards."""
    known = "unit: EUR, status: achieved, as_of: 2026-02-10, source: bilan, locator: § 4"
    facts = f"""
        group: Échanges
        achats: {{label: a, value: 1_018_700_000, {known}}}
        ventes: {{label: b, value: 612_400_000, {known}}}
        """
    section = """
        title: Échanges
        message: "La France achète plus qu'elle ne vend"
        blocks: [chart: {kind: bar, title: "Le solde", measure: "En millions d'euros, 2025", facts: [achats, ventes]}]
        """
    content = read_tree(tmp_path, {"facts/climat.yaml": facts, "sections/financement.yaml": section}).content
    (drawn,) = (block for block in resolve(content, "evian", "brief").sections[0].blocks if isinstance(block, Chart))
    assert plain(drawn.measure).replace("\u00a0", " ") == "En millions d’euros, 2025"
    assert [point.label.replace("\u202f", " ") for series in drawn.series for point in series.points] == [
        "1 018,7",
        "612,4",
    ]
