"""What a sound briefing may say is proved: notes called anywhere, an embargo's hour, totals, rounded figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from content_tree import plain_spaces, write_tree
from rapport.cli import main

ASSETS = Path(__file__).parents[2] / "assets"

FACTS = """
    group: Budget
    versees: {label: aides versées, value: 3_997_529, unit: EUR, status: achieved, as_of: 2026-02-10, source: bilan, \
locator: § 1}
    rendues: {label: aides rendues, value: 1_250_000, unit: EUR, status: achieved, as_of: 2026-02-10, source: bilan, \
locator: § 1}
    prevues: {label: aides prévues, value: 4_400_000, unit: EUR, status: planned, as_of: 2026-02-10, source: bilan, \
locator: § 2}
    attendues: {label: aides attendues, value: 5_600_000, unit: EUR, status: planned, as_of: 2026-02-10, \
source: bilan, locator: § 2}
    """
SECTION = """
    title: "Un budget, {versees:short} versés"
    kind: fiche
    message: "Le budget avance"
    blocks:
      - callout: "Un encadré, avec une note[^note]."
      - points: ["Une puce, avec une note[^note]"]
      - table:
          caption: "Les aides, en euros"
          columns: ["Aide", "2025, réalisées", "2026, prévues"]
          rows:
            - cells: ["Versées", "{versees:short}", "{prevues:short}"]
            - {kind: total, cells: ["Rendues", "{rendues:short}", "{attendues:short}"]}
    footnotes:
      note: "Une précision."
    """
BRIEFING = """
    event: {name: Sommet du G7, place: Évian, date: 2026-06}
    title: "L'IA en France"
    subtitle: "Édition n° 3"
    version: "1.0"
    date: 2026-02-10
    details: [{label: Lieu, value: "Salle 12, 3e étage"}]
    embargo: {until: "2026-02-10T18:30", zone: Europe/Paris}
    sections: [budget]
    """


def test_a_briefing_that_is_built_is_proved(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changes = {
        "facts/budget.yaml": FACTS,
        "sections/budget.yaml": SECTION,
        "briefings/evian.yaml": BRIEFING,
    }
    options = ["--content", str(write_tree(tmp_path, changes)), "--assets", str(ASSETS), "--output", str(tmp_path)]
    assert main(["build", *options]) == 0
    capsys.readouterr()
    assert main(["verify", *options]) == 0
    assert "en défaut" not in plain_spaces(capsys.readouterr().out)
