"""A draft always builds: each fault is told, and shown where it stands; what is handed out refuses it."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from pptx import Presentation

from briefing_tree import project
from content_tree import SMALL, plain_spaces
from rapport.cli import main

SECTION = SMALL["sections/financement.yaml"]


def brief_text(file: Path) -> str:
    """The words of all pages, a space for each end of a line."""
    pages = pypdfium2.PdfDocument(file)
    return plain_spaces(" ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pages))


def deck_notes(file: Path) -> str:
    """What the speaker says on all slides."""
    slides = Presentation(str(file)).slides
    return plain_spaces(" ".join(slide.notes_slide.notes_text_frame.text for slide in slides if slide.has_notes_slide))


FAULTS = {
    "fact": (SECTION.replace("{pme} des", "{pmee} des"), "fait inconnu : « pmee »", "[pmee]"),
    "block": (SECTION.replace("- points:", "- point:"), "« point » n’est pas un type de bloc", "[à corriger]"),
    "note": (SECTION.replace("2025[^total]", "2025[^autre]"), "note inconnue : « autre »", "[à corriger]"),
    "title": (
        SECTION.replace("title: Financement", 'title: "Financement[^total]"'),
        "une note ne peut être appelée",
        "Financement",
    ),
    "section": ("title: [", "yaml-syntax", "[à corriger]"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_and_shown(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    section, message, shown = FAULTS[name]
    options = project(tmp_path, {"sections/financement.yaml": section})
    assert main(["build", *options]) == 1
    assert message in plain_spaces(capsys.readouterr().err)
    folder = tmp_path / "output" / "evian"
    printed = brief_text(folder / "evian-brief.pdf")
    assert "À corriger" in printed
    assert "À corriger :" not in printed  # said by its heading
    assert shown in printed
    assert "À corriger" in deck_notes(folder / "evian-deck.pptx")


BRIEFING = SMALL["briefings/evian.yaml"]
MENDED = {
    "unquoted": ('title: "L\'IA en France"', "title: L'IA en France", "prose-unquoted", "L’IA en France"),
    "no subtitle": ('subtitle: "Un an après"', "", "key-missing", "[à corriger]"),
    "no place": ("place: Évian, ", "", "key-missing", "Sommet du G7"),
    "a wrong key": ('version: "1.0"', 'version: "1.0"\n        verson: "2"', "key-unknown", "L’IA en France"),
    "a wrong date": ("date: 2026-02-10", "date: 10 février 2026", "date-expected", "L’IA en France"),
}


@pytest.mark.parametrize("name", MENDED)
def test_a_briefing_with_a_fault_is_built_too(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    typed, faulty, code, shown = MENDED[name]
    section = SECTION.replace("{pme} des", "{pmee} des")
    assert typed in BRIEFING
    options = project(
        tmp_path, {"briefings/evian.yaml": BRIEFING.replace(typed, faulty), "sections/financement.yaml": section}
    )
    assert main(["build", *options]) == 1
    told = capsys.readouterr().err
    assert code in told
    assert "fact-unknown" in told, "one round: the faults of the section are told with those of the briefing"
    assert shown in brief_text(tmp_path / "output" / "evian" / "evian-brief.pdf")


def test_a_section_without_message_keeps_its_blocks(tmp_path: Path) -> None:
    section = SECTION.replace('message: "Les start-up ont levé {levees:short}, plus de quoi grandir"', "")
    assert "message" not in section
    assert main(["build", *project(tmp_path, {"sections/financement.yaml": section})]) == 1
    printed = brief_text(tmp_path / "output" / "evian" / "evian-brief.pdf")
    assert "Les start-up ont levé plus de 2,6 milliards" in printed


@pytest.mark.parametrize("words", [["build", "--final"], ["pack", "evian"]])
def test_what_is_handed_out_is_refused(words: list[str], tmp_path: Path) -> None:
    options = project(tmp_path, {"sections/financement.yaml": FAULTS["fact"][0]})
    assert main([*words, *options]) == 1
    assert not (tmp_path / "output").exists()


def test_faults_of_texts_and_of_slides_come_together(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    long = SECTION.replace("plus de quoi grandir", "plus de quoi grandir " + "encore et encore " * 20)
    changes = {"sections/financement.yaml": long.replace("{pme} des", "{pmee} des")}
    assert main(["check", *project(tmp_path, changes)]) == 1
    said = capsys.readouterr().out
    assert "fact-unknown" in said
    assert "slide-title-long" in said or "slide-overflow" in said


def test_a_draft_with_faults_of_its_slides_is_what_it_should_be(tmp_path: Path) -> None:
    long = SECTION.replace("plus de quoi grandir", "plus de quoi grandir " + "encore et encore " * 20)
    options = project(tmp_path, {"sections/financement.yaml": long})
    assert main(["build", *options]) == 1
    assert main(["verify", *options, str(tmp_path / "output" / "evian" / "evian-brief.pdf")]) == 0


def test_a_character_that_the_face_lacks_leaves_a_gap(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    section = SMALL["sections/financement.yaml"].replace("Les start-up ont levé", "Les start-up 😀 ont levé", 1)
    assert main(["build", *project(tmp_path, {"sections/financement.yaml": section})]) == 1
    assert "glyph-missing" in capsys.readouterr().err
    printed = brief_text(tmp_path / "output" / "evian" / "evian-brief.pdf")
    assert "Les start-up [?] ont levé" in printed


@pytest.mark.parametrize("key", ["version", "kind", "title"])
def test_nor_does_one_on_the_cover_keep_a_draft(key: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept = "".join(line for line in BRIEFING.splitlines(keepends=True) if not line.strip().startswith(f"{key}:"))
    briefing = f'{kept.rstrip()}\n        {key}: "𝟙😀"\n'
    assert main(["build", *project(tmp_path, {"briefings/evian.yaml": briefing})]) == 1
    assert "glyph-missing" in capsys.readouterr().err
    assert (tmp_path / "output" / "evian" / "evian-brief.pdf").exists()


FACT = (
    "un-{0}: {{label: lus, value: {0}, unit: km2, status: achieved, as_of: 2026-02-10, source: bilan, locator: § 4}}\n"
)


def test_a_fault_of_many_facts_is_told_once_with_its_places(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Four lines and four boxes that say the same would hide what they stand before; three are read one by one."""
    facts = {
        f"facts/{name}.yaml": FACT.format(1 + at) + FACT.format(2 + at) for at, name in ((0, "mers"), (2, "rives"))
    }
    options = project(tmp_path, facts)
    assert main(["check", *options]) == 1
    told = plain_spaces(capsys.readouterr().out)
    fault = "content/facts/mers.yaml:1:36: unit-unknown: unité inconnue : « km2 »"
    places = "(aussi ligne 2, content/facts/rives.yaml lignes 1 et 2)"
    assert f"{fault} {places}\n    écrivez unit: square-kilometre\n" in told
    assert told.count("km2") == 1
    assert "4 fautes" in told
    main(["build", *options])
    assert brief_text(tmp_path / "output" / "evian" / "evian-brief.pdf").count("km2") == 1
