"""French first or Hindi first, the output is the same: tried in fresh processes, for Babel's data live that long."""

from __future__ import annotations

import subprocess
import sys

import pytest

FRENCH = """
from rapport.language.dates import DATE_FORMS, write_date
from rapport.language.languages import join
from rapport.language.quantity import FORMS, Quantity, write
from rapport.model.partial_date import PartialDate
for notation in ("2026-02-10", "2026-Q1", "2026-H1", "2026-06", "2026-02-28/2026-03-02"):
    for form in DATE_FORMS:
        print(write_date(PartialDate.parse(notation), form, "fr_FR"))
for form in FORMS:
    print(write(Quantity.of("2.6E+9", "EUR", "more-than"), form, "fr_FR"))
print(join(["a", "b", "c"], "fr_FR"))
"""
HINDI = """
from babel.dates import format_date, get_day_names, get_month_names, get_quarter_names
from babel.lists import format_list
from datetime import date
for locale in ("hi", "he", "en_IN"):
    for width in ("wide", "abbreviated", "narrow"):
        for context in ("format", "stand-alone"):
            get_quarter_names(width, context, locale), get_month_names(width, context, locale)
            get_day_names(width, context, locale)
    format_date(date(2026, 2, 10), "qqqq y LLLL cccc", locale), format_list(["a", "b"], locale=locale)
"""


def printed(program: str, **environment: str) -> str:
    command = [sys.executable, "-X", "utf8", "-c", program]
    return subprocess.run(command, capture_output=True, check=True, encoding="utf-8", env=environment).stdout


@pytest.fixture(scope="module")
def alone() -> str:
    return printed(FRENCH)


def test_hindi_first(alone: str) -> None:
    assert printed(HINDI + FRENCH) == alone


def test_french_first(alone: str) -> None:
    assert printed(FRENCH + HINDI + FRENCH) == alone * 2


@pytest.mark.parametrize("locale", ["hi_IN.UTF-8", "en_US.UTF-8", "C"])
def test_the_machine_has_no_say(alone: str, locale: str) -> None:
    assert printed(FRENCH, LC_ALL=locale, LANGUAGE=locale, LANG=locale, TZ="Asia/Kolkata") == alone
