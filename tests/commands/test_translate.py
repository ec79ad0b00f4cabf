"""The documents of a briefing in another language, from the same facts; and what prepares their texts."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from pptx import Presentation

from briefing_tree import COMPLETE, project
from content_tree import SMALL, plain_spaces
from rapport.cli import main
from read.test_translations import PAIRS

MORE = {
    "common.yaml": """
        - {fr: "Le message", en: "The message"}
        - {fr: "La France rend compte.", en: "France reports back."}
        - {fr: "Chiffres", en: "Figures"}
        - {fr: "Ce que disent les chiffres", en: "What the figures say"}
        - {fr: "Calendrier", en: "Calendar"}
        - {fr: "De Paris à 2030", en: "From Paris to 2030"}
        - {fr: "Sommet de Paris", en: "Paris Summit"}
        - {fr: "Un an avant", en: "One year before"}
        - {fr: "Bilan publié", en: "Balance sheet published"}
        - {fr: "G7 à Évian", en: "G7 in Évian"}
        - {fr: "{pme} des PME équipées", en: "{pme} of SMEs equipped"}
        """
}
TRANSLATED = {f"translations/en_GB/{name}": text for name, text in (*PAIRS.items(), *MORE.items())}


def text_of(pdf: bytes) -> str:
    """What a reader sees of a PDF."""
    return plain_spaces(" ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)))


def test_a_build_in_english_stands_beside_the_french(tmp_path: Path) -> None:
    options = project(tmp_path, TRANSLATED)
    assert main(["build", *options]) == 0
    french = (tmp_path / "output/evian/evian-brief.pdf").read_bytes()
    assert main(["build", "--locale", "en_GB", *options]) == 0
    folder = tmp_path / "output/evian"
    assert {"evian-brief.pdf", "evian-brief.en_GB.pdf", "evian-deck.en_GB.pptx"} <= {
        path.name for path in folder.iterdir()
    }
    assert (folder / "evian-brief.pdf").read_bytes() == french
    shown = text_of((folder / "evian-brief.en_GB.pdf").read_bytes())
    assert "more than €2.6 billion" in shown
    assert "start-up ont" not in shown
    slides = Presentation(str(folder / "evian-deck.en_GB.pptx")).slides
    assert "France reports back." in [slide.shapes.title.text_frame.text for slide in slides if slide.shapes.title]


def test_translations_change_nothing_of_the_french(tmp_path: Path) -> None:
    assert main(["build", *project(tmp_path / "with", TRANSLATED)]) == 0
    assert main(["build", *project(tmp_path / "without")]) == 0
    for name in ("evian-brief.pdf", "evian-deck.pptx"):
        one, other = (tmp_path / each / "output/evian" / name for each in ("with", "without"))
        assert one.read_bytes() == other.read_bytes()


def test_both_languages_are_verified_from_their_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = project(tmp_path, TRANSLATED)
    assert main(["build", *options]) == main(["build", "--locale", "en", *options]) == 0
    capsys.readouterr()
    assert main(["verify", *options]) == 0
    said = capsys.readouterr().out
    assert "evian-brief.pdf" in said
    assert "evian-deck.en_GB.pptx" in said
    assert main(["verify", "--locale", "en_GB", *options]) == 0
    assert "evian-brief.pdf" not in capsys.readouterr().out


def test_check_tells_and_counts_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = {"translations/en_GB/common.yaml": MORE["common.yaml"].replace('en: "Paris Summit"', "en: ")}
    assert main(["check", "--locale", "en_GB", *project(tmp_path, {**TRANSLATED, **missing})]) == 1
    said = plain_spaces(capsys.readouterr().out)
    assert "content/sections/calendrier.yaml:5:16: translation-missing" in said
    assert "« Sommet de Paris »" in said
    assert "textes, 1 à traduire" in said


def test_a_whole_translation_passes_the_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--locale", "en_GB", *project(tmp_path, TRANSLATED)]) == 0
    assert "tous traduits" in capsys.readouterr().out


def test_an_unknown_language_is_a_usage_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--locale", "de_DE", *project(tmp_path)]) == 2
    assert "au choix" in capsys.readouterr().err


def test_the_pack_of_a_translation_is_named_and_proved(tmp_path: Path) -> None:
    options = project(tmp_path, TRANSLATED)
    assert main(["pack", "evian", "--locale", "en_GB", *options]) == 0
    path = tmp_path / "output/evian/evian-pack.en_GB.zip"
    names = zipfile.ZipFile(io.BytesIO(path.read_bytes())).namelist()
    assert {"evian-brief.en_GB.pdf", "evian-slides.en_GB.pdf", "evian-sheet.en_GB.pdf"} <= set(names)
    assert main(["verify", str(path), *options]) == 0


def test_handouts_are_in_the_language_asked_for(tmp_path: Path) -> None:
    options = project(tmp_path, TRANSLATED)
    assert main(["handout", "--large-print", "--notes", "--locale", "en_GB", *options]) == 0
    folder = tmp_path / "output/evian"
    assert "What the figures say" in text_of((folder / "evian-large-print.en_GB.pdf").read_bytes())
    assert main(["verify", str(folder / "evian-notes.en_GB.pdf"), *options]) == 0


def test_translate_writes_the_pairs_that_are_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = project(tmp_path)
    assert main(["translate", "en_GB", *options]) == 0
    own = (tmp_path / "content/translations/en_GB/sections/financement.yaml").read_text(encoding="utf-8")
    assert '- fr: "en euros"\n  en: ""\n' in own
    common = (tmp_path / "content/translations/en_GB/common.yaml").read_text(encoding="utf-8")
    assert '- fr: "Financement"\n' in common
    assert own.count("Financement") == 0
    assert main(["translate", "en_GB", *options]) == 0  # what is empty is still missing, and is not asked for twice
    again = (tmp_path / "content/translations/en_GB/sections/financement.yaml").read_text(encoding="utf-8")
    assert again == own
    said = plain_spaces(capsys.readouterr().err)
    assert re.search(r"^aucune paire à ajouter ; \d+ textes attendent leur traduction \(en_GB\)$", said, re.MULTILINE)


def test_translate_accepts_what_still_holds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    section = SMALL["sections/financement.yaml"].replace("plus de quoi grandir", 'de quoi \\"grandir\\"')
    options = project(tmp_path, {**TRANSLATED, "sections/financement.yaml": section})
    assert main(["check", "--locale", "en_GB", *options]) == 0
    assert "translation-outdated" in capsys.readouterr().out
    assert main(["translate", "en_GB", "--accept", *options]) == 0
    capsys.readouterr()
    assert main(["check", "--locale", "en_GB", *options]) == 0
    assert "translation" not in capsys.readouterr().out
    pairs = (tmp_path / "content/translations/en_GB/sections/financement.yaml").read_text(encoding="utf-8")
    assert 'en: "Start-ups raised more than {levees:short}, enough to grow"' in pairs


def test_there_is_nothing_to_translate_into_the_own_language(tmp_path: Path) -> None:
    assert main(["translate", "fr_FR", *project(tmp_path, COMPLETE)]) == 2


def test_a_key_figure_is_one_word_where_nothing_parts_its_unit(tmp_path: Path) -> None:
    options = project(tmp_path, TRANSLATED)
    assert main(["build", "--locale", "en_GB", *options]) == 0
    shown = text_of((tmp_path / "output/evian/evian-brief.en_GB.pdf").read_bytes())
    assert "€109bn" in shown
    assert "80%" in shown


def test_a_marked_word_in_a_calendar_is_proved_once(tmp_path: Path) -> None:
    marked = {
        "translations/en_GB/common.yaml": MORE["common.yaml"].replace('"Paris Summit"', '"[Sommet]{lang=fr} of Paris"')
    }
    options = project(tmp_path, {**TRANSLATED, **marked})
    assert main(["build", "--locale", "en_GB", *options]) == 0
    assert main(["verify", "--locale", "en_GB", *options]) == 0


RECIPIENTS = """\
nom;langue;documents
Délégation indienne;en;dossier présentation fiche diapositives
Cabinet;;
Ambassade;fr;dossier
"""


def test_each_recipient_gets_the_documents_in_their_language(tmp_path: Path) -> None:
    options = project(tmp_path, TRANSLATED)
    (tmp_path / "r.csv").write_text(RECIPIENTS, encoding="utf-8")
    assert main(["pack", "evian", "--recipients", str(tmp_path / "r.csv"), "--print", "--separators", *options]) == 0
    folder = tmp_path / "output/evian/copies/1.0"
    names = {path.name for path in folder.iterdir() if path.suffix in (".pdf", ".pptx")}
    assert {
        "evian-001-delegation-indienne-brief.en_GB.pdf",
        "evian-001-delegation-indienne-deck.en_GB.pptx",
        "evian-001-delegation-indienne-sheet.en_GB.pdf",
        "evian-002-cabinet-brief.pdf",
        "evian-003-ambassade-brief.pdf",
    } <= names
    english = text_of((folder / "evian-001-delegation-indienne-brief.en_GB.pdf").read_bytes())
    assert "Copy no. 1 — Délégation indienne" in english
    assert "What the figures say" in english
    french = text_of((folder / "evian-002-cabinet-brief.pdf").read_bytes())
    assert "Exemplaire n° 2 — Cabinet" in french
    printed = text_of((folder / "evian-print-brief.pdf").read_bytes())
    assert "What the figures say" in printed
    assert "Ce que disent les chiffres" in printed
    register = (folder / "register.csv").read_text(encoding="utf-8-sig")
    assert "evian-001-delegation-indienne-brief.en_GB.pdf" in register
    assert "en-GB" in register
    assert main(["verify", str(folder), *options]) == 0


def test_copies_of_a_translation_are_traced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = project(tmp_path, TRANSLATED)
    (tmp_path / "r.csv").write_text(RECIPIENTS, encoding="utf-8")
    assert main(["pack", "evian", "--recipients", str(tmp_path / "r.csv"), *options]) == 0
    copy = tmp_path / "output/evian/copies/1.0/evian-001-delegation-indienne-deck.en_GB.pptx"
    capsys.readouterr()
    assert main(["trace", str(copy), "--output", str(tmp_path / "output")]) == 0
    assert "Délégation indienne" in capsys.readouterr().out


def test_a_translation_with_gaps_is_handed_to_nobody(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = {"translations/en_GB/common.yaml": MORE["common.yaml"].replace('en: "Paris Summit"', "en: ")}
    options = project(tmp_path, {**TRANSLATED, **missing})
    (tmp_path / "r.csv").write_text(RECIPIENTS, encoding="utf-8")
    assert main(["pack", "evian", "--recipients", str(tmp_path / "r.csv"), *options]) == 1
    assert "translation-missing" in capsys.readouterr().err
    assert not (tmp_path / "output/evian/copies").exists()


def test_a_register_that_names_another_language_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = project(tmp_path, TRANSLATED)
    (tmp_path / "r.csv").write_text(RECIPIENTS, encoding="utf-8")
    assert main(["pack", "evian", "--recipients", str(tmp_path / "r.csv"), *options]) == 0
    register = tmp_path / "output/evian/copies/1.0/register.csv"
    text = register.read_text(encoding="utf-8-sig")
    register.write_text(text.replace("en-GB", "fr-FR"), encoding="utf-8-sig")
    assert main(["verify", str(register), *options]) == 3
    assert "register-name" in capsys.readouterr().out


def test_a_bilingual_pack_holds_both_languages_and_their_proof(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = project(tmp_path, TRANSLATED)
    assert main(["pack", "evian", "--with", "en_GB", *options]) == 0
    path = tmp_path / "output/evian/evian-bilingual-pack.zip"
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        french, english = (archive.read(name).decode() for name in ("LISEZMOI.html", "README.html"))
        proof = archive.read("verification.json").decode()
    assert {"evian-brief.pdf", "evian-brief.en_GB.pdf", "evian-deck.pptx", "evian-deck.en_GB.pptx"} <= set(names)
    assert 'lang="fr-FR"' in french
    assert 'href="README.html"' in french
    assert "evian-brief.en_GB.pdf" not in french
    assert 'lang="en-GB"' in english
    assert 'href="LISEZMOI.html"' in english
    assert "What this pack holds" in english
    assert "twin-figures" in proof
    capsys.readouterr()
    assert main(["verify", str(path), *options]) == 0
    assert "Mêmes chiffres et dates relus dans les deux langues" in capsys.readouterr().out


def test_a_bilingual_pack_with_a_gap_is_not_written(tmp_path: Path) -> None:
    missing = {"translations/en_GB/common.yaml": MORE["common.yaml"].replace('en: "Paris Summit"', "en: ")}
    options = project(tmp_path, {**TRANSLATED, **missing})
    assert main(["pack", "evian", "--with", "en_GB", *options]) == 1
    assert not (tmp_path / "output/evian/evian-bilingual-pack.zip").exists()


def test_an_altered_document_of_a_bilingual_pack_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = project(tmp_path, TRANSLATED)
    assert main(["pack", "evian", "--with", "en_GB", *options]) == 0
    path = tmp_path / "output/evian/evian-bilingual-pack.zip"
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members["evian-brief.en_GB.pdf"] += b" "
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    assert main(["verify", str(path), *options]) == 3
    assert "evian-brief.en_GB.pdf" in capsys.readouterr().out


@pytest.mark.parametrize("more", [["--with", "fr"], ["--with", "en_GB", "--recipients", "r.csv"]])
def test_a_language_that_a_pack_cannot_add_is_wrong_usage(tmp_path: Path, more: list[str]) -> None:
    (tmp_path / "r.csv").write_text(RECIPIENTS, encoding="utf-8")
    more = [str(tmp_path / word) if word == "r.csv" else word for word in more]
    assert main(["pack", "evian", *more, *project(tmp_path, TRANSLATED)]) == 2


def test_the_page_of_an_english_pack_is_in_english(tmp_path: Path) -> None:
    options = project(tmp_path, TRANSLATED)
    assert main(["pack", "evian", "--locale", "en_GB", *options]) == 0
    with zipfile.ZipFile(tmp_path / "output/evian/evian-pack.en_GB.zip") as archive:
        assert "LISEZMOI.html" not in archive.namelist()
        assert 'lang="en-GB"' in archive.read("README.html").decode()


def reworded_by_hand(deck: Path, before: str, after: str, saved: Path) -> None:
    """Saves a deck elsewhere with some words of a title changed."""
    presentation = Presentation(str(deck))
    for slide in presentation.slides:
        for run in slide.shapes.title.text_frame.paragraphs[0].runs if slide.shapes.title else ():
            run.text = run.text.replace(before, after)
    presentation.save(str(saved))


@pytest.mark.parametrize("name", ["evian-deck.en_GB.pptx", "sent back.pptx", "evian-deck.en_GB (2).pptx"])
def test_words_changed_in_an_english_deck_come_home_into_the_translation(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    options = project(tmp_path, TRANSLATED)
    assert main(["build", *options]) == main(["build", "--locale", "en_GB", *options]) == 0
    made, edited = tmp_path / "output/evian/evian-deck.en_GB.pptx", tmp_path / name
    reworded_by_hand(made, "reports back", "gives an account", edited)
    capsys.readouterr()
    assert main(["edits", str(edited), "--apply", *options]) == 0
    assert "1 changement" in plain_spaces(capsys.readouterr().out)
    pairs = (tmp_path / "content/translations/en_GB/common.yaml").read_text(encoding="utf-8")
    assert '{fr: "La France rend compte.", en: "France gives an account."}' in pairs
    assert "La France rend compte." in (tmp_path / "content/sections/message.yaml").read_text(encoding="utf-8")


def test_the_translation_is_reviewed_in_word(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = project(tmp_path, TRANSLATED)
    assert main(["review", "export", "evian", "--locale", "en_GB", *options]) == 0
    path = tmp_path / "output/evian/evian-review.en_GB.docx"
    with zipfile.ZipFile(path) as document:
        assert "What the figures say" in document.read("word/document.xml").decode()
    capsys.readouterr()
    assert main(["review", "import", str(path), "--locale", "en_GB", *options]) == 0
    assert "0 suggestion" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["محمد بن راشد", "שרה כהן", "محمد بن راشد — Émirats"])
def test_a_name_written_from_the_right_stands_in_the_stamp_and_is_read_back(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    options = project(tmp_path, TRANSLATED)
    (tmp_path / "r.csv").write_text(f"nom;langue;documents\n{name};en;présentation\n", encoding="utf-8")
    assert main(["pack", "evian", "--recipients", str(tmp_path / "r.csv"), *options]) == 0
    folder = tmp_path / "output/evian/copies/1.0"
    [deck] = folder.glob("*.pptx")
    stamps = {
        plain_spaces(shape.text_frame.text)
        for slide in Presentation(str(deck)).slides
        for shape in slide.shapes
        if shape.has_text_frame and name in shape.text_frame.text
    }
    assert stamps == {f"Copy no. 1 — {name}"}
    capsys.readouterr()
    assert main(["trace", str(deck), "--output", str(tmp_path / "output")]) == 0
    assert name in capsys.readouterr().out
    assert main(["verify", str(folder), *options]) == 0


def test_a_name_that_no_face_has_is_told_for_paper(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = project(tmp_path, TRANSLATED)
    (tmp_path / "r.csv").write_text("nom;langue;documents\n李明;en;dossier\n", encoding="utf-8")
    assert main(["pack", "evian", "--recipients", str(tmp_path / "r.csv"), *options]) == 1
    assert "glyph-missing" in capsys.readouterr().err


def test_one_build_makes_both_languages(tmp_path: Path) -> None:
    options = project(tmp_path, TRANSLATED)
    assert main(["build", "--with", "en_GB", *options]) == 0
    both = {path.name: path.read_bytes() for path in (tmp_path / "output/evian").glob("evian-*")}
    assert len(both) == 4
    assert main(["build", *options]) == main(["build", "--locale", "en_GB", *options]) == 0
    assert {name: (tmp_path / "output/evian" / name).read_bytes() for name in both} == both
    assert main(["build", "--with", "fr_FR", *options]) == 2


def test_a_quotation_is_closed_before_the_call_of_a_note(tmp_path: Path) -> None:
    pairs = PAIRS["sections/financement.yaml"]
    assert "in 2025[^total]. The target" in pairs
    quoted = pairs.replace("in 2025[^total]. The target", 'in "that year"[^total]. The target')
    options = project(tmp_path, {**TRANSLATED, "translations/en_GB/sections/financement.yaml": quoted})
    assert main(["build", "--locale", "en_GB", *options]) == 0
    assert "in “that year”" in text_of((tmp_path / "output/evian/evian-brief.en_GB.pdf").read_bytes())


def test_a_pack_is_proved_and_compared_in_its_language(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = project(tmp_path, TRANSLATED)
    assert main(["pack", "evian", *options]) == main(["pack", "evian", "--locale", "en_GB", *options]) == 0
    french, renamed = tmp_path / "output/evian/evian-pack.zip", tmp_path / "evian-pack.en_GB.zip"
    (tmp_path / "output/evian/evian-pack.en_GB.zip").rename(renamed)
    assert main(["verify", str(renamed), *options]) == 0
    capsys.readouterr()
    assert main(["diff", str(renamed), str(tmp_path / "content"), *options]) == 0
    assert "Ce que disent" not in capsys.readouterr().out
    assert main(["diff", str(french), str(renamed), *options]) == 2
    assert "même langue" in capsys.readouterr().err
    assert main(["pack", "evian", "--since", str(french), "--locale", "en_GB", *options]) == 2
    assert main(["pack", "evian", "--since", str(renamed), "--locale", "en_GB", *options]) == 0
    with zipfile.ZipFile(tmp_path / "output/evian/evian-pack.en_GB.zip") as archive:
        assert "Nothing changed" in text_of(archive.read("evian-changes.en_GB.pdf"))
