"""Made-up editions for tests: short ways to write what the earlier stages would hand over."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Literal

from rapport.edition.blocks.figures import Cell, Chart, ChartKind, Column, KeyFigure, Point, Row, Series, Table
from rapport.edition.blocks.words import Bullets, Item, Paragraph, StatusKey
from rapport.edition.edition import Block, Contents, Cover, CoverDetail, Edition, EditionSection, Furniture, Note
from rapport.edition.text import Evidence, Span, Status, Text
from rapport.edition.text import words as untouched_words
from rapport.lines.face import FontSet
from rapport.look.charter import Charter
from rapport.read.charter.charter import read_charter
from rapport.read.faces import installed_fonts

ROOT = Path(__file__).resolve().parents[3]

ACHIEVED = Status("achieved", "Réalisé")
RESERVED = Status("reserved", "Réservé")
PLANNED = Status("planned", "Prévu")
PROMISED = Status("promised", "Promis")
ESTIMATED = Status("estimated", "Estimé")
TARGET = Status("target", "Objectif")
STATUSES = (ACHIEVED, RESERVED, PLANNED, PROMISED, ESTIMATED, TARGET)

FURNITURE = Furniture(
    (
        ("continued", "(suite)"),
        ("page", "page {1} sur {2}"),
        ("draft", "Projet"),
        ("version-of", "version {1} du {2}"),
        ("speaking-points", "Éléments de langage"),
        ("questions", "Questions et réponses"),
    )
)


@cache
def charter() -> Charter:
    """The charter that comes with the project."""
    return read_charter(ROOT / "assets" / "charter.yaml")


@cache
def fonts() -> FontSet:
    """The faces of the charter."""
    return installed_fonts()


def words(string: str) -> Text:
    """A text as the typographer leaves it: the spaces of French set."""
    spaced = re.sub(r" (?=:|»|%|[MG]W\b|M[d€]|€|§)|(?<=«) |(?<=§) |(?<=\d) (?=février|milli)", "\u00a0", string)
    return untouched_words(re.sub(r" (?=[;!?])|(?<=\d) (?=\d{3}\b)", "\u202f", spaced))


def call(key: str, mark: str) -> Text:
    """The call of a note."""
    return (Span(mark, note=key),)


def fact(text: str, key: str) -> Text:
    """A printed figure."""
    return (Span(text, evidence=Evidence(key, "full")),)


def para(*parts: str | Text) -> Paragraph:
    """A paragraph of strings and texts."""
    return Paragraph(tuple(span for part in parts for span in (words(part) if isinstance(part, str) else part)))


def bullets(*items: str | tuple[str, ...]) -> Bullets:
    """A list: a tuple is an item followed by its sub-items."""
    pairs = ((item, ()) if isinstance(item, str) else (item[0], item[1:]) for item in items)
    return Bullets(tuple(Item(words(text), tuple(map(words, children))) for text, children in pairs))


def figure(number: str, unit: str, label: str, status: Status, qualifier: str = "") -> KeyFigure:
    """A tile."""
    return KeyFigure(qualifier, number, unit, words(label), status, Evidence(label, "short"), Decimal(1))


def chart(kind: ChartKind, title: str, points: Iterable[tuple[str, float | None, str]], status: Status) -> Chart:
    """A chart of one series: category, value, label."""
    rows = tuple(points)
    series = Series("", status, tuple(Point(None if v is None else Decimal(str(v)), label) for _, v, label in rows))
    spoken = " ; ".join(f"{name} : {label}" for name, _, label in rows)
    return Chart(
        kind,
        words(title),
        words("Mesure, en unités"),
        tuple(n for n, _, _ in rows),
        (series,),
        words("Source : texte du 10 février 2026, § 9. Échelle à partir de zéro."),
        f"{title}. {spoken}.",
    )


def table(caption: str, columns: Iterable[tuple[str, str]], rows: Iterable[Row]) -> Table:
    """A table: header and role of each column."""
    heads = tuple(Column(words(header), role) for header, role in columns)  # type: ignore[arg-type]
    return Table(words(caption), heads, tuple(rows), words("Source : texte du 10 février 2026."))


def row(*cells: str | Status | tuple[str, str]) -> Row:
    """A row: a string is a text, a status its sign, a pair a text with its second line."""
    return Row(tuple(_cell(cell) for cell in cells))


def _cell(cell: str | Status | tuple[str, str]) -> Cell:
    if isinstance(cell, Status):
        return Cell(status=cell)
    return Cell(words(cell)) if isinstance(cell, str) else Cell(words(cell[0]), words(cell[1]))


def group(heading: str) -> Row:
    """A heading over all columns."""
    return Row((Cell(words(heading)),), "group")


SectionKind = Literal["plain", "fiche", "statement", "divider", "annex"]


def section(
    name: str, *blocks: Block, kind: SectionKind = "plain", title: str = "", lead: str = "", kicker: str = ""
) -> EditionSection:
    """A section; its key is made from its name."""
    key = "".join(char for char in name.lower() if char.isalnum())
    opening = words(kicker or name), words(name), words(f"Résumé de {name}"), words(title or name), words(lead)
    return EditionSection(key, kind, *opening, blocks)


def note(key: str, mark: str, text: str) -> Note:
    """A footnote."""
    return Note(key, mark, words(text))


def edition(*sections: EditionSection, notes: Iterable[Note] = (), draft: bool = False, stamp: str = "") -> Edition:
    """A brief of these sections."""
    key = StatusKey(
        words("Lire les statuts"),
        words("Chaque chiffre porte un signe et un mot."),
        (
            (ACHIEVED, words("constaté ou réservé au 10 février 2026")),
            (PLANNED, words("daté ou programmé, pas encore fait")),
            (PROMISED, words("annoncé ou engagé, non réalisé")),
            (ESTIMATED, words("évaluation, avec son auteur quand il est cité")),
            (TARGET, words("cible fixée à une échéance")),
        ),
    )
    details = (
        ("Arrêt des données", "10 février 2026"),
        ("Sommet sur l’impact de l’IA", "New Delhi, 18 et 19 février"),
        ("Présidence française du G7", "Évian, juin 2026"),
    )
    return Edition(
        briefing="evian",
        medium="brief",
        language="fr-FR",
        version="1.0",
        date="2026-02-10",
        draft_mark=words("Projet – version 1.0 du 10 février 2026") if draft else (),
        title=words("Intelligence artificielle : le bilan de la France"),
        subject="Bilan",
        closed=words("Données arrêtées au 10 février 2026"),
        cover=Cover(
            words("Dossier d’information"),
            words("Intelligence artificielle : le bilan de la France, un an après Paris"),
            words("Ce qui est fait, ce qui est prévu, ce qui reste promis"),
            words("10 février 2026"),
            tuple(CoverDetail(words(a), words(b)) for a, b in details),
            (ACHIEVED, PLANNED, PROMISED),
        ),
        contents=Contents(words("Un bilan, cinq fiches, deux rendez-vous"), words("Sommaire"), (key,)),
        sections=sections,
        notes=tuple(notes),
        furniture=FURNITURE,
        content_digest="0" * 64,
        stamp=stamp,
    )
