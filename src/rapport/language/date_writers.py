"""How a language writes each kind of partial date: one writer for all precisions that it says alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from msgspec import Struct

from rapport.model.partial_date import PartialDate, Precision

DateWriter = Callable[[PartialDate, str, str], str]
"""A date, the form and the locale -> its words."""

_FIELDS: Final[Mapping[Precision, str]] = {
    Precision.YEAR: "year",
    Precision.MONTH: "month",
    Precision.DAY: "day",
    Precision.WEEK: "week",
    **dict.fromkeys((Precision.QUARTER, Precision.HALF), "part_of_year"),
    **dict.fromkeys((Precision.EARLY, Precision.MID, Precision.END), "vague"),
    **dict.fromkeys((Precision.BY, Precision.SINCE, Precision.BEFORE, Precision.AFTER), "bound"),
    Precision.YEARS: "years",
    Precision.MONTHS: "months",
    Precision.DAYS: "days",
}


class DateWriters(Struct, frozen=True):
    """The writers of a language."""

    year: DateWriter
    month: DateWriter
    day: DateWriter
    week: DateWriter
    part_of_year: DateWriter
    vague: DateWriter
    bound: DateWriter
    years: DateWriter
    months: DateWriter
    days: DateWriter

    def __getitem__(self, precision: Precision) -> DateWriter:
        writer: DateWriter = getattr(self, _FIELDS[precision])
        return writer
