"""Dates as content types them, and the words documents print. `~` is U+00A0."""

from __future__ import annotations

import pytest

from rapport.language.dates import (
    UnknownDateFormError,
    write_date,
    write_duration,
    write_moment,
    write_time,
    write_zone,
)
from rapport.language.locales import UnknownLocaleError
from rapport.model.partial_date import PartialDate


def written(notation: str, form: str, locale: str = "fr_FR") -> str:
    return write_date(PartialDate.parse(notation), form, locale).replace("\u00a0", "~")


@pytest.mark.parametrize(
    ("notation", "long", "short", "within"),
    [
        ("2026", "2026", "2026", "en 2026"),
        ("2026-06", "juin~2026", "juin~2026", "en juin~2026"),
        ("2026-02", "février~2026", "févr.~2026", "en février~2026"),
        ("2026-02-10", "10~février~2026", "10~févr.~2026", "le 10~février~2026"),
        ("2026-02-01", "1er~février~2026", "1er~févr.~2026", "le 1er~février~2026"),
        ("2026-02-18/19", "18 et 19~février~2026", "18 et 19~févr.~2026", "les 18 et 19~février~2026"),
        ("2026-02-18/21", "du 18 au 21~février~2026", "du 18 au 21~févr.~2026", "du 18 au 21~février~2026"),
        ("2026-02-01/03", "du 1er au 3~février~2026", "du 1er au 3~févr.~2026", "du 1er au 3~février~2026"),
        ("2026-02-28/2026-03-02", "du 28~février au 2~mars~2026", "du 28~févr. au 2~mars~2026", None),
        ("2025-12-30/2026-01-02", "du 30~décembre~2025 au 2~janvier~2026", "du 30~déc.~2025 au 2~janv.~2026", None),
        ("2025-12-31/2026-01-01", "du 31~décembre~2025 au 1er~janvier~2026", "du 31~déc.~2025 au 1er~janv.~2026", None),
        ("2026-04/2026-09", "d’avril à septembre~2026", "d’avr. à sept.~2026", None),
        ("2025-12/2026-02", "de décembre~2025 à février~2026", "de déc.~2025 à févr.~2026", None),
        ("2024/2026", "de 2024 à 2026", "de 2024 à 2026", None),
        ("early-2026", "début 2026", "début 2026", "début 2026"),
        ("mid-2026", "mi-2026", "mi-2026", "mi-2026"),
        ("end-2027", "fin 2027", "fin 2027", "fin 2027"),
        ("by-2030", "d’ici 2030", "d’ici 2030", "d’ici 2030"),
        ("2026-Q1", "1er~trimestre~2026", "T1~2026", "au 1er~trimestre~2026"),
        ("2026-Q4", "4e~trimestre~2026", "T4~2026", "au 4e~trimestre~2026"),
        ("2026-H2", "2e~semestre~2026", "S2~2026", "au 2e~semestre~2026"),
    ],
)
def test_french(notation: str, long: str, short: str, within: str | None) -> None:
    assert (written(notation, "long"), written(notation, "short")) == (long, short)
    assert written(notation, "in") == (within or long)


@pytest.mark.parametrize(
    ("notation", "long", "short", "within"),
    [
        ("2026-06", "June~2026", "Jun~2026", "in June~2026"),
        ("2026-02-10", "10~February~2026", "10~Feb~2026", "on 10~February~2026"),
        ("2026-02-18/19", "18 and 19~February~2026", "18 and 19~Feb~2026", "on 18 and 19~February~2026"),
        (
            "2026-02-28/2026-03-02",
            "28~February to 2~March~2026",
            "28~Feb to 2~Mar~2026",
            "from 28~February to 2~March~2026",
        ),
        ("2024/2026", "2024 to 2026", "2024 to 2026", "from 2024 to 2026"),
        ("2026-04/2026-09", "April to September~2026", "Apr to Sept~2026", "from April to September~2026"),
        ("end-2027", "end of 2027", "end of 2027", "at the end of 2027"),
        ("by-2030", "by 2030", "by 2030", "by 2030"),
        ("2026-Q1", "first quarter of 2026", "Q1~2026", "in the first quarter of 2026"),
        ("2026-H2", "second half of 2026", "H2~2026", "in the second half of 2026"),
        ("2026", "2026", "2026", "in 2026"),
    ],
)
def test_english(notation: str, long: str, short: str, within: str) -> None:
    assert tuple(written(notation, form, "en_GB") for form in ("long", "short", "in")) == (long, short, within)


@pytest.mark.parametrize(
    ("notation", "form", "words"),
    [
        ("2026-02-10", "weekday", "mardi 10~février~2026"),
        ("2026-02-18/19", "weekday", "mercredi 18 et jeudi 19~février~2026"),
        ("2026-02-28/2026-03-02", "weekday", "du samedi 28~février au lundi 2~mars~2026"),
        ("2026-06", "weekday", "juin~2026"),
        ("2026-02-18", "day-month", "18~février"),
        ("2026-02-18/19", "day-month", "18 et 19~février"),
        ("2026-02-10", "numeric", "10/02/2026"),
        ("2026-06", "numeric", "juin~2026"),
    ],
)
def test_other_forms(notation: str, form: str, words: str) -> None:
    assert written(notation, form) == words


def test_unknown_forms_and_locales_are_named() -> None:
    with pytest.raises(UnknownDateFormError, match="'roman' is none of long, short"):
        written("2026", "roman")
    with pytest.raises(UnknownLocaleError):
        written("2026", "long", "fr")


@pytest.mark.parametrize(
    ("hour", "minute", "french", "english"),
    [(18, 30, "18~h~30", "18:30"), (18, 0, "18~h", "18:00"), (9, 5, "9~h~05", "9:05")],
)
def test_times(hour: int, minute: int, french: str, english: str) -> None:
    assert write_time(hour, minute, "fr_FR").replace("\u00a0", "~") == french
    assert write_time(hour, minute, "en_GB") == english


def test_a_moment() -> None:
    day = PartialDate.parse("2026-02-10")
    assert write_moment(day, (19, 30), "fr_FR").replace("\u00a0", "~") == "mardi 10~février~2026 à 19~h~30"
    assert write_moment(day, (19, 30), "en_GB").replace("\u00a0", "~") == "Tuesday 10~February~2026 at 19:30"


@pytest.mark.parametrize(("minutes", "words"), [(0, "0~min"), (45, "45~min"), (60, "1~h"), (90, "1~h~30~min")])
def test_durations(minutes: int, words: str) -> None:
    assert write_duration(minutes, "fr_FR").replace("\u00a0", "~") == words


def test_no_such_time() -> None:
    with pytest.raises(ValueError, match="24:00 is no time of day"):
        write_time(24, 0, "fr_FR")
    with pytest.raises(ValueError, match="not negative"):
        write_duration(-1, "fr_FR")


@pytest.mark.parametrize(
    ("zone", "french", "english"),
    [
        ("Europe/London", "Londres", "London"),
        ("America/Sao_Paulo", "São Paulo", "Sao Paulo"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires", "Buenos Aires"),
        ("UTC", "UTC", "UTC"),
    ],
)
def test_a_zone_is_said_by_its_town(zone: str, french: str, english: str) -> None:
    assert (write_zone(zone, "fr_FR"), write_zone(zone, "en_GB")) == (french, english)
