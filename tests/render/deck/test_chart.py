"""Charts: what is drawn, what is written on it, and the workbook that readers open."""

from __future__ import annotations

import io
import zipfile
from decimal import Decimal

import pytest
from lxml import etree

import decks
from editions import NAMES as WORDS
from parts import parts_of
from rapport.edition.blocks.figures import Chart, Series
from rapport.edition.evidence import Status
from rapport.edition.furniture import Furniture
from rapport.language.furniture import shape_names
from rapport.look.charter import Charter
from rapport.render.deck.chart.data import column_letter, sheet
from rapport.render.deck.chart.marks import signs_of_aims
from rapport.render.deck.chart.scale import plot
from rapport.render.deck.chart.series import Drawing
from rapport.render.deck.chart.space import chart_space
from rapport.render.deck.chart.workbook import workbook

NAMES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "c15": "http://schemas.microsoft.com/office/drawing/2012/chart",
    "s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
}

ENGLISH = Furniture(tuple(shape_names("en_GB").items()))


def space(chart: Chart, charter: Charter) -> etree._Element:
    frame = decks.chart_frame(chart)
    return etree.fromstring(chart_space(Drawing(frame, sheet(chart, WORDS), charter, "fr-FR")))


def one(status: Status, kind: str = "column") -> Chart:
    return decks.chart(kind, ("a",), Series("S", status, decks.points(("5", "5"))))  # type: ignore[arg-type]


def cells(chart: Chart, names: Furniture = WORDS) -> dict[str, str]:
    data = workbook(sheet(chart, names), "Titre", names)
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


@pytest.mark.parametrize(
    ("kind", "value", "label"),
    [
        ("bar", "80", "\u00a0▽\u00a080\u00a0%"),
        ("bar", "-80", "80\u00a0%\u00a0▽\u00a0"),
        ("column", "80", "80\u00a0%\n▽"),
    ],
)
def test_the_leader_of_an_aim_ends_on_its_sign(kind: str, value: str, label: str, charter: Charter) -> None:
    chart = decks.chart(kind, ("PME",), Series("S", decks.TARGET, decks.points((value, "80\u00a0%"))))  # type: ignore[arg-type]
    assert sheet(chart, WORDS, signs_of_aims(charter)).series[0].labels == (label,)


def test_only_the_labels_of_aims_begin_with_a_sign(charter: Charter) -> None:
    assert dict(signs_of_aims(charter)) == {"target": "▽"}
    chart = decks.chart("bar", ("PME",), Series("S", decks.PLANNED, decks.points(("80", "80\u00a0%"))))
    assert sheet(chart, WORDS, signs_of_aims(charter)).series[0].labels == ("\u00a080\u00a0%",)


def test_a_missing_value_has_no_mark_and_is_said_on_the_baseline(charter: Charter) -> None:
    root = space(decks.chart("column", decks.YEARS, Series("P", decks.PLANNED, decks.POWER)), charter)
    data, note = root.findall(".//c:ser", NAMES)
    assert [point.get("idx") for point in data.findall("c:val//c:pt", NAMES)] == ["0", "2"]
    assert [point.get("idx") for point in note.findall("c:val//c:pt", NAMES)] == ["1"]
    assert note.findtext(".//c15:dlblRangeCache//c:v", "", NAMES) == "non précisé"
    assert note.find("c:spPr/a:noFill", NAMES) is not None


def test_a_line_stops_at_a_missing_value(charter: Charter) -> None:
    root = space(decks.chart("line", decks.YEARS, Series("P", decks.PLANNED, decks.POWER)), charter)
    assert root.find(".//c:dispBlanksAs", NAMES).get("val") == "gap"


def test_labels_come_from_cells_and_stand_in_for_themselves(charter: Charter) -> None:
    root = space(decks.chart("column", decks.YEARS, Series("P", decks.PLANNED, decks.POWER)), charter)
    field = root.find(".//c:dLbl//a:fld", NAMES)
    assert (field.get("type"), field.findtext("a:t", "", NAMES)) == ("CELLRANGE", "240\u00a0MW")
    assert root.findtext(".//c15:f", "", NAMES) == "'Données'!$D$2:$D$4"
    for extension in root.iter(f"{{{NAMES['c']}}}ext"):
        assert len(extension) == 1


@pytest.mark.parametrize("kind", ["bar", "column", "stacked", "line"])
def test_axes_are_legal_and_values_start_at_zero(charter: Charter, kind: str) -> None:
    root = space(one(decks.ACHIEVED, kind), charter)
    axes = {axis.find("c:axId", NAMES).get("val") for axis in root.findall(".//c:plotArea/*[c:crossAx]", NAMES)}
    assert axes == {axis.get("val") for axis in root.findall(".//c:plotArea/*[c:ser]/c:axId", NAMES)}
    assert all(0 < int(axis) < 2**31 for axis in axes)
    assert root.find(".//c:valAx/c:delete", NAMES).get("val") == "1"
    assert root.find(".//c:valAx/c:scaling/c:min", NAMES).get("val") == "0"
    assert root.find(".//c:majorGridlines", NAMES) is None
    assert root.find(".//c:legend", NAMES) is None


