"""Units as an author types them, and figures as a reader sees them; ~ stands for U+00A0, _ for U+202F."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rapport.language.alignment import aligned
from rapport.language.quantity import Quantity, write
from rapport.language.units import key_of, says_unit, unit_of
from rapport.language.unknown_units import Power, meant, power, slip


def printed(value: str, unit: str, form: str = "value", locale: str = "fr_FR") -> str:
    text = write(Quantity.of(value, unit).as_given, form, locale)
    return text.replace("\u00a0", "~").replace("\u202f", "_")


def ranged(low: str, high: str, unit: str, form: str = "value") -> str:
    text = write(Quantity(Decimal(low), Decimal(high), unit), form, "fr_FR")
    return text.replace("\u00a0", "~").replace("\u202f", "_")


@pytest.mark.parametrize(
    ("value", "unit", "prose", "short"),
    [
        ("75", "EUR/tonne", "75~euros par tonne", "75~€/t"),
        ("1234", "euro par habitant", "1_234~euros par habitant", "1_234~€/hab."),
        ("5.7", "lit/1000-inhabitant", "5,7~lits pour 1_000~habitants", "5,7~lits pour 1_000~habitants"),
        ("57.7", "megatonne-CO2e", "57,7~MtCO2e", "57,7~MtCO2e"),
        ("3400000", "tonne-CO2e", "3,4~millions de tonnes équivalent CO2", "3,4~millions de tonnes équivalent CO2"),
        ("120", "kilometre/hour", "120~km/h", "120~km/h"),
        ("3.4", "millimetre/year", "3,4~mm/an", "3,4~mm/an"),
        ("1500", "cubic-metre/second", "1_500~m³/s", "1_500~m³/s"),
        ("1500", "m³/s", "1_500~m³/s", "1_500~m³/s"),
        ("10200000", "km²", "10,2~millions de kilomètres carrés", "10,2~millions de kilomètres carrés"),
        ("104", "habitant/km²", "104~habitants par kilomètre carré", "104~habitants par kilomètre carré"),
        ("38", "EUR/m²", "38~euros par mètre carré", "38~€/m²"),
        ("38", "€/m²", "38~euros par mètre carré", "38~€/m²"),
        ("210", "kWh/m²", "210~kWh/m²", "210~kWh/m²"),
        ("104", "hab./km²", "104~habitants par kilomètre carré", "104~habitants par kilomètre carré"),
        ("3.5", "visiteur/m²", "3,5~visiteurs par mètre carré", "3,5~visiteurs par mètre carré"),
        ("310", "cm²", "310~cm²", "310~cm²"),
        ("12", "km³", "12~km³", "12~km³"),
        ("12", "cubic-kilometre", "12~km³", "12~km³"),
        ("423.9", "ppm", "423,9~ppm", "423,9~ppm"),
        ("2.4", "kilotonne", "2,4~kt", "2,4~kt"),
        ("3", "times", "3~fois", "×3"),
        ("6", "rank", "6e", "6e"),
        ("1", "rank", "1er", "1er"),
        ("60", "age", "60~ans", "60~ans"),
        ("150", "duration", "2~h~30~min", "2~h~30~min"),
        ("1", "point", "1~point", "1~pt"),
        ("4700000000", "BRL", "4,7~milliards de réals brésiliens", "4,7~Md~R$"),
        ("12.5", "CHF", "12,50~francs suisses", "12,50~CHF"),
        ("12", "nautical-mile", "12~nmi", "12~nmi"),
        ("149", "litre/inhabitant/day", "149~litres par habitant et par jour", "149~l/hab./jour"),
        ("22.4", "gram-CO2e/kilometre", "22,4~gCO2e/km", "22,4~gCO2e/km"),
        ("0.1952", "EUR", "0,1952~euro", "0,1952~€"),
        ("12.5", "EUR", "12,50~euros", "12,50~€"),
        ("10.0", "percent", "10,0~%", "10,0~%"),
        ("2.50", "gigawatt", "2,50~GW", "2,50~GW"),
        ("7200", "lit d'hôpital|lits d'hôpital", "7_200~lits d’hôpital", "7_200~lits d’hôpital"),
        ("3", "chef d'État", "3~chefs d’État", "3~chefs d’État"),
        ("2", "équivalent temps plein|équivalents temps plein|ETP", "2~équivalents temps plein", "2~ETP"),
    ],
)
def test_units_in_french(value: str, unit: str, prose: str, short: str) -> None:
    assert (printed(value, unit), printed(value, unit, "short")) == (prose, short)


@pytest.mark.parametrize(
    ("value", "unit", "prose", "short"),
    [
        ("75", "EUR/tonne", "€75 per tonne", "€75/t"),
        ("2600000000", "CHF", "CHF~2.6~billion", "CHF~2.6bn"),
        ("12", "EUR/100000-inhabitant", "€12 per 100,000~inhabitants", "€12 per 100,000~inhabitants"),
        ("6", "rank", "6th", "6th"),
        ("149", "litre/inhabitant/day", "149~litres per inhabitant per day", "149~l per inhabitant per day"),
        ("3", "times", "3~times", "×3"),
        ("2500", "square-kilometre", "2,500~km²", "2,500~km²"),
    ],
)
def test_units_in_english(value: str, unit: str, prose: str, short: str) -> None:
    assert (printed(value, unit, locale="en_GB"), printed(value, unit, "short", "en_GB")) == (prose, short)


def test_americans_spell_otherwise() -> None:
    assert printed("2", "kilometre", "named", "en_US") == "2~kilometers"
    assert printed("2", "tonne", "named", "en_US") == "2~metric tons"
    assert printed("1500", "EUR", locale="fr_CH") == "1_500~euros"


@pytest.mark.parametrize(
    ("low", "high", "unit", "value", "short"),
    [
        ("1", "1000000", "entreprise", "1 à 1_000_000~entreprises", "1 à 1_000_000~entreprises"),
        ("900000", "1100000", "EUR", "0,9 à 1,1~million d’euros", "0,9 à 1,1~M€"),
        ("999999", "1000000", "EUR", "999_999 à 1_000_000~euros", "999_999 à 1_000_000~€"),
        ("5500000", "7000000", "EUR", "5,5 à 7~millions d’euros", "5,5 à 7~M€"),
        ("500000000", "2000000000", "EUR", "500~millions à 2~milliards d’euros", "0,5 à 2~Md€"),
    ],
)
def test_ranges_keep_their_meaning(low: str, high: str, unit: str, value: str, short: str) -> None:
    assert (ranged(low, high, unit), ranged(low, high, unit, "short")) == (value, short)
    assert ranged(low, high, unit, "from-to") == f"de {value}"


def test_forms_asked_for() -> None:
    assert printed("-21", "percent", "unsigned") == "21~%"
    assert printed("21", "percent", "signed") == "+21~%"
    assert printed("-21", "percent", "signed") == "−21~%"
    assert printed("0", "percent", "signed") == "0~%"
    assert printed("2678912345", "EUR", "rounded 1") == "2,7~milliards d’euros"
    assert printed("21.46", "percent", "rounded 0") == "21~%"


@pytest.mark.parametrize(
    ("values", "unit", "column"),
    [
        (("4000000", "16000000", "4200000"), "EUR", "4,0~M€ | 16,0~M€ | 4,2~M€"),
        (("10.0", "3.25", "4"), "percent", "10,00~% | 3,25~% | 4,00~%"),
        (("3997529", "16000001", "4200003"), "EUR", "4,0~M€ | 16,0~M€ | 4,2~M€"),
        (("12000", "3400", "150000"), "EUR", "12,0~k€ | 3,4~k€ | 150,0~k€"),
        (("5", "1000001"), "EUR", "5~€ | 1_000_001~€"),
    ],
)
def test_a_column_has_one_unit_and_one_number_of_decimals(values: tuple[str, ...], unit: str, column: str) -> None:
    shown = [write(each, "short", "fr_FR") for each in aligned([Quantity.of(value, unit) for value in values], "fr_FR")]
    assert " | ".join(shown).replace("\u00a0", "~").replace("\u202f", "_") == column


def test_figures_of_another_unit_keep_their_own() -> None:
    mixed = (Quantity.of("4200000", "EUR"), Quantity.of("3", "agent"))
    assert aligned(mixed, "fr_FR")[1] is mixed[1]
    assert aligned((), "fr_FR") == ()


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("EURO", "EUR"),
        ("euros", "EUR"),
        ("%", "percent"),
        ("pourcent", "percent"),
        ("°C", "degree-celsius"),
        ("€/t", "EUR/tonne"),
        ("€/habitant", "EUR/inhabitant"),
        ("km2", "square-kilometre"),
        ("km", "kilometre"),
        ("m3/s", "cubic-metre/second"),
        ("MW", "megawatt"),
        ("mm/an", "millimetre/year"),
        ("GtCO2e", "gigatonne-CO2e"),
        ("g CO2/km", "gram-CO2e/kilometre"),
        ("kg éq. CO2", "kilogram-CO2e"),
        ("l/hab./jour", "litre/inhabitant/day"),
        ("§", ""),
    ],
)
def test_a_symbol_or_a_plural_is_told_its_key(typed: str, key: str) -> None:
    assert meant(typed) == key


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "agent public",
        "lit d'hôpital",
        "PME",
        "EUR/foyer",
        "lit/1000-inhabitant",
        "mètre cube",
        "°C|°C",
        "jour",
        "BRL",
    ],
)
def test_nouns_and_french_names_are_fine(typed: str) -> None:
    assert meant(typed) is None


@pytest.mark.parametrize(
    "typed",
    ["euro par habitant", "tonne-CO2e", "kilometer-per-hour", "square-kilometer", "an", "km²", "m³/s", "habitant/km²"],
)
def test_keys_may_be_spelled_otherwise(typed: str) -> None:
    assert meant(typed) is None


@pytest.mark.parametrize(
    ("unit", "locale", "one", "several"),
    [
        ("habitants/km²", "fr_FR", "1~habitant par kilomètre carré", "3~habitants par kilomètre carré"),
        ("agents publics", "fr_FR", "1~agent public", "3~agents publics"),
        ("postes de travail", "fr_FR", "1~poste de travail", "3~postes de travail"),
        ("parcours", "fr_FR", "1~parcours", "3~parcours"),
        ("cas", "fr_FR", "1~cas", "3~cas"),
        ("logis", "fr_FR", "1~logis", "3~logis"),
        ("visitors", "en_GB", "1~visitor", "3~visitors"),
        ("parties of children", "en_GB", "1~party of children", "3~parties of children"),
        ("bus", "en_GB", "1~bus", "3~buses"),
        ("series", "en_GB", "1~series", "3~series"),
    ],
)
def test_a_noun_typed_in_the_plural_has_its_singular(unit: str, locale: str, one: str, several: str) -> None:
    assert (printed("1", unit, locale=locale), printed("3", unit, locale=locale)) == (one, several)


def test_a_slip_is_told() -> None:
    assert (slip("gigawat"), slip("agent public"), slip("gigawatt")) == ("gigawatt", "", "")


@pytest.mark.parametrize("symbol", ["dm³", "€/t", "kWh", "m3"])
def test_a_unit_typed_by_its_symbol_takes_no_plural(symbol: str) -> None:
    assert unit_of(symbol, "fr_FR").plural == symbol


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("t CO2e", "tonne-CO2e"),
        ("Mt CO2", "megatonne-CO2e"),
        ("GtCO2eq", "gigatonne-CO2e"),
        ("tonnes de CO2", "tonne-CO2e"),
        ("µg/m3", "microgram/cubic-metre"),
        ("€ HT", "EUR"),
        ("eur", "EUR"),
        ("lits/1000 hab.", "lits/1000-inhabitant"),
        ("cas/100 000 habitants", "cas/100000-inhabitant"),
        ("habitants/km2", "habitants/square-kilometre"),
        ("e", "rank"),
        ("nb", ""),
    ],
)
def test_what_hurried_authors_type_is_told_its_key(typed: str, key: str) -> None:
    assert meant(typed) == key


@pytest.mark.parametrize(
    ("typed", "exponent", "unit"),
    [
        ("M€", 6, "EUR"),
        ("k€ HT", 3, "EUR"),
        ("Mds€", 9, "EUR"),
        ("Md$", 9, "USD"),
        ("c€/kWh", -2, "EUR/kilowatt-hour"),
        ("M€/an", 6, "EUR/year"),
        ("millions d'euros", 6, "EUR"),
        ("Mds d'euros", 9, "EUR"),
        ("milliers de tonnes", 3, "tonne"),
        ("millions", 6, ""),
    ],
)
def test_a_power_of_ten_belongs_to_the_value(typed: str, exponent: int, unit: str) -> None:
    assert power(typed) == Power(exponent, unit)


@pytest.mark.parametrize("typed", ["", "EUR", "km", "million de passagers|millions de passagers", "kWh", "megatonne"])
def test_other_units_hold_no_power_of_ten(typed: str) -> None:
    assert power(typed) is None


def test_the_parts_of_a_compound_may_be_french() -> None:
    assert (key_of("USD/baril"), key_of("lit/1000-habitant")) == ("USD/barrel", "lit/1000-inhabitant")


def test_a_noun_times_a_measure_takes_no_s_after_its_symbol() -> None:
    assert printed("12000", "véhicule-km") == "12_000~véhicules-km"


@pytest.mark.parametrize(
    ("text", "unit", "exponent", "locale"),
    [
        ("GBP million", "GBP", 6, "en_GB"),
        ("Capital cost (£bn)", "GBP", 9, "en_GB"),
        ("€ billion", "EUR", 9, "en_GB"),
        ("In £", "GBP", 0, "en_GB"),
        ("En M€", "EUR", 6, "fr_FR"),
        ("Dette, en millions EUR", "EUR", 6, "fr_FR"),
        ("MEUR", "EUR", 6, "fr_FR"),
        ("En €", "EUR", 0, "fr_FR"),
        ("En milliers d’euros", "EUR", 3, "fr_FR"),
        ("En milliers d’€", "EUR", 3, "fr_FR"),
        ("Logements, en milliers de logements", "logement", 3, "fr_FR"),
        ("milliers de m²", "square-metre", 3, "fr_FR"),
        ("£'000", "GBP", 3, "en_GB"),
        ("Cost (£000s)", "GBP", 3, "en_GB"),
        ("In thousands of pounds", "GBP", 3, "en_GB"),
        ("In million euros", "EUR", 6, "en_GB"),
        ("Thousand tonnes", "tonne", 3, "en_GB"),
    ],
)
def test_a_text_names_money_by_its_sign_or_its_code(text: str, unit: str, exponent: int, locale: str) -> None:
    """Whatever stands beside it need not say so again, and no other scale is meant."""
    found = [each for each in (0, 3, 6, 9, 12) if says_unit(text, unit, each, locale)]
    assert found == [exponent]
