"""A deck is read from its XML alone, and gives back what was written in it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from lxml.builder import ElementMaker

import decks
from rapport.formats.office.package import NAMES
from rapport.formats.office.presentation import paragraph
from rapport.look.charter import Charter
from rapport.render.deck.writer import write_deck
from rapport.slides.deck import Deck
from rapport.verify.deck.chart import cells_of, header_of
from rapport.verify.deck.presentation import DeckShape, Presentation, leaves
from rapport.verify.deck.reader import read_deck
from rapport.verify.deck_checks import check_charts, check_properties, check_words, compare_deck
from rapport.verify.report import Check

E = ElementMaker(namespace=NAMES["a"])


@pytest.fixture(scope="module")
def plan() -> Deck:
    return decks.whole_deck()


@pytest.fixture(scope="module")
def read(plan: Deck, charter: Charter) -> Presentation:
    return read_deck(write_deck(plan, charter).data)


def shapes(read: Presentation, kind: str) -> list[DeckShape]:
    return [shape for slide in read.slides for shape in leaves(slide.shapes) if shape.kind == kind]


def test_every_word_of_a_plan_with_everything_is_read_back(plan: Deck, read: Presentation) -> None:
    both = compare_deck(plan, read)
    assert check_words(both).findings == ()
    assert len(both.alignment.expected) > 1000


def test_properties_and_parts(plan: Deck, read: Presentation) -> None:
    assert check_properties(plan, read).findings == ()
    assert read.sections == tuple(part.name for part in plan.parts)


def test_every_kind_of_chart_is_read_back(plan: Deck, read: Presentation) -> None:
    check: Check = check_charts(plan, read, {})
    assert check.count >= 9
    assert {finding.code for finding in check.findings} <= {"chart-fact", "status-mixed", "chart-alternative"}


def test_a_chart_holds_its_numbers_labels_and_workbook(read: Presentation) -> None:
    chart = next(shape.chart for shape in shapes(read, "chart") if shape.chart and shape.chart.kind == "barChart")
    series = chart.series[0]
    assert (series.name, series.categories) == ("Puissance", ("fin 2027", "fin 2028", "fin 2029"))
    assert series.values == (Decimal(240), None, Decimal(700))
    assert series.labels == series.range_labels == ("240\u00a0MW", "", "700\u00a0MW")
    assert cells_of(series.references[2], chart.sheets) == ("240", "", "700")
    assert dict(chart.sheets[0].cells)[header_of(series.references[3])] == "Étiquettes – Puissance"
    assert dict(chart.sheets[0].cells)[header_of(series.references[1])] == "Catégorie"


def test_tables_notes_alternatives_and_ornaments(read: Presentation) -> None:
    (table,) = shapes(read, "table")
    assert table.rows[0] == (("Objet",), ("Montant",), ("Statut",))
    assert table.alternative == "Quatre montants et leur statut."
    assert any(shape.decorative for slide in read.slides for shape in slide.shapes)
    assert any(shape.place == "body" and shape.paragraphs for slide in read.slides for shape in slide.notes)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("sur 2021-\u20602024", "sur 2021-2024"),
        ("covid-\u206019, 2021–\u20602024", "covid-19, 2021–2024"),
        ("Sour\u2060ce", "Sour\u2060ce"),
        ("2\u2060021-2024\u2060", "2\u2060021-2024\u2060"),
        ("-\u20605 ou 2021\u2060-2024", "-\u20605 ou 2021\u2060-2024"),
    ],
)
def test_only_the_joiners_that_hold_our_ranges_are_left_out(written: str, said: str) -> None:
    """Any other tells who was given a deck, and nobody sees it."""
    text = E.p(E.r(E.t(written)))
    assert paragraph(text) == said