def test_the_scale_leaves_room_for_labels_on_either_side_of_zero(charter: Charter) -> None:
    for kind in ("column", "bar"):
        values = decks.points(("-5", "−5"), ("3", "3"))
        chart = decks.chart(kind, ("a", "b"), Series("S", decks.ACHIEVED, values))
        scaling = space(chart, charter).find(".//c:valAx/c:scaling", NAMES)
        least, most = (float(scaling.find(f"c:{end}", NAMES).get("val")) for end in ("min", "max"))
        assert least < -5 < 3 < most


def test_zeros_alone_are_left_to_the_application(charter: Charter) -> None:
    chart = decks.chart("column", ("a",), Series("S", decks.ACHIEVED, decks.points(("0", "0"))))
    assert space(chart, charter).find(".//c:valAx/c:scaling/c:max", NAMES) is None


def test_stacked_parts_of_one_colour_are_parted_by_white(charter: Charter) -> None:
    outline = space(one(decks.ACHIEVED, "stacked"), charter).find(".//c:ser/c:spPr/a:ln/a:solidFill/a:schemeClr", NAMES)
    assert outline.get("val") == "bg1"


def test_names_of_categories_are_never_turned(charter: Charter) -> None:
    body = space(one(decks.ACHIEVED), charter).find(".//c:catAx/c:txPr/a:bodyPr", NAMES)
    assert (body.get("rot"), body.get("wrap")) == ("0", "square")


def test_series_drawn_alike_are_named_on_a_mark() -> None:
    twins = [Series(name, decks.ACHIEVED, decks.points(("1", "1"), ("2", "2"))) for name in ("Un", "Deux")]
    first, second = sheet(decks.chart("column", ("a", "b"), *twins), WORDS).series
    assert (first.labels, second.labels) == (("Un\n1", "2"), ("Deux\n1", "2"))


def test_white_stands_between_a_lying_bar_and_its_label() -> None:
    points = decks.points(("5", "5"), ("-5", "−5"), (None, ""))
    for kind, labels in (("bar", ("\u00a05", "−5\u00a0", "")), ("column", ("5", "−5", ""))):
        chart = decks.chart(kind, ("a", "b", "c"), Series("S", decks.ACHIEVED, points))  # type: ignore[arg-type]
        assert sheet(chart, WORDS).series[0].labels == labels


def test_series_of_different_status_need_no_name() -> None:
    pair = [Series(status.word, status, decks.points(("1", "1"))) for status in (decks.ACHIEVED, decks.PROMISED)]
    first, _ = sheet(decks.chart("column", ("a",), *pair), WORDS).series
    assert first.labels == ("1",)


def test_bars_of_one_series_each_stand_in_the_middle(charter: Charter) -> None:
    alone = [
        Series("A", decks.ACHIEVED, decks.points(("1", "1"), (None, ""))),
        Series("B", decks.PROMISED, decks.points((None, ""), ("2", "2"))),
    ]
    assert space(decks.chart("bar", ("a", "b"), *alone), charter).find(".//c:overlap", NAMES).get("val") == "100"


def test_the_workbook_reads_like_a_table() -> None:
    chart = decks.chart("column", decks.YEARS, Series("Puissance", decks.PLANNED, decks.POWER))
    assert cells(chart) == {
        "A1": "Catégorie",
        "B1": "Puissance",
        "C1": "non précisé",
        "D1": "Étiquettes – Puissance",
        "E1": "Étiquettes – non précisé",
        "A2": "fin 2027",
        "B2": "240",
        "D2": '=SUBSTITUTE(FIXED(B2,0,TRUE),".",",")&"\u00a0MW"',
        "A3": "fin 2028",
        "C3": "0",
        "E3": "non précisé",
        "A4": "fin 2029",
        "B4": "700",
        "D4": '=SUBSTITUTE(FIXED(B4,0,TRUE),".",",")&"\u00a0MW"',
    }


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


def test_formats_have_the_decimals_of_the_values() -> None:
    def number_format(*values: str) -> str:
        series = Series("S", decks.ACHIEVED, decks.points(*((value, value) for value in values)))
        return sheet(decks.chart("column", tuple(values), series), WORDS).number_format

    assert number_format("1", "20") == "[$-40C]#,##0"
    assert number_format("1", "2.60", "0.001") == "[$-40C]#,##0.000"


def test_the_scale_leaves_room_for_each_label() -> None:
    chart = decks.chart("bar", ("a", "b"), Series("S", decks.ACHIEVED, decks.points(("10", "10"), ("1", "x" * 40))))
    area = plot(decks.chart_frame(chart), sheet(chart, WORDS))
    assert area.minimum == Decimal(0)
    assert area.maximum is not None
    assert Decimal(10) < area.maximum < Decimal(13)


def test_columns_have_letters() -> None:
    assert [column_letter(column) for column in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_workbooks_differ_in_nothing_but_their_data(whole: bytes) -> None:
    books = [data for name, data in parts_of(whole).items() if name.endswith(".xlsx")]
    assert {zipfile.ZipFile(io.BytesIO(book)).read("docProps/core.xml").count(b"1980-01-01") for book in books} == {1}
