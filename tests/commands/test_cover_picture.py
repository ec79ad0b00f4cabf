"""A photograph on the covers, as an author asks for it in the briefing."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from shutil import copyfile

import pikepdf
import pytest
from PIL import Image
from pptx import Presentation
from pptx.shapes.picture import Picture

from content_tree import SMALL, plain_spaces, write_tree
from judges import ooxml, verapdf
from rapport.cli import main

CHARTER = Path(__file__).parents[2] / "assets" / "charter.yaml"
SEEN = 'picture: {file: lac.jpg, credit: "Photo : service de presse", alternative: "Le lac Léman à l\'aube"}\n'
BARE = "picture: {file: lac.jpg}\n"


def project(folder: Path, picture: str) -> list[str]:
    """A small project with a photograph in its assets, as options of the command line."""
    briefing = "        " + picture + SMALL["briefings/evian.yaml"].lstrip("\n")
    content = write_tree(folder, {"briefings/evian.yaml": briefing})
    assets = folder / "assets"
    copyfile(CHARTER, assets / "charter.yaml")
    Image.linear_gradient("L").resize((1200, 800)).convert("RGB").save(assets / "lac.jpg", quality=90)
    (assets / "dessin.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>', "utf-8"
    )
    return ["--content", str(content), "--assets", str(assets), "--output", str(folder / "output")]


def built(folder: Path, picture: str) -> tuple[bytes, bytes]:
    """Brief and deck, built and proved."""
    options = project(folder, picture)
    assert main(["build", *options]) == 0
    assert main(["verify", *options]) == 0
    output = folder / "output" / "evian"
    return (output / "evian-brief.pdf").read_bytes(), (output / "evian-deck.pptx").read_bytes()


def test_both_covers_show_it_instead_of_the_rows_of_signs(tmp_path: Path) -> None:
    brief, deck = built(tmp_path, SEEN)
    with pikepdf.open(BytesIO(brief)) as pdf:
        (image,) = pdf.pages[0].get_images().values()
        assert int(image.Width) > 1000
    cover = Presentation(BytesIO(deck)).slides[0]
    (picture,) = (shape for shape in cover.shapes if isinstance(shape, Picture))
    assert (picture.left, picture.top) == (0, 0)
    texts = [shape.text_frame.text.replace("\u00a0", " ") for shape in cover.shapes if shape.has_text_frame]
    assert "Photo : service de presse" in texts
    assert "Financement" not in texts


def test_judges_find_nothing(tmp_path: Path) -> None:
    for folder, picture in (("seen", SEEN), ("bare", BARE)):
        brief, deck = built(tmp_path / folder, picture)
        assert verapdf.failures(brief, "ua1") == verapdf.failures(brief, "2a") == ()
        try:
            assert ooxml.errors(deck, "pptx") == ()
        except ooxml.NotInstalledError:
            pytest.skip("not run: Microsoft's Open XML validator is not installed")


def test_what_it_shows_is_said_where_the_author_says_it(tmp_path: Path) -> None:
    seen, bare = built(tmp_path / "seen", SEEN)[1], built(tmp_path / "bare", BARE)[1]
    slides = [zipfile.ZipFile(BytesIO(deck)).read("ppt/slides/slide1.xml").decode() for deck in (seen, bare)]
    assert 'descr="Le lac Léman à l’aube"' in slides[0]
    assert slides[1].count("decorative") > slides[0].count("decorative")


def test_all_that_a_cover_can_bear_is_proved_at_once(tmp_path: Path) -> None:
    more = SEEN + 'marking: "Diffusion restreinte"\nissuer: "Secrétariat général"\n'
    more += 'embargo: {until: "2026-02-12T18:30", zone: Europe/Paris}\n'
    options = project(tmp_path, more.replace("\n", "\n        ").rstrip() + "\n")
    charter = (tmp_path / "assets" / "charter.yaml").read_text("utf-8")
    named = charter.replace('logo: ""', "logo: dessin.svg").replace('logo_description: ""', 'logo_description: "Sceau"')
    (tmp_path / "assets" / "charter.yaml").write_text(named, "utf-8")
    assert main(["build", *options]) == 0
    assert main(["verify", *options]) == 0


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("dessin.svg", "cover-drawing: « dessin.svg » n’est pas une photographie"),
        ("rien.jpg", "image-missing: image introuvable : « rien.jpg »"),
    ],
)
def test_what_cannot_be_a_photograph_is_told_at_its_place(
    file: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", *project(tmp_path, f"picture: {{file: {file}}}\n")]) == 1
    printed = capsys.readouterr()
    assert f"briefings/evian.yaml:1:10: {said}" in plain_spaces(printed.out + printed.err)
