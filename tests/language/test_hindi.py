"""Hindi: Indian groups, lakh and crore, what follows a figure, dates; and what is written is read back."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rapport.figures.reader import scan
from rapport.language.dates import write_date
from rapport.language.languages import ordinal
from rapport.language.quantity import Quantity, write
from rapport.model.partial_date import PartialDate


@pytest.mark.parametrize(
    ("value", "unit", "qualifier", "full", "short"),
    [
        ("110000", "agent public", "more-than", "1,10,000 से अधिक\u00a0लोक सेवक", "1,10,000\u00a0लोक सेवक"),
        ("2.6E+9", "EUR", "", "2.6\u00a0अरब\u00a0यूरो", "€2.6\u00a0अरब"),
        ("2.6E+9", "EUR", "more-than", "2.6\u00a0अरब\u00a0यूरो से अधिक", "€2.6\u00a0अरब"),
        ("2500000", "entreprise", "about", "लगभग 25\u00a0लाख\u00a0उद्यम", "25\u00a0लाख\u00a0उद्यम"),
        ("30000000", "", "", "3\u00a0करोड़", "3\u00a0करोड़"),
        ("1.2E+12", "EUR", "", "1.2\u00a0लाख करोड़\u00a0यूरो", "€1.2\u00a0लाख करोड़"),
        ("80", "percent", "at-least", "कम से कम 80%", "80%"),
        ("5.8", "gigawatt", "", "5.8\u00a0GW", "5.8\u00a0GW"),
    ],
)
def test_figures(value: str, unit: str, qualifier: str, full: str, short: str) -> None:
    quantity = Quantity.of(value, unit, qualifier)
    assert write(quantity, "full", "hi_IN") == full
    assert write(quantity, "short", "hi_IN") == short
    (reading,) = scan(full, "hi-IN").figures
    assert reading.low == Decimal(value) * (Decimal("1E+9") if unit == "gigawatt" else 1)
    assert reading.qualifier == qualifier


@pytest.mark.parametrize(
    ("date", "long", "within"),
    [
        ("2026-02-18/19", "18 और 19\u00a0फ़रवरी\u00a02026", "18 और 19\u00a0फ़रवरी\u00a02026 को"),
        ("2026-02-28/2026-03-02", "28\u00a0फ़रवरी से 2\u00a0मार्च\u00a02026", "28\u00a0फ़रवरी से 2\u00a0मार्च\u00a02026 तक"),
        ("2026-06", "जून\u00a02026", "जून\u00a02026 में"),
        ("end-2027", "2027\u00a0के अंत", "2027\u00a0के अंत में"),
        ("by-2030", "2030 तक", "2030 तक"),
        ("2026-Q1", "2026 की पहली तिमाही", "2026 की पहली तिमाही में"),
    ],
)
def test_dates(date: str, long: str, within: str) -> None:
    parsed = PartialDate.parse(date)
    assert (write_date(parsed, "long", "hi_IN"), write_date(parsed, "in", "hi_IN")) == (long, within)


def test_ranks_by_gender() -> None:
    assert [ordinal(rank, "hi_IN") for rank in (1, 2, 5)] == ["पहला", "दूसरा", "5वाँ"]
    assert ordinal(3, "hi_IN", "feminine") == "तीसरी"
