"""A plan written in Word becomes content: sections, blocks, and a fact to source for each figure it types."""

from __future__ import annotations

import copy
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from PIL import Image

from content_tree import plain_spaces, write_tree
from rapport.cli import main

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
NOTES = (
    '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
    '<w:footnote w:id="2"><w:p><w:r><w:t>Enquête de 5\u202f200 réponses.</w:t></w:r></w:p></w:footnote>'
    "</w:footnotes>"
)
LISTS = (
    ("Premier point", "List Bullet"),
    ("une précision de 38\u202f500 lits", "List Bullet 2"),
    ("Deuxième point", "List Bullet"),
    ("D’abord", "List Number"),
)


def plan(path: Path) -> Path:
    """A document as an author of plans writes it."""
    document = docx.Document()
    document.add_paragraph("Note sur l’hôpital", style="Title")
    document.add_paragraph("Une phrase {entre accolades} et 3*x [sic].")
    document.add_heading("Contexte", 1)
    paragraph = document.add_paragraph("La dette dépasse plus de 2,6\u00a0milliards d’euros, dont ")
    paragraph.add_run("12\u00a0%").bold = True
    paragraph.add_run(" à court terme.")
    call = OxmlElement("w:footnoteReference")
    call.set(qn("w:id"), "2")
    paragraph.add_run()._r.append(call)
    document.add_heading("Ce qui presse", 2)
    for text, style in LISTS:
        document.add_paragraph(text, style=style)
    document.add_heading("Chiffres", 1)
    table = document.add_table(2, 2)
    for row, texts in zip(table.rows, (("Région", "Lits"), ("Bretagne", "4\u202f100")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    picture = io.BytesIO()
    Image.new("RGB", (600, 300), (10, 90, 160)).save(picture, "PNG")
    document.add_picture(picture)
    part = Part(PackURI("/word/footnotes.xml"), TYPE, NOTES.encode(), document.part.package)
    document.part.relate_to(part, RELATED)
    document.save(str(path))
    return path


@pytest.fixture
def begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "--from-docx", str(plan(tmp_path / "Plan hôpital.docx")), "--date", "2026-02-10"]) == 0
    return tmp_path


def text(folder: Path, name: str) -> str:
    return (folder / "content" / name).read_text(encoding="utf-8")


def test_headings_become_sections_and_what_is_below_them_blocks(begun: Path) -> None:
    assert text(begun, "briefings/plan-hopital.yaml").endswith(
        "sections:\n  - introduction-plan-hopital\n  - contexte-plan-hopital\n  - chiffres-plan-hopital\n"
    )
    assert 'title: "Note sur l\'hôpital"\n' in text(begun, "briefings/plan-hopital.yaml")
    section = text(begun, "sections/contexte-plan-hopital.yaml")
    assert section.partition("blocks:\n")[2] == (
        '  - paragraph: "La dette dépasse {contexte-2-6-milliards-d-euros}, dont **{contexte-12}** '
        'à court terme.[^note-2]"\n'
        '  - heading: "Ce qui presse"\n'
        "  - bullets:\n"
        '      - text: "Premier point"\n'
        "        items:\n"
        '          - "une précision de {contexte-38-500} lits"\n'
        '      - text: "Deuxième point"\n'
        "  - numbered:\n"
        '      - text: "D\'abord"\n'
        "footnotes:\n"
        '  note-2: "Enquête de {contexte-5-200} réponses."\n'
    )


def test_each_figure_is_a_fact_to_source_with_its_sentence(begun: Path) -> None:
    facts = text(begun, "facts/plan-hopital.yaml")
    assert (
        "# À sourcer\u00a0: La dette dépasse plus de 2,6 milliards d'euros, dont 12 % à court terme.\n"
        "contexte-2-6-milliards-d-euros:\n"
        '  label: "[À CONFIRMER] ce que ce chiffre compte"\n'
        "  value: 2600000000\n  unit: EUR\n  qualifier: more-than\n  status: to-confirm\n"
        '  as_of: 2026-02-10\n  source: a-sourcer\n  locator: "à sourcer"\n'
    ) in facts
    assert "# À sourcer\u00a0: Bretagne, Lits\u00a0: 4 100\nchiffres-4-100:\n" in facts
    assert text(begun, "sources.yaml").count("a-sourcer:") == 1


