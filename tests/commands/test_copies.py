"""Every kind of document as a numbered copy: whose it is on each page, judged and proved as its base."""

from __future__ import annotations

import contextlib
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from content_tree import SMALL, plain_spaces, write_tree
from judges import verapdf
from numbered import copies, order
from rapport.cli import main

STAMP = "Exemplaire n° 7 — Mme Zoé Çelik, Turquie"
PDFS = ("brief", "slides", "notes", "sheet")
LIST = "nom;titre;délégation;numéro;documents\nZoé Çelik;Mme;Turquie;7;dossier présentation slides commentaires fiche\n"


@pytest.fixture(scope="module")
def handed_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All the documents of one recipient."""
    folder = tmp_path_factory.mktemp("every-kind")
    assert main(order(folder, LIST)) == 0
    return folder


def copy(folder: Path, kind: str) -> Path:
    return copies(folder) / f"evian-007-mme-zoe-celik-turquie-{kind}.pdf"


def pages(data: bytes) -> list[str]:
    pdf = pypdfium2.PdfDocument(data)
    with contextlib.closing(pdf):
        return [plain_spaces(page.get_textpage().get_text_range()) for page in pdf]


@pytest.mark.parametrize("kind", PDFS)
def test_each_page_says_once_whose_it_is(handed_out: Path, kind: str) -> None:
    data = copy(handed_out, kind).read_bytes()
    assert [page.count(STAMP) for page in pages(data)] == [1] * len(pages(data))
    with pikepdf.open(BytesIO(data)) as pdf:
        assert STAMP in plain_spaces(pdf.Root.Metadata.read_bytes().decode())


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
@pytest.mark.parametrize("kind", PDFS)
def test_each_passes_the_judges_of_its_base(handed_out: Path, kind: str, flavour: verapdf.Flavour) -> None:
    assert verapdf.failures(copy(handed_out, kind).read_bytes(), flavour) == ()


def test_each_is_proved(handed_out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = sorted(copies(handed_out).glob("evian-007-*"))
    assert len(files) == 5
    assert main(["verify", *order(handed_out, LIST)[2:-2], *map(str, files)]) == 0
    assert "en défaut" not in capsys.readouterr().out


@pytest.mark.parametrize("kind", ["brief", "slides", "notes"])
def test_a_page_without_its_stamp_is_found(
    handed_out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    path = copy(handed_out, kind)
    with pikepdf.open(path) as pdf:
        page = pdf.pages[1]
        blank = pdf.make_stream(b"", **{key[1:]: value for key, value in stamp_form(page).stream_dict.items()})
        names = {
            name: form if form.get("/Subtype") != "/Form" else blank for name, form in page.Resources.XObject.items()
        }
        page.Resources = pikepdf.Dictionary({**dict(page.Resources.items()), "/XObject": pikepdf.Dictionary(names)})
        pdf.save(tmp_path / path.name)
    assert main(["verify", *order(handed_out, LIST)[2:-2], str(tmp_path / path.name)]) == 3
    assert f"page 2 : furniture-missing : mention absente : « {STAMP} »" in plain_spaces(capsys.readouterr().out)


def stamp_form(page: pikepdf.Page) -> pikepdf.Object:
    """What draws the stamp."""
    [form] = [form for form in page.Resources.XObject.values() if b"Tj" in form.read_bytes()]
    return form


# copies that follow an earlier edition


NEW = {
    "facts/financement.yaml": SMALL["facts/financement.yaml"].replace("2_600_000_000", "2_700_000_000"),
    "briefings/evian.yaml": SMALL["briefings/evian.yaml"].replace('"1.0"', '"1.1"'),
}


def test_copies_since_an_earlier_edition_come_with_what_changed(tmp_path: Path) -> None:
    command = order(tmp_path)
    main(["pack", *command[1:-2]])
    main(command)
    write_tree(tmp_path, NEW)
    pack = tmp_path / "output" / "evian" / "evian-pack.zip"
    assert main([*command, "--since", str(pack)]) == 0
    folder = tmp_path / "output" / "evian" / "copies" / "1.1"
    [page] = pages((folder / "evian-changes.pdf").read_bytes())
    for text in ("depuis la version 1.0", "plus de 2,7", "Exemplaires de l’édition précédente à remplacer : 1 et 2"):
        assert text in page
    assert "Exemplaire n°" not in page, "it is for who hands out the copies, and nobody's own"
    assert sorted(path.name for path in folder.glob("evian-0*-brief.pdf"))


def test_without_an_earlier_edition_nothing_is_said_of_changes(handed_out: Path) -> None:
    assert not list(copies(handed_out).glob("*changes*"))


def test_an_earlier_edition_that_cannot_be_read_keeps_copies_from_being_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*order(tmp_path), "--since", str(tmp_path / "gone.zip")]) == 2
    assert "paquet introuvable" in capsys.readouterr().err
    assert not (tmp_path / "output").exists()


# options that go together


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--print"], "--print ne sert qu’avec --recipients"),
        (["--separators"], "--separators ne sert qu’avec --print"),
        (["--separators", "--recipients", "liste.csv"], "--separators ne sert qu’avec --print"),
    ],
)
def test_an_option_that_would_do_nothing_is_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], said: str
) -> None:
    assert main([*order(tmp_path)[:-2], *options]) == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "output").exists()


def test_a_name_that_only_decks_would_bear_is_a_fault_once_decks_are_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Slides for the printer are set in our faces, none of which can write the name."""
    assert main(order(tmp_path, "nom;documents\n李明;deck\n", "--print")) == 1
    assert "liste.csv:2:1: glyph-missing" in plain_spaces(capsys.readouterr().err)
