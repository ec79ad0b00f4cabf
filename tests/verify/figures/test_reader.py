"""Figures and dates as a reader meets them, and what they are read as."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rapport.figures.dates import Day
from rapport.figures.reader import scan

N, F = "\u00a0", "\u202f"

FRENCH = [
    (f"plus de 2,6{N}milliards d’euros", ("2.6E9", "2.6E9", "EUR", "more-than")),
    (f"2,6{N}Md€", ("2.6E9", "2.6E9", "EUR", "")),
    (f"1,7{N}milliard d’euros", ("1.7E9", "1.7E9", "EUR", "")),
    (f"600{N}M€", ("6E8", "6E8", "EUR", "")),
    (f"35{N}k€", ("35000", "35000", "EUR", "")),
    (f"10{F}000{F}000{N}€", ("1E7", "1E7", "EUR", "")),
    (f"1{F}234,50{N}€", ("1234.5", "1234.5", "EUR", "")),
    (f"plus de 110{F}000 agents", ("110000", "110000", "", "more-than")),
    (f"75{N}%", ("75", "75", "percent", "")),
    ("75%", ("75", "75", "percent", "")),
    ("cent pour cent", ("100", "100", "percent", "")),
    (f"−3,5{N}%", ("-3.5", "-3.5", "percent", "")),
    (f"5,8{N}GW", ("5.8E9", "5.8E9", "W", "")),
    (f"5,8{N}gigawatts", ("5.8E9", "5.8E9", "W", "")),
    (f"240{N}à 700{N}MW", ("240E6", "700E6", "W", "")),
    (f"de 240 à 700{N}MW", ("240E6", "700E6", "W", "")),
    (f"12{N}TWh", ("12E12", "12E12", "Wh", "")),
    ("trois à quatre ans", ("3", "4", "year", "")),
    (f"de 3 à 4{N}ans", ("3", "4", "year", "")),
    (f"entre 3 et 4{N}ans", ("3", "4", "year", "")),
    ("cinq sites", ("5", "5", "", "")),
    ("vingt-trois projets", ("23", "23", "", "")),
    ("vingt et un projets", ("21", "21", "", "")),
    ("soixante et onze", ("71", "71", "", "")),
    ("quatre-vingt-dix-sept", ("97", "97", "", "")),
    ("quatre-vingts sites", ("80", "80", "", "")),
    ("deux cent mille agents", ("200000", "200000", "", "")),
    ("mille deux cents", ("1200", "1200", "", "")),
    ("neuf ministères", ("9", "9", "", "")),
    ("un million d’agents", ("1E6", "1E6", "", "")),
    ("un milliard de milliards de calculs par seconde", ("1E18", "1E18", "op/s", "")),
    (f"2{N}millions de milliards", ("2E15", "2E15", "", "")),
    ("une centaine de projets", ("100", "100", "", "about")),
    ("deux dizaines de sites", ("20", "20", "", "about")),
    ("au moins trois ans", ("3", "3", "year", "at-least")),
    (f"75{N}% ou plus", ("75", "75", "percent", "at-least")),
    ("près d’un million d’euros", ("1E6", "1E6", "EUR", "nearly")),
    (f"environ 4{N}milliards d’euros", ("4E9", "4E9", "EUR", "about")),
    (f"jusqu’à 700{N}MW", ("700E6", "700E6", "W", "up-to")),
    (f"à hauteur de 10{N}millions d’euros", ("1E7", "1E7", "EUR", "to-the-amount-of")),
    ("moins de dix personnes", ("10", "10", "", "less-than")),
    (f"de 2 à 3{N}milliards d’euros", ("2E9", "3E9", "EUR", "")),
    (f"500{N}M€ à 2{N}Md€", ("5E8", "2E9", "EUR", "")),
    ("2e supercalculateur", ("2", "2", "ordinal", "")),
]

ENGLISH = [
    ("more than €2.6 billion", ("2.6E9", "2.6E9", "EUR", "more-than")),
    ("€2.6bn", ("2.6E9", "2.6E9", "EUR", "")),
    ("€600m", ("6E8", "6E8", "EUR", "")),
    ("110,000 staff", ("110000", "110000", "", "")),
    ("three to four years", ("3", "4", "year", "")),
    ("between 3 and 4 years", ("3", "4", "year", "")),
    ("one hundred and twenty-three", ("123", "123", "", "")),
    ("75%", ("75", "75", "percent", "")),
    ("at least 240 MW", ("240E6", "240E6", "W", "at-least")),
    ("up to 700 megawatts", ("700E6", "700E6", "W", "up-to")),
]


@pytest.mark.parametrize(("text", "expected"), FRENCH)
def test_a_french_figure_is_read(text: str, expected: tuple[str, str, str, str]) -> None:
    assert _read(text, "fr") == _figure(expected)


@pytest.mark.parametrize(("text", "expected"), FRENCH)
def test_it_is_read_the_same_inside_a_sentence(text: str, expected: tuple[str, str, str, str]) -> None:
    assert _read(f"On compte {text}, selon la source.", "fr") == _figure(expected)


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_an_english_figure_is_read(text: str, expected: tuple[str, str, str, str]) -> None:
    assert _read(text, "en-GB") == _figure(expected)


def _read(text: str, language: str) -> tuple[Decimal, Decimal, str, str]:
    (reading,) = scan(text, language).figures
    assert text[reading.start : reading.end] == reading.text
    return reading.low, reading.high, reading.unit, reading.qualifier


def _figure(expected: tuple[str, str, str, str]) -> tuple[Decimal, Decimal, str, str]:
    low, high, unit, qualifier = expected
    return Decimal(low), Decimal(high), unit, qualifier


@pytest.mark.parametrize(
    "text",
    [
        "un bâtiment neuf et des postes",
        "une première mondiale",
        "deux-roues",
        "le G7",
        "le GenIAI.intradef",
        "des centaines de milliers d’habitants",
        "plusieurs millions de foyers",
        "l’un des acteurs",
        "la moitié des entreprises",
        "la seconde fois",
        "les deux sujets",
    ],
)
def test_what_only_looks_like_a_number_is_not_certain(text: str) -> None:
    assert not [figure for figure in scan(text, "fr").figures if figure.certain]


def test_two_values_of_one_sentence_stay_two() -> None:
    figures = scan(f"de 240{N}MW fin 2027 à 700{N}MW fin 2029", "fr").figures
    assert [figure.low for figure in figures] == [Decimal("240E6"), Decimal("700E6")]


def test_a_year_is_not_joined_to_the_number_that_follows() -> None:
    found = scan(f"en 2025, 110{F}000 agents", "fr")
    assert [figure.low for figure in found.figures] == [Decimal(110000)]
    assert [date.first for date in found.dates] == [Day(2025)]


@pytest.mark.parametrize(
    ("text", "places"), [("2,6 Md€", "1E8"), ("109 Md€", "1E9"), ("110\u202f000 agents", "1"), ("2,60 Md€", "1E7")]
)
def test_the_last_digit_printed_says_how_precise_a_figure_is(text: str, places: str) -> None:
    assert scan(text, "fr").figures[0].step == Decimal(places)


DATES = [
    ("10 février 2026", Day(2026, 2, 10), Day(2026, 2, 10), ""),
    ("mardi 10 février 2026", Day(2026, 2, 10), Day(2026, 2, 10), ""),
    ("1er février 2026", Day(2026, 2, 1), Day(2026, 2, 1), ""),
    ("18 et 19 février 2026", Day(2026, 2, 18), Day(2026, 2, 19), ""),
    ("18 et 19 février", Day(0, 2, 18), Day(0, 2, 19), ""),
    ("du 18 au 21 février 2026", Day(2026, 2, 18), Day(2026, 2, 21), ""),
    ("du 28 février au 2 mars 2026", Day(2026, 2, 28), Day(2026, 3, 2), ""),
    ("du 30 décembre 2025 au 2 janvier 2026", Day(2025, 12, 30), Day(2026, 1, 2), ""),
    ("juin 2026", Day(2026, 6), Day(2026, 6), ""),
    ("10 févr. 2026", Day(2026, 2, 10), Day(2026, 2, 10), ""),
    ("Juil. 2025", Day(2025, 7), Day(2025, 7), ""),
    ("de juin à septembre 2026", Day(2026, 6), Day(2026, 9), ""),
    ("fin 2027", Day(2027), Day(2027), "end"),
    ("début 2026", Day(2026), Day(2026), "early"),
    ("mi-2026", Day(2026), Day(2026), "mid"),
    ("d’ici 2030", Day(2030), Day(2030), "by"),
    ("1er trimestre 2026", Day(2026), Day(2026), "Q1"),
    ("T1 2026", Day(2026), Day(2026), "Q1"),
    ("2e semestre 2026", Day(2026), Day(2026), "H2"),
    ("2025", Day(2025), Day(2025), ""),
    ("10/02/2026", Day(2026, 2, 10), Day(2026, 2, 10), ""),
    ("2026-02-10", Day(2026, 2, 10), Day(2026, 2, 10), ""),
]


@pytest.mark.parametrize(("text", "first", "last", "part"), DATES)
def test_a_french_date_is_read(text: str, first: Day, last: Day, part: str) -> None:
    found = scan(f"C’est prévu {text}, dit-on.", "fr")
    assert [(date.first, date.last, date.part) for date in found.dates] == [(first, last, part)]
    assert not found.figures


@pytest.mark.parametrize(
    ("text", "first", "part"),
    [
        ("10 February 2026", Day(2026, 2, 10), ""),
        ("June 2026", Day(2026, 6), ""),
        ("by 2030", Day(2030), "by"),
        ("end of 2027", Day(2027), "end"),
        ("early 2026", Day(2026), "early"),
        ("first quarter of 2026", Day(2026), "Q1"),
    ],
)
def test_an_english_date_is_read(text: str, first: Day, part: str) -> None:
    assert [(date.first, date.part) for date in scan(text, "en").dates] == [(first, part)]