def test_it_builds_as_a_draft_that_says_what_the_document_said(begun: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["check"]) == 0, capsys.readouterr()
    assert main(["build"]) == 0
    assert main(["verify"]) == 0
    with pypdfium2.PdfDocument(begun / "output" / "plan-hopital" / "plan-hopital-brief.pdf") as pdf:
        said = " ".join(plain_spaces("".join(page.get_textpage().get_text_range() for page in pdf)).split())
    for words in ("plus de 2,6 milliards d’euros, dont 12 %", "{entre accolades} et 3*x [sic]", "38 500 lits", "4 100"):
        assert words in said, words
    assert main(["build", "--final"]) == 1


def test_a_project_at_hand_keeps_its_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = write_tree(tmp_path)
    before = {path: path.read_bytes() for path in content.rglob("*.yaml")}
    options = ["--content", str(content), "--assets", str(tmp_path / "assets"), "--output", str(tmp_path / "output")]
    path = plan(tmp_path / "plan.docx")
    assert main(["new", "rome", "--from-docx", str(path), *options]) == 0
    changed = {path.name for path, data in before.items() if path.read_bytes() != data}
    assert changed == {"sources.yaml"}
    sources = content / "sources.yaml"
    assert sources.read_bytes().startswith(before[sources])
    assert main(["check", *options]) == 0, capsys.readouterr().out
    capsys.readouterr()
    assert main(["new", "rome", "--from-docx", str(path), *options]) == 2
    assert "existent déjà" in capsys.readouterr().err
    assert main(["new", "oslo", "--from-docx", str(path), *options]) == 0  # the same figures, under keys of their own
    assert main(["check", *options]) == 0, capsys.readouterr().out


def damaged(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:4_000])


def with_macros(path: Path) -> None:
    with zipfile.ZipFile(path, "a") as packed:
        packed.writestr("word/vbaProject.bin", b"x")


def no_document(path: Path) -> None:
    path.write_text("du texte", encoding="utf-8")


def repacked(path: Path, change: Callable[[dict[str, bytes]], object]) -> None:
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    change(parts)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            packed.writestr(name, data)


def linked(path: Path, kind: str = "image", target: str = "http://example.org/x.png") -> None:
    relations = "word/_rels/document.xml.rels"
    link = f'''<Relationship Id="rId99" TargetMode="External" Target="{target}" Type="{RELATIONS}/{kind}"/>'''
    repacked(
        path,
        lambda parts: parts.update(
            {relations: parts[relations].replace(b"</Relationships>", link.encode() + b"</Relationships>")}
        ),
    )


def with_far_template(path: Path) -> None:
    linked(path, "attachedTemplate", "https://example.org/x.dotm")


def vast(path: Path) -> None:
    """A table of more rows than anybody types."""
    document = docx.Document(str(path))
    row = document.tables[0].rows[-1]._tr
    for _ in range(6_000):
        row.addnext(copy.deepcopy(row))
    document.save(str(path))


def without_shape(path: Path) -> None:
    """A list item of a numbering that the file does not hold."""
    document = docx.Document(str(path))
    document.paragraphs[1]._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = 7
    document.save(str(path))

    def change(parts: dict[str, bytes]) -> None:
        parts.pop("word/numbering.xml")
        relations = "word/_rels/document.xml.rels"
        parts[relations] = re.sub(rb"<Relationship [^>]*numbering.xml[^>]*/>", b"", parts[relations])
        types = "[Content_Types].xml"
        parts[types] = re.sub(rb"<Override [^>]*numbering.xml[^>]*/>", b"", parts[types])

    repacked(path, change)


def test_the_template_of_an_office_is_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = plan(tmp_path / "plan.docx")
    linked(path, "attachedTemplate", "../Modeles/Note.dotx")
    assert main(["new", "rome", "--from-docx", str(path)]) == 0


@pytest.mark.parametrize(
    "harm", [damaged, with_macros, no_document, Path.unlink, linked, with_far_template, vast, without_shape]
)
def test_a_file_that_is_none_or_harms_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], harm: object
) -> None:
    monkeypatch.chdir(tmp_path)
    path = plan(tmp_path / "plan.docx")
    harm(path)  # type: ignore[operator]
    assert main(["new", "rome", "--from-docx", str(path)]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert not (tmp_path / "content").exists()


def test_a_name_or_a_document_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new"]) == 2
