"""Small contents that hold every block, as authors type them, read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from commands.test_every_block import BRIEFING, END, FACTS, SECTION
from commands.test_meeting import CONTENT as MEETING
from content_tree import write_tree
from rapport.model.content import Content
from rapport.read.content import read_content
from vector import SVG

FIGURES = {
    "facts/mesures.yaml": """
        group: Mesures
        emplois: {label: emplois, low: 5_500_000, high: 7_000_000, unit: emploi, qualifier: about, status: estimated,
                  period: 2024, as_of: 2025-12, source: bilan, locator: § 2}
        part-2023: {label: part, value: 6.5, unit: percent, status: measured, period: 2023, as_of: 2026-02-10,
                    source: bilan, locator: § 3}
        part-2025: {label: part, value: 10, unit: percent, status: measured, period: 2025, as_of: 2026-02-10,
                    source: bilan, locator: § 3}
        part-2030: {label: part, value: 20, unit: percent, qualifier: at-least, status: target, period: by-2030,
                    as_of: 2026-02-10, source: rapport, locator: p. 8}
        sommet: {label: le sommet, date: 2026-06-14, status: planned, as_of: 2026-02-10, source: rapport, locator: p. 1}
        """,
    "sources.yaml": """
        bilan: {title: Bilan de l’IA, short: bilan du 10 février 2026, date: 2026-02-10}
        rapport: {title: Rapport au Parlement, short: rapport de 2025, date: 2025-12-01}
        """,
    "sections/financement.yaml": """
        title: La mesure
        message: "Une part de {part-2025}, contre {part-2023:short} en 2023"
        lead: "Ce que l'on sait au {sommet}"
        kind: fiche
        blocks:
          - paragraph: >-
              Entre 2023 et 2025, la part a gagné 3,5 points ; elle doit atteindre {part-2030}.
              Les **emplois** sont estimés à {emplois}, soit *beaucoup*.
          - key-figures: {facts: [emplois, part-2025, {fact: part-2030, label: "visés en 2030"}]}
          - chart: {kind: column, title: "La part", measure: "en %", facts: [part-2023, part-2025, part-2030]}
            message: "Elle croît"
          - chart:
              kind: line
              title: "Part et cible"
              measure: "en %"
              categories: ["2023", "2025", "2030"]
              series:
                - {name: Mesurée, facts: [part-2023, part-2025, {gap: "non mesurée"}]}
                - {name: Visée, facts: [{gap: "—"}, {gap: "—"}, part-2030]}
            message: "Elle doit doubler"
          - table:
              caption: "Les parts"
              columns: ["Année", "Part", "Emplois"]
              rows:
                - {cells: ["2023", "{part-2023}", "n.d."]}
                - {cells: ["2025", "{part-2025}", "{emplois}"]}
            message: "Année par année"
          - annex: "Tout"
        """,
}
CONTENTS: Mapping[str, Mapping[str, str]] = {
    "meeting": MEETING,
    "blocks": {
        "facts/essai.yaml": FACTS,
        "sections/essai.yaml": SECTION,
        "sections/annexe.yaml": END,
        "briefings/evian.yaml": BRIEFING,
    },
    "figures": FIGURES,
}


def content(name: str, folder: Path) -> Content:
    """One of the contents, written into a folder; nothing in it is a fault."""
    write_tree(folder, CONTENTS[name])
    (folder / "assets" / "carte.svg").write_bytes(SVG)
    reading = read_content(folder / "content", folder / "assets")
    assert [problem for problem in reading.problems if problem.severity == "error"] == []
    return reading.content
