"""Editions of medium "deck" for tests: the nine slides of the visual target, and small ones made to measure."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from msgspec.structs import replace

from rapport.edition.blocks.figures import (
    Cell,
    Chart,
    Column,
    Comparison,
    KeyFigure,
    KeyFigures,
    Moment,
    Point,
    Row,
    Series,
    Side,
    Table,
    Timeline,
)
from rapport.edition.blocks.words import Bullets, Callout, Item, Message, Messages
from rapport.edition.edition import Block, Contents, Cover, CoverDetail, Edition, EditionSection, Furniture
from rapport.edition.text import Evidence, Status, strong, words
from rapport.language.languages import furniture, shape_names
from rapport.origin import Origin

ACHIEVED, PLANNED, PROMISED = Status("achieved", "Réalisé"), Status("planned", "Prévu"), Status("promised", "Promis")
RESERVED, ANNOUNCED = Status("reserved", "Réservé"), Status("announced", "Annoncé")
ESTIMATED, TARGET = Status("estimated", "Estimé"), Status("target", "Objectif")

FURNITURE = Furniture(tuple(furniture("fr_FR").items()))
NAMES = Furniture(tuple(shape_names("fr_FR").items()))


def source(places: str) -> Any:
    return words(f"Source\u00a0: texte du 10 février 2026, §\u00a0{places}.")


def figure(qualifier: str, number: str, unit: str, label: str, status: Status) -> KeyFigure:
    return KeyFigure(qualifier, number, unit, words(label), status, Evidence("fact", "amount"), Decimal(1))


def section(key: str, title: str, *blocks: Block, **rest: Any) -> EditionSection:
    """A plain section with its own line in its own file."""
    given: dict[str, Any] = {
        "kind": "plain",
        "kicker": words(key.capitalize()),
        "name": words(key.capitalize()),
        "summary": (),
        "lead": (),
        "speech": (words(f"Ce que l’orateur dit\u00a0: {title}."),),
        "origin": Origin(f"content/sections/{key}.yaml", 1, 1),
    } | rest
    return EditionSection(key=key, title=words(title), blocks=tuple(blocks), **given)


def edition(*sections: EditionSection, **rest: Any) -> Edition:
    """An edition of the sections."""
    given: dict[str, Any] = {
        "briefing": "evian-g7",
        "medium": "deck",
        "language": "fr-FR",
        "version": "1.0",
        "date": "2026-02-10",
        "title": words("Intelligence artificielle\u00a0: le bilan de la France"),
        "subject": "Sommet du G7",
        "closed": words("Données arrêtées au 10\u00a0février 2026"),
        "cover": COVER,
        "contents": Contents(words("Un bilan, six fiches, deux rendez-vous"), words("Sommaire")),
        "notes": (),
        "furniture": FURNITURE,
        "names": NAMES,
        "content_digest": "0" * 64,
    } | rest
    return Edition(sections=tuple(sections), **given)


def points(*texts: str, **rest: Any) -> Bullets:
    return Bullets(tuple(Item(words(text)) for text in texts), **rest)


COVER = Cover(
    kind=words("Présentation"),
    title=words("Intelligence artificielle\u00a0: le bilan de la France, un an après Paris"),
    subtitle=words("Les chiffres à connaître avant le sommet du G7 d’Évian"),
    date=words("10\u00a0février 2026"),
    details=(
        CoverDetail(words("Arrêt des données"), words("10\u00a0février 2026")),
        CoverDetail(words("Sommet sur l’impact de l’IA"), words("New Delhi, 18 et 19\u00a0février")),
        CoverDetail(words("Présidence française du G7"), words("Évian, juin 2026")),
    ),
    statuses=(ACHIEVED, PLANNED, PROMISED),
)

KEY_FIGURES = KeyFigures(
    (
        figure("plus de", "2,6", "Md€", "levés par les start-up françaises de l’IA en 2025", ACHIEVED),
        figure("plus de", "110\u202f000", "", "fonctionnaires ont activé l’Assistant\u00a0IA, début 2026", ACHIEVED),
        figure("plus de", "35\u202f000", "", "entreprises sensibilisées aux atouts de l’IA", ACHIEVED),
        figure("", "109", "Md€", "pour construire en France des centres de données", PROMISED),
        figure("", "5,8", "GW", "de puissance électrique pour ces futurs sites", RESERVED),
        figure("", "700", "MW", "au Campus\u00a0IA de Fouju, fin 2029", PLANNED),
    ),
    source("4, 6, 8, 9 et 12"),
)

CHART = Chart(
    "column",
    words("La puissance doit presque tripler en deux ans"),
    words("Puissance de calcul du Campus\u00a0IA, en mégawatts de consommation électrique"),
    ("fin 2027", "fin 2028", "fin 2029"),
    (
        Series(
            "Prévu",
            PLANNED,
            (Point(Decimal(240), "240\u00a0MW"), Point(None, "non précisé"), Point(Decimal(700), "700\u00a0MW")),
        ),
    ),
    source("9"),
    "Graphique à colonnes. Fin 2027\u00a0: 240\u00a0MW\u202f; fin 2029\u00a0: 700\u00a0MW.",
    unit="MW",
)

TABLE = Table(
    (),
    (
        Column(words("Objet"), "name"),
        Column(words("Montant"), "amount"),
        Column(words("Statut"), "status"),
        Column(words("Période"), "period"),
        Column(words("Source"), "source"),
    ),
    tuple(
        Row(
            (
                Cell(words(name)),
                Cell(words(amount)),
                Cell(words(status.word), status=status),
                Cell(words(period)),
                Cell(words(place)),
            )
        )
        for name, amount, status, period, place in (
            ("Centres de données en France", "109\u00a0Md€", PROMISED, "Sommet de Paris", "§\u00a08"),
            ("Montereau-Vallée-de-la-Seine", "4\u00a0Md€", ESTIMATED, "non précisée", "§\u00a09"),
            ("Supercalculateur Alice\u00a0Recoque", "554\u00a0M€", PLANNED, "sur cinq ans", "§\u00a010"),
            (
                "23\u00a0premiers «\u00a0Pionniers de l’IA\u00a0»",
                "à hauteur de 10\u00a0M€",
                ANNOUNCED,
                "10\u00a0février 2026",
                "§\u00a05",
            ),
        )
    ),
    source("5, 8, 9 et 10"),
)

CALLOUT = Callout(
    words("Point d’attention"),
    words(
        "Les 4\u00a0milliards d’euros sont une estimation, attribuée à OpCore. La source ne dit pas si ce montant est "
        "compris dans les 109\u00a0milliards."
    ),
)


def moment(dates: tuple[str, str], texts: tuple[str, str], status: Status, future: bool = False) -> Moment:
    """A moment from its date and its text, each in full and short."""
    date, short_date = map(words, dates)
    text, short = map(words, texts)
    return Moment(date, short_date, text, short, status, future)


TIMELINE = Timeline(
    (
        moment(("Un an avant", "Un an avant"), ("Sommet de Paris sur l’IA", "Sommet de Paris"), ACHIEVED),
        moment(("Juillet 2025", "Juill. 2025"), ("Plan «\u00a0Osez l’IA\u00a0»", "Osez l’IA"), ACHIEVED),
        moment(("Décembre 2025", "Déc. 2025"), ("Résolution de l’ONU", "Résolution"), ACHIEVED),
        moment(("10\u00a0février 2026", "10\u00a0févr. 2026"), ("Bilan publié", "Bilan"), ACHIEVED),
        moment(
            ("18 et 19\u00a0février 2026", "18–19\u00a0févr."),
            ("Sommet de New\u00a0Delhi", "New\u00a0Delhi"),
            PLANNED,
            future=True,
        ),
        moment(("Juin 2026", "Juin 2026"), ("G7 à Évian", "G7"), PLANNED, future=True),
        moment(("Fin 2027", "Fin 2027"), ("Fouju\u00a0: 240\u00a0MW", "240\u00a0MW"), PLANNED, future=True),
        moment(("Fin 2029", "Fin 2029"), ("Fouju\u00a0: 700\u00a0MW", "700\u00a0MW"), PLANNED, future=True),
        moment(("2030", "2030"), ("Cibles «\u00a0Osez l’IA\u00a0»", "Cibles"), TARGET, future=True),
    ),
    words("après l’arrêt des données"),
    source("2, 6, 9, 12 à 14"),
    "Calendrier de 9 dates, d’un an avant le bilan à 2030.",
)

COMPARISON = Comparison(
    (
        Side(
            words("New\u00a0Delhi"),
            words("18 et 19\u00a0février"),
            (
                words("Sommet mondial sur l’impact de l’IA"),
                words("Porter une IA accessible à tous"),
                words("Porter une IA encadrée"),
            ),
            PLANNED,
        ),
        Side(
            words("Évian"),
            words("juin 2026"),
            (
                words("Sécurisation des systèmes d’IA"),
                words("Protection des enfants sur internet"),
                words("Aide aux petites entreprises pour adopter l’IA"),
            ),
            PLANNED,
        ),
    ),
    words("À Évian, la source cite les trois thèmes après «\u00a0notamment\u00a0»."),
    source("14"),
)

MESSAGES = Messages(
    (
        Message(
            words("Les start-up lèvent des fonds"), words("Plus de 2,6\u00a0milliards d’euros en 2025."), (ACHIEVED,)
        ),
        Message(
            words("Les projets trouvent leur terrain"),
            words("Plus de 75\u00a0% des entreprises engagées ont le leur\u202f; 109\u00a0Md€ restent promis."),
            (ACHIEVED, PROMISED),
        ),
        Message(
            words("L’État s’équipe"),
            words("Plus de 110\u202f000 fonctionnaires ont activé l’Assistant\u00a0IA, début 2026."),
            (ACHIEVED,),
        ),
    ),
    source=source("4, 8 et 12"),
)

TAKEAWAY = points(
    "Le Campus\u00a0IA réunit notamment NVIDIA, MGX, Bpifrance et Mistral\u00a0AI.",
    "La source ne dit pas si cette puissance est comprise dans les 5,8\u00a0GW réservés.",
)

TARGET_DECK = edition(
    section(
        "chiffres-cles",
        "Les levées et les usages sont mesurés\u202f; 109\u00a0milliards d’euros restent promis",
        KEY_FIGURES,
    ),
    section("centres", "Fouju\u00a0: 240\u00a0MW prévus fin 2027, 700\u00a0MW fin 2029", CHART, TAKEAWAY),
    section("montants", "Quatre montants à ne pas additionner", TABLE, CALLOUT),
    section("calendrier", "De Paris à Évian\u00a0: le bilan est fait, les échéances courent jusqu’à 2030", TIMELINE),
    section("rendez-vous", "De New\u00a0Delhi à Évian\u00a0: deux sommets en 2026", COMPARISON),
    section(
        "message",
        "Un an après Paris, la France rend compte\u00a0: ce qui est fait, ce qui est prévu, ce qui reste promis.",
        kind="statement",
        lead=words("Élément de langage, d’après le texte source du 10\u00a0février 2026, §\u00a02"),
    ),
    section(
        "partie",
        "Centres de données et calcul",
        kind="divider",
        kicker=words("Partie\u00a02"),
        summary=words("Promesses, terrains, puissance réservée"),
    ),
    section("retenir", "Trois messages pour Évian", MESSAGES),
)
"""The slides of the visual target, in its order."""


def with_strong_point(block: Bullets) -> Bullets:
    """The list with its first item strong."""
    first, *others = block.items
    return replace(block, items=(replace(first, text=strong(first.text)), *others))


def rows(count: int, words_each: int = 2) -> tuple[Row, ...]:
    """Plain rows of a name and an amount."""
    return tuple(
        Row((Cell(words(f"Ligne {number}" + " mot" * words_each)), Cell(words(f"{number}\u00a0M€"))))
        for number in range(1, count + 1)
    )


def table(count: int) -> Table:
    """A table of two columns with `count` rows."""
    columns = (Column(words("Objet"), "name"), Column(words("Montant"), "amount"))
    return Table(words("Les montants"), columns, rows(count), source("5"))
