"""`rapport trace` on what comes back: whole copies, pages, slides, texts, and what other programs made of them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pikepdf
import pptx
import pytest

from content_tree import plain_spaces
from numbered import copies, order
from rapport.cli import main

NOT_TRACED = 3


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two recipients' copies, all four documents of each."""
    folder = tmp_path_factory.mktemp("traced")
    every = "brief+deck+slides+notes"
    listed = f"nom;titre;délégation;documents\nDélégation indienne;;;{every}\nZoé Çelik;Mme;Turquie;{every}\n"
    assert main(order(folder, listed)) == 0
    return folder


def copy(project: Path, ending: str) -> Path:
    """Zoé Çelik's."""
    return copies(project) / f"evian-002-mme-zoe-celik-turquie-{ending}"


def traced(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str]:
    """The exit code and what is said, with plain spaces."""
    capsys.readouterr()
    code = main(["trace", *map(str, arguments)])
    return code, plain_spaces(capsys.readouterr().out)


@pytest.mark.parametrize("ending", ["brief.pdf", "deck.pptx", "slides.pdf", "notes.pdf"])
def test_a_copy_is_known_and_found_intact(project: Path, capsys: pytest.CaptureFixture[str], ending: str) -> None:
    code, said = traced(capsys, copy(project, ending))
    assert code == 0
    assert said.startswith("exemplaire n° 2 — Mme Zoé Çelik, Turquie (")
    assert "register.csv : Mme Zoé Çelik, Turquie, « evian » version 1.0, fichier intact" in said
    assert said.count("exemplaire n°") == 1


@pytest.mark.parametrize("page", [0, 1, -1])
def test_one_page_is_enough_without_metadata(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], page: int
) -> None:
    with pikepdf.open(copy(project, "brief.pdf")) as pdf, pikepdf.new() as alone:
        alone.pages.append(pdf.pages[page])
        alone.save(tmp_path / "page.pdf")
    code, said = traced(capsys, tmp_path / "page.pdf", "--register", copies(project) / "register.csv")
    assert code == 0
    assert "exemplaire n° 2 — Mme Zoé Çelik, Turquie (page 1)" in said
    assert "extrait, ou fichier modifié depuis" in said


