"""More than eighty charts: every kind, one to six series, long names, negative, missing, equal and extreme values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from msgspec.structs import replace

from editions import ACHIEVED, ESTIMATED, PLANNED, PROMISED, TARGET
from rapport.edition.blocks.figures import Chart, ChartKind, Point, Series
from rapport.edition.text import Status, words
from rapport.language.amounts import write_number
from rapport.resolve.plotted import Zero, value_axis

Value = float | int | str | None

REGIONS = ("Auvergne-Rhône-Alpes", "Bourgogne-Franche-Comté", "Bretagne", "Centre-Val de Loire", "Corse", "Grand Est")
MINISTRIES = (
    "Enseignement scolaire",
    "Défense",
    "Recherche et enseignement supérieur",
    "Solidarité, insertion et égalité des chances",
    "Écologie, développement et mobilité durables",
    "Sécurités",
    "Cohésion des territoires",
    "Justice",
)
EMISSIONS = (544, 538, 548, 550, 508, 456, 435, 394, 416, 403, 376, 369)
EMISSION_YEARS = ("1990", "1995", "2000", "2005", "2010", "2015", "2019", "2020", "2021", "2022", "2023", "2024")


def value(given: Value) -> Decimal | None:
    return None if given is None else Decimal(str(given))


def tick(number: Decimal, places: int) -> str:
    return write_number(number, "fr_FR", places)


def points(values: Sequence[Value], missing: str = "") -> tuple[Point, ...]:
    """Points labelled with their numbers as French prints them."""
    return tuple(
        Point(number, write_number(number, "fr_FR") if number is not None else missing) for number in map(value, values)
    )


def series(name: str, values: Sequence[Value], status: Status = ACHIEVED, missing: str = "") -> Series:
    return Series(name, status, points(values, missing))


def chart(kind: ChartKind, categories: Sequence[str], *given: Series, measure: str = "En millions d’euros") -> Chart:
    """A chart with its scale, true to time where its categories are years."""
    held = [point.value for each in given for point in each.points]
    held += [point.high for each in given for point in each.points if point.high is not None]
    if kind in ("stacked", "area"):
        rows = zip(*(each.points for each in given), strict=True)
        held += [sum((point.value or Decimal(0) for point in row), Decimal(0)) for row in rows]
    zero: Zero = "never" if kind in ("slope", "dots", "scatter") else "near" if kind == "line" else "always"
    axis = value_axis([Decimal(0), Decimal(100)] if kind == "stacked-100" else held, tick, zero)
    dates = tuple(categories) if all(name.isdecimal() and len(name) == 4 for name in categories) else ()
    return Chart(
        kind,
        words("Ce que montre le graphique"),
        words(measure),
        tuple(categories),
        given,
        words("Source\u00a0: comptes de 2025."),
        "Graphique.",
        axis=axis,
        dates=dates,
    )


def years(first: int, last: int, step: int = 1) -> tuple[str, ...]:
    return tuple(str(year) for year in range(first, last + 1, step))


def wave(count: int, base: float, swing: float, turn: int = 0) -> list[float]:
    """Values that rise and fall without chance."""
    return [round(base + swing * ((at * 7 + turn * 3) % 11 - 5) / 5 + at * swing / 9, 1) for at in range(count)]


def scatter(names: Sequence[str], along: Sequence[Value], up: Sequence[Value]) -> Chart:
    made = chart("scatter", names, series("Dépense par habitant, en euros", along), series("Taux d’emploi, en %", up))
    axis = value_axis([point.value for point in made.series[0].points], tick, "never")
    first = Series(made.series[0].name, ACHIEVED, made.series[0].points, axis=axis)
    up_axis = value_axis([point.value for point in made.series[1].points], tick, "never")
    return replace(made, series=(first, made.series[1]), axis=up_axis)


def ranges(names: Sequence[str], ends: Sequence[tuple[Value, Value]]) -> Chart:
    held = tuple(
        Point(
            value(low),
            f"{write_number(value(low) or Decimal(0), 'fr_FR')} à {write_number(value(high) or Decimal(0), 'fr_FR')}",
            high=value(high),
        )
        for low, high in ends
    )
    return chart("range", names, Series("", ESTIMATED, held))


def combined(names: Sequence[str], bars: Sequence[Value], line: Sequence[Value]) -> Chart:
    over = Series("Besoin de financement", ACHIEVED, points(line), drawn="line")
    return chart("combined", names, series("Dépenses", bars), over)


@cache
def gallery() -> dict[str, Chart]:
    """The charts by their names."""
    return {**dict(_bars()), **dict(_columns()), **dict(_lines()), **dict(_stacks()), **dict(_others())}


def _bars() -> Iterator[tuple[str, Chart]]:
    yield "bar-3", chart("bar", ("Start-up françaises de l’IA", "Mistral AI", "Helsing"), series("", (2.6, 1.7, 0.6)))
    yield "bar-1", chart("bar", ("Bretagne",), series("", (12,)))
    yield "bar-8-long", chart("bar", MINISTRIES, series("", (64.8, 53.4, 31.2, 30.1, 21.9, 17.3, 11.8, 10.2)))
    yield "bar-negative", chart("bar", REGIONS, series("", (-0.5, -3.2, -9.9, -1.1, -7.4, -2.2)))
    yield "bar-mixed", chart("bar", REGIONS, series("", (4.5, -3.2, 9.9, -1.1, 7.4, 0)))
    yield "bar-equal", chart("bar", REGIONS[:4], series("", (5, 5, 5, 5)))
    yield "bar-missing", chart("bar", REGIONS[:4], series("", (5, None, 8, None), missing="non précisé"))
    yield "bar-extreme", chart("bar", REGIONS[:4], series("", (1_250_000, 3, 0.02, 12_000)))
    yield "bar-target", chart("bar", ("Grandes entreprises", "PME", "TPE"), series("", (100, 80, 50), TARGET))
    yield "bar-planned", chart("bar", REGIONS[:3], series("", (240, 700, 120), PLANNED))
    yield "bar-estimated", chart("bar", REGIONS[:3], series("", (240, 700, 120), ESTIMATED))
    yield (
        "bar-statuses",
        chart(
            "bar",
            ("Bordeaux", "Lyon", "Lille", "Nantes"),
            series("Réalisé", (12, 8, None, None)),
            series("Prévu", (None, None, 15, None), PLANNED),
            series("Objectif", (None, None, None, 20), TARGET),
        ),
    )
    yield "bar-2-series", chart("bar", REGIONS[:4], series("2024", (4, 6, 8, 5)), series("2025", (5, 7, 7, 6)))
    yield (
        "bar-3-series",
        chart("bar", REGIONS[:3], series("2023", (3, 5, 7)), series("2024", (4, 6, 8)), series("2025", (5, 7, 7))),
    )
    yield "bar-20", chart("bar", [f"Commune {at}" for at in range(1, 21)], series("", [40 - at for at in range(20)]))
    yield "bar-40", chart("bar", [f"Canton {at}" for at in range(1, 41)], series("", [80 - at for at in range(40)]))
    marked = tuple(Point(value(number), str(number), highlighted=number == 17) for number in (40, 31, 17, 12))
    yield "bar-highlight", chart("bar", ("Allemagne", "Italie", "France", "Espagne"), Series("", ACHIEVED, marked))
    yield "bar-zero", chart("bar", ("Un", "Deux"), series("", (0, 0)))
    yield (
        "bar-words",
        chart(
            "bar",
            REGIONS[:2],
            Series("", TARGET, (Point(Decimal(100), "la totalité"), Point(Decimal(50), "la moitié"))),
        ),
    )


def _columns() -> Iterator[tuple[str, Chart]]:
    yield (
        "column-3",
        chart("column", ("fin 2027", "fin 2028", "fin 2029"), series("", (240, None, 700), PLANNED, "non précisé")),
    )
    yield "column-6", chart("column", years(2020, 2025), series("", (12.4, 13.1, 13.9, 14.2, 15.8, 16.1)))
    yield "column-12", chart("column", years(2014, 2025), series("", wave(12, 50, 12)))
    yield "column-24", chart("column", years(2002, 2025), series("", wave(24, 1500, 300)))
    yield "column-40", chart("column", years(1986, 2025), series("", wave(40, 50, 12)))
    yield "column-negative", chart("column", years(2019, 2024), series("", (1.8, -7.4, 6.9, 2.6, 1.4, -0.2)))
    yield (
        "column-2-series",
        chart(
            "column",
            years(2021, 2024),
            series("Crédits votés", (10, 12, 13, 15)),
            series("Crédits exécutés", (9, 11, 14, 14)),
        ),
    )
    yield (
        "column-4-series",
        chart(
            "column",
            ("Primaire", "Collège", "Lycée"),
            *(
                series(f"Académie {name}", wave(3, 60, 9, at))
                for at, name in enumerate(("de Lyon", "de Lille", "de Nice", "de Caen"))
            ),
        ),
    )
    yield (
        "column-6-series",
        chart("column", ("2024", "2025"), *(series(f"Filière {at}", wave(2, 60, 9, at)) for at in range(1, 7))),
    )
    yield "column-long-names", chart("column", MINISTRIES[:5], series("", (64.8, 53.4, 31.2, 30.1, 21.9)))
    yield "column-target", chart("column", ("2025", "2027", "2030"), series("", (55, 75, 100), TARGET))
    yield (
        "column-done-and-aim",
        chart(
            "column",
            years(2022, 2026),
            series("Réalisé", (30, 34, 41, None, None)),
            series("Objectif", (None, None, None, 50, 60), TARGET),
        ),
    )
    yield "column-extreme", chart("column", years(2021, 2024), series("", (0.001, 999_999, 12, 4)))
    yield "column-equal", chart("column", years(2021, 2024), series("", (7, 7, 7, 7)))


def _lines() -> Iterator[tuple[str, Chart]]:
    yield (
        "line-emissions",
        chart("line", EMISSION_YEARS, series("", EMISSIONS), measure="En millions de tonnes équivalent CO2"),
    )
    yield "line-1990-2024", chart("line", years(1990, 2024), series("", wave(35, 400, 60)))
    yield "line-1993", chart("line", years(1993, 2024), series("", wave(32, 40, 6)))
    yield (
        "line-2",
        chart("line", years(2010, 2024), series("France", wave(15, 8, 1)), series("Allemagne", wave(15, 5, 1, 2))),
    )
    yield (
        "line-3",
        chart(
            "line",
            years(2010, 2024),
            series("France", wave(15, 8, 1)),
            series("Zone euro", wave(15, 8.4, 1, 2)),
            series("Allemagne", wave(15, 5, 1, 4)),
        ),
    )
    yield (
        "line-3-close",
        chart(
            "line",
            years(2015, 2024),
            series("Ensemble", wave(10, 8, 0.2)),
            series("Hommes", wave(10, 8.1, 0.2, 1)),
            series("Femmes", wave(10, 7.9, 0.2, 2)),
        ),
    )
    yield (
        "line-3-long-names",
        chart(
            "line",
            years(2015, 2024),
            series("Établissements publics de santé", wave(10, 80, 5)),
            series("Établissements privés à but non lucratif", wave(10, 60, 5, 1)),
            series("Établissements privés à but lucratif", wave(10, 40, 5, 2)),
        ),
    )
    yield (
        "line-4",
        chart(
            "line",
            years(2010, 2024),
            *(
                series(name, wave(15, 5 + at, 1, at))
                for at, name in enumerate(("France", "Allemagne", "Italie", "Espagne"))
            ),
        ),
    )
    yield (
        "line-6",
        chart("line", years(2000, 2024), *(series(name, wave(25, 5 + at, 1, at)) for at, name in enumerate(REGIONS))),
    )
    yield (
        "line-projected",
        chart(
            "line",
            (*years(2015, 2024), "2030", "2035", "2050"),
            series("Réalisé", (*wave(10, 400, 20), None, None, None)),
            series("Prévu", (*[None] * 10, 320, 250, 80), PLANNED),
        ),
    )
    yield (
        "line-estimated",
        chart(
            "line",
            years(2020, 2026),
            series("Réalisé", (5, 6, 7, 7.5, None, None, None)),
            series("Estimé", (None, None, None, None, 8, 8.6, 9), ESTIMATED),
        ),
    )
    yield (
        "line-gap",
        chart("line", years(2016, 2024), series("", (5, 6, None, None, 7, 8, 7.6, None, 9), missing="non précisé")),
    )
    yield (
        "line-negative",
        chart("line", years(2015, 2024), series("", (1.1, 1.1, 2.3, 1.9, 1.8, -7.4, 6.9, 2.6, 1.4, 1.2))),
    )
    yield "line-flat", chart("line", years(2015, 2024), series("", [5] * 10))
    yield "line-1-point", chart("line", ("2024",), series("", (5,)))
    yield "line-2-points", chart("line", ("2019", "2024"), series("", (5, 8)))
    yield (
        "line-40",
        chart("line", years(1985, 2024), series("Taux", wave(40, 8, 2)), series("Moyenne", wave(40, 8, 1, 3))),
    )
    yield (
        "line-months",
        chart(
            "line",
            ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."),
            series("2024", wave(12, 100, 9)),
            series("2025", wave(12, 104, 9, 2)),
        ),
    )
    yield (
        "line-categories",
        chart(
            "line",
            ("Premier trimestre", "Deuxième trimestre", "Troisième trimestre", "Quatrième trimestre"),
            series("", (4, 5, 7, 6)),
        ),
    )
    yield "line-narrow", chart("line", years(2010, 2024), series("", wave(15, 99, 0.3)))
    yield "line-extreme", chart("line", years(2018, 2024), series("", (1, 2, 1_000_000, 3, 5, 2, 4)))
    yield (
        "slope-3",
        chart("slope", ("2015", "2024"), series("Paris", (12, 18)), series("Lyon", (9, 14)), series("Lille", (11, 7))),
    )
    yield (
        "slope-6",
        chart("slope", ("2000", "2025"), *(series(name, (at + 5, at * 1.1 + 6)) for at, name in enumerate(REGIONS))),
    )
    yield (
        "area-3",
        chart(
            "area",
            years(2010, 2024),
            series("Nucléaire", wave(15, 400, 20)),
            series("Hydraulique", wave(15, 60, 9)),
            series("Éolien", wave(15, 30, 9, 2)),
        ),
    )
    yield "area-1", chart("area", years(2000, 2024), series("", wave(25, 40, 9)))
    yield (
        "area-6",
        chart(
            "area", years(2014, 2024), *(series(name, wave(11, 20 + 3 * at, 5, at)) for at, name in enumerate(REGIONS))
        ),
    )


def _stacks() -> Iterator[tuple[str, Chart]]:
    yield (
        "stacked-2",
        chart(
            "stacked",
            ("Île-de-France", "Bretagne", "Occitanie"),
            series("Logements sociaux", (40, 12, 15)),
            series("Logements libres", (60, 30, 38)),
        ),
    )
    yield (
        "stacked-3",
        chart(
            "stacked",
            years(2022, 2025),
            series("Titre 2", (40, 41, 42, 44)),
            series("Fonctionnement", (20, 22, 21, 24)),
            series("Investissement", (6, 5, 9, 12)),
        ),
    )
    yield (
        "stacked-6",
        chart("stacked", REGIONS[:4], *(series(f"Poste {at}", wave(4, 12 + at, 3, at)) for at in range(1, 7))),
    )
    yield (
        "stacked-small-parts",
        chart(
            "stacked", ("A", "B"), series("Grand", (90, 95)), series("Petit", (0.5, 2)), series("Infime", (0.1, 0.2))
        ),
    )
    yield "stacked-missing", chart("stacked", REGIONS[:3], series("Voté", (5, None, 4)), series("Engagé", (3, 4, None)))
    yield (
        "stacked-100-3",
        chart(
            "stacked-100",
            ("2015", "2020", "2025"),
            series("Pour", (52, 48, 61)),
            series("Sans opinion", (18, 20, 9)),
            series("Contre", (30, 32, 30)),
        ),
    )
    yield (
        "stacked-100-5",
        chart(
            "stacked-100",
            REGIONS[:5],
            *(
                series(name, wave(5, 20 + 4 * at, 4, at))
                for at, name in enumerate(("Tout à fait", "Plutôt", "Sans avis", "Plutôt pas", "Pas du tout"))
            ),
        ),
    )
    yield (
        "stacked-100-uneven",
        chart("stacked-100", ("A", "B"), series("Part principale", (970, 4)), series("Reste", (30, 96))),
    )


def _others() -> Iterator[tuple[str, Chart]]:
    yield "combined-6", combined(years(2019, 2024), (56, 61, 59, 58, 57, 57), (-2.4, -8.9, -6.6, -4.7, -5.4, -5.8))
    yield "combined-4", combined(("T1", "T2", "T3", "T4"), (40, 44, 50, 47), (30, 36, 52, 41))
    yield (
        "dots-5",
        chart("dots", MINISTRIES[:5], series("2015", (40, 35, 22, 12, 30)), series("2025", (64.8, 30, 31.2, 30.1, 30))),
    )
    yield "dots-8", chart("dots", MINISTRIES, series("2015", wave(8, 40, 9)), series("2025", wave(8, 48, 9, 3)))
    yield "dots-equal", chart("dots", REGIONS[:3], series("2015", (5, 5, 5)), series("2025", (5, 5.1, 5)))
    yield "dots-missing", chart("dots", REGIONS[:3], series("2015", (5, None, 7)), series("2025", (6, 8, None)))
    yield "range-4", ranges(REGIONS[:4], ((240, 700), (100, 120), (50, 900), (300, 310)))
    yield "range-equal", ranges(REGIONS[:3], ((10, 10), (5, 20), (0, 3)))
    yield (
        "lollipop-3",
        chart(
            "lollipop",
            ("Grandes entreprises", "PME", "TPE"),
            series("Équipées", (62, 31, 12)),
            series("Objectif 2030", (100, 80, 50), TARGET),
        ),
    )
    yield (
        "lollipop-beyond",
        chart(
            "lollipop", REGIONS[:4], series("Réalisé", (62, 85, 50, 49)), series("Objectif", (60, 80, 50, 50), TARGET)
        ),
    )
    yield "lollipop-alone", chart("lollipop", REGIONS[:4], series("", (62, 85, 50, 49)))
    yield "scatter-6", scatter(REGIONS, (310, 420, 280, 505, 330, 390), (64, 61, 70, 58, 66, 63))
    yield "scatter-20", scatter([f"Département {at}" for at in range(20)], wave(20, 300, 90), wave(20, 65, 6, 4))
    yield "scatter-equal", scatter(("A", "B", "C"), (5, 5, 5), (1, 1, 2))
    yield (
        "waterfall-6",
        chart(
            "waterfall",
            (
                "Solde 2024",
                "Recettes fiscales",
                "Dépenses d’intervention",
                "Charge de la dette",
                "Mesures nouvelles",
                "Solde 2025",
            ),
            series("", (100, 24, -30, -12, 8, 90)),
        ),
    )
    yield (
        "waterfall-rise",
        chart(
            "waterfall", ("2020", "Naissances", "Arrivées", "Départs", "2025"), series("", (1200, 340, 410, -290, 1660))
        ),
    )
    yield "doughnut-3", chart("doughnut", ("Énergie", "Transports", "Agriculture"), series("", (45, 35, 20)))
    yield "doughnut-5", chart("doughnut", MINISTRIES[:5], series("", (40, 25, 15, 12, 8)))
    yield "doughnut-2", chart("doughnut", ("Femmes", "Hommes"), series("", (52, 48)))
    yield "doughnut-tiny", chart("doughnut", ("Presque tout", "Presque rien"), series("", (99.7, 0.3)))
    yield (
        "line-12",
        chart(
            "line", years(2000, 2024), *(series(f"Région {at}", wave(25, 20 + 3 * at, 4, at)) for at in range(1, 13))
        ),
    )
    yield "column-7-long-names", chart("column", MINISTRIES[:7], series("", wave(7, 40, 9)))
    yield "lollipop-8-long", chart("lollipop", MINISTRIES, series("", wave(8, 40, 9)))
    yield "promised", chart("column", ("2026", "2027"), series("", (10, 12), PROMISED))
