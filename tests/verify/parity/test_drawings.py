"""The words of a drawn chart are those of its data, in their order; the marks of a percentage scale may be added."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from rapport.edition.blocks.figures import Chart, ChartKind, Point, Series, Tick, ValueAxis
from rapport.edition.text import Status, words
from rapport.verify.parity.line import FoundLine
from rapport.verify.parity.plots import drawing_findings

TARGET, ACHIEVED = Status("target", "Objectif"), Status("achieved", "Réalisé")


def chart(*series: Series, unit: str = "%") -> Chart:
    return Chart("bar", words("Titre"), words("en %"), ("Grandes", "PME"), series, (), "Texte.", Decimal(1), unit)


def series(status: Status, *labels: str) -> Series:
    return Series(status.word, status, tuple(Point(Decimal(1) if label else None, label) for label in labels))


ONE = chart(series(TARGET, "100\u00a0%", "80\u00a0%"))
TWO = chart(series(ACHIEVED, "2\u00a0Md€", ""), series(TARGET, "", "4\u00a0Md€"), unit="Md€")


def told(made: Chart, *drawn: str) -> list[str]:
    lines = [FoundLine(text, "page 1", "drawn", 1) for text in drawn]
    return [finding.message for finding in drawing_findings([made], [lines])]


@pytest.mark.parametrize(
    "drawn",
    [
        ("Grandes", "100\u00a0%", "PME", "80\u00a0%"),
        ("Grandes", "PME", "100\u00a0%", "80\u00a0%"),
    ],
)
def test_where_words_are_drawn_does_not_matter(drawn: tuple[str, ...]) -> None:
    assert told(ONE, *drawn) == []


def test_panels_bear_their_statuses() -> None:
    assert told(TWO, "Réalisé", "Grandes", "2\u00a0Md€", "Objectif", "PME", "4\u00a0Md€") == []


def drawn_as(kind: ChartKind) -> Chart:
    parts = (series(ACHIEVED, "2", "3"), series(TARGET, "4", "5"))
    return replace(chart(*(parts if kind == "stacked" else parts[:1]), unit="Md€"), kind=kind)


KEYED = ("Réalisé", "Objectif", "Grandes", "PME", "2", "3", "4", "5")
RING = ("2", "Grandes", "3", "PME")


def test_parts_of_a_bar_are_named_in_a_key() -> None:
    assert told(drawn_as("stacked"), *KEYED) == []
    assert told(drawn_as("stacked"), *KEYED[1:]) != []
    assert any("l’ordre" in message for message in told(drawn_as("stacked"), *KEYED[:4], "3", "2", "4", "5"))


def test_segments_of_a_ring_are_listed() -> None:
    assert told(drawn_as("doughnut"), *RING) == []
    assert told(drawn_as("doughnut"), *RING[:3]) != []
    assert told(drawn_as("doughnut"), "1", *RING) != []


SCALED = replace(ONE, axis=ValueAxis(Decimal(0), Decimal(100), tuple(Tick(Decimal(n), str(n)) for n in (0, 50, 100))))


def test_a_label_may_be_left_out_where_a_scale_is_shown() -> None:
    assert told(SCALED, "0", "50", "100", "Grandes", "PME", "80\u00a0%") == []
    assert told(SCALED, "Grandes", "PME", "80\u00a0%") != []


@pytest.mark.parametrize(
    ("drawn", "words"),
    [
        (("Grandes", "80\u00a0%", "PME", "100\u00a0%"), "l’ordre de"),
        (("PME", "100\u00a0%", "Grandes", "80\u00a0%"), "l’ordre de"),
        (("Grandes", "100\u00a0%", "PME"), "absent du graphique"),
        (("Grandes", "100\u00a0%", "PME", "90\u00a0%"), "absent du graphique"),
        (("Grandes", "100\u00a0%", "PME", "80\u00a0%", "environ"), "en trop"),
        (("1", "50", "100", "Grandes", "100\u00a0%", "PME", "80\u00a0%"), "en trop"),
        (("0", "50", "110", "Grandes", "100\u00a0%", "PME", "80\u00a0%"), "en trop"),
    ],
)
def test_a_word_changed_lost_added_or_moved_is_found(drawn: tuple[str, ...], words: str) -> None:
    assert any(words in message for message in told(ONE, *drawn))


def test_a_drawing_too_few_is_found() -> None:
    assert [finding.code for finding in drawing_findings([ONE], [])] == ["drawing-count"]


AXIS = ValueAxis(Decimal(40), Decimal(50), tuple(Tick(Decimal(value), str(value)) for value in (40, 45, 50)))
RISING = replace(chart(series(ACHIEVED, *map(str, range(40, 49))), unit="Md€"), kind="line", axis=AXIS)
SHOWN = ("Grandes", "PME", "40", "45", "50", "48")


def test_a_value_of_the_scale_may_be_that_of_a_label_left_out() -> None:
    assert told(RISING, *SHOWN) == []
    assert told(RISING, "Grandes", "PME", "40", "45", "48")[:1] == ["«\u00a041\u00a0» absent du graphique"]


def test_a_value_of_the_scale_is_in_no_order_with_labels() -> None:
    assert told(RISING, "Grandes", "PME", "48", "50", "45", "40") == []


def test_a_gap_beside_the_bars_of_others_may_be_left_unsaid() -> None:
    unknown = replace(TWO.series[0], points=(TWO.series[0].points[0], Point(None, "non précisé")))
    assert told(replace(TWO, series=(unknown, TWO.series[1])), "Réalisé", "Objectif", *DRAWN_TWICE) == []
    assert told(replace(ONE, series=(unknown,)), "Grandes", "PME", "2\u00a0Md€") != []


DRAWN_TWICE = ("Grandes", "2\u00a0Md€", "PME", "4\u00a0Md€")
