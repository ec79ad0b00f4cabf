"""Guests whose names are written in other scripts: on pages, in tables and in stamps they stand right and read back."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from pptx import Presentation

from briefing_tree import project
from content_tree import SMALL
from judges.verapdf import failures
from rapport.cli import main
from rapport.verify.pdf.document import read_pdf
from rapport.verify.pdf.seen import in_order

ARABIC, HEBREW, HINDI = "محمد بن راشد", "שרה כהן", "नरेन्द्र मोदी"
MIXED = f"S. Exc. {ARABIC}, ministre (الإمارات)"
GUESTS = {
    "sections/invites.yaml": f"""
        title: Invités
        message: "Ceux que nous recevons"
        blocks:
          - paragraph: "Le ministre {ARABIC} reçoit {HEBREW}, puis M. {HINDI} ; l'objectif est de {{pme}}."
          - paragraph: "{ARABIC}"
          - people:
              - {{name: "{ARABIC}", office: "Ministre"}}
              - {{name: "{HEBREW}", office: "Ambassadrice"}}
            audience: public
          - table:
              caption: "Qui vient"
              columns: ["Invité", "Fonction"]
              rows:
                - cells: ["{ARABIC}", "ministre"]
                - cells: ["Mme {HEBREW}", "ambassadrice"]
                - cells: ["{HINDI}", "premier ministre"]
          - message: "Ce que veulent nos invités"
            matrix:
              caption: "Qui veut quoi"
              topics: ["Accès ouvert", "Sobriété"]
              parties:
                - {{name: "{ARABIC}", stances: [for, {{stance: conditional, text: "si {HEBREW} suit"}}]}}
                - {{name: "{HEBREW}", stances: [against, neutral]}}
                - {{name: "France", stances: [for, for]}}
        """,
    "briefings/evian.yaml": SMALL["briefings/evian.yaml"].replace("[financement]", "[financement, invites]"),
}


def spoken(data: bytes) -> list[str]:
    """What the structure tree says of words that do not stand in the order of reading."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/ActualText" in each]
        return [str(each.ActualText).strip() for each in found]


def said_on_slides(deck: Path) -> set[str]:
    shapes = [shape for slide in Presentation(str(deck)).slides for shape in slide.shapes if shape.has_text_frame]
    return {shape.text_frame.text for shape in shapes}


def test_names_on_pages_stand_right_and_read_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = project(tmp_path, GUESTS)
    assert main(["build", *options]) == 0, capsys.readouterr().err
    assert main(["verify", *options]) == 0, capsys.readouterr().out
    data = (tmp_path / "output/evian/evian-brief.pdf").read_bytes()
    assert failures(data, "ua1") == ()
    assert failures(data, "2a") == ()
    said = spoken(data)
    assert said.count(ARABIC) >= 4
    assert "م\u00a0ر" in said_on_slides(tmp_path / "output/evian/evian-deck.pptx")
    assert said.count(HEBREW) >= 4
    tree = read_pdf(data).tree.text
    for name in (ARABIC, HEBREW, HINDI):
        assert name in tree.replace("\u00a0", " ")


@pytest.mark.parametrize("name", [ARABIC, HEBREW, HINDI, MIXED, f"{ARABIC} — Émirats"])
def test_a_copy_bears_a_name_of_any_script(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = project(tmp_path)
    (tmp_path / "r.csv").write_text(f'nom;documents\n"{name}";dossier diapositives fiche notes\n', encoding="utf-8")
    assert main(["pack", "evian", "--recipients", str(tmp_path / "r.csv"), "--print", *options]) == 0
    folder = tmp_path / "output/evian/copies/1.0"
    assert main(["verify", str(folder), *options]) == 0, capsys.readouterr().out
    [brief] = folder.glob("evian-001-*brief.pdf")
    data = brief.read_bytes()
    assert failures(data, "ua1") == ()
    assert failures(data, "2a") == ()
    stamp = f"Exemplaire n° 1 — {name}"
    assert name == HINDI or [each.replace("\u00a0", " ") for each in spoken(data)] == [stamp]
    capsys.readouterr()
    assert main(["trace", str(brief), "--output", str(tmp_path / "output")]) == 0
    assert "pages 1 à" in (said := capsys.readouterr().out)
    assert f"— {name} (" in said


@pytest.mark.parametrize(
    ("seen", "line"),
    [
        (f"{ARABIC[8:]} بن {ARABIC[:4]} — .\u00a01no Copy", f"Copy no.\u00a01 — {ARABIC}"),
        (f"Exemplaire n°\u00a02 — {HEBREW}", f"Exemplaire n°\u00a02 — {HEBREW}"),
        (f"Copy no.\u00a03 — {ARABIC} — Émirats", f"Copy no.\u00a03 — {ARABIC} — Émirats"),
        ("Exemplaire n° 5 — (כהן(", "Exemplaire n° 5 — (כהן)"),
        (ARABIC, ARABIC),
        ("Zoé Çelik", "Zoé Çelik"),
    ],
)
def test_what_another_engine_reads_is_put_in_order(seen: str, line: str) -> None:
    assert in_order(seen) == line
