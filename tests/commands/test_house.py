"""An organisation edits one file, `assets/charter.yaml`: both documents take its colours, its logo and its face."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

import pikepdf
import pytest
from lxml import etree

from content_tree import SMALL, plain_spaces, write_tree
from judges import ooxml
from judges.verapdf import failures
from rapport.cli import main

ASSETS = Path(__file__).parents[2] / "assets"
ACCENT = "#1F3A93"
LOGO = f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 40">
<circle cx="20" cy="20" r="16" fill="{ACCENT}"/><path d="M44 10h30v20h-30z" fill="none" stroke="#A93226"/></svg>"""
CHANGES = [
    ('logo: ""', "logo: logo.svg"),
    ('logo_description: ""', 'logo_description: "Maison des chiffres"'),
    ("#0B5A4C", ACCENT),
    ("name: Source Sans Pro", "name: Maison Sans Pro"),
    ('folder: ""', "folder: polices"),
]


def renamed(data: bytes) -> bytes:
    """A font file under another family's name, as long as its own."""
    old, new = "Source Sans Pro", "Maison Sans Pro"
    for encoding in ("utf-16-be", "latin-1"):
        data = data.replace(old.encode(encoding), new.encode(encoding))
    return data


def house(folder: Path, changes: Iterable[tuple[str, str]], logo: str = LOGO) -> list[str]:
    """A project with a house's own charter, as options of the command line."""
    assets = folder / "assets"
    assets.mkdir(parents=True)
    charter = (ASSETS / "charter.yaml").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in charter
        charter = charter.replace(old, new, 1)
    (assets / "charter.yaml").write_text(charter, encoding="utf-8")
    (assets / "logo.svg").write_text(logo, encoding="utf-8")
    (assets / "polices").mkdir()
    for style in ("Regular", "It", "Semibold", "Bold", "BoldIt"):
        data = (files("font_source_sans_pro") / "files" / f"SourceSansPro-{style}.ttf").read_bytes()
        (assets / "polices" / f"{style}.ttf").write_bytes(renamed(data))
    section = SMALL["sections/financement.yaml"].replace("{levees:short} levés", "{levees:amount} levés")
    content = write_tree(folder, {"sections/financement.yaml": section})
    return ["--content", str(content), "--assets", str(assets), "--output", str(folder / "output")]


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("house")
    assert main(["build", *house(folder, CHANGES)]) == 0
    return folder / "output" / "evian"


@pytest.fixture(scope="module")
def brief(output: Path) -> Path:
    return output / "evian-brief.pdf"


@pytest.fixture(scope="module")
def deck(output: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(output / "evian-deck.pptx") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_brief_takes_the_face_the_accent_and_the_logo(brief: Path) -> None:
    with pikepdf.open(brief) as pdf:
        codes = b"\n".join(page.Contents.read_bytes() for page in pdf.pages)
        cover = pdf.pages[0]
        (logo,) = [form.read_bytes() for form in cover.Resources.XObject.values() if form.Subtype == "/Form"]
        figures = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure"]
        alternatives = [str(figure.get("/Alt")) for figure in figures]
    assert b"0.122 0.227 0.576 rg" in codes
    assert b"0.043 0.353 0.298 rg" not in codes
    assert b"0.122 0.227 0.576 rg" in logo
    assert b"0.663 0.196 0.149 RG" in logo
    assert "Maison des chiffres" in alternatives


def test_the_deck_takes_the_face_the_accent_and_the_logo(deck: dict[str, bytes]) -> None:
    theme = deck["ppt/theme/theme1.xml"].decode()
    assert re.search(r'<a:accent1><a:srgbClr val="1F3A93"/>', theme)
    assert 'typeface="Maison Sans Pro"' in theme
    cover = etree.fromstring(deck["ppt/slides/slide1.xml"])
    (group,) = [one for one in cover.iter("{*}grpSp") if one.find(".//{*}cNvPr").get("descr") == "Maison des chiffres"]
    assert [colour.get("val") for colour in group.iter("{*}srgbClr")] == ["1F3A93", "A93226"]
    assert not any(b"0B5A4C" in data or b"Source Sans" in data for name, data in deck.items() if name.endswith(".xml"))


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_the_brief_conforms(brief: Path, flavour: str) -> None:
    assert failures(brief.read_bytes(), flavour) == ()  # type: ignore[arg-type]


def test_the_deck_is_valid(output: Path) -> None:
    try:
        found = ooxml.errors((output / "evian-deck.pptx").read_bytes(), "pptx")
    except ooxml.NotInstalledError:
        pytest.skip("not run: the validator is not installed")
    assert found == ()


def test_both_documents_prove_themselves(output: Path) -> None:
    root = output.parents[1]
    project = ["--content", str(root / "content"), "--assets", str(root / "assets")]
    assert main(["verify", str(output / "evian-brief.pdf"), str(output / "evian-deck.pptx"), *project]) == 0


REFUSED = [
    ([('grey: "#55615D"', 'grey: "#B5C1BD"')], LOGO, "assets/charter.yaml:27:3: charter-contrast"),
    ([('logo: ""', "logo: absent.svg")], LOGO, "charter-logo: logo introuvable"),
    ([('logo: ""', "logo: logo.svg")], LOGO.replace("circle", "text"), "image-svg: « logo.svg » : élément « text »"),
    ([("name: Source Sans Pro", "name: Autre"), ('folder: ""', "folder: polices")], LOGO, "font-missing"),
]


@pytest.mark.parametrize(("changes", "logo", "said"), REFUSED)
def test_what_a_house_may_not_do_is_said_at_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], changes: list[tuple[str, str]], logo: str, said: str
) -> None:
    assert main(["build", *house(tmp_path, changes, logo)]) == 1
    assert said in plain_spaces(capsys.readouterr().err)


def test_a_house_without_a_logo_draws_none(tmp_path: Path) -> None:
    options = house(tmp_path, [])
    shutil.rmtree(tmp_path / "assets" / "polices")
    assert main(["build", *options]) == 0
    with pikepdf.open(tmp_path / "output" / "evian" / "evian-brief.pdf") as pdf:
        assert "/XObject" not in pdf.pages[0].Resources
