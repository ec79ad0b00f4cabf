"""Figures as a speaker says them, and read back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.figures.reader import scan
from rapport.language.french.grammar import said
from rapport.language.quantity import Quantity, write


@pytest.mark.parametrize(
    ("value", "unit", "qualifier", "spoken"),
    [
        ("5.8", "gigawatt", "", "cinq virgule huit gigawatts"),
        ("80", "percent", "", "quatre-vingts pour cent"),
        ("2.6E9", "EUR", "more-than", "plus de deux virgule six milliards d’euros"),
        ("1.7E9", "EUR", "more-than", "plus d’un virgule sept milliard d’euros"),
        ("110000", "fonctionnaire", "more-than", "plus de cent dix mille fonctionnaires"),
        ("80000", "EUR", "", "quatre-vingt mille euros"),
        ("200", "EUR", "", "deux cents euros"),
        ("0.05", "percent", "", "zéro virgule zéro cinq pour cent"),
        ("71", "percent", "nearly", "près de soixante et onze pour cent"),
        ("91", "percent", "", "quatre-vingt-onze pour cent"),
        ("-4", "percent", "", "moins quatre pour cent"),
        ("1234567", "site", "", "1\u202f234\u202f567 sites"),
        ("21", "école", "", "21 écoles"),  # vingt et une, but for « vingt et un lycées »
        ("6", "rank", "", "6e"),
        ("90", "duration", "", "1 h 30 min"),
    ],
)
def test_a_quantity_is_said_in_letters(value: str, unit: str, qualifier: str, spoken: str) -> None:
    written = write(Quantity.of(Decimal(value), unit, qualifier), "spoken", "fr_FR")
    assert written.replace("\u00a0", " ") == spoken


def test_a_range_is_said_between_its_ends() -> None:
    assert write(Quantity(Decimal(240), Decimal(700), "megawatt"), "spoken", "fr_FR").replace("\u00a0", " ") == (
        "deux cent quarante à sept cents mégawatts"
    )


@given(st.decimals(0, 10**10, places=2, allow_nan=False, allow_infinity=False))
def test_what_is_said_reads_as_the_same_number(value: Decimal) -> None:
    text = said(write(Quantity.of(value, "EUR"), "named", "fr_FR"))
    (reading,) = scan(text, "fr").figures
    assert (reading.low, reading.unit) == (value, "EUR")


@pytest.mark.parametrize(
    ("value", "unit", "qualifier", "spoken"),
    [
        ("5.8", "gigawatt", "", "five point eight gigawatts"),
        ("5", "", "", "five"),
        ("80", "percent", "", "eighty per cent"),
        ("2.6E9", "EUR", "more-than", "more than two point six billion euros"),
        ("110000", "member", "more-than", "more than one hundred and ten thousand members"),
        ("2026", "member", "", "two thousand and twenty-six members"),
        ("999999", "member", "", "nine hundred and ninety-nine thousand nine hundred and ninety-nine members"),
        ("0.05", "percent", "", "zero point zero five per cent"),
        ("-4", "percent", "", "minus four per cent"),
        ("1234567", "member", "", "1,234,567 members"),
    ],
)
def test_a_quantity_is_said_in_english_letters(value: str, unit: str, qualifier: str, spoken: str) -> None:
    written = write(Quantity.of(Decimal(value), unit, qualifier), "spoken", "en_GB")
    assert written.replace("\u00a0", " ") == spoken


@given(st.decimals(0, 999_999, places=2))
def test_what_is_said_in_english_is_read_back(value: Decimal) -> None:
    (figure,) = scan(write(Quantity.of(value, "EUR"), "spoken", "en_GB"), "en-GB").figures
    assert (figure.low, figure.unit) == (value, "EUR")
