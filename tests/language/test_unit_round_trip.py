"""Each unit of the registry, printed in each form and language, is read back by rules that share nothing with it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rapport.figures.claims import FactClaim
from rapport.figures.units import UNITS
from rapport.language.languages import LANGUAGES
from rapport.language.quantity import Quantity, write
from rapport.language.units import is_measure, unit_keys, unit_of
from rapport.verify.parity.figures import disagreement

COMPOUNDS = (
    "EUR/tonne",
    "EUR/inhabitant",
    "EUR/month",
    "BRL/hectare",
    "CHF/year",
    "EUR/1000-inhabitant",
    "lit d\u2019hôpital/100000-inhabitant",
    "tonne/hectare",
    "tonne-CO2e/inhabitant",
    "cubic-metre/second",
    "kilometre/hour",
    "millimetre/year",
    "kilowatt-hour/square-metre",
    "gram/kilometre",
    "EUR/foyer",
)
VALUES = ("0", "1", "1.5", "12345", "1000000", "2600000000", "-3.5")
RANGES = (("1", "2.5"), ("1", "1000000"), ("900000", "1100000"))
FORMS = {"value": "value", "short": "short", "named": "value", "from-to": "from-to", "unsigned": "unsigned"}
CASES = (
    [("fr_FR", form) for form in FORMS] + [("en_GB", form) for form in FORMS] + [("fr_CH", "named"), ("en_US", "named")]
)
"""Other locales of a language differ from the first by the names of units alone."""

HYPHENATED = ("watt-hour", "acre-foot")
"""What the names of units end with that English itself writes with a hyphen, as the keys do."""


def fault(quantity: Quantity, form: str, locale: str) -> str:
    text = write(quantity, form, locale)
    claim = FactClaim("fact", quantity.low, quantity.high, quantity.unit)
    wrong = disagreement(text, FORMS[form], claim, locale.replace("_", "-"))
    return f"{quantity.unit} {quantity.low} {quantity.high} {form}: {text}: {wrong}" if wrong else ""


def suits(key: str, value: str) -> bool:
    """A rank is a whole number from 1 on, a duration a whole number of minutes; nothing is "−3 times" another."""
    number = Decimal(value)
    if key == "times":
        return number >= 0
    whole = number == int(number) and 1 <= number < 1000
    return whole or key not in ("rank", "duration")


@pytest.mark.parametrize(("locale", "form"), CASES)
def test_each_unit_is_read_back(form: str, locale: str) -> None:
    quantities = (
        Quantity.of(value, key).as_given for key in (*unit_keys(), *COMPOUNDS) for value in VALUES if suits(key, value)
    )
    assert [found for quantity in quantities if (found := fault(quantity, form, locale))] == []


@pytest.mark.parametrize(("locale", "form"), CASES)
def test_each_range_is_read_back(form: str, locale: str) -> None:
    keys = [key for key in (*unit_keys(), *COMPOUNDS) if key not in ("rank", "duration", "age")]
    quantities = (Quantity(Decimal(low), Decimal(high), key) for key in keys for low, high in RANGES)
    assert [found for quantity in quantities if (found := fault(quantity, form, locale))] == []


def test_every_unit_of_the_reader_is_in_the_registry() -> None:
    unwritten = [key for key in UNITS if not is_measure(key)]
    assert unwritten == []


@pytest.mark.parametrize("locale", [locale for language in LANGUAGES.values() for locale in language.styles])
def test_no_unit_is_printed_by_its_key(locale: str) -> None:
    unnamed = [key for key in unit_keys() if unit_of(key, locale).kind not in ("rank", "duration", "noun")]
    odd = [key for key in unnamed if "-" in key and not (locale.startswith("en_") and key.endswith(HYPHENATED))]
    assert [key for key in odd if unit_of(key, locale).singular == key] == []