def test_one_slide_in_another_deck_is_enough(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = pptx.Presentation(str(copy(project, "deck.pptx"))).slides[1]
    other = pptx.Presentation()
    target = other.slides.add_slide(other.slide_layouts[6])
    for shape in source.shapes:
        target.shapes._spTree.append(shape._element)
    other.save(str(tmp_path / "other.pptx"))
    code, said = traced(capsys, tmp_path / "other.pptx")
    assert (code, said.splitlines()[0]) == (0, "exemplaire n° 2 — Mme Zoé Çelik, Turquie (diapositive 1)")


def test_a_deck_saved_anew_without_properties_is_known(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    deck = pptx.Presentation(str(copy(project, "deck.pptx")))
    deck.core_properties.identifier = ""
    deck.save(str(tmp_path / "saved.pptx"))
    code, said = traced(capsys, tmp_path / "saved.pptx")
    assert code == 0
    assert "diapositives 1 à 3" in said
    assert "métadonnées" not in said


def test_metadata_alone_still_tell(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pikepdf.open(copy(project, "brief.pdf")) as pdf:
        del pdf.pages[1:]
        pdf.pages[0].Contents = pdf.make_stream(b"")
        pdf.save(tmp_path / "blank.pdf")
    assert "exemplaire n° 2 — Mme Zoé Çelik, Turquie (métadonnées)" in traced(capsys, tmp_path / "blank.pdf")[1]


@pytest.mark.parametrize(
    "text",
    [
        "Vu en réunion.\nExemplaire n°\u00a02 — Mme Zoé Çelik, Turquie\nÀ suivre.",
        "exemplaire  n° 2 - Mme Zoe Celik, Turquie",
        "EXEMPLAIRE N° 2 – MME ZOÉ ÇELIK, TURQUIE, puis une autre phrase",
        "Exemplairen°2—MmeZoéÇelik,Turquie",
        "Exemplaire n\u00ba 2 \u2014 Mme Zoe\u0301 C\u0327elik, Turquie",
        "Copy no. 2 — Mme Zoé Çelik, Turquie",
    ],
)
def test_a_text_is_enough(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    for encoding in ("utf-8", "utf-16"):
        (tmp_path / "mail.txt").write_text(text, encoding=encoding)
        code, said = traced(capsys, tmp_path / "mail.txt", "--output", project / "output")
        assert code == 0
        assert "register.csv : Mme Zoé Çelik, Turquie, « evian » version 1.0" in said


def test_a_number_that_the_register_gives_to_another_is_pointed_out(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "forged.txt").write_text("Exemplaire n° 1 — Mme Zoé Çelik, Turquie", encoding="utf-8")
    code, said = traced(capsys, tmp_path / "forged.txt", "--output", project / "output")
    assert code == 0
    assert "ce numéro y est à « Délégation indienne »" in said


def test_copies_mixed_in_one_file_are_all_named(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pikepdf.new() as both:
        for path in sorted(copies(project).glob("*-brief.pdf")):
            with pikepdf.open(path) as pdf:
                both.pages.extend(pdf.pages[1:])
        both.save(tmp_path / "both.pdf")
    said = traced(capsys, tmp_path / "both.pdf")[1]
    assert "exemplaire n° 1 — Délégation indienne (page 1)" in said
    assert "exemplaire n° 2 — Mme Zoé Çelik, Turquie (page 2)" in said


def test_documents_in_an_archive_are_looked_into(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "files").mkdir()
    shutil.copy(copy(project, "deck.pptx"), tmp_path / "files" / "sommet.pptx")
    archive = shutil.make_archive(str(tmp_path / "sent"), "zip", tmp_path / "files")
    assert "exemplaire n° 2 — Mme Zoé Çelik, Turquie (sommet.pptx" in traced(capsys, archive)[1]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="not run: LibreOffice is not installed")
@pytest.mark.parametrize(("ending", "form"), [("deck.pptx", "odp"), ("deck.pptx", "pdf"), ("slides.pdf", "odg")])
def test_what_libreoffice_saves_is_known(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], ending: str, form: str
) -> None:
    source = copy(project, ending)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(tmp_path), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    assert "exemplaire n° 2 — Mme Zoé Çelik, Turquie" in traced(capsys, tmp_path / f"{source.stem}.{form}")[1]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"Rien ici: exemplaire de presse, n. 2", "aucune mention d’exemplaire"),
        (b"Exemplaire n\xc2\xb0 7 \xe2\x80\x94 ...", "aucune mention d’exemplaire"),
        (b"", "aucune mention d’exemplaire"),
        (b"%PDF-1.7\n%%EOF", "PDF illisible"),
        (b"PK\x03\x04 cut", "archive zip illisible"),
    ],
)
def test_what_does_not_tell_is_not_traceable(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes, reason: str
) -> None:
    (tmp_path / "found").write_bytes(data)
    code, said = traced(capsys, tmp_path / "found")
    assert code == NOT_TRACED
    assert said.startswith("non traçable : ")
    assert reason in said


def test_the_base_document_is_nobodys(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = order(project)
    main(["build", *arguments[2:-2]])
    assert traced(capsys, project / "output" / "evian" / "evian-brief.pdf")[0] == NOT_TRACED


def test_a_register_is_no_copy_and_is_told_so(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It names every copy."""
    capsys.readouterr()
    assert main(["trace", str(copies(project) / "register.csv")]) == 2
    assert "« register.csv » est un registre" in plain_spaces(capsys.readouterr().err)


def test_what_cannot_be_read_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "text").write_text("Exemplaire n° 1 — Inde", encoding="utf-8")
    assert main(["trace", str(tmp_path / "absent")]) == 2
    assert main(["trace", str(tmp_path / "text"), "--register", str(tmp_path / "absent")]) == 2
    (tmp_path / "list.csv").write_text("nom\nInde\n", encoding="utf-8")
    assert main(["trace", str(tmp_path / "text"), "--register", str(tmp_path / "list.csv")]) == 2
    assert "n’est pas un registre d’exemplaires" in plain_spaces(capsys.readouterr().err)


def test_without_any_register_the_stamp_alone_tells(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Exemplaire n° 3 — Japon", encoding="utf-8")
    assert main(["trace", str(tmp_path / "note.txt"), "--output", str(tmp_path)]) == 0
