"""What lies beside numbered copies is drawn again: print jobs from the register, the page on what changed."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from content_tree import SMALL, plain_spaces, write_tree
from numbered import copies, order
from rapport.cli import main

LIST = (
    "nom;public visé;documents\n"
    "Délégation indienne;interne;dossier présentation\n"
    "Zoé Çelik;partenaires;dossier fiche commentaires\n"
)
NEW = {
    **SMALL,
    "briefings/evian.yaml": SMALL["briefings/evian.yaml"].replace('"1.0"', '"1.1"'),
    "facts/financement.yaml": SMALL["facts/financement.yaml"].replace("2_600_000_000", "2_700_000_000"),
}


def verified(paths: list[Path], options: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    capsys.readouterr()
    code = main(["verify", *map(str, paths), *options])
    return code, plain_spaces(capsys.readouterr().out)


@pytest.mark.parametrize("more", [[], ["--separators"]])
def test_print_jobs_are_proved_from_the_register(
    more: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = order(tmp_path, LIST, "--print", *more)
    assert main(command) == 0
    jobs = sorted(copies(tmp_path).glob("evian-print-*.pdf"))
    assert [job.stem for job in jobs] == [f"evian-print-{kind}" for kind in ("brief", "notes", "sheet", "slides")]
    code, said = verified(jobs, command[2:8], capsys)
    assert code == 0
    assert said.count("Prouvé par reconstruction seule : authentique, octet pour octet.") == len(jobs)
    assert said.count("Textes dans la zone imprimable") == len(jobs)
    with pikepdf.open(copies(tmp_path) / "evian-print-slides.pdf") as pdf:
        assert {tuple(round(float(edge)) for edge in page.mediabox) for page in pdf.pages} == {(0, 0, 842, 595)}
    code, said = verified([copies(tmp_path)], command[2:8], capsys)
    assert code == 0
    assert all(job.name in said for job in jobs)


def test_texts_that_a_printer_would_cut_are_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = order(tmp_path, LIST, "--print")
    assert main(command) == 0
    job = copies(tmp_path) / "evian-print-slides.pdf"
    with pikepdf.open(BytesIO(job.read_bytes())) as pdf:
        pdf.pages[1].mediabox = [0, 0, 600, 400]  # type: ignore[assignment]
        pdf.save(job)
    code, said = verified([job], command[2:8], capsys)
    assert code == 3
    assert "page 2 : page-edge" in said


def test_an_altered_print_job_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = order(tmp_path, LIST, "--print")
    assert main(command) == 0
    job = copies(tmp_path) / "evian-print-brief.pdf"
    with pikepdf.open(BytesIO(job.read_bytes())) as pdf:
        page = pdf.pages[1]
        page.contents_add(b"q 1 1 1 rg 60 300 400 300 re f Q")
        pdf.save(job)
    code, said = verified([job], command[2:8], capsys)
    assert code == 3
    assert "page 2" in said
    (copies(tmp_path) / "register.csv").unlink()
    code, said = verified([job], command[2:8], capsys)
    assert (code, "le registre des exemplaires n’est pas à côté" in said) == (4, True)


def test_what_changed_is_proved_with_the_pack_before(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = order(tmp_path, LIST)
    options, pack = command[2:8], tmp_path / "output" / "evian" / "evian-pack.zip"
    assert main(["pack", "evian", *options]) == 0
    before = pack.rename(tmp_path / "before.zip")
    write_tree(tmp_path, NEW)
    assert main([*command, "--since", str(before)]) == 0
    assert main(["pack", "evian", *options, "--since", str(before)]) == 0
    page = copies(tmp_path).with_name("1.1") / "evian-changes.pdf"
    for path in (page, pack):
        assert verified([path], options, capsys)[0] == 4
        assert verified([path], [*options, "--since", str(before)], capsys)[0] == 0
    with pikepdf.open(BytesIO(page.read_bytes())) as pdf:
        pdf.pages[0].contents_add(b"q 1 1 1 rg 60 300 400 300 re f Q")
        pdf.save(page)
    assert verified([page], [*options, "--since", str(before)], capsys)[0] == 3
