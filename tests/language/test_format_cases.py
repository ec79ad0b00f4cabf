"""The collected cases of formatting: each kind of value by the function that writes it."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from rapport.language.amounts import write_number
from rapport.language.dates import write_date, write_time
from rapport.language.french.grammar import de_before
from rapport.language.languages import enumerate_plainly, join, ordinal
from rapport.language.quantity import Quantity, write, write_rounded
from rapport.model.partial_date import PartialDate

CASES = Path(__file__).with_name("cases") / "format_cases.tsv"
FR = "fr_FR"
BABEL_UNITS = {
    "power-gigawatt": "gigawatt", "power-megawatt": "megawatt", "duration-hour": "hour", "duration-year": "year",
    "EUR": "EUR",
}  # fmt: skip
LISTS = {
    "4 acteurs": ["NVIDIA", "MGX", "Bpifrance", "Mistral AI"],
    "2": ["GenIAI.intradef", "MirAI"],
    "3": ["a", "b", "c"],
}


def rows() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def figure(value: str) -> Decimal:
    found = re.match(r"[+-]?[\d.]+(?:e[+-]?\d+)?", value)
    assert found
    return Decimal(found[0])


def quantity(value: str) -> Quantity:
    unit = value.rpartition(" ")[2]
    return Quantity.of(figure(value), BABEL_UNITS.get(unit, ""))


def dated(form: str) -> Callable[[str], str]:
    return lambda value: write_date(PartialDate.parse(value), form, FR)


def written(form: str) -> Callable[[str], str]:
    return lambda value: write(quantity(value), form, FR)


def part_of_year(form: str) -> Callable[[str], str]:
    def write_part(value: str) -> str:
        notation = value.replace(" T", "-Q").replace(" S", "-H")
        return write_date(PartialDate.parse(notation), form, FR)

    return write_part


def timed(value: str) -> str:
    hour, minute = map(int, value.split(":"))
    return write_time(hour, minute, FR)


WRITERS: dict[str, Callable[[str], str]] = {
    "entier": lambda value: write_number(Decimal(value), FR),
    "année": lambda value: write_number(Decimal(value), FR, grouped=False),
    "décimal": lambda value: write_number(Decimal(value), FR),
    "décimal 1 déc.": lambda value: write_number(Decimal(value), FR, 1),
    "arrondi demi vers le haut": lambda value: write_number(figure(value), FR, 1),
    "négatif": lambda value: write_number(Decimal(value), FR),
    "pourcent": lambda value: write(Quantity.of(figure(value) * 100, "percent"), "value", FR),
    "quantité longue": written("value"),
    "quantité longue arrondie": lambda value: write_rounded(Quantity.of(figure(value)), 0, FR),
    "montant court": written("short"),
    "montant long": written("value"),
    "montant exact": written("short"),
    "montant exact sans centimes": lambda value: f"{write_number(figure(value), FR)}\u00a0€",
    "montant en lettres": written("value"),
    "unité courte": written("short"),
    "unité longue": written("named"),
    "exaflop": lambda value: write(Quantity.of(figure(value).scaleb(-18), "exaflop"), "short", FR),
    "10^18 en mots": written("value"),
    "date pleine": dated("weekday"),
    "date longue": dated("long"),
    "date moyenne": dated("short"),
    "date courte": dated("numeric"),
    "jour-mois": dated("day-month"),
    "jour-mois-an squelette": dated("long"),
    "mois-an": lambda value: write_date(PartialDate.parse(value), "long", FR),
    "intervalle même mois": dated("long"),
    "intervalle deux mois": dated("long"),
    "intervalle deux années": dated("long"),
    "intervalle premier du mois": dated("long"),
    "trimestre": part_of_year("long"),
    "trimestre court": part_of_year("short"),
    "semestre": part_of_year("long"),
    "fin d’année": lambda value: write_date(PartialDate.parse(value.replace("fin ", "end-")), "long", FR),
    "heure": timed,
    "heure ronde": timed,
    "durée": lambda value: write(Quantity(Decimal(3), Decimal(4), "year"), "value", FR),
    "ordinal": lambda value: ordinal(int(value.split()[0]), FR),
    "liste": lambda value: join(LISTS[value], FR),
    "liste 2": lambda value: join(LISTS[value], FR),
    "liste étroite": lambda value: enumerate_plainly(LISTS[value]),
    "liste « ou »": lambda value: join(LISTS[value], FR, "or"),
    "approximation": lambda value: write(Quantity.of(110000, "agent", "more-than"), "full", FR),
    "élision": lambda value: de_before(value.removeprefix("de + ").replace(" + ", " ")),
    "pluriel": lambda value: write(Quantity.of(value, "projet"), "value", FR),
}


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['kind']}: {row['value']}")
def test_collected_cases(row: dict[str, str]) -> None:
    assert WRITERS[row["kind"]](row["value"]) == row["expected"]
