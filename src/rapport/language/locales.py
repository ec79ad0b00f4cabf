"""The locales rapport writes in. Each is named in full by its caller: the machine's own locale is never read."""

from __future__ import annotations

from functools import cache
from typing import Final

from babel import Locale

FRENCH: Final = "fr_FR"
BRITISH: Final = "en_GB"
LOCALES: Final = (FRENCH, BRITISH, "fr_CH", "en_US")


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
