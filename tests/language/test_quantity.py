"""Quantities as content holds them, and the words documents print. `~` is U+00A0, `_` is U+202F."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from babel import Locale
from babel.dates import get_month_names, get_quarter_names
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from rapport.language.languages import QUALIFIERS, UnknownWordError
from rapport.language.locales import UnknownLocaleError
from rapport.language.quantity import FORMS, Quantity, UnknownFormError, write, write_rounded


def shown(text: str) -> str:
    return text.replace("\u00a0", "~").replace("\u202f", "_")


def french(value: str, unit: str = "", qualifier: str = "", form: str = "full") -> str:
    return shown(write(Quantity.of(value, unit, qualifier), form, "fr_FR"))


def english(value: str, unit: str = "", qualifier: str = "", form: str = "full") -> str:
    return shown(write(Quantity.of(value, unit, qualifier), form, "en_GB"))


@pytest.mark.parametrize(
    ("value", "unit", "full", "short"),
    [
        ("2.6E+9", "EUR", "2,6~milliards d’euros", "2,6~Md€"),
        ("1.09E+11", "EUR", "109~milliards d’euros", "109~Md€"),
        ("5.54E+8", "EUR", "554~millions d’euros", "554~M€"),
        ("1.7E+9", "EUR", "1,7~milliard d’euros", "1,7~Md€"),
        ("1E+7", "EUR", "10~millions d’euros", "10~M€"),
        ("1E+6", "EUR", "1~million d’euros", "1~M€"),
        ("1E+12", "EUR", "1_000~milliards d’euros", "1_000~Md€"),
        ("35000", "EUR", "35_000~euros", "35~k€"),
        ("1234.5", "EUR", "1_234,50~euros", "1_234,50~€"),
        ("1.5", "EUR", "1,50~euro", "1,50~€"),
        ("999999", "EUR", "999_999~euros", "999_999~€"),
        ("1234567", "EUR", "1_234_567~euros", "1,2~M€"),
        ("999960001", "EUR", "999_960_001~euros", "1~Md€"),
        ("1018700000", "EUR", "1_018,7~millions d’euros", "1_018,7~M€"),
        ("1234567000", "EUR", "1_234,567~millions d’euros", "1,2~Md€"),
        ("7", "times/day", "7~fois par jour", "7~fois par jour"),
        ("-2.6E+9", "EUR", "−2,6~milliards d’euros", "−2,6~Md€"),
        ("2.6E+9", "USD", "2,6~milliards de dollars", "2,6~Md$"),
        ("75", "percent", "75~%", "75~%"),
        ("75.5", "percent", "75,5~%", "75,5~%"),
        ("-12.5", "percent", "−12,5~%", "−12,5~%"),
        ("5.8", "gigawatt", "5,8~GW", "5,8~GW"),
        ("1500", "megawatt", "1_500~MW", "1_500~MW"),
        ("1E+6", "megawatt", "1~million de mégawatts", "1~million de mégawatts"),
        ("12", "terawatt-hour", "12~TWh", "12~TWh"),
        ("2500", "square-metre", "2_500~m²", "2_500~m²"),
        ("1", "exaflop", "1~exaflop/s", "1~exaflop/s"),
        ("1", "year", "1~an", "1~an"),
        ("3", "year", "3~ans", "3~ans"),
        ("1E+6", "year", "1~million d’années", "1~million d’années"),
        ("2", "semester", "2~semestres", "2~semestres"),
        ("6", "month", "6~mois", "6~mois"),
        ("18", "hour", "18~heures", "18~h"),
        ("30", "day", "30~jours", "30~j"),
        ("110000", "agent public", "110_000~agents publics", "110_000~agents publics"),
        ("1E+6", "agent", "1~million d’agents", "1~million d’agents"),
        ("2E+6", "foyer", "2~millions de foyers", "2~millions de foyers"),
        ("0", "projet", "0~projet", "0~projet"),
        ("1.5", "projet", "1,5~projet", "1,5~projet"),
        ("2", "projet", "2~projets", "2~projets"),
        ("3", "centre de données", "3~centres de données", "3~centres de données"),
        ("35000", "", "35_000", "35_000"),
        ("4E+9", "", "4~milliards", "4~milliards"),
        ("1E+18", "", "un milliard de milliards", "un milliard de milliards"),
        ("1E+18", "calculation-per-second", *["un milliard de milliards de calculs par seconde"] * 2),
    ],
)
def test_french(value: str, unit: str, full: str, short: str) -> None:
    assert (french(value, unit), french(value, unit, form="short")) == (full, short)


@pytest.mark.parametrize(
    ("value", "unit", "full", "short"),
    [
        ("2.6E+9", "EUR", "€2.6~billion", "€2.6bn"),
        ("-2.6E+9", "EUR", "−€2.6~billion", "−€2.6bn"),
        ("1234.5", "EUR", "€1,234.50", "€1,234.50"),
        ("75", "percent", "75%", "75%"),
        ("5.8", "gigawatt", "5.8~GW", "5.8~GW"),
        ("1", "year", "1~year", "1~year"),
        ("0", "projet", "0~projects", "0~projects"),
        ("110000", "agent public", "110,000~public servants", "110,000~public servants"),
        ("1E+6", "entreprise", "1~million companies", "1~million companies"),
        ("1E+18", "calculation-per-second", *["a billion billion calculations per second"] * 2),
    ],
)
def test_english(value: str, unit: str, full: str, short: str) -> None:
    assert (english(value, unit), english(value, unit, form="short")) == (full, short)


@pytest.mark.parametrize(
    ("qualifier", "in_french", "in_english"),
    [
        ("", "2,6~milliards d’euros", "€2.6~billion"),
        ("exactly", "2,6~milliards d’euros", "€2.6~billion"),
        ("at-least", "au moins 2,6~milliards d’euros", "at least €2.6~billion"),
        ("more-than", "plus de 2,6~milliards d’euros", "more than €2.6~billion"),
        ("nearly", "près de 2,6~milliards d’euros", "nearly €2.6~billion"),
        ("about", "environ 2,6~milliards d’euros", "about €2.6~billion"),
        ("up-to", "jusqu’à 2,6~milliards d’euros", "up to €2.6~billion"),
        ("to-the-amount-of", "à hauteur de 2,6~milliards d’euros", "amounting to €2.6~billion"),
        ("less-than", "moins de 2,6~milliards d’euros", "less than €2.6~billion"),
    ],
)
def test_qualifiers(qualifier: str, in_french: str, in_english: str) -> None:
    assert french("2.6E+9", "EUR", qualifier) == in_french
    assert english("2.6E+9", "EUR", qualifier) == in_english


def test_the_qualifier_elides_before_a_figure_in_words() -> None:
    assert french("1E+18", "", "more-than") == "plus d’un milliard de milliards"


def test_the_short_form_leaves_the_qualifier_to_its_own_form() -> None:
    assert french("2.6E+9", "EUR", "more-than", "short") == "2,6~Md€"
    assert french("2.6E+9", "EUR", "more-than", "qualified-short") == "plus de 2,6~Md€"
    assert french("2.6E+9", "EUR", "more-than", "value") == "2,6~milliards d’euros"


@pytest.mark.parametrize(
    ("value", "unit", "number", "measure"),
    [
        ("2.6E+9", "EUR", "2,6", "Md€"),
        ("110000", "agent public", "110_000", ""),
        ("1E+6", "agent", "1", "million"),
        ("75", "percent", "75", "%"),
        ("5.8", "gigawatt", "5,8", "GW"),
        ("3", "year", "3", "ans"),
        ("35000", "", "35_000", ""),
    ],
)
def test_the_two_parts_of_a_key_figure(value: str, unit: str, number: str, measure: str) -> None:
    assert (french(value, unit, form="number"), french(value, unit, form="unit")) == (number, measure)


def test_the_sign_of_a_currency_stays_with_the_number_in_english() -> None:
    assert (english("2.6E+9", "EUR", form="number"), english("2.6E+9", "EUR", form="unit")) == ("€2.6", "bn")


@pytest.mark.parametrize(
    ("bounds", "unit", "value", "from_to", "short"),
    [
        ("3 4", "year", "3 à 4~ans", "de 3 à 4~ans", "3 à 4~ans"),
        ("240 700", "megawatt", "240 à 700~MW", "de 240 à 700~MW", "240 à 700~MW"),
        ("75 80", "percent", "75 à 80~%", "de 75 à 80~%", "75 à 80~%"),
        ("2E+9 4E+9", "EUR", "2 à 4~milliards d’euros", "de 2 à 4~milliards d’euros", "2 à 4~Md€"),
        ("1E+6 2E+6", "agent", "1 à 2~millions d’agents", "de 1 à 2~millions d’agents", "1 à 2~millions d’agents"),
        ("6E+8 1.2E+9", "EUR", *[p + "600~millions à 1,2~milliard d’euros" for p in ("", "de ")], "0,6 à 1,2~Md€"),
    ],
)
def test_ranges(bounds: str, unit: str, value: str, from_to: str, short: str) -> None:
    low, high = map(Decimal, bounds.split())
    quantity = Quantity(low, high, unit)
    written = [shown(write(quantity, form, "fr_FR")) for form in ("full", "value", "from-to", "short")]
    assert written == [value, value, from_to, short]


def test_a_range_in_english() -> None:
    quantity = Quantity(Decimal(3), Decimal(4), "year")
    assert shown(write(quantity, "full", "en_GB")) == "3 to 4~years"
    assert shown(write(quantity, "from-to", "en_GB")) == "from 3 to 4~years"


def test_a_single_value_has_no_from_and_to() -> None:
    assert french("3", "year", form="from-to") == "3~ans"


def test_a_unit_by_its_name() -> None:
    assert french("5.8", "gigawatt", form="named") == "5,8~gigawatts"
    assert french("0", "megawatt", form="named") == "0~mégawatt"
    assert french("75", "percent", form="named") == "75~pour cent"


def test_both_forms_of_a_noun_may_be_given() -> None:
    assert french("2", "œil-de-bœuf|œils-de-bœuf") == "2~œils-de-bœuf"
    assert french("1", "œil-de-bœuf|œils-de-bœuf") == "1~œil-de-bœuf"


def test_rounding_comes_before_the_plural() -> None:
    assert shown(write_rounded(Quantity.of("1.7E+9"), 0, "fr_FR")) == "2~milliards"
    assert shown(write_rounded(Quantity.of("2.65E+9", "EUR"), 1, "fr_FR")) == "2,7~milliards d’euros"
    assert shown(write_rounded(Quantity.of("999960000"), 1, "fr_FR")) == "1~milliard"


def test_mistakes_are_named() -> None:
    quantity = Quantity.of(1)
    with pytest.raises(UnknownFormError, match="'huge' is none of full, value"):
        write(quantity, "huge", "fr_FR")
    with pytest.raises(UnknownLocaleError, match="'fr' is none of fr_FR, en_GB"):
        write(quantity, "full", "fr")
    with pytest.raises(UnknownWordError, match="'a-bit' is no qualifier"):
        write(Quantity.of(1, qualifier="a-bit"), "full", "fr_FR")
    with pytest.raises(ValueError, match="NaN to NaN is no quantity"):
        Quantity.of("NaN")
    with pytest.raises(ValueError, match="4 to 3 is no quantity"):
        Quantity(Decimal(4), Decimal(3))


AMOUNTS = st.decimals(-(10**20), 10**20, allow_nan=False, allow_infinity=False, places=2)
UNITS = st.sampled_from(["", "EUR", "percent", "gigawatt", "year", "agent public", "square-metre", "exaflop"])


@given(AMOUNTS, UNITS, st.sampled_from(QUALIFIERS), st.sampled_from(FORMS), st.sampled_from(["fr_FR", "en_GB"]))
def test_no_output_has_a_raw_key_or_a_bad_space(
    value: Decimal, unit: str, qualifier: str, form: str, locale: str
) -> None:
    text = write(Quantity.of(value, unit, qualifier), form, locale)
    if form.startswith("spoken"):
        text = re.sub(r"(?<=[^\W\d_])-(?=[^\W\d_])", "", text)  # vingt-deux
    assert not set(text) & set("\u2009'\"-")
    assert "  " not in text
    assert text == text.strip()


@given(st.decimals(2, 10**9, places=0), UNITS)
def test_the_value_loses_no_digit(value: Decimal, unit: str) -> None:
    text = write(Quantity.of(value), "value", "fr_FR")
    number, _, scale = text.partition("\u00a0")
    factor = {"": 0, "million": 6, "millions": 6, "milliard": 9, "milliards": 9}[scale]
    assert Decimal(number.replace("\u202f", "").replace(",", ".")).scaleb(factor) == value


SAMPLE = Quantity.of("1234567.8", "year", "about")


def test_one_locale_never_leaks_into_another() -> None:
    """Babel writes what it resolves for one locale into another's data: its stand-alone quarters turn Hindi."""
    before = [write(SAMPLE, form, "fr_FR") for form in FORMS]
    for locale in ("hi", "he", "en_IN", "fr_CH"):
        get_quarter_names("wide", "stand-alone", locale)
        get_month_names("wide", "stand-alone", locale)
        format_decimal(1234567, locale=Locale.parse(locale))
    assert [write(SAMPLE, form, "fr_FR") for form in FORMS] == before


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("999949999", "999,9~M€"),
        ("950000001", "950~M€"),
        ("960123456", "960,1~M€"),
        ("999960001", "1~Md€"),
        ("1E+12", "1_000~Md€"),
        ("1E+15", "1_000_000~Md€"),
        ("-999960001", "−1~Md€"),
    ],
)
def test_a_short_amount_is_on_the_scale_it_rounds_to(value: str, printed: str) -> None:
    found = write(Quantity.of(value, "EUR"), "short", "fr_FR")
    assert found.replace("\u00a0", "~").replace("\u202f", "_") == printed
