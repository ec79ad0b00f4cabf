"""Each notation of a date, written in each form and locale, is read back by rules that share nothing with it."""

from __future__ import annotations

import pytest

from rapport.figures.claims import FactClaim
from rapport.language.dates import write_date
from rapport.language.languages import LANGUAGES
from rapport.model.partial_date import PartialDate
from rapport.verify.parity.figures import disagreement

NOTATIONS = (
    "2026", "1789", "2100", "2026-06", "2026-02-10", "2026-02-01", "2026-02-18/19", "2026-02-28/2026-03-02",
    "2026-06/2026-09", "2025-11/2026-02", "2024/2026", "early-2026", "mid-2026", "end-2027", "2026-Q1", "2026-H2",
    "by-2030", "by-2100", "by-2026-12", "by-2026-12-05", "since-2024", "since-2026-05-09", "before-2027",
    "after-2026-06", "2026-W12", "2026-W01",
)  # fmt: skip
LOCALES = [locale for language in LANGUAGES.values() for locale in language.styles]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("form", ["long", "short"])
@pytest.mark.parametrize("notation", NOTATIONS)
def test_each_date_is_read_back(notation: str, form: str, locale: str) -> None:
    date = PartialDate.parse(notation)
    assert str(date) == notation.replace("2026-02-18/19", "2026-02-18/2026-02-19")
    text = write_date(date, form, locale)
    assert disagreement(text, "date", FactClaim("fact", date=notation), locale.replace("_", "-")) == ""


@pytest.mark.parametrize(
    ("notation", "french", "english", "american"),
    [
        ("by-2026-12", "d’ici décembre 2026", "by December 2026", "by December 2026"),
        ("by-2026-12-05", "d’ici au 5 décembre 2026", "by 5 December 2026", "by December 5, 2026"),
        ("since-2026-05-09", "depuis le 9 mai 2026", "since 9 May 2026", "since May 9, 2026"),
        ("before-2027", "avant 2027", "before 2027", "before 2027"),
        ("after-2026-06", "après juin 2026", "after June 2026", "after June 2026"),
        ("2026-W12", "semaine 12 de 2026", "week 12 of 2026", "week 12 of 2026"),
        ("2026-02-18/19", "18 et 19 février 2026", "18 and 19 February 2026", "February 18 and 19, 2026"),
    ],
)
def test_dates_as_they_are_said(notation: str, french: str, english: str, american: str) -> None:
    date = PartialDate.parse(notation)
    said = (write_date(date, "long", locale).replace("\u00a0", " ") for locale in ("fr_FR", "en_GB", "en_US"))
    assert tuple(said) == (french, english, american)


def test_a_calendar_goes_by_the_latest_possible_day() -> None:
    notations = ["end-2025", "2025-10-30", "2025", "2025-09", "since-2025-11", "2025-12-01"]
    ordered = sorted(notations, key=lambda notation: PartialDate.parse(notation).chronology)
    assert ordered == ["2025-09", "2025-10-30", "since-2025-11", "2025-12-01", "2025", "end-2025"]
