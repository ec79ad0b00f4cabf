"""The scale of a chart's values, and the places that its years keep."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Literal

import pytest

from content_tree import plain_spaces, read_tree
from rapport.edition.blocks.figures import Chart, Point, Series
from rapport.edition.text import NO_STATUS, plain, words
from rapport.model.partial_date import PartialDate
from rapport.resolve.edition import resolve
from rapport.resolve.plotted import ScaleEnds, Zero, _says, dates_of, in_words, notation_of, value_axis, with_every_year


def ticks(values: str, zero: Zero = "always", ends: ScaleEnds | None = None) -> str:
    """The round values of a scale, as they are printed."""
    axis = value_axis(map(Decimal, values.split()), lambda value, places: f"{value:.{places}f}", zero, ends)
    assert axis is not None
    return " ".join(tick.label for tick in axis.ticks)


@pytest.mark.parametrize(
    ("values", "zero", "printed"),
    [
        ("12 48", "always", "0 10 20 30 40 50"),
        ("12 51", "always", "0 20 40 60"),
        ("0.2 1.1", "always", "0.00 0.25 0.50 0.75 1.00 1.25"),
        ("-3 4", "always", "-4 -2 0 2 4"),
        ("70 100", "near", "70 80 90 100"),  # 70 is as much of 100 as may stand without zero
        ("69 100", "near", "0 20 40 60 80 100"),
        ("0.5 1.9", "near", "0.0 0.5 1.0 1.5 2.0"),
        ("-100 -69", "near", "-100 -80 -60 -40 -20 0"),
        ("-100 -70", "near", "-100 -90 -80 -70"),
        ("10 100", "never", "0 20 40 60 80 100"),
        ("96 100", "never", "96 97 98 99 100"),
        ("5 5", "never", "0 1 2 3 4 5"),
        ("0 0", "always", "0.0 0.2 0.4 0.6 0.8 1.0"),
    ],
)
def test_a_scale_has_round_values_and_zero_where_lengths_are_compared(values: str, zero: Zero, printed: str) -> None:
    assert ticks(values, zero) == printed


def test_an_author_may_set_the_ends_and_the_steps() -> None:
    assert ticks("12 48", ends=ScaleEnds(low=Decimal(10), high=Decimal(50))) == "10 20 30 40 50"
    assert ticks("12 48", ends=ScaleEnds(step=Decimal(25))) == "0 25 50"
    assert ticks("12 48", ends=ScaleEnds(high=Decimal(45))) == "0 10 20 30 40"


def test_only_ends_set_by_an_author_hold_where_their_marks_are_not_shown() -> None:
    for ends, fixed in (({}, False), ({"low": Decimal(10)}, True), ({"high": Decimal(45)}, True)):
        axis = value_axis([Decimal(12), Decimal(48)], lambda value, _places: str(value), ends=ScaleEnds(**ends))
        assert axis is not None
        assert axis.fixed is fixed


def test_nothing_known_has_no_scale() -> None:
    assert value_axis((None, None), lambda value, _places: str(value)) is None


Kind = Literal["column", "combined", "line", "bar"]


def drawn(kind: Kind, *years: str) -> str:
    """The categories of a chart of these years, each with its value; those without one in brackets."""
    points = tuple(Point(Decimal(number), str(number)) for number, _ in enumerate(years))
    series = Series("", NO_STATUS, points)
    chart = Chart(kind, words("Emplois"), words("Nombre"), years, (series,), (), "", dates=dates_of(years))
    made = with_every_year(chart)
    values = made.series[0].points
    return " ".join(year if point.label else f"({year})" for year, point in zip(made.categories, values, strict=True))


def test_columns_keep_a_place_for_each_year_and_lines_need_none() -> None:
    assert drawn("column", "2019", "2022") == "2019 (2020) (2021) 2022"
    assert drawn("combined", "2019", "2021") == "2019 (2020) 2021"
    assert drawn("line", "2019", "2022") == drawn("bar", "2019", "2022") == "2019 2022"


def test_months_names_and_centuries_stand_side_by_side() -> None:
    assert drawn("column", "2019-01", "2019-04") == "2019-01 2019-04"
    assert drawn("column", "Nord", "Sud") == "Nord Sud"
    assert len(drawn("column", "1961", "2020").split()) == 60
    assert drawn("column", "1960", "2020") == "1960 2020"
    assert drawn("column", "2020", "2021", "2022") == "2020 2021 2022"


@pytest.mark.parametrize(
    ("categories", "are_dates"),
    [
        ("2019 2021", True),
        ("2019-01 2019-04", True),
        ("2019", False),
        ("2021 2019", False),
        ("2019 2019-04", False),
        ("2024-02-28 2024-02-29", True),
        ("2024-02-28 2024-02-30", False),
        ("2019 Nord", False),
        ("", False),
    ],
)
def test_dates_are_several_of_one_precision_in_order(categories: str, are_dates: bool) -> None:
    assert (dates_of(tuple(categories.split())) != ()) is are_dates


@pytest.mark.parametrize(
    ("value", "places", "is_said"),
    [
        ("37.6", 1, True),
        ("123.4", 0, True),
        ("1.234", 1, False),
        ("100.4", 0, True),
        ("9.14", 1, False),
        ("0.09005", 2, False),
        ("9.999", 1, True),
        ("9.96", 1, False),
        ("50.05004", 0, True),
        ("50.0501", 0, False),
    ],
)
def test_a_mark_has_three_digits_or_what_a_thousandth_is_short_of(value: str, places: int, is_said: bool) -> None:
    assert _says(Decimal(value), places) is is_said
    assert _says(-Decimal(value), places) is is_said


@pytest.mark.parametrize(
    ("values", "printed"),
    [
        (("10.0", "37.65"), ["10,00", "37,65"]),
        (("10", "37.655"), ["10,00", "37,66"]),
        (("0.125", "0.5"), ["0,125", "0,500"]),
        (("0.0000012", "0.5"), ["0,000001", "0,500000"]),
        (("1250.5", "3"), ["1\u202f250,5", "3,0"]),
    ],
)
def test_marks_bear_the_decimals_given_up_to_two_or_what_three_digits_take(
    values: tuple[str, str], printed: list[str], tmp_path: Path
) -> None:
    fact = "{{label: {0}, value: {1}, unit: percent, status: measured, as_of: 2026-02-10, source: bilan, locator: § 1}}"
    facts = "\n".join(f"{name}: {fact.format(name, value)}" for name, value in zip("ab", values, strict=True))
    section = 'title: A\nmessage: "B"\nblocks:\n  - chart: {kind: bar, title: "C", measure: "en %", facts: [a, b]}\n'
    files = {"facts/essai.yaml": f"group: Essai\n{facts}\n", "sections/financement.yaml": section}
    made = resolve(read_tree(tmp_path, files).content, "evian", "brief").sections[0]
    (chart,) = [block for block in made.blocks if isinstance(block, Chart)]
    assert sorted(point.label for series in chart.series for point in series.points) == sorted(printed)


def test_a_line_may_end_before_the_year_alone() -> None:
    assert in_words(("2026-06-14",), "fr_FR") == ("14\u00a0juin 2026",)
    assert in_words(("2026-06", "2026-07"), "fr_FR") == ("juin 2026", "juil. 2026")


def levies(folder: Path, measure: str) -> Chart:
    """A bar chart of two and of five millions of euros."""
    fact = "{{label: {0}, value: {1}, unit: EUR, status: achieved, as_of: 2026-02-10, source: bilan, locator: § 1}}"
    facts = "\n".join(f"{name}: {fact.format(name, value)}" for name, value in (("a", 2_000_000), ("b", 5_000_000)))
    section = (
        f'title: A\nmessage: "B"\nblocks:\n  - chart: {{kind: bar, title: "C", measure: "{measure}", facts: [a, b]}}\n'
    )
    files = {"facts/essai.yaml": f"group: Essai\n{facts}\n", "sections/financement.yaml": section}
    made = resolve(read_tree(folder, files).content, "evian", "brief").sections[0]
    (chart,) = [block for block in made.blocks if isinstance(block, Chart)]
    return chart


@pytest.mark.parametrize(
    ("measure", "said"),
    [
        ("Levées", "Levées, en millions d’euros"),
        ("Levées en euros", "Levées en millions d’euros"),
        ("Levées, en millions d'euros", "Levées, en millions d’euros"),
        ("Levées, en milliers d'euros", "Levées, en milliers d’euros"),
        ("Levées (euros, par millions)", "Levées (euros, par millions)"),
        ("Levées (M€)", "Levées (M€), en millions d’euros"),
    ],
)
def test_a_measure_says_the_unit_and_the_scale_once(measure: str, said: str, tmp_path: Path) -> None:
    chart = levies(tmp_path, measure)
    assert plain_spaces(plain(chart.measure)).removeprefix("Graphique 1 – ") == said


@pytest.mark.parametrize(
    ("measure", "unit", "marks"),
    [("en millions d'euros", "M€", ["5", "2"]), ("en milliers d'euros", "k€", ["5 000", "2 000"])],
)
def test_marks_count_what_their_measure_says(measure: str, unit: str, marks: list[str], tmp_path: Path) -> None:
    chart = levies(tmp_path, measure)
    assert chart.unit == unit
    assert [plain_spaces(point.label) for series in chart.series for point in series.points] == marks


@pytest.mark.parametrize(
    ("kind", "name", "periods", "categories"),
    [
        ("line", "name: Collecte, ", "2023 2024 2025", "2023 2024 2025"),
        ("bar", "name: Collecte, ", "2023 2024 2025", "2023 2024 2025"),
        ("line", "name: Collecte, ", "2023 2024 end-2025", "2023 2024 fin 2025"),
        ("line", "name: Collecte, ", "2024 2024 2025", "Collecte Collecte Collecte"),
        ("line", "", "2023 2024 2025", "2023 2024 2025"),
        ("bar", "", "2023 2024 2025", "c b a"),
    ],
)
def test_facts_of_one_name_are_told_apart_by_their_periods(
    kind: str, name: str, periods: str, categories: str, tmp_path: Path
) -> None:
    known = "unit: litre, status: measured, as_of: 2026-02-10, source: bilan, locator: § 1"
    facts = [
        f"{key}: {{label: {key}, {name}value: {value}, period: {period}, {known}}}"
        for key, value, period in zip("abc", (1, 2, 3), periods.split(), strict=True)
    ]
    chart = f'{{kind: {kind}, title: "C", measure: "Collecte", facts: [a, b, c]}}'
    section = f'title: A\nmessage: "B"\nblocks:\n  - chart: {chart}\n'
    files = {"facts/essai.yaml": "\n".join(["group: Essai", *facts]), "sections/financement.yaml": section}
    made = resolve(read_tree(tmp_path, files).content, "evian", "brief").sections[0]
    (drawing,) = [block for block in made.blocks if isinstance(block, Chart)]
    assert plain_spaces(" ".join(drawing.categories)) == categories


@pytest.mark.parametrize(
    ("typed", "notation"),
    [
        ("2024", "2024"),
        ("2024-06", "2024-06"),
        ("2024-06-14", "2024-06-14"),
        ("2024-06-14T18:30", ""),
        ("by-2030", ""),
        ("2024-Q1", ""),
    ],
)
def test_a_point_is_dated_by_years_months_and_days_alone(typed: str, notation: str) -> None:
    assert notation_of(PartialDate.parse(typed)) == notation
    assert notation_of(None) == ""
