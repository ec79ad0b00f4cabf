"""Facts of every shape: values, ranges, dates, names, words; in every unit, with every qualifier and status."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from law.made_texts import Random
from rapport.language.cldr import cldr_keys, currency_codes
from rapport.language.units import unit_keys
from rapport.model.fact import QUALIFIERS, STATUSES

Made = dict[str, Any]
USUAL = ("EUR", "USD", "percent", "percentage-point", "gigawatt", "megatonne", "hectare", "square-kilometre", "year")
COUNTED = ("entreprise", "agent public", "lit d'hôpital", "œil|yeux", "équivalent temps plein|équivalents temps plein")
COMPOUND = (
    "EUR/tonne",
    "EUR/inhabitant",
    "kilometre/hour",
    "logement/year",
    "lit/1000-inhabitant",
    "tonne/hectare",
    "times/week",
)
SPECIAL = ("rank", "age", "duration", "times", "basis-point", "per-mille", "degree-celsius")
PERIODS = (2025, "2026-06", "2026-02-10", "by-2030", "end-2027", "since-2024", "2026-Q1", "2026-W12", "2026-06/2026-09")
DATES = ("2026", "2026-06", "2026-02-10", "2026-02-18/19", "mid-2026", "by-2026-12", "before-2027", "2026-H1")
LOCATORS = ("§ 4", "p. 12", "tableau 1", "annexe 2-A", "art. L. 312-1", "§ 2.2", "chapitre 3, encadré 5.1", "page 3")
NUMBERS = ("1", "2", "0", "0.5", "7.25", "12", "80", "99.9", "150", "1000", "1234.5", "12500", "999999", "2600000000")
LARGE = ("1_000_000", "2_600_000_000", "3_997_529", "109_000_000_000", "460_000", "1_550_000", "17_000_000_000_000")


def is_quantity(fact: Made) -> bool:
    """Whether a chart may draw it."""
    return "value" in fact


def facts_of(random: Random) -> dict[str, Made]:
    """About twenty facts; in some families of one unit and one status, so that charts find what to draw."""
    return {f"fait-{at}": fact for at, fact in enumerate(_facts(random))}


def _facts(random: Random) -> Iterator[Made]:
    for _ in range(3):
        unit, status = _unit(random), random.choice(STATUSES[:-1])
        for _ in range(random.randint(3, 6)):
            yield _common(random, status) | {"value": _number(random, unit), "unit": unit}
    for _ in range(4):
        unit = _unit(random)
        yield _common(random) | {"value": _number(random, unit), "unit": unit} | _qualified(random)
    low = random.randint(1, 900)
    yield _common(random) | {"low": low, "high": low + random.randint(1, 2000), "unit": random.choice(USUAL)}
    yield _common(random) | {"low": 900_000, "high": random.choice((1_100_000, 2_000_000)), "unit": "entreprise"}
    yield _common(random) | {"date": random.choice(DATES)}
    yield _common(random)
    yield _common(random) | {"words": random.choice(("la moitié", "huit", "un tiers"))}
    yield _common(random) | {"value": -random.randint(1, 40), "unit": random.choice(("percent", "EUR"))}


def _common(random: Random, status: str = "") -> Made:
    fact: Made = {
        "label": random.choice(("effectif de l'année", "soutien à la filière", "part des foyers", "surface suivie")),
        "status": status or random.choice(STATUSES[:-1]),
        "as_of": "2026-02-10",
        "source": random.choice(("bilan", "enquete")),
        "locator": random.choice(LOCATORS),
    }
    for key, values in (
        ("name", ("Effectif", "Soutien", "Part")),
        ("detail", ("hors outre-mer",)),
        ("period", PERIODS),
    ):
        if random.random() < 0.5:
            fact[key] = random.choice(values)
    return fact


def _qualified(random: Random) -> Made:
    return {"qualifier": random.choice(QUALIFIERS[1:])} if random.random() < 0.7 else {}


def _unit(random: Random) -> str:
    kind = random.randrange(7)
    if kind < 2:
        return random.choice(USUAL)
    if kind == 2:
        return random.choice(COUNTED)
    if kind == 3:
        return random.choice(COMPOUND)
    if kind == 4:
        return random.choice(SPECIAL)
    keys = (sorted(unit_keys()), sorted(cldr_keys()), sorted(currency_codes()))
    return random.choice(random.choice(keys))


def _number(random: Random, unit: str) -> str:
    if unit in ("rank", "age", "times", "duration"):
        return str(random.randint(2, 40))
    if unit in ("percent", "per-mille"):
        return random.choice(NUMBERS[:8])
    return random.choice(LARGE if unit.isupper() and random.random() < 0.6 else NUMBERS)
