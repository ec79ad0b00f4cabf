"""A briefing of everything that people edit in a deck, and a second one that shares a section with it."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

from PIL import Image

from content_tree import write_tree
from rapport.edits.deck import EditedDeck
from rapport.edits.package import opened
from rapport.edits.reading import read
from rapport.formats.office.archive import open_archive

ASSETS = Path(__file__).parents[1] / "assets"

TREE: Mapping[str, str] = {
    "sections/financement.yaml": """
        # Le titre court.
        title: Financement
        message: "Les start-up ont levé {levees:short}, plus de quoi grandir"
        kind: fiche
        blocks:
          - paragraph: >-
              Les start-up ont levé {levees} en 2025[^total]. L'objectif : équiper
              les entreprises *partout*, avec l'appui des « réseaux » consulaires :
              personne ne reste seul.

              Un second paragraphe dit la suite.
          - chart: {kind: column, title: "Les montants en cause", measure: "en euros", facts: [levees, promesse]}
        notes: |
          Dire d'abord la méthode.

          Puis annoncer l'objectif : {pme} des PME.
        footnotes:
          total: "Le total n'est pas précisé."
        """,
    "sections/textes.yaml": """
        title: 'Les textes'
        message: 'Ce qu''il faut retenir'
        blocks:
          - bullets:
              - "Former les agents publics"
              - {text: "Équiper les **laboratoires** du pays", items: ["Avec des machines neuves"]}
              - 'L''État montre l''exemple'
          - callout: "La source ne dit pas tout."
            tone: information
        """,
    "sections/tableau.yaml": """
        title: Un tableau
        message: "Qui fait quoi"
        blocks:
          - table:
              caption: "Les rôles"
              columns: ["Nom", "Rôle", "Appui"]
              rows:
                - cells: ["Première équipe", "Chef de file", "Conseil"]
                - cells: ["Seconde équipe", "Renfort", "Logistique"]
                - cells: ["Dernière équipe", "Relais", "Traduction"]
        """,
    "sections/calendrier.yaml": """
        title: Calendrier
        message: "De Paris à la suite"
        blocks:
          - timeline:
              - {text: "Sommet de Paris", date: 2025-02, when: "Un an avant", status: achieved}
              - {text: "Bilan publié", date: 2026-02-10, status: achieved}
              - {text: "G7 à Évian", date: 2026-06, status: planned}
        """,
    "sections/image.yaml": """
        title: En image
        message: "Ce que montre le terrain"
        blocks:
          - image: {file: carte.png, alternative: "Un carré vert", caption: "Le terrain vu du ciel"}
        """,
    "sections/chiffres.yaml": """
        title: Chiffres
        message: "Ce que disent les chiffres"
        blocks:
          - key-figures: {facts: [levees, promesse, pme]}
        """,
    "sections/paroles.yaml": """
        title: Paroles
        message: "Ce qui se dit"
        blocks:
          - quote: "Nous tiendrons parole."
            attribution: "Le porteur du projet"
          - comparison:
              - {title: "Ici", detail: "À Paris", items: ["Un premier point"]}
              - {title: "Là", detail: "À Lyon", items: ["Un autre point"]}
        """,
    "briefings/evian.yaml": """
        event: {name: Sommet du G7, place: Évian, date: 2026-06}
        title: "L'IA en France"
        subtitle: "Un an après"
        version: "1.0"
        date: 2026-02-10
        sections: [chiffres, financement, textes, tableau, calendrier, image, paroles]
        """,
    "briefings/nice.yaml": """
        event: {name: Rencontre, place: Nice, date: 2026-06}
        title: "Une rencontre"
        subtitle: "Avec les mêmes mots"
        version: "1.0"
        date: 2026-02-10
        sections: [textes]
        """,
}


def project(folder: Path, changes: Mapping[str, str | None] | None = None) -> list[str]:
    """The briefings in a folder, as options of the command line."""
    write_tree(folder, {**TREE, **(changes or {})})
    assets = folder / "assets"
    (assets / "charter.yaml").write_bytes((ASSETS / "charter.yaml").read_bytes())
    (assets / "carte.png").write_bytes(picture("#0B5A4C"))
    return ["--content", str(folder / "content"), "--assets", str(assets), "--output", str(folder / "output")]


def picture(colour: str) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (120, 90), colour).save(buffer, "PNG")
    return buffer.getvalue()


def read_back(data: bytes) -> EditedDeck:
    """A deck as edits are found in it."""
    return read(opened(open_archive(data).members))
