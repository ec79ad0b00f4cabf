"""A partial date in words: « 10 février 2026 », « du 28 février au 2 mars 2026 », « fin 2027 », « d’ici 2030 »."""

from __future__ import annotations

from typing import Final, Literal

from rapport.language.languages import language_at
from rapport.model.partial_date import PartialDate

DateForm = Literal["long", "short", "weekday", "in", "day-month", "numeric"]
DATE_FORMS: Final = ("long", "short", "weekday", "in", "day-month", "numeric")


class UnknownDateFormError(KeyError):
    """The form is none of `DATE_FORMS`."""


def write_date(date: PartialDate, form: str, locale: str) -> str:
    """`date` in `form`, in the language of `locale`. Day and month, month and year are bound by U+00A0.

    long        10 février 2026       18 et 19 février 2026     1er trimestre 2026     fin 2027
    short       10 févr. 2026         18 et 19 févr. 2026       T1 2026                fin 2027     for tables
    weekday     mardi 10 février 2026                           as long where no day is known
    in          le 10 février 2026    les 18 et 19 février 2026 au 1er trimestre 2026  en juin 2026
    day-month   10 février            18 et 19 février          as long where no day is known
    numeric     10/02/2026            as short where no single day is known

    Raises UnknownDateFormError, UnknownLocaleError.
    """
    if form not in DATE_FORMS:
        raise UnknownDateFormError(f"{form!r} is none of {', '.join(DATE_FORMS)}")
    return language_at(locale).dating.date(date, form, locale)
