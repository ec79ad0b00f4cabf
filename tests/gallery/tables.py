"""Thirty tables: groups, totals, long words, odd cells, numbers of all lengths, 1 to 9 columns, 1 to 60 rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from msgspec.structs import replace

from editions import ACHIEVED, ESTIMATED, PLANNED, TARGET, source
from gallery.charts import MINISTRIES, REGIONS
from rapport.edition.blocks.figures import Cell, Column, Row, Table
from rapport.edition.text import Status, Text, words

Given = str | Status
LONG = "Programme d’investissement des collectivités territoriales pour la transition énergétique des bâtiments"


def text(string: str) -> Text:
    """Words as the typographer leaves them: spaces that bind."""
    return words(string.replace(" €", "\u00a0€").replace(" M€", "\u00a0M€").replace(" %", "\u00a0%"))


def cell(given: Given) -> Cell:
    return Cell(text(given)) if isinstance(given, str) else Cell(text(given.word), status=given)


def row(*cells: Given) -> Row:
    return Row(tuple(map(cell, cells)))


def group(title: str) -> Row:
    return Row((Cell(text(title)),), "group")


def total(*cells: Given) -> Row:
    return Row(tuple(map(cell, cells)), "total")


def table(columns: Sequence[str], *rows: Row, caption: str = "Ce que montre le tableau") -> Table:
    """A table whose headers end in their role: "Montant:amount"."""
    heads = [header.partition(":") for header in columns]
    made = tuple(
        Column(text(name), role or ("name" if not at else "text"))  # type: ignore[arg-type]
        for at, (name, _, role) in enumerate(heads)
    )
    return Table(words(caption), made, rows, source("5"))


def amounts(count: int, columns: int) -> Table:
    """Names and amounts of a few lengths."""
    heads = ("Poste", *(f"{2020 + at}:amount" for at in range(columns)))
    lines = (
        row(
            f"Poste {number}",
            *(
                f"{(number * 37 + at * 11) % 900 / (1 + at % 3):.{at % 3}f} M€".replace(".", ",")
                for at in range(columns)
            ),
        )
        for number in range(1, count + 1)
    )
    return table(heads, *lines)


@cache
def gallery() -> dict[str, Table]:
    """The tables by their names."""
    return {
        **dict(_numbers()),
        **dict(_words()),
        **dict(_upper_heads()),
        **dict(_trends()),
        **dict(_groups()),
        **dict(_sizes()),
    }


def _numbers() -> Iterator[tuple[str, Table]]:
    yield "decimals", table(("Poste", "Montant:amount"), row("A", "2,65 M€"), row("B", "12 M€"), row("C", "0,5 M€"))
    yield (
        "qualifiers",
        table(
            ("Poste", "Montant:amount"),
            row("A", "plus de 2,6 Md€"),
            row("B", "1,7 Md€"),
            row("C", "à hauteur de 10 M€"),
        ),
    )
    yield (
        "odd-cells",
        table(
            ("Poste", "Montant:amount", "Part:amount"),
            row("A", "2 650,25 €", "12,5 %"),
            row("B", "–", "non précisé"),
            row("C", "", "7 %"),
            row("D", "310 €", "100 %"),
        ),
    )
    yield (
        "ranges",
        table(("Poste", "Intervalle:amount"), row("A", "2,3 à 2,5 °C"), row("B", "1,55 °C"), row("C", "0,27 °C")),
    )
    yield "negative", table(("Poste", "Solde:amount"), row("A", "−12,5 M€"), row("B", "3 M€"), row("C", "−0,75 M€"))
    yield (
        "counted",
        table(("Objet", "Nombre:amount"), row("A", "35 000 entreprises"), row("B", "23 projets"), row("C", "8")),
    )
    yield (
        "large",
        table(("Objet", "Montant:amount"), row("A", "1 234 567 890 €"), row("B", "12 €"), row("C", "999,99 €")),
    )
    yield "one-row", table(("Objet", "Montant:amount"), row("Un seul", "12 M€"))
    yield (
        "asked-widths",
        asked(
            table(("Objet", "Montant:amount", "Remarque"), row("A", "12 M€", "Rien"), row("B", "0,5 M€", "Peu")),
            (0.5, ""), (0.2, "left"), (0.0, "centre"),
        ),
    )  # fmt: skip
    yield (
        "status",
        table(
            ("Indicateur", "Valeur:amount", "Statut:status", "Période:period", "Source:source"),
            row("Levées", "plus de 2,6 Md€", ACHIEVED, "2025", "§ 4"),
            row("Soutien", "10 M€", PLANNED, "10 févr. 2026", "§ 5"),
            row("Besoin", "310 à 365 Md$", ESTIMATED, "par an", "p. XII"),
            row("Cible", "80 %", TARGET, "d’ici 2030", "§ 6"),
        ),
    )


def _words() -> Iterator[tuple[str, Table]]:
    yield (
        "words-2",
        table(("Programme", "Pilotes"), row("Pionniers", "Bpifrance et Inria"), row("Voie rapide", "l’État et RTE")),
    )
    yield (
        "long-names",
        table(("Mission", "Crédits:amount"), *(row(name, f"{at},5 M€") for at, name in enumerate(MINISTRIES))),
    )
    yield "very-long-cell", table(("Objet", "Observation"), row("A", " ".join([LONG] * 4)), row("B", "Rien"))
    yield "long-word", table(("Objet", "Mot"), row("A", "anticonstitutionnellement" * 2), row("B", "court"))
    yield (
        "long-headers",
        table((LONG, f"{LONG}:amount", f"{LONG}:amount"), row("A", "1 M€", "2 M€"), row("B", "3 M€", "4 M€")),
    )
    yield (
        "seven-columns",
        table(
            ("Groupe", "Atténuation", "Adaptation", "Finance", "Forêts", "Ligne rouge", "Contact"),
            *(
                row(
                    name,
                    "Ambition maximale, sortie des fossiles",
                    "Indicateurs",
                    "Élargir",
                    "Soutien",
                    "Pas de recul",
                    "Belém",
                )
                for name in REGIONS
            ),
        ),
    )
    yield (
        "nine-columns",
        table(("Pays", *(f"Sujet {at}" for at in range(8))), *(row(name, *["Oui", "Non"] * 4) for name in REGIONS)),
    )
    yield "one-column", table(("Nom",), row("A"), row("B"))
    yield "missing-cells", table(("Nom", "Un", "Deux"), row("A", "x"), row("B"), row("C", "y", "z"))
    yield (
        "urls",
        table(("Source", "Adresse"), row("OMM", "https://wmo.int/publication-series/state-of-global-climate-2024")),
    )
    yield (
        "details",
        Table(
            words("Deux lignes"),
            (Column(words("Nom"), "name"), Column(words("Montant"), "amount")),
            (
                Row((Cell(words("Helsing"), words("entreprise franco-allemande")), Cell(text("600 M€")))),
                row("Mistral", "1,7 Md€"),
            ),
            source("4"),
        ),
    )


def asked(made: Table, *wishes: tuple[float, str]) -> Table:
    """The table with the widths and sides that its author asks for."""
    columns = tuple(
        replace(column, width=width, align=side) for column, (width, side) in zip(made.columns, wishes, strict=True)
    )
    return replace(made, columns=columns)


def under(made: Table, *names: str) -> Table:
    """The table with these heads over those of its columns."""
    columns = (replace(column, under=words(name)) for column, name in zip(made.columns, names, strict=True))
    return replace(made, columns=tuple(columns))


def _upper_heads() -> Iterator[tuple[str, Table]]:
    yield "two-levels", under(amounts(6, 4), "", "2024", "2024", "2025", "2025")
    yield "two-levels-long", under(amounts(30, 4), "", "Exécuté", "Exécuté", "Voté", "")
    yield "two-levels-wide-head", under(amounts(4, 2), "", *["Gouvernementalement"] * 2)
    yield "two-levels-inner-head", under(amounts(4, 4), "", "Exécuté", "Exécuté", "Prévisionnellement", "")


def _trends() -> Iterator[tuple[str, Table]]:
    made = amounts(8, 5)
    shapes = ((0.0, 0.5, 1.0, 0.2, 0.7), (0.0, None, 1.0, None, 0.4), (0.5, 0.5, 0.5), (), (1.0, 0.0))
    rows = tuple(
        replace(line, cells=(*line.cells, Cell(trend=shapes[at % len(shapes)]))) for at, line in enumerate(made.rows)
    )
    yield "trends", replace(made, columns=(*made.columns, Column(words("Évolution"), "trend")), rows=rows)


def _groups() -> Iterator[tuple[str, Table]]:
    lines = [row(f"Ligne {at}", f"{at},5 M€") for at in range(1, 31)]
    heads = ("Objet", "Montant:amount")
    yield "groups-2", table(heads, group("Réalisé"), *lines[:2], group("Annoncé"), *lines[2:4])
    yield "groups-long", table(heads, group("Premier groupe"), *lines[:14], group("Second groupe"), *lines[14:])
    yield "group-of-one", table(heads, group("Seul"), lines[0], group("Autres"), *lines[1:9])
    yield "group-long-name", table(heads, group(LONG), *lines[:12])
    yield "total", table(heads, *lines[:5], total("Total", "17,5 M€"))
    yield (
        "groups-and-total",
        table(heads, group("Recettes"), *lines[:6], group("Dépenses"), *lines[6:12], total("Solde", "−3 M€")),
    )


def _sizes() -> Iterator[tuple[str, Table]]:
    yield "20-by-7", amounts(20, 6)
    heads = (
        "Commune",
        *(
            f"{name}:amount"
            for name in ("Habitants", "Surface (km²)", "Écoles", "Logements sociaux", "Médecins", "Emplois")
        ),
    )
    rows = [row(f"Commune de Dieppe {at}", *(str(71 * at + by) for by in range(6))) for at in range(20)]
    yield "20-by-7-heads", table(heads, *rows)
    yield "12-by-3", amounts(12, 2)
    yield "40-by-4", amounts(40, 3)
    yield "60-by-2", amounts(60, 1)
    yield (
        "16-with-words",
        table(
            ("Fonction", "BP 2026 (prévu):amount", "Évolution 2025-2026 (prévu):amount", "Observation"),
            *(
                row(f"{name} {turn}", "11,24 M€", "−0,8 %", "Refonte du parc informatique")
                for turn in (1, 2)
                for name in MINISTRIES
            ),
        ),
    )
