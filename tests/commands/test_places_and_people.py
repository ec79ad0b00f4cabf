"""A map and faces, as authors ask for them: both documents are made, prove themselves, and say what they show."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from pptx import Presentation

from content_tree import write_tree
from judges.verapdf import failures
from outlines import write_outlines
from rapport.cli import main
from rapport.read.outlines import country_records

CHARTER = Path(__file__).parents[2] / "assets" / "charter.yaml"
SECTIONS = {
    "sections/financement.yaml": """
        title: Lieux
        message: "Deux chantiers voisins et un sommet"
        blocks:
          - paragraph: "L'objectif est de {pme}, et {promesse} promis."
          - map:
              countries: [FR]
              places:
                - {name: Fouju, at: [48.5853, 2.7797], fact: promesse}
                - {name: Montereau, at: [48.3853, 2.9510], fact: pme}
                - {name: Évian, at: [46.40, 6.59], text: "Sommet du G7", status: planned}
              caption: "Les sites cités"
        """,
    "sections/gens.yaml": """
        title: Qui est qui
        message: "Cinq interlocuteurs"
        blocks:
          - people:
              - {name: "Maria Exemple", office: "Ministre", said: "ma-ri-a", portrait: f.png, position: "Très proche"}
              - {name: "Jean-Paul Témoin", office: "Secrétaire d'État"}
              - {name: "Li Wei", office: "Vice-ministre"}
              - {name: "Ana Silva", office: "Ambassadrice"}
              - {name: "Otto Muster", office: "Directeur"}
            audience: public
        """,
    "briefings/evian.yaml": """
        event: {name: Sommet du G7, place: Évian, date: 2026-06}
        title: "Des lieux et des gens"
        subtitle: "Un essai"
        version: "1.0"
        date: 2026-02-10
        sections: [financement, gens]
        """,
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A project with both blocks, and outlines to draw."""
    write_tree(tmp_path, SECTIONS)
    (tmp_path / "assets").mkdir(exist_ok=True)
    (tmp_path / "assets" / "charter.yaml").write_text(CHARTER.read_text(encoding="utf-8"), encoding="utf-8")
    Image.new("RGB", (60, 80), "#888888").save(tmp_path / "assets" / "f.png")
    monkeypatch.syspath_prepend(str(write_outlines(tmp_path / "maps")))
    monkeypatch.chdir(tmp_path)
    country_records.cache_clear()
    yield tmp_path
    country_records.cache_clear()


def words_of(path: Path) -> list[str]:
    """All that stands in the shapes of a deck, and what is said of them."""
    found = []
    pending = [shape for slide in Presentation(str(path)).slides for shape in slide.shapes]
    while pending:
        shape = pending.pop(0)
        found.append(shape._element.xpath(".//p:cNvPr/@descr")[0] if shape._element.xpath(".//p:cNvPr/@descr") else "")
        if shape.shape_type == 6:  # a group
            pending = [*shape.shapes, *pending]
        elif shape.has_text_frame:
            found.append(shape.text_frame.text.replace("\u00a0", " "))
    return found


def test_maps_and_faces_prove_themselves(project: Path) -> None:
    assert main(["check"]) == 0
    assert main(["build"]) == 0
    assert main(["verify"]) == 0
    brief = project / "output" / "evian" / "evian-brief.pdf"
    assert not failures(brief.read_bytes(), "ua1")
    told = words_of(project / "output" / "evian" / "evian-deck.pptx")
    for name in ("Fouju\n109 Md€", "Évian\nSommet du G7", "JT", "LW"):
        assert any(name in text for text in told), name
    assert any(text.startswith("Carte\u00a0: Les sites cités") for text in told)


def test_four_faces_a_slide_at_most(project: Path) -> None:
    assert main(["build"]) == 0
    deck = Presentation(str(project / "output" / "evian" / "evian-deck.pptx"))
    counts = [len([shape for shape in slide.shapes if shape.name.startswith("Personne")]) for slide in deck.slides]
    assert [count for count in counts if count] == [3, 2]


def test_positions_are_for_us_alone(project: Path) -> None:
    assert main(["build", "--audience", "partners"]) == 0
    made = project / "output" / "evian"
    assert main(["verify", *map(str, sorted(made.glob("evian*")))]) == 0
    told = words_of(made / "evian.partners-deck.pptx")
    assert any("Maria Exemple" in text for text in told)
    assert not any("Très proche" in text for text in told)


def test_a_country_unknown_and_outlines_missing_are_told_where_they_are_asked_for(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    section = project / "content" / "sections" / "financement.yaml"
    section.write_text(section.read_text(encoding="utf-8").replace("[FR]", "[ZZ]"), encoding="utf-8")
    assert main(["check"]) == 1
    assert "content/sections/financement.yaml:6:19: map-country-unknown" in capsys.readouterr().out
    assert main(["build"]) == 1
    assert (project / "output" / "evian" / "evian-brief.pdf").exists()
