"""`rapport pack` for recipients, as those who hand out documents run it."""

from __future__ import annotations

import contextlib
import csv
import hashlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from content_tree import plain_spaces
from judges import ooxml, verapdf
from numbered import RECIPIENTS, copies, order
from rapport.cli import main
from rapport.verify.deck.presentation import leaves
from rapport.verify.deck.reader import read_deck
from rapport.verify.deck_linter.linter import lint
from rapport.writing import locked


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in copies(folder).iterdir())


def page_texts(path: Path) -> list[str]:
    pdf = pypdfium2.PdfDocument(path.read_bytes())
    with contextlib.closing(pdf):
        return [page.get_textpage().get_text_range() for page in pdf]


def slide_texts(path: Path) -> Iterator[str]:
    """The texts of each slide, then those of its page of notes."""
    for slide in read_deck(path.read_bytes()).slides:
        for shapes in (slide.shapes, slide.notes):
            yield "\n".join(text for shape in leaves(shapes) for text in shape.paragraphs)


@pytest.fixture(scope="module")
def handed_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two recipients' copies, made once."""
    folder = tmp_path_factory.mktemp("handed-out")
    assert main(order(folder)) == 0
    return folder


def test_each_recipient_gets_both_documents(handed_out: Path) -> None:
    assert names(handed_out) == [
        "evian-001-delegation-indienne-brief.pdf",
        "evian-001-delegation-indienne-deck.pptx",
        "evian-002-mme-zoe-celik-oeuvrard-turquie-brief.pdf",
        "evian-002-mme-zoe-celik-oeuvrard-turquie-deck.pptx",
        "register.csv",
        "register.html",
    ]


def test_every_page_slide_and_page_of_notes_says_whose_it_is(handed_out: Path) -> None:
    stamp = "Exemplaire n°\u00a02 — Mme Zoé Çelik-Œuvrard, Turquie"
    brief, deck = sorted(copies(handed_out).glob("evian-002-*"))
    assert [text.count(stamp) for text in page_texts(brief)] == [1] * len(page_texts(brief))
    texts = list(slide_texts(deck))
    assert len(texts) > 4
    assert [text.count(stamp) for text in texts] == [1] * len(texts)
    assert not [text for text in (*page_texts(brief), *texts) if "indienne" in text]


