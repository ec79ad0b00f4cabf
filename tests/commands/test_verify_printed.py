"""What lies beside numbered copies is drawn again: print jobs from the register, the page on what changed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
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
    "हिन्दी प्रतिनिधि;interne;présentation\n"
    "Zoé Çelik;partenaires;dossier fiche commentaires\n"
)
NEW = {
    **SMALL,
    "briefings/evian.yaml": SMALL["briefings/evian.yaml"].replace('"1.0"', '"1.1"'),
    "facts/financement.yaml": SMALL["facts/financement.yaml"].replace("2_600_000_000", "2_700_000_000"),
}
Options = list[str]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Options]:
    """The folder of the copies with their print jobs, made once, and the project as options of the command line."""
    folder = tmp_path_factory.mktemp("project")
    command = order(folder, LIST, "--print")
    assert main(command) == 0
    return copies(folder), command[2:8]


@pytest.fixture
def beside(printed: tuple[Path, Options], tmp_path: Path) -> Path:
    """The same folder once more, to be altered."""
    return Path(shutil.copytree(printed[0], tmp_path / "copies"))


def altered(path: Path, change: Callable[[pikepdf.Pdf], None]) -> Path:
    with pikepdf.open(BytesIO(path.read_bytes())) as pdf:
        change(pdf)
        pdf.save(path)
    return path


def paint_over(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].contents_add(b"q 1 1 1 rg 60 300 400 300 re f Q")


def cut_off(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].mediabox = [0, 0, 600, 400]  # type: ignore[assignment]


def verified(paths: list[Path], options: Options, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    capsys.readouterr()
    code = main(["verify", *map(str, paths), *options])
    return code, plain_spaces(capsys.readouterr().out)


def outcomes(path: Path, options: Options, capsys: pytest.CaptureFixture[str]) -> dict[str, list[str]]:
    """Each check of a file, with the code and the place of all that it found."""
    capsys.readouterr()
    main(["verify", str(path), *options, "--format", "json"])
    [found] = json.loads(capsys.readouterr().out)["verifications"]
    return {
        check["name"]: [plain_spaces(f"{each['code']} {each['place']}") for each in check["findings"]]
        for check in found["checks"]
    }


def test_print_jobs_are_proved_from_the_register(
    printed: tuple[Path, Options], capsys: pytest.CaptureFixture[str]
) -> None:
    folder, options = printed
    jobs = sorted(folder.glob("evian-print-*.pdf"))
    assert [job.stem for job in jobs] == [f"evian-print-{kind}" for kind in ("brief", "notes", "sheet", "slides")]
    code, said = verified([folder], options, capsys)
    assert code == 0
    assert all(job.name in said for job in jobs)
    assert said.count("Textes dans la zone imprimable") >= len(jobs)
    assert outcomes(jobs[-1], options, capsys) == {"rebuilt": [], "brief-reach": []}
    with pikepdf.open(folder / "evian-print-slides.pdf") as pdf:
        assert {tuple(round(float(edge)) for edge in page.mediabox) for page in pdf.pages} == {(0, 0, 842, 595)}


def test_print_jobs_with_separators_are_proved_from_the_register(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = order(tmp_path, "nom;documents\nInde;dossier\nBrésil;dossier\n", "--print", "--separators")
    assert main(command) == 0
    code, said = verified([copies(tmp_path) / "evian-print-brief.pdf"], command[2:8], capsys)
    assert code == 0
    assert "Prouvé par reconstruction seule : authentique, octet pour octet." in said


def test_texts_that_a_printer_would_cut_are_found(
    printed: tuple[Path, Options], beside: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    job = altered(beside / "evian-print-slides.pdf", cut_off)
    found = outcomes(job, printed[1], capsys)
    assert found["brief-reach"] == ["page-edge page 2"]
    assert set(found["rebuilt"]) == {"rebuilt-frame page 2", "rebuilt-picture page 2"}


def test_an_altered_print_job_is_named(
    printed: tuple[Path, Options], beside: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    job = altered(beside / "evian-print-brief.pdf", paint_over)
    found = outcomes(job, printed[1], capsys)
    assert found["brief-reach"] == []
    assert set(found["rebuilt"]) == {"rebuilt-content page 2", "rebuilt-picture page 2"}
    (beside / "register.csv").unlink()
    code, said = verified([job], printed[1], capsys)
    assert (code, "le registre des exemplaires n’est pas à côté" in said) == (4, True)


def test_a_damaged_print_job_is_refused(
    printed: tuple[Path, Options], beside: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    job = beside / "evian-print-slides.pdf"
    job.write_bytes(job.read_bytes()[:4000])
    assert outcomes(job, printed[1], capsys) == {"readable": ["unreadable "]}


def test_what_changed_is_proved_with_the_pack_before(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = order(tmp_path, "nom;documents\nInde;dossier\n")
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
    altered(page, lambda pdf: pdf.pages[0].contents_add(b"q 1 1 1 rg 60 300 400 300 re f Q"))
    assert verified([page], [*options, "--since", str(before)], capsys)[0] == 3
