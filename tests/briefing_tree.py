"""A small briefing with all that a fiche is made of: a statement, key figures, a calendar."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from content_tree import SMALL, read_tree, write_tree
from rapport.edition.edition import Edition
from rapport.model.content import Content
from rapport.resolve.edition import resolve

ASSETS = Path(__file__).parents[1] / "assets"
COMPLETE: Mapping[str, str] = {
    "sections/message.yaml": """
        title: Le message
        kind: statement
        media: [deck]
        message: "La France rend compte."
        """,
    "sections/chiffres.yaml": """
        title: Chiffres
        message: "Ce que disent les chiffres"
        blocks:
          - key-figures: {facts: [levees, promesse, pme]}
        """,
    "sections/calendrier.yaml": """
        title: Calendrier
        message: "De Paris à 2030"
        blocks:
          - timeline:
              - {text: "Sommet de Paris", date: 2025-02, when: "Un an avant", status: achieved}
              - {text: "Bilan publié", date: 2026-02-10, status: achieved}
              - {text: "G7 à Évian", date: 2026-06, status: planned}
              - {text: "{pme} des PME équipées", fact: pme}
        """,
    "briefings/evian.yaml": SMALL["briefings/evian.yaml"].replace(
        "[financement]", "[message, chiffres, financement, calendrier]"
    ),
}


class Briefing(Struct, frozen=True):
    """The content with both editions of its briefing."""

    content: Content
    brief: Edition
    deck: Edition


def briefing(folder: Path, changes: Mapping[str, str | None] | None = None) -> Briefing:
    """The briefing with some files changed, added or (None) left out."""
    content = read_tree(folder, {**COMPLETE, **(changes or {})}).content
    return Briefing(content, resolve(content, "evian", "brief"), resolve(content, "evian", "deck"))


def project(folder: Path, changes: Mapping[str, str | None] | None = None) -> list[str]:
    """The briefing in a folder, as options of the command line."""
    content = write_tree(folder, {**COMPLETE, **(changes or {})})
    return ["--content", str(content), "--assets", str(ASSETS), "--output", str(folder / "output")]
