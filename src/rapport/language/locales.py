"""The locales rapport writes in, each named in full by its caller; their months and days as Babel has them."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Final, Literal

from babel import Locale

# The locales rapport writes in. Each is named in full by its caller: the machine's own locale is never read.

FRENCH: Final = "fr_FR"
BRITISH: Final = "en_GB"
INDIAN: Final = "hi_IN"
LOCALES: Final = (FRENCH, BRITISH, "fr_CH", "en_US", INDIAN)


class UnknownLocaleError(ValueError):
    """The locale is none of `LOCALES`."""


@cache
def babel_locale(locale: str) -> Locale:
    """Babel's own value for `locale`. Raises UnknownLocaleError.

    Only full names are taken: Babel's bare `fr` would do, but `fr_CH`, `fr_CA` and `fr_LU` print percentages,
    scales and thousands otherwise, so nothing may be left to guess.
    """
    if locale not in LOCALES:
        raise UnknownLocaleError(f"{locale!r} is none of {', '.join(LOCALES)}")
    return Locale.parse(locale)


def language_of(locale: str) -> str:
    """The language subtag, as BCP 47 has it: `fr` for `fr_FR`. Raises UnknownLocaleError."""
    return str(babel_locale(locale).language)


def tag_of(locale: str) -> str:
    """The BCP 47 tag for documents: `fr-FR` for `fr_FR`. Raises UnknownLocaleError."""
    babel_locale(locale)
    return locale.replace("_", "-")


# Names of months and days, as Babel has them in context (never its stand-alone forms).

# Babel writes one locale's stand-alone names into another's data while resolving aliases (its issue 1234):
# the `format` context is complete in the data of every locale used here, and no alias is followed.


def month_name(day: date, locale: str, width: Literal["wide", "abbreviated"] = "wide") -> str:
    """The month of `day` inside a date: « février », « févr. » when abbreviated."""
    return str(babel_locale(locale).months["format"][width][day.month])


def day_name(day: date, locale: str) -> str:
    """The weekday of `day`: « mardi »."""
    return str(babel_locale(locale).days["format"]["wide"][day.weekday()])
