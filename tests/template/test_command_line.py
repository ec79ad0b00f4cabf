"""`rapport template` and `--template`, as their users meet them."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import pikepdf
import pytest
from pptx import Presentation
from pptx.util import Inches

from content_tree import plain_spaces, write_tree
from rapport.cli import main
from template.awkward import AWKWARD
from template.maker import relation, relations, zipped


@pytest.fixture
def options(tmp_path: Path) -> list[str]:
    content = write_tree(tmp_path)
    return ["--content", str(content), "--assets", str(tmp_path / "assets"), "--output", str(tmp_path / "output")]


def template(tmp_path: Path, name: str = "logos") -> str:
    file = tmp_path / f"{name}.pptx"
    file.write_bytes(AWKWARD[name]())
    return str(file)


def deck(tmp_path: Path) -> Path:
    return tmp_path / "output" / "evian" / "evian-deck.pptx"


def layouts_of(file: Path) -> list[str]:
    return [slide.slide_layout.name for slide in Presentation(str(file)).slides]


def test_a_template_is_explained_before_anything_is_built(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["template", template(tmp_path, "faint_title")]) == 0
    said = plain_spaces(capsys.readouterr().out)
    assert "Titre seul (reconnue à ses emplacements)" in said
    assert "graphique            Contenu (à défaut : celle de « texte »)" in said
    assert "#D0D0D0 sur #FFFFFF, contraste 1,5 au lieu de 3,0" in said
    assert "aucune diapositive du document n’a ce rôle" in said
    assert not (tmp_path / "output").exists()


def test_the_explanation_is_json_for_other_programs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["template", template(tmp_path, "unknown_face"), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert [each["role"] for each in said["roles"]][:2] == ["cover", "opener"]
    assert any("Zzyzx Text, que ce programme n’a pas" in line for line in said["faces"])


def test_a_page_shows_every_layout_with_its_role(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert main(["template", template(tmp_path), "--page", str(page)]) == 0
    text = plain_spaces(page.read_text(encoding="utf-8"))
    assert text.count("<svg") == 5
    assert "aria-label='Contenu : texte, graphique, tableau'" in text
    assert "http" not in text


def test_the_map_wins_even_for_one_slide(
    tmp_path: Path, options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    file = template(tmp_path, "german")
    assert main(["template", file, "--init"]) == 0
    mapped = Path(file).with_suffix(".yaml")
    text = mapped.read_text(encoding="utf-8")
    assert '  quote: "Zitat"  # citation' in text
    assert main(["build", *options, "--template", file]) == 0
    before = layouts_of(deck(tmp_path))
    text = text.replace('cover: "Titelfolie"', 'cover: "Kapiteltrenner"')
    mapped.write_text(text.replace("slides: {}", 'slides: {deck.contents: "Inhalt"}'), encoding="utf-8")
    assert main(["build", *options, "--template", file]) == 0
    after = layouts_of(deck(tmp_path))
    assert (before[0], after[0]) == ("Titelfolie", "Kapiteltrenner")
    assert main(["template", file, "--init"]) == 2
    assert "existe déjà" in capsys.readouterr().err


def test_the_map_of_the_guide_is_one(tmp_path: Path) -> None:
    guide = (Path(__file__).parents[2] / "content" / "LISEZMOI.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"^```yaml carte\n(.*?)^```$", guide, re.MULTILINE | re.DOTALL)
    file = template(tmp_path)
    Path(file).with_suffix(".yaml").write_text(example, encoding="utf-8")
    assert main(["template", file]) == 0


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("roles: {couverture: Titre}", "logos.yaml:1:9: template-role: rôle inconnu : « couverture »"),
        ("roles: {cover: Titrre}", "logos.yaml:1:9: template-layout: disposition inconnue : « Titrre »"),
        ("kept: {1: first}", "logos.yaml:1:8: template-kept: le modèle n’a pas de diapositive « 1 » (il en a 0)"),
        ("charter: theirs", "logos.yaml:1"),
        ("roles: [", "logos.yaml:1"),
    ],
)
def test_faults_of_the_map_are_told_at_their_place(
    written: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = template(tmp_path)
    Path(file).with_suffix(".yaml").write_text(written, encoding="utf-8")
    assert main(["template", file]) == 1
    assert said in capsys.readouterr().err.replace("\u00a0", " ")


def test_a_deck_on_a_template_is_proved_and_says_which(
    tmp_path: Path, options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    file = template(tmp_path)
    assert main(["build", *options, "--template", file]) == 0
    assert main(["verify", str(deck(tmp_path)), *options, "--template", file]) == 0
    assert main(["verify", str(deck(tmp_path)), *options]) == 3
    assert "faite avec le modèle « logos.pptx », comparée sans modèle" in capsys.readouterr().out.replace("\u00a0", " ")


def test_the_charter_may_name_the_template(tmp_path: Path, options: list[str]) -> None:
    charter = (Path(__file__).parents[2] / "assets" / "charter.yaml").read_text(encoding="utf-8")
    (tmp_path / "assets" / "charter.yaml").write_text(
        charter.replace('template: ""', "template: maison.pptx"), encoding="utf-8"
    )
    (tmp_path / "assets" / "maison.pptx").write_bytes(AWKWARD["dark_cover"]())
    assert main(["build", *options]) == 0
    assert layouts_of(deck(tmp_path))[0] == "Titre"
    assert main(["verify", *options, str(deck(tmp_path))]) == 0


def test_the_brief_follows_where_the_map_asks_for_it(tmp_path: Path, options: list[str]) -> None:
    file = template(tmp_path, "pale_accents")
    Path(file).with_suffix(".yaml").write_text("charter: from-template\n", encoding="utf-8")
    assert main(["build", *options, "--template", file]) == 0
    brief = tmp_path / "output" / "evian" / "evian-brief.pdf"
    with pikepdf.open(brief) as pdf:
        drawn = b"".join(page.Contents.read_bytes() for page in pdf.pages)
    assert b"0.0431 0.3529 0.298" not in drawn  # the green of our own charter
    assert main(["verify", str(brief), *options, "--template", file]) == 0


def with_own_slides(data: bytes) -> bytes:
    """The template with a page of instructions and a legal page."""
    presentation = Presentation(io.BytesIO(data))
    for text in ("Mode d’emploi", "Mentions légales"):
        slide = presentation.slides.add_slide(presentation.slide_layouts[2])
        slide.shapes.title.text = text
        slide.shapes.add_textbox(Inches(1), Inches(5), Inches(3), Inches(1)).text_frame.text = f"{text}, en détail"
    buffer = io.BytesIO()
    presentation.save(buffer)
    return buffer.getvalue()


def test_slides_of_the_template_are_kept_where_the_map_says(tmp_path: Path, options: list[str]) -> None:
    file = tmp_path / "maison.potx"
    file.write_bytes(with_own_slides(AWKWARD["title_band"]()))
    assert main(["build", *options, "--template", str(file)]) == 0
    count = len(Presentation(str(deck(tmp_path))).slides)
    file.with_suffix(".yaml").write_text("kept: {1: first, 2: last}", encoding="utf-8")
    assert main(["build", *options, "--template", str(file)]) == 0
    slides = list(Presentation(str(deck(tmp_path))).slides)
    assert len(slides) == count + 2
    assert [slides[0].shapes.title.text, slides[-1].shapes.title.text] == ["Mode d’emploi", "Mentions légales"]
    numbers = [shape.text for shape in slides[2].placeholders if shape.placeholder_format.type == 13]
    assert numbers == ["3"]
    assert main(["verify", str(deck(tmp_path)), *options, "--template", str(file)]) == 0


def test_edits_of_a_deck_on_a_template_come_home(
    tmp_path: Path, options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    file = template(tmp_path)
    assert main(["build", *options, "--template", file]) == 0
    edited = tmp_path / "edited.pptx"
    presentation = Presentation(str(deck(tmp_path)))
    title = next(slide.shapes.title for slide in list(presentation.slides)[2:] if slide.shapes.title.text)
    title.text_frame.paragraphs[0].runs[0].text += " vraiment"
    presentation.save(str(edited))
    assert main(["edits", str(edited), *options, "--template", file]) in (0, 1)
    assert "vraiment" in capsys.readouterr().out


def test_numbered_copies_bear_their_stamp_on_a_template(tmp_path: Path, options: list[str]) -> None:
    file = template(tmp_path, "dark_map")
    people = tmp_path / "people.csv"
    people.write_text("nom;documents\nDélégation indienne;présentation\n", encoding="utf-8")
    assert main(["pack", "evian", *options, "--template", file, "--recipients", str(people)]) == 0
    (copy,) = (tmp_path / "output").rglob("*0*1*deck*.pptx")
    slides = Presentation(str(copy)).slides
    assert all(
        any("Délégation indienne" in shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
        for slide in slides
    )
    assert main(["trace", str(copy), "--output", str(tmp_path / "output")]) == 0


HOSTILE = {
    "no archive": b"PK nothing",
    "a document of before 2007": b"\xd0\xcf\x11\xe0" + bytes(600),
    "an archive of nothing": zipped({"a.txt": "a"}),
    "no presentation": zipped(
        {
            "_rels/.rels": relations(relation(1, "officeDocument", "word/document.xml")),
            "word/document.xml": "<document/>",
        }
    ),
    "entities": zipped(
        {
            "_rels/.rels": relations(relation(1, "officeDocument", "ppt/presentation.xml")),
            "ppt/presentation.xml": '<!DOCTYPE a [<!ENTITY e "x">]><presentation>&e;</presentation>',
        }
    ),
    "a part outside": zipped({"../_rels/.rels": "<a/>"}),
    "half a file": AWKWARD["logos"]()[:3_000],
    "no layout": zipped(
        {
            "_rels/.rels": relations(relation(1, "officeDocument", "ppt/presentation.xml")),
            "ppt/presentation.xml": '<p:presentation xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"/>',
        }
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_template_is_a_located_problem(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "maison.pptx"
    file.write_bytes(HOSTILE[name])
    assert main(["template", str(file)]) == 1
    assert capsys.readouterr().err.startswith("maison.pptx: template-unreadable: ")


def test_what_runs_or_calls_out_is_left_outside_and_said(
    tmp_path: Path, options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    links = (
        relation(1, "slideMaster", "slideMasters/slideMaster1.xml"),
        relation(7, "vbaProject", "vba.bin"),
        relation(8, "attachedTemplate", "http://example.org/a.potx", ' TargetMode="External"'),
        relation(9, "font", "fonts/font1.fntdata"),
        relation(10, "tags", "tags/tag1.xml"),
    )
    extra = {
        "ppt/_rels/presentation.xml.rels": relations("".join(links)).encode(),
        "ppt/vba.bin": b"macro",
        "ppt/fonts/font1.fntdata": b"face",
        "ppt/tags/tag1.xml": b"<tags/>",
    }
    with zipfile.ZipFile(io.BytesIO(AWKWARD["german"]())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    file = tmp_path / "macros.pptm"
    file.write_bytes(zipped({**parts, **extra}))
    assert main(["template", str(file)]) == 0
    said = capsys.readouterr().out.replace("\u00a0", " ")
    for words in ("macros (programme VBA)", "http://example.org/a.potx", "polices incorporées", "étiquettes"):
        assert words in said
    assert main(["build", *options, "--template", str(file)]) == 0
    with zipfile.ZipFile(deck(tmp_path)) as archive:
        assert not [name for name in archive.namelist() if "vba" in name or "font" in name or "tag" in name]


def test_a_template_that_is_not_there_is_told(
    options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", *options, "--template", str(tmp_path / "maison.pptx")]) != 0
    said = capsys.readouterr()
    assert "maison.pptx: template-missing: modèle introuvable" in (said.out + said.err).replace("\u00a0", " ")
    assert not deck(tmp_path).exists()
