"""Names of months and days, as Babel has them in context (never its stand-alone forms)."""

from __future__ import annotations

from datetime import date
from typing import Literal

from babel.dates import get_day_names, get_month_names

from rapport.language.locales import babel_locale

# Babel writes one locale's stand-alone names into another's data while resolving aliases (its issue 1234):
# the `format` context is complete in the data of every locale used here, and no alias is followed.


def month_name(day: date, locale: str, width: Literal["wide", "abbreviated"] = "wide") -> str:
    """The month of `day` inside a date: « février », « févr. » when abbreviated."""
    return str(get_month_names(width, "format", babel_locale(locale))[day.month])


def day_name(day: date, locale: str) -> str:
    """The weekday of `day`: « mardi »."""
    return str(get_day_names("wide", "format", babel_locale(locale))[day.weekday()])
