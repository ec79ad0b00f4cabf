"""A briefing of any number of sections, in the project's own content form and as the plain data others draw it from.

Each section has a message, a lead, three paragraphs, three messages, a table of five facts, a chart of three, points
and what the speaker says: about a page and a half of a brief and three slides. Names and figures differ from section
to section, so that, as in a real document, no program has met every word before.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct, to_builtins

KEY = "sommet"
DATE = "2026-02-10"
TITLE = "Les chantiers de nos régions"
SUBJECTS = (
    "Eau potable", "Écoles rurales", "Transports", "Logement social", "Réseau de chaleur", "Forêts", "Ports de pêche",
    "Lignes ferroviaires", "Hôpitaux de proximité", "Bibliothèques", "Fibre optique", "Pistes cyclables", "Musées",
    "Éclairage public", "Marchés couverts", "Friches industrielles", "Lycées agricoles", "Haies et bocages", "Digues",
    "Maisons de santé", "Cantines", "Gymnases", "Crèches", "Archives", "Stations de mesure",
)  # fmt: skip
REGIONS = (
    "Bretagne", "Normandie", "Occitanie", "Corse", "Alsace", "Lorraine", "Picardie", "Auvergne", "Provence",
    "Bourgogne", "Aquitaine", "Champagne",
)  # fmt: skip
YEARS = (2027, 2028, 2029)
FIRST_POWER, FIRST_COST, FIRST_SITES = 120, 340, 1_200
"""Figures of the first section; those after it differ by steps prime to each other."""


class Figure(Struct, frozen=True):
    """A fact: what it is called, its value as a number and as printed, its unit, its status, its period."""

    key: str
    name: str
    value: int
    unit: str
    printed: str
    status: str
    status_word: str
    period: str


class Section(Struct, frozen=True):
    """A section; texts call figures as `{key}`."""

    key: str
    title: str
    message: str
    lead: str
    paragraphs: tuple[str, ...]
    caption: str
    figures: tuple[Figure, ...]
    chart_title: str
    measure: str
    messages: tuple[tuple[str, str], ...]
    points: tuple[str, ...]
    speech: str

    @property
    def charted(self) -> tuple[Figure, ...]:
        """The figures of the chart, one a year."""
        return self.figures[: len(YEARS)]


def section(number: int) -> Section:
    """The section of a number, from 0; always the same."""
    subject, region = SUBJECTS[number % len(SUBJECTS)], REGIONS[number // len(SUBJECTS) % len(REGIONS)]
    key = f"chantier-{number}"
    charted = tuple(_power(key, subject, year, FIRST_POWER + 7 * number + 60 * at) for at, year in enumerate(YEARS))
    cost, sites = FIRST_COST + 3 * number, FIRST_SITES + 11 * number
    others = (
        Figure(f"{key}-cout", "Coût des travaux", cost * 1_000_000, "EUR", f"{cost} millions d'euros", "promised",
               "Promis", "2026"),
        Figure(f"{key}-sites", "Sites ouverts", sites, "site", f"{sites:,} sites".replace(",", "\u202f"), "achieved",
               "Réalisé", "2025"),
    )  # fmt: skip
    last, price, count = charted[-1].key, others[0].key, others[1].key
    return Section(
        key,
        f"{subject} en {region}",
        f"{subject} : {{{last}}} prévus en {region}",
        f"En {region}, le chantier « {subject.lower()} » est lancé. Les collectivités y ont promis {{{price}}}, et le "
        "calendrier des travaux est connu de tous les partenaires.",
        (
            f"Aujourd'hui, {{{count}}} sont ouverts au public. Les équipes de {region} les entretiennent, en suivent "
            "la consommation et publient leurs relevés chaque trimestre, sans attendre les bilans nationaux.",
            f"La puissance installée doit passer de {{{charted[0].key}}} à {{{last}}}. Ce rythme suppose des "
            "raccordements au réseau, des autorisations délivrées à temps et des entreprises formées. C'est *le point* "
            "que la délégation soulèvera, car aucun des acteurs ne maîtrise seul l'ensemble de la chaîne.",
            f"Les élus de {region} demandent que les {{{price}}} promis soient versés par tranches, après contrôle. "
            "L'État veille à ce que les communes les plus petites ne restent pas à l'écart de cet effort.",
        ),
        f"{subject} en {region} : ce qui est prévu, ce qui est fait",
        (*charted, *others),
        f"La puissance prévue passe à {{{last}}}",
        f"Puissance installée en {region}, en mégawatts",
        (
            ("Ce qui est ouvert", f"{{{count}}} accueillent le public, et publient leurs relevés."),
            ("Ce qui est promis", f"{{{price}}} sont promis par les collectivités de {region}."),
            ("Ce qui est prévu", f"{{{last}}} prévus en {region}, avec un réseau renforcé."),
        ),
        (
            f"{{{count}}} sont ouverts",
            f"{{{price}}} sont promis",
            f"{{{last}}} sont prévus {{{last}:period}}",
        ),
        f"Ce que nous disons de {region} : {{{count}}} sont ouverts. Nous avons promis {{{price}}}, et nous attendons "
        f"les {{{last}}} prévus. Les travaux avancent, les communes y participent.",
    )


def _power(key: str, subject: str, year: int, value: int) -> Figure:
    name = f"{subject}, puissance fin {year}"
    return Figure(f"{key}-{year}", name, value, "megawatt", f"{value} mégawatts", "planned", "Prévu", f"fin {year}")


# In the project's own form.


def write_content(folder: Path, number: int) -> None:
    """A project of `number` sections: `content/`, and `assets/` that stay empty."""
    sections = tuple(map(section, range(number)))
    files = {
        "sources.yaml": {
            "plan": {"title": "Plan des chantiers régionaux", "short": "plan du 10 février 2026", "date": DATE,
                     "author": "Exemple", "publisher": "Exemple", "url": "https://exemple.fr/plan"}
        },
        f"briefings/{KEY}.yaml": {
            "event": {"name": "Sommet des régions", "place": "Lyon", "date": "2026-06"},
            "title": TITLE, "subtitle": "Ce qui est fait, ce qui est promis", "version": "1.0", "date": DATE,
            "contents": {"message": "Un chantier, une fiche"}, "sections": [each.key for each in sections],
        },
    }  # fmt: skip
    for each in sections:
        files[f"sections/{each.key}.yaml"] = _section(each)
        files[f"facts/{each.key}.yaml"] = {"group": each.title, **{fact.key: _fact(fact) for fact in each.figures}}
    (folder / "assets").mkdir(parents=True)
    for name, data in files.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(_yaml(data)) + "\n", encoding="utf-8")


def _section(made: Section) -> dict[str, object]:
    charted = [{"fact": each.key, "label": each.period} for each in made.charted]
    facts = [each.key for each in made.figures]
    return {
        "title": made.title, "kind": "fiche", "summary": made.key.replace("chantier-", "Fiche "),
        "message": made.message, "lead": made.lead,
        "blocks": [
            *({"paragraph": text} for text in made.paragraphs),
            {"messages": [{"title": title, "text": text} for title, text in made.messages]},
            {"table": {"caption": made.caption, "facts": facts}},
            {"chart": {"kind": "column", "title": made.chart_title, "measure": made.measure, "facts": charted},
             "message": made.message},
            {"points": list(made.points)},
        ],
        "notes": made.speech,
    }  # fmt: skip


def _fact(fact: Figure) -> dict[str, object]:
    period = f"end-{fact.period[-4:]}" if fact.period.startswith("fin") else fact.period
    return {
        "label": fact.name.lower(), "name": fact.name, "value": fact.value, "unit": fact.unit, "status": fact.status,
        "period": period, "as_of": DATE, "source": "plan", "locator": "§ 1", "printed": fact.printed,
    }  # fmt: skip


def _yaml(value: object, indent: str = "") -> Iterator[str]:
    """As an author writes it: mappings in blocks, a text a line in quotation marks."""
    if isinstance(value, dict):
        for name, each in value.items():
            if isinstance(each, dict | list):
                yield f"{indent}{name}:"
                yield from _yaml(each, indent + "  ")
            else:
                yield f"{indent}{name}: {_scalar(each)}"
    elif isinstance(value, list):
        for each in value:
            if isinstance(each, dict):
                first, *rest = _yaml(each, indent + "  ")
                yield f"{indent}- {first.strip(' ')}"
                yield from rest
            else:
                yield f"{indent}- {_scalar(each)}"


def _scalar(value: object) -> str:
    plain = not isinstance(value, str) or value.replace("-", "").isalnum()
    return str(value) if plain else json.dumps(value, ensure_ascii=False)


# As plain data, in final words.


def plain_data(number: int) -> dict[str, object]:
    """What other programs draw the same documents from: texts with their figures as printed."""
    return {"title": TITLE, "sections": [_plain(section(each)) for each in range(number)]}


def _plain(made: Section) -> dict[str, object]:
    printed = {each.key: each.printed for each in made.figures}
    periods = {f"{each.key}:period": each.period for each in made.figures}

    def told(value: object) -> object:
        if isinstance(value, str):
            for name, words in {**printed, **periods}.items():
                value = value.replace(f"{{{name}}}", words)
            return value.replace("*", "")
        return [told(each) for each in value] if isinstance(value, list | tuple) else value

    data = {name: told(each) for name, each in to_builtins(made, builtin_types=()).items() if name != "figures"}
    data["rows"] = [[each.name, each.printed, each.status_word, each.period] for each in made.figures]
    data["categories"] = [each.period for each in made.charted]
    data["values"] = [each.value for each in made.charted]
    return data


if __name__ == "__main__":
    write_content(Path(sys.argv[2]), int(sys.argv[1]))