def test_the_register_holds_the_digest_of_each_file(handed_out: Path) -> None:
    with (copies(handed_out) / "register.csv").open(encoding="utf-8-sig", newline="") as table:
        rows = list(csv.DictReader(table, delimiter=";"))
    kinds = [(row["Exemplaire"], row["Document"]) for row in rows]
    assert kinds == [("1", "brief"), ("1", "deck"), ("2", "brief"), ("2", "deck")]
    for row in rows:
        data = (copies(handed_out) / row["Fichier"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == row["SHA-256"]


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_a_copy_of_the_brief_conforms_as_its_base_does(handed_out: Path, flavour: verapdf.Flavour) -> None:
    brief = next(copies(handed_out).glob("evian-002-*.pdf"))
    assert verapdf.failures(brief.read_bytes(), flavour) == ()


def test_a_copy_of_the_deck_is_as_valid_as_its_base(handed_out: Path) -> None:
    data = next(copies(handed_out).glob("evian-002-*.pptx")).read_bytes()
    assert lint(data) == ()
    with contextlib.suppress(ooxml.NotInstalledError):
        assert ooxml.errors(data, "pptx") == ()


def test_a_second_run_writes_nothing_anew(tmp_path: Path) -> None:
    main(order(tmp_path))
    before = {path.name: path.stat().st_ino for path in copies(tmp_path).glob("evian-*")}
    main(order(tmp_path))
    assert {path.name: path.stat().st_ino for path in copies(tmp_path).glob("evian-*")} == before


def test_each_recipient_gets_what_they_ask_for_numbered_in_their_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(order(tmp_path, "nom;documents;langue;numéro;public visé\nUK;slides notes;en;44;interne\n")) == 0
    assert plain_spaces(capsys.readouterr().err).splitlines() == [
        "liste.csv:2:1: avertissement: briefing-untranslated: le dossier est en français : « UK » le recevra ainsi",
        "    seule la mention de l’exemplaire est en anglais",
    ]
    assert names(tmp_path) == ["evian-044-uk-notes.pdf", "evian-044-uk-slides.pdf", "register.csv", "register.html"]
    for path in copies(tmp_path).glob("*.pdf"):
        assert all("Copy no.\u00a044 — UK" in text for text in page_texts(path))


def test_a_name_beyond_the_place_kept_is_printed_whole(tmp_path: Path) -> None:
    long = "Secrétariat général aux affaires européennes et à la coordination interministérielle des sommets"
    main(order(tmp_path, f"nom;délégation\nΕλένη Παππά;Ελλάδα\n{long};{long}\n"))
    first, second = sorted(copies(tmp_path).glob("*-brief.pdf"))
    assert all("— Ελένη Παππά, Ελλάδα" in text for text in page_texts(first))
    assert all(f"— {long}, {long}" in text for text in page_texts(second))
    assert all(f"— {long}, {long}" in text for text in slide_texts(second.with_name(second.name[:-9] + "deck.pptx")))


def test_a_name_that_cannot_be_written_is_a_fault_at_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(order(tmp_path, "nom;documents\nInde;\n李明;deck\n王;brief\n")) == 1
    said = plain_spaces(capsys.readouterr().err)
    assert "liste.csv:4:1: glyph-missing: la police n’a pas le caractère « 王 » (U+738B)" in said
    assert "李" not in said, "decks are drawn with the reader's own faces"
    assert not copies(tmp_path).exists()


def test_faults_of_the_list_are_told_and_nothing_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(order(tmp_path, "nom;numéro\nInde;7\nJapon;7\nA\u202eB;x\n")) == 1
    said = plain_spaces(capsys.readouterr().err)
    assert "liste.csv:3:2: number-repeated: le numéro 7 est déjà pris à la ligne 2" in said
    assert "liste.csv:4:1: name-invisible: caractère invisible ou interdit : U+202E" in said
    assert "3 fautes" in said
    assert not (tmp_path / "output").exists()


def test_no_name_leads_out_of_the_folder(tmp_path: Path) -> None:
    before = set(tmp_path.iterdir())
    assert main(order(tmp_path, "nom\n../../x\nCON\n/etc/passwd\nC:\\nul\n")) == 0
    assert {path.name for path in set(tmp_path.iterdir()) - before} == {"content", "assets", "liste.csv", "output"}
    assert [path.name for path in (tmp_path / "output").rglob("*") if path.is_file()] == [
        path.name for path in copies(tmp_path).iterdir()
    ]
    assert [name for name in names(tmp_path) if "brief" in name] == [
        "evian-001-x-brief.pdf",
        "evian-002-con-brief.pdf",
        "evian-003-etc-passwd-brief.pdf",
        "evian-004-c-nul-brief.pdf",
    ]


def test_copies_of_an_earlier_list_are_kept_and_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(order(tmp_path))
    capsys.readouterr()
    assert main(order(tmp_path, "nom\nDélégation indienne\nBrésil\n")) == 0
    said = plain_spaces(capsys.readouterr().err)
    assert "hors registre, d’une liste antérieure : evian-002-mme-zoe-celik-oeuvrard-turquie-brief.pdf" in said


def test_two_at_once_do_not_mix(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(order(tmp_path))
    with locked(copies(tmp_path)):
        assert main(order(tmp_path)) == 2
    assert "une autre commande y écrit des exemplaires" in capsys.readouterr().err
    assert main(order(tmp_path)) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
def test_killed_in_the_middle_the_same_command_completes(tmp_path: Path) -> None:
    listed = "nom\n" + "".join(f"Délégation {number}\n" for number in range(1, 501))
    command = [sys.executable, "-m", "rapport", *order(tmp_path, listed)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as running:
        while running.poll() is None and len(list(copies(tmp_path).glob("evian-*"))) < 100:
            time.sleep(0.005)
        os.kill(running.pid, signal.SIGKILL)
    kept = {path.name: path.stat().st_ino for path in copies(tmp_path).glob("evian-*")}
    assert not (copies(tmp_path) / "register.csv").exists(), "killed too late to prove anything"
    assert main(order(tmp_path, listed)) == 0
    after = {path.name: path.stat().st_ino for path in copies(tmp_path).glob("evian-*")}
    assert len(after) == 1000
    assert {name: after[name] for name in kept} == kept, "what was whole is not written again"
    assert not list(copies(tmp_path).glob(".*.tmp"))
    main(order(tmp_path / "undisturbed", listed))
    for path in copies(tmp_path).iterdir():
        assert path.read_bytes() == (copies(tmp_path / "undisturbed") / path.name).read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are POSIX")
def test_a_full_disk_is_said_in_a_line(tmp_path: Path) -> None:
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))"
    program = f"{limit}\nimport sys\nfrom rapport.cli import main\nsys.exit(main({order(tmp_path)!r}))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert done.returncode == 2
    assert "écriture impossible" in done.stderr.decode()
    assert names(tmp_path) == []


def test_all_copies_come_in_one_file_for_the_printer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = order(tmp_path, RECIPIENTS, "--print", "--separators")
    with (tmp_path / "content/briefings/evian.yaml").open("a", encoding="utf-8") as briefing:
        briefing.write('marking: "गोपनीय"\n')
    assert main(command) == 0
    assert "les feuilles intercalaires ne peuvent pas écrire" in capsys.readouterr().err
    for kind in ("brief", "slides"):
        pages = page_texts(copies(tmp_path) / f"evian-print-{kind}.pdf")
        assert len(pages) % 4 == 0
        first, second = pages[: len(pages) // 2], pages[len(pages) // 2 :]
        assert first[0] == "Exemplaire n°\u00a01 — Délégation indienne\r\nL’IA en France"
        assert second[0] == "Exemplaire n°\u00a02 — Mme Zoé Çelik-Œuvrard, Turquie\r\nL’IA en France"
        assert first[1] == second[1] == ""
        assert all("indienne" in page or not page for page in first)


def test_every_document_asked_for_is_printed_and_no_other(tmp_path: Path) -> None:
    main(order(tmp_path, "nom;documents\nInde;notes sheet\nBrésil;slides\n", "--print"))
    printed = sorted(path.name for path in copies(tmp_path).glob("evian-print-*.pdf"))
    assert printed == ["evian-print-notes.pdf", "evian-print-sheet.pdf", "evian-print-slides.pdf"]


def test_a_final_copy_is_no_draft(tmp_path: Path) -> None:
    main(order(tmp_path, "nom;documents\nInde;brief\n", "--final"))
    [brief] = copies(tmp_path).glob("*.pdf")
    assert not any("Projet" in text for text in page_texts(brief))


def proved(folder: Path, *paths: Path) -> int:
    project = order(folder)[2:-2]
    return main(["verify", *project, *map(str, paths)])


def test_a_copy_is_proved_as_its_base_is(handed_out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = next(copies(handed_out).glob("evian-002-*-brief.pdf"))
    assert proved(handed_out, copy) == 0
    assert "evian-002-mme-zoe-celik-oeuvrard-turquie-brief.pdf" in capsys.readouterr().out


def test_a_copy_under_the_name_of_another_is_none(handed_out: Path, tmp_path: Path) -> None:
    [first, second] = sorted(copies(handed_out).glob("*-brief.pdf"))
    (tmp_path / first.name).write_bytes(second.read_bytes())
    assert proved(handed_out, tmp_path / first.name) == 3


def test_a_copy_that_names_nobody_is_none(handed_out: Path, tmp_path: Path) -> None:
    main(["build", *order(tmp_path)[2:-2]])
    unnamed = tmp_path / "evian-001-inde-brief.pdf"
    unnamed.write_bytes((tmp_path / "output" / "evian" / "evian-brief.pdf").read_bytes())
    assert proved(handed_out, unnamed) == 3
