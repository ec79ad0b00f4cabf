"""A small content folder, as authors type it, for tests that read it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

from rapport.read.content import Reading, read_content

SMALL: Mapping[str, str] = {
    "sources.yaml": """
        bilan:
          title: Bilan de l’IA
          short: bilan du 10 février 2026
          date: 2026-02-10
        """,
    "names.yaml": """
        - G7
        """,
    "acronyms.yaml": """
        PME: {expansion: petites et moyennes entreprises}
        """,
    "facts/financement.yaml": """
        group: Financement
        levees:
          label: levées des start-up
          value: 2_600_000_000
          unit: EUR
          qualifier: more-than
          status: achieved
          period: 2025
          as_of: 2026-02-10
          source: bilan
          locator: § 4
        promesse:
          label: centres de données
          value: 109_000_000_000
          unit: EUR
          status: promised
          as_of: 2026-02-10
          source: bilan
          locator: § 8
        pme:
          label: PME à équiper
          value: 80
          unit: percent
          status: target
          period: by-2030
          as_of: 2026-02-10
          source: bilan
          locator: § 6
        """,
    "sections/financement.yaml": """
        title: Financement
        message: "Les start-up ont levé {levees:short}, plus de quoi grandir"
        kind: fiche
        blocks:
          - paragraph: >-
              Les start-up ont levé {levees} en 2025[^total]. L'objectif : {pme} des PME équipées.
          - chart: {kind: bar, title: "Les montants", measure: "en euros", facts: [levees, promesse]}
          - points: ["Plus de {levees:short} levés"]
        footnotes:
          total: "Le total n'est pas précisé."
        """,
    "briefings/evian.yaml": """
        event: {name: Sommet du G7, place: Évian, date: 2026-06}
        title: "L'IA en France"
        subtitle: "Un an après"
        version: "1.0"
        date: 2026-02-10
        sections: [financement]
        """,
}


def read_tree(folder: Path, changes: Mapping[str, str | None] | None = None) -> Reading:
    """Writes the small content with some files changed, added or (None) left out, and reads it."""
    write_tree(folder, changes)
    return read_content(folder / "content", folder / "assets")


def write_tree(folder: Path, changes: Mapping[str, str | None] | None = None) -> Path:
    """Writes the content and returns its folder."""
    for name, text in {**SMALL, **(changes or {})}.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is not None:
            path.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
    (folder / "assets").mkdir(exist_ok=True)
    return folder / "content"


def said(reading: Reading) -> list[str]:
    """The problems, a line each, with plain spaces."""
    return [plain_spaces(f"{problem.origin} {problem.code} {problem.message}") for problem in reading.problems]


def plain_spaces(text: str) -> str:
    """A message with its binding spaces as a tester types them."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")
