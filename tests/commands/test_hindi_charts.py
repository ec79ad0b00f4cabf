"""Charts, tables and positions in Hindi: drawn in Devanagari, proved in both media."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefing_tree import project
from content_tree import SMALL
from judges.verapdf import failures
from rapport.cli import main

TREE = {
    "sections/graphes.yaml": """
        title: Graphiques
        message: "Les fonds levés par les start-up"
        blocks:
          - chart:
              kind: bar
              title: "Deux promesses de tailles différentes"
              measure: "Montants, en euros"
              facts: [promesse, autres]
          - message: "Une évolution"
            chart:
              kind: line
              title: "Les membres sont plus nombreux chaque année"
              measure: "Nombre de membres"
              facts: [{fact: m24, label: "2024"}, {fact: m25, label: "2025"}]
          - message: "Une part"
            chart:
              kind: doughnut
              title: "Les parts du marché"
              measure: "Part du marché"
              facts: [{fact: p1, label: "France"}, {fact: p2, label: "Inde"}]
          - message: "Qui fait quoi"
            table:
              caption: "Qui fait quoi"
              columns: ["Programme", "Pilotes"]
              rows:
                - cells: ["Pionniers", "Bpifrance"]
                - cells: ["Voie rapide", "État"]
          - message: "Qui veut quoi"
            matrix:
              caption: "Positions des parties"
              topics: ["Calcul", "Données"]
              parties:
                - {name: "Inde", stances: [for, {stance: conditional, text: "avec réciprocité"}]}
                - {name: "Canada", stances: [for, against]}
                - {name: "Japon", stances: [neutral, unknown]}
            audience: public
        """,
    "facts/autres.yaml": """
        group: Promesses
        autres: {label: autres centres, value: 20_000_000_000, unit: EUR, status: promised, as_of: 2026-02-10,
                 source: bilan, locator: § 8}
        m24: {label: membres, value: 110_000, unit: membre, status: achieved, as_of: 2026-02-10, source: bilan,
              locator: § 9}
        m25: {label: membres aussi, value: 220_000, unit: membre, status: achieved, as_of: 2026-02-10, source: bilan,
              locator: § 9}
        p1: {label: part française, value: 40, unit: percent, status: achieved, as_of: 2026-02-10, source: bilan,
             locator: § 10}
        p2: {label: part indienne, value: 60, unit: percent, status: achieved, as_of: 2026-02-10, source: bilan,
             locator: § 10}
        """,
    "briefings/evian.yaml": SMALL["briefings/evian.yaml"].replace("[financement]", "[graphes]"),
}
HINDI = {
    "Graphiques": "चित्र",
    "Les fonds levés par les start-up": "स्टार्टअप द्वारा जुटाई गई राशि",
    "Deux promesses de tailles différentes": "अलग-अलग आकार के दो वचन",
    "Montants, en euros": "राशि, यूरो में",
    "Les membres sont plus nombreux chaque année": "सदस्य हर वर्ष बढ़ते हैं",
    "Nombre de membres": "सदस्यों की संख्या",
    "Les parts du marché": "बाज़ार के हिस्से",
    "Part du marché": "बाज़ार का हिस्सा",
    "Qui fait quoi": "कौन क्या करता है",
    "Qui veut quoi": "कौन क्या चाहता है",
    "Inde": "भारत",
    "France": "फ़्रांस",
    "avec réciprocité": "पारस्परिकता सहित",
    "membre": "सदस्य",
}
OTHER = "अन्य"
"""What stands for each text that nothing here depends on."""


def test_charts_in_hindi_are_proved(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = project(tmp_path, TREE)
    assert main(["translate", "hi_IN", *options]) == 0, capsys.readouterr().err
    for number, path in enumerate(sorted((tmp_path / "content/translations").rglob("*.yaml"))):
        text = path.read_text(encoding="utf-8")
        texts = (
            HINDI.get(text, f"{OTHER} {chr(0x0915 + number + at)}")
            for at, text in enumerate(re.findall('fr: "(.*)"', text))
        )
        path.write_text(re.sub('hi: ""', lambda _: f'hi: "{next(texts)}"', text), encoding="utf-8")  # noqa: B023
    capsys.readouterr()
    assert main(["build", "--locale", "hi_IN", *options]) == 0, capsys.readouterr().err
    assert main(["verify", "--locale", "hi_IN", *options]) == 0, capsys.readouterr().out
    assert failures((tmp_path / "output/evian/evian-brief.hi_IN.pdf").read_bytes(), "ua1") == ()
