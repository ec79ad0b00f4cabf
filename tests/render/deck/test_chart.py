"""Charts: what is drawn, what is written on it, and the workbook that readers open."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree
from msgspec.structs import replace

import decks
from editions import NAMES as WORDS
from parts import parts_of
from rapport.edition.blocks.figures import Chart, Series
from rapport.edition.edition import Furniture
from rapport.edition.text import Status
from rapport.language.languages import shape_names
from rapport.look.charter import Charter
from rapport.render.deck.chart.data import column_letter, sheet
from rapport.render.deck.chart.series import ChartContext
from rapport.render.deck.chart.shapes import user_shapes
from rapport.render.deck.chart.space import chart_space
from rapport.render.deck.chart.workbook import workbook

NAMES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "c15": "http://schemas.microsoft.com/office/drawing/2012/chart",
    "s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
}

ENGLISH = Furniture(tuple(shape_names("en_GB").items()))


PLACE = decks.box(0, 0, 570, 300)


def space(chart: Chart, charter: Charter) -> etree._Element:
    plan = decks.planned(chart, PLACE)
    return etree.fromstring(
        chart_space(ChartContext(plan, sheet(plan, WORDS), charter, "fr-FR", WORDS), with_shapes=False)
    )


def shapes(chart: Chart, charter: Charter) -> str:
    return user_shapes(decks.planned(chart, PLACE), charter, "fr-FR").decode()


def one(status: Status, kind: str = "column") -> Chart:
    return decks.chart(kind, ("a",), Series("S", status, decks.points(("5", "5"))))  # type: ignore[arg-type]


def labels(chart: Chart) -> tuple[tuple[str, ...], ...]:
    return tuple(series.labels for series in sheet(decks.planned(chart, PLACE), WORDS).series)


def cells(chart: Chart, names: Furniture = WORDS) -> dict[str, str]:
    data = workbook(sheet(decks.planned(chart, PLACE), names), "Titre", names)
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml"))
    return {
        str(cell.get("r")): "=" + formula if (formula := cell.findtext("s:f", "", NAMES)) else "".join(cell.itertext())
        for cell in root.iter(f"{{{NAMES['s']}}}c")
    }


def test_a_status_is_told_by_fill_and_outline(charter: Charter) -> None:
    looks = {}
    for status in (decks.ACHIEVED, decks.PLANNED, decks.PROMISED, decks.ESTIMATED):
        properties = space(one(status), charter).find(".//c:ser/c:spPr", NAMES)
        fill = properties.find("a:solidFill/a:schemeClr", NAMES).get("val")
        looks[status.key] = fill, properties.find("a:ln/a:custDash", NAMES) is not None
    assert looks == {
        "achieved": ("accent1", False),
        "planned": ("accent3", False),
        "promised": ("bg1", False),
        "estimated": ("bg1", True),
    }


def test_an_aim_has_no_bar_but_a_leader(charter: Charter) -> None:
    root = space(one(decks.TARGET), charter)
    assert root.find(".//c:ser/c:spPr/a:noFill", NAMES) is not None
    assert root.find(".//c:errBars/c:spPr/a:ln/a:custDash", NAMES) is not None


def test_a_line_stops_at_a_missing_value(charter: Charter) -> None:
    root = space(decks.chart("line", decks.YEARS, Series("P", decks.PLANNED, decks.POWER)), charter)
    assert root.find(".//c:dispBlanksAs", NAMES).get("val") == "gap"


def test_labels_come_from_cells_and_stand_in_for_themselves(charter: Charter) -> None:
    root = space(decks.chart("column", decks.YEARS, Series("P", decks.PLANNED, decks.POWER)), charter)
    field = root.find(".//c:dLbl//a:fld", NAMES)
    assert (field.get("type"), field.findtext("a:t", "", NAMES)) == ("CELLRANGE", "240\u00a0MW")
    assert root.findtext(".//c15:f", "", NAMES) == "'Données'!$C$2:$C$4"
    for extension in root.iter(f"{{{NAMES['c']}}}ext"):
        assert len(extension) == 1


@pytest.mark.parametrize("kind", ["bar", "column", "stacked", "line", "area", "dots", "lollipop", "range"])
def test_axes_are_legal_and_values_start_at_zero(charter: Charter, kind: str) -> None:
    root = space(one(decks.ACHIEVED, kind), charter)
    axes = {axis.find("c:axId", NAMES).get("val") for axis in root.findall(".//c:plotArea/*[c:crossAx]", NAMES)}
    assert axes == {axis.get("val") for axis in root.findall(".//c:plotArea/*[c:ser]/c:axId", NAMES)}
    assert all(0 < int(axis) < 2**31 for axis in axes)
    assert root.find(".//c:valAx/c:delete", NAMES).get("val") == "1"
    assert root.find(".//c:valAx/c:scaling/c:min", NAMES).get("val") == "0"
    assert root.find(".//c:majorGridlines", NAMES) is None
    assert root.find(".//c:legend", NAMES) is None


def test_names_of_categories_are_never_turned(charter: Charter) -> None:
    body = space(one(decks.ACHIEVED), charter).find(".//c:catAx/c:txPr/a:bodyPr", NAMES)
    assert (body.get("rot"), body.get("wrap")) == ("0", "square")


def test_bars_of_one_series_each_stand_in_the_middle(charter: Charter) -> None:
    alone = [
        Series("A", decks.ACHIEVED, decks.points(("1", "1"), (None, ""))),
        Series("B", decks.PROMISED, decks.points((None, ""), ("2", "2"))),
    ]
    assert space(decks.chart("bar", ("a", "b"), *alone), charter).find(".//c:overlap", NAMES).get("val") == "100"


@pytest.mark.parametrize(
    ("value", "label", "formula"),
    [
        ("2.6", "plus de 2,6\u00a0Md€", '="plus de "&SUBSTITUTE(FIXED(B2,1,TRUE),".",",")&"\u00a0Md€"'),
        ("0.5", "la moitié", ""),
        ("110000", "110\u202f000", ""),
        ("5", "5 à 50", ""),
        ("5", "de 5 à 9", ""),
        ("2.6", 'dit "2,6"', '="dit """&SUBSTITUTE(FIXED(B2,1,TRUE),".",",")&""""'),
        ("2.6", "2,6 " + "m" * 252, ""),  # a formula allows a string of 255 characters (ECMA-376 part 1, 18.17.2.4)
        ("2.6", "2,6 " + "m" * 251, '=SUBSTITUTE(FIXED(B2,1,TRUE),".",",")&" ' + "m" * 251 + '"'),
    ],
)
def test_a_label_follows_its_number_where_it_shows_it(value: str, label: str, formula: str) -> None:
    chart = decks.chart("column", ("a",), Series("S", decks.ACHIEVED, decks.points((value, label))))
    assert cells(chart)["C2"] == (formula or label)


def test_a_series_without_a_name_has_a_column_of_labels_all_the_same() -> None:
    series = Series("", decks.ACHIEVED, decks.points(("2.6", "2,6")))
    assert cells(decks.chart("column", ("a",), series))["C1"] == "Étiquettes"


def test_a_workbook_in_english_has_plain_labels() -> None:
    chart = decks.chart("column", ("a",), Series("S", decks.ACHIEVED, decks.points(("2.6", "2.6bn"))))
    assert cells(chart, ENGLISH)["C2"] == "2.6bn"
    assert (cells(chart, ENGLISH)["A1"], cells(chart, ENGLISH)["C1"]) == ("Category", "Labels – S")


def test_columns_have_letters() -> None:
    assert [column_letter(column) for column in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_workbooks_differ_in_nothing_but_their_data(whole: bytes) -> None:
    books = [data for name, data in parts_of(whole).items() if name.endswith(".xlsx")]
    assert {zipfile.ZipFile(io.BytesIO(book)).read("docProps/core.xml").count(b"1980-01-01") for book in books} == {1}


def test_the_sign_of_an_aim_stands_at_its_value(charter: Charter) -> None:
    chart = decks.chart("bar", ("PME",), Series("S", decks.TARGET, decks.points(("80", "80"))))
    assert shapes(chart, charter).count("flowChartMerge") == 1
    assert "▽" not in "".join(cells(chart).values())


def test_a_missing_value_has_no_mark_and_no_cell(charter: Charter) -> None:
    chart = decks.chart("column", decks.YEARS, Series("P", decks.PLANNED, decks.POWER))
    (data,) = space(chart, charter).findall(".//c:ser", NAMES)
    assert [point.get("idx") for point in data.findall("c:val//c:pt", NAMES)] == ["0", "2"]
    assert "non précisé" in shapes(chart, charter)
    assert "B3" not in cells(chart)


def test_negative_bars_leave_room_for_their_labels(charter: Charter) -> None:
    for kind in ("column", "bar"):
        chart = decks.chart(kind, ("a", "b"), Series("S", decks.ACHIEVED, decks.points(("-5", "−5"), ("3", "3"))))
        scaling = space(chart, charter).find(".//c:valAx/c:scaling", NAMES)
        assert float(scaling.find("c:min", NAMES).get("val")) < -5


def test_lines_are_named_at_their_ends() -> None:
    twins = [
        Series(name, decks.ACHIEVED, decks.points((low, low), (high, high)))
        for name, low, high in (("Un", "1", "2"), ("Deux", "5", "8"))
    ]
    assert labels(decks.chart("line", ("a", "b"), *twins)) == (("1", "Un 2"), ("5", "Deux 8"))


def test_columns_of_series_have_a_key(charter: Charter) -> None:
    twins = [Series(name, decks.ACHIEVED, decks.points(("1", "1"), ("2", "2"))) for name in ("Un", "Deux")]
    drawn = shapes(decks.chart("column", ("a", "b"), *twins), charter)
    assert ">Un<" in drawn
    assert ">Deux<" in drawn


def test_time_is_a_date_axis_of_real_dates(charter: Charter) -> None:
    values = decks.points(("5", "5"), ("6", "6"), ("8", "8"))
    chart = replace(
        decks.chart("line", ("1990", "2000", "2024"), Series("S", decks.ACHIEVED, values)),
        dates=("1990", "2000", "2024"),
    )
    root = space(chart, charter)
    assert [node.text for node in root.findall(".//c:cat//c:v", NAMES)] == ["32874", "36526", "45292"]
    assert root.find(".//c:dateAx/c:auto", NAMES).get("val") == "0"
    assert cells(chart)["A2"] == "32874"


def test_the_workbook_reads_like_a_table() -> None:
    chart = decks.chart("column", decks.YEARS, Series("Puissance", decks.PLANNED, decks.POWER))
    assert cells(chart) == {
        "A1": "Catégorie",
        "B1": "Puissance",
        "C1": "Étiquettes – Puissance",
        "A2": "fin 2027",
        "B2": "240",
        "C2": '=SUBSTITUTE(FIXED(B2,0,TRUE),".",",")&"\u00a0MW"',
        "A3": "fin 2028",
        "A4": "fin 2029",
        "B4": "700",
        "C4": '=SUBSTITUTE(FIXED(B4,0,TRUE),".",",")&"\u00a0MW"',
    }


def test_formats_have_the_decimals_of_the_values() -> None:
    def number_format(*values: str) -> str:
        series = Series("S", decks.ACHIEVED, decks.points(*((value, value) for value in values)))
        return sheet(decks.planned(decks.chart("column", tuple(values), series), PLACE), WORDS).number_format

    assert number_format("1", "20") == "[$-40C]#,##0"
    assert number_format("1", "2.60", "0.001") == "[$-40C]#,##0.000"
