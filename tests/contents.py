"""Small contents that hold every block, as authors type them, read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from PIL import Image

from commands.test_every_block import BRIEFING, END, FACTS, SECTION
from commands.test_meeting import CONTENT as MEETING
from content_tree import write_tree
from full_contents import FULL
from outlines import write_outlines
from rapport.model.content import Content
from rapport.read.content import read_content
from rapport.read.outlines import country_records
from seldom_content import SELDOM
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
CHARTS = {
    "facts/montants.yaml": """
        group: Montants
        depart: {label: départ, value: 120, unit: site, status: achieved, period: 2019, as_of: 2026-02-10,
                 source: bilan, locator: § 1}
        ouvertures: {label: ouvertures, value: 45.5, unit: site, status: achieved, period: 2022, as_of: 2026-02-10,
                     source: bilan, locator: § 1}
        fermetures: {label: fermetures, value: -30, unit: site, status: achieved, period: 2024, as_of: 2026-02-10,
                     source: bilan, locator: § 1}
        arrivee: {label: arrivée, value: 135.5, unit: site, status: achieved, period: 2025, as_of: 2026-02-10,
                  source: bilan, locator: § 1}
        vise: {label: visé, value: 200, unit: site, status: target, period: by-2030, as_of: 2026-02-10,
               source: bilan, locator: § 9}
        nord: {label: nord, value: 0.125, unit: gigawatt, status: measured, as_of: 2026-02-10, source: bilan,
               locator: § 2}
        sud: {label: sud, low: 0.5, high: 1.25, unit: gigawatt, status: measured, as_of: 2026-02-10, source: bilan,
              locator: § 2}
        """,
    "sections/financement.yaml": """
        title: Les sites
        message: "De 120 sites à {arrivee}"
        blocks:
          - chart: {kind: waterfall, title: "D'un total à l'autre", measure: "sites",
                    facts: [depart, ouvertures, fermetures, arrivee]}
          - chart:
              kind: combined
              title: "Sites et tendance"
              measure: "sites"
              categories: ["2019", "2022", "2025"]
              series:
                - {name: Sites, facts: [depart, ouvertures, arrivee]}
                - {name: Tendance, kind: line, facts: [depart, ouvertures, arrivee]}
            message: "Une tendance"
          - chart:
              kind: dots
              title: "Deux dates"
              measure: "sites"
              categories: ["Paris", "Lyon"]
              series: [{name: "2019", facts: [depart, ouvertures]}, {name: "2025", facts: [arrivee, depart]}]
            message: "D'une date à l'autre"
          - chart:
              kind: slope
              title: "Du départ à l'arrivée"
              measure: "sites"
              categories: ["Paris", "Lyon"]
              series: [{name: "2019", facts: [depart, ouvertures]}, {name: "2025", facts: [arrivee, depart]}]
            message: "Ce qui monte"
          - chart:
              kind: scatter
              title: "Deux grandeurs"
              measure: "sites et puissance"
              categories: ["Paris", "Lyon", "Lille"]
              series:
                - {name: "Sites", facts: [depart, ouvertures, arrivee]}
                - {name: "Puissance", facts: [nord, nord, nord]}
            message: "L'une et l'autre"
          - chart:
              kind: area
              title: "En surface"
              measure: "sites"
              categories: ["2019", "2022", "2025"]
              series:
                - {name: Paris, facts: [depart, ouvertures, arrivee]}
                - {name: Lyon, facts: [ouvertures, depart, depart]}
            message: "Une surface"
          - chart:
              kind: stacked-100
              title: "Des parts"
              measure: "en %"
              categories: ["Paris", "Lyon"]
              series: [{name: Aides, facts: [depart, ouvertures]}, {name: Prêts, facts: [ouvertures, depart]}]
            message: "Les parts"
          - chart: {kind: lollipop, title: "Vers l'objectif", measure: "sites", categories: ["Sites"],
                    series: [{name: Réalisé, facts: [arrivee]}, {name: Visé, facts: [vise]}]}
            message: "L'objectif"
          - chart: {kind: range, title: "De tant à tant", measure: "en GW", facts: [nord, sud]}
            message: "Des fourchettes"
        """,
}
PICTURES = {"zoe.png": (90, 120), "lac.png": (160, 90)}
"""A portrait and a photograph, by their size."""
CONTENTS: Mapping[str, Mapping[str, str]] = {
    "meeting": MEETING,
    "blocks": {
        "facts/essai.yaml": FACTS,
        "sections/essai.yaml": SECTION,
        "sections/annexe.yaml": END,
        "briefings/evian.yaml": BRIEFING,
    },
    "figures": FIGURES,
    "charts": CHARTS,
    **FULL,
    "seldom": SELDOM,
}


def content(name: str, folder: Path, locale: str = "") -> Content:
    """One of the contents, written into a folder, in a language; nothing in it is a fault."""
    write_tree(folder, CONTENTS[name])
    assets = folder / "assets"
    (assets / "carte.svg").write_bytes(SVG)
    for picture, size in PICTURES.items():
        Image.new("RGB", size, "#7f7f7f").save(assets / picture)
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(write_outlines(folder / "maps")))
        country_records.cache_clear()
        reading = read_content(folder / "content", assets, locale=locale)
    country_records.cache_clear()
    faults = "\n".join(f"{each.origin} {each.message}" for each in reading.problems if each.severity == "error")
    assert not faults, faults
    return reading.content
