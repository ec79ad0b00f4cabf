"""Any damage to any input gives an answer: no crash, no hang, nothing written where it may not be.

Every input goes through the command that a user runs on it. `make nightly` tries some thousands of each.
"""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct
from PIL import Image

from content_tree import SMALL, write_tree
from fuzz.bounds import survives
from fuzz.damage import Damage, damaged, damages, zip_damaged
from rapport.cli import main

ASSETS = Path(__file__).parents[2] / "assets"
YAML = (
    b"&a",
    b"*a",
    b"!!python/object/apply:os.system [id]",
    b"<<: *a",
    b"{",
    b"[[[[",
    b"- ",
    b"? ",
    b"|",
    b"\t",
    b"~",
)
PROSE = (
    "{levees",
    "}",
    "[^x]",
    "**",
    "](javascript:x)",
    "`" * 50,
    "[" * 80,
    "{levees:short}",
    "\u00ad",
    "<b>",
    "[À CONFIRMER]",
)
CELLS = (b";", b'"', b"\r", b"=1+1", b"@x", b"\n;;;;", b"levees")
MARKUP = (
    b"<!DOCTYPE a [<!ENTITY x 'y'>]>",
    b"<use href='#a'/>",
    b"M0 0 1e99 1e99",
    b"&#0;",
    b"]]>",
    b"<script/>",
    b"url(#a)",
)
OBJECTS = (
    b"/Kids [1 0 R]",
    b"1 0 R",
    b"<<",
    b">>",
    b"stream",
    b"endobj",
    b"/Length 99999999",
    b"/S /P",
    b"Do",
    b"[" * 90,
)
PARTS = (b"</a:t>", b"r:id='rId99'", b"<a:tbl/>", b"<!DOCTYPE a>", b"9999999999", b"../../../x", b"<c:pt idx='-1'/>")
PICTURE = "sections/financement.yaml"


class Project(Struct, frozen=True):
    """A small project in a folder with one of each document, and its options on the command line."""

    root: Path

    def sound(self, name: str) -> bytes:
        """One of its documents, as it was made."""
        return (self.root / "sound" / name).read_bytes()

    @property
    def options(self) -> list[str]:
        root = self.root
        return ["--content", str(root / "content"), "--assets", str(root / "assets"), "--output", str(root / "output")]

    def fresh(self, name: str, data: bytes) -> Path:
        """The project as it was, one of its files replaced."""
        for folder in ("content", "output"):
            shutil.rmtree(self.root / folder, ignore_errors=True)
        write_tree(self.root)
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    root = tmp_path_factory.mktemp("fuzz")
    write_tree(root)
    shutil.copytree(ASSETS, root / "assets", dirs_exist_ok=True)
    made = Project(root)
    assert main(["build", *made.options]) == 0
    assert main(["handout", "--slides", *made.options]) == 0
    assert main(["pack", "evian", *made.options]) == 0
    assert main(["facts", "export", str(root / "faits.csv"), *made.options]) == 0
    shutil.copytree(root / "output" / "evian", root / "sound")
    shutil.move(root / "faits.csv", root / "sound")
    return made


@given(name=st.sampled_from(sorted(SMALL)), faults=damages(YAML))
def test_content(project: Project, name: str, faults: list[Damage]) -> None:
    sound = (project.root / "content" / name).read_bytes() if (project.root / "content" / name).exists() else b""
    project.fresh(f"content/{name}", b"")
    write_tree(project.root)
    sound = (project.root / "content" / name).read_bytes()
    project.fresh(f"content/{name}", damaged(sound, faults))
    survives(["check", *project.options], project.root)


@given(faults=damages([token.encode() for token in PROSE]))
def test_prose(project: Project, faults: list[Damage]) -> None:
    sound = "L'**IA** [du G7](https://a.fr) {levees}[^total] ; *Helsing* : 80 % — {pme:value} `x`".encode()
    text = damaged(sound, faults).decode("utf-8", "replace").replace("\n", " ")
    section = SMALL["sections/financement.yaml"].replace("Les start-up ont levé {levees} en 2025[^total].", "TEXTE", 1)
    yaml = "\n".join(line.removeprefix(" " * 8) for line in section.splitlines()).strip("\n")
    project.fresh("content/sections/financement.yaml", yaml.replace("TEXTE", text, 1).encode())
    survives(["check", *project.options], project.root)


@given(faults=damages(CELLS))
def test_tables_of_facts(project: Project, faults: list[Damage]) -> None:
    file = project.fresh("faits.csv", damaged(project.sound("faits.csv"), faults))
    survives(["facts", "import", str(file), *project.options], project.root, ("content/facts", "output"))


