"""What made-up projects have shown to be accepted and not proved, each as small as it gets."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_tree import project
from rapport.cli import main

SINCE = "as_of: 2026-02-10, source: bilan, locator: § 4"
FACTS = f"""
        group: Essai
        plan: {{label: un plan, name: Le plan, status: planned, {SINCE}}}
        points: {{label: hausse du taux, value: 25, unit: basis-point, status: achieved, {SINCE}}}
        autres: {{label: baisse du taux, value: 50, unit: basis-point, status: achieved, {SINCE}}}
        champs: {{label: champs, value: 7.25, unit: hectare, status: achieved, {SINCE}}}
        peso: {{label: aide, value: 460_000, unit: CLP, status: achieved, {SINCE}}}
        pesos: {{label: aides, value: 210_000, unit: CLP, status: achieved, {SINCE}}}
        eleve: {{label: dépense, value: 8_910, unit: EUR/élève/year, status: achieved, {SINCE}}}
        eau: {{label: eau, value: 149, unit: litre/inhabitant/day, status: achieved, {SINCE}}}
        ratio: {{label: postes, value: 6.17, unit: poste/100-élève, status: achieved, {SINCE}}}
        jour: {{label: un jour, date: 2026-03-01, period: end-2027, status: planned, {SINCE}}}
        """
LONG = "les communes en rendent compte devant leur conseil, et les départements ont accepté cette méthode"
BLOCKS = {
    "a named fact among key figures": "- key-figures: {facts: [plan]}",
    "what is counted by two things": "- key-figures: {facts: [eleve, eau, ratio]}",
    "a number without its unit": '- paragraph: "Il y en a {champs:number}."',
    "a chart of basis points": "- chart: {kind: column, title: 'T', measure: 'Taux', facts: [points, autres]}",
    "a chart of thousands of a currency": (
        "- chart: {kind: column, title: 'T', measure: 'En pesos chiliens', facts: [peso, pesos]}"
    ),
    "a moment with a date and a period": '- timeline: [{text: "Ouverture", fact: jour}]',
    "a callout alone": f'- callout: "Elle dit que {LONG}. Elle demande que {LONG}. Elle attend que {LONG}."',
    "a fact in a note alone": '- paragraph: "Un texte[^n]."\n          - annex: "Chiffres"',
    "a caption that is its message": (
        '- table: {caption: "Des mots", columns: ["A", "B"], rows: [{cells: ["x", "y"]}]}'
        '\n            message: "Des mots"'
    ),
    "a series named by an age": """- chart:
              kind: slope
              title: 'T'
              measure: 'Taux'
              categories: ["2019", "2023"]
              series: [{name: Moins de 26 ans, facts: [points, autres]}]""",
    "rows named by numbers under an empty corner": (
        '- table: {caption: "Des lots", columns: ["", "N°"], rows: [{cells: ["gros œuvre", "12"]}]}'
    ),
    "code": '- paragraph: "Écrivez `x=1` ici."',
    "people": f'- people: [{{name: Nom, office: "{LONG}", position: "{LONG}"}}, {{name: Autre, office: "{LONG}"}}]',
    "lists of what nobody cites": """- annex: "Chiffres"
          - sources: used
            title: "Sources\"""",
    "white names on slanted areas": """- chart:
              kind: area
              title: 'T'
              measure: 'Taux'
              categories: ["Un", "Deux"]
              series: [{name: Bas, facts: [points, autres]}, {name: Haut, facts: [autres, points]}]""",
    "a vague link": '- paragraph: "Voyez [ici](https://exemple.fr)."',
    "a gap beside another series": """- chart:
              kind: column
              title: 'T'
              measure: 'Montant'
              categories: ["A", "B"]
              series: [{name: S, facts: [peso, {gap: "sans"}]}, {name: U, facts: [{gap: "sans"}, pesos]}]""",
}


def section(block: str, kind: str) -> str:
    note = '\n        footnotes: {n: "Soit {champs}."}' if "[^n]" in block else ""
    return f"""
        title: Essai
        message: "Un message"
        kind: {kind}
        blocks:
          - paragraph: "Une phrase."
          {block}{note}
        """


@pytest.mark.parametrize("kind", ["fiche", "divider"])
def test_what_is_accepted_is_proved(kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All in one briefing, a section each."""
    names = [f"s{number}" for number in range(len(BLOCKS))]
    blocks = zip(names, BLOCKS.values(), strict=True)
    files = {f"sections/{name}.yaml": section(block, kind) for name, block in blocks}
    briefing = f"""
        event: {{name: Sommet du G7, place: Évian, date: 2026-06}}
        title: "Un essai"
        subtitle: "De ce qui a manqué"
        version: "1.0"
        date: 2026-02-10
        sections: [{", ".join(names)}]
        """
    options = project(tmp_path, {"facts/essai.yaml": FACTS, "briefings/evian.yaml": briefing, **files})
    for command in ("check", "build", "verify"):
        assert main([command, *options]) == 0, capsys.readouterr()