@given(name=st.sampled_from(["liste.csv", "liste.yaml"]), faults=damages((*CELLS, *YAML)))
def test_recipients(project: Project, name: str, faults: list[Damage]) -> None:
    sound = {
        "liste.csv": "nom;titre;délégation\nZoé;Mme;Inde\n".encode(),
        "liste.yaml": "- {name: Zoé, title: Mme, delegation: Inde}\n".encode(),
    }[name]
    file = project.fresh(name, damaged(sound, faults))
    survives(["pack", "inconnu", "--recipients", str(file), *project.options], project.root)
    survives(["pack", "evian", "--recipients", str(file), *project.options], project.root)


@given(faults=damages((*YAML, b"#12", b"0.0001", b"regular", b"../x", b"pt")))
def test_charters(project: Project, faults: list[Damage]) -> None:
    sound = (ASSETS / "charter.yaml").read_bytes()
    try:
        project.fresh("assets/charter.yaml", damaged(sound, faults))
        survives(["check", *project.options], project.root)
    finally:
        project.fresh("assets/charter.yaml", sound)


def picture(kind: str) -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (40, 30), "navy").save(target, kind)
    return target.getvalue()


SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><g transform="scale(2)">'
    b'<path d="M0 0 L5 5 A1 1 0 0 1 3 3 Z" fill="#123456"/><rect x="1" y="1" width="2" height="2"/></g></svg>'
)


@given(
    kind=st.sampled_from(["png", "jpg", "svg"]), faults=damages((*MARKUP, b"IDAT", b"IEND", b"\xff\xd8", b"\xff\xda"))
)
def test_pictures(project: Project, kind: str, faults: list[Damage]) -> None:
    sound = SVG if kind == "svg" else picture({"png": "PNG", "jpg": "JPEG"}[kind])
    project.fresh(f"assets/essai.{kind}", damaged(sound, faults))
    image = f'  - image: {{file: essai.{kind}, alternative: "Un plan", caption: "Le plan"}}\n'
    section = f'title: Essai\nmessage: "Un essai"\nblocks:\n{image}'
    (project.root / PICTURE.replace("sections", "content/sections")).write_text(section, encoding="utf-8")
    survives(["check", *project.options], project.root)


def written(project: Project, name: str, data: bytes) -> None:
    """A damaged document, verified."""
    file = project.fresh(f"output/evian/{name}", data)
    survives(["verify", str(file), *project.options], project.root)
    assert file.read_bytes() == data


@given(name=st.sampled_from(["evian-brief.pdf", "evian-slides.pdf"]), faults=damages(OBJECTS))
def test_pdf(project: Project, name: str, faults: list[Damage]) -> None:
    written(project, name, damaged(project.sound(name), faults))


@given(faults=damages((b"PK\x01\x02", b"PK\x05\x06", b"PK\x03\x04")))
def test_pptx(project: Project, faults: list[Damage]) -> None:
    written(project, "evian-deck.pptx", damaged(project.sound("evian-deck.pptx"), faults))


@given(which=st.integers(0, 400), faults=damages(PARTS), twice=st.booleans())
def test_parts_of_pptx(project: Project, which: int, faults: list[Damage], twice: bool) -> None:
    sound = project.sound("evian-deck.pptx")
    written(project, "evian-deck.pptx", zip_damaged(sound, which, faults, twice=twice))


@given(faults=damages((b"PK\x01\x02", b"PK\x05\x06", b"../")))
def test_packs(project: Project, faults: list[Damage]) -> None:
    written(project, "evian-pack.zip", damaged(project.sound("evian-pack.zip"), faults))


@given(
    which=st.integers(0, 20), faults=damages((b'"sha256": "', b'"files": 3', b"[" * 400, b"{}")), twice=st.booleans()
)
def test_members_of_packs(project: Project, which: int, faults: list[Damage], twice: bool) -> None:
    sound = project.sound("evian-pack.zip")
    data = zip_damaged(sound, which, faults, twice=twice)
    written(project, "evian-pack.zip", data)
    file = project.root / "output" / "evian" / "evian-pack.zip"
    survives(["diff", str(file), *project.options], project.root)
    survives(["trace", str(file), "--output", str(project.root / "output")], project.root)


def text_of(words: Callable[[Path], list[str]], project: Project, data: bytes) -> None:
    file = project.fresh("texte.txt", data)
    survives(words(file), project.root)


def checked(project: Project, file: Path) -> list[str]:
    return ["check", "--source", str(file), *project.options]


def typeset(file: Path) -> list[str]:
    return ["typeset", str(file)]


SOURCE = (
    "1. Le bilan.\n\n4. Les start-up ont levé plus de 2,6 milliards d'euros, soit 1/3 de « tout » : 80 % !\n".encode()
)


@given(faults=damages((b"vingt-et-un mille", b"10^400", "½".encode(), b"1.1.1.1", b"(" * 300, b"`~~~", b"<!--")))
def test_texts(project: Project, faults: list[Damage]) -> None:
    data = damaged(SOURCE, faults)
    text_of(partial(checked, project), project, data)
    text_of(typeset, project, data)
