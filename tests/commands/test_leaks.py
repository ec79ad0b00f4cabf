"""What a copy may hold beside what it shows, put there by other programs: each is told, and nothing of ours is."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pptx
import pytest
from PIL import Image
from pptx.presentation import Presentation
from pptx.util import Pt

from briefing_tree import project
from campaigns import Scene, project_options
from content_tree import SMALL, plain_spaces
from rapport.cli import main

PLAN = "briefings: [evian]\nrecipients: liste.csv\ndocuments: [brief, deck, slides, notes, sheet]\n"
LIST = "nom;titre;public visé\nZoé Çelik;Mme;partenaires\nDélégation indienne;;presse\nAna Silva;M.;interne\n"


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    made = Scene.of(tmp_path_factory.mktemp("leaks"), PLAN, LIST)
    assert main(made.words("--workers=1")) == 0
    return made


def told(scene: Scene, path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What is said of what a copy holds beside what it shows."""
    capsys.readouterr()
    main(["verify", str(path), *project_options(scene.folder, "output")])
    said = plain_spaces(capsys.readouterr().out)
    return said[said.index("Rien de caché ni d’oublié") :]


def copy(scene: Scene, number: int, ending: str, folder: Path) -> Path:
    """A copy, taken to another folder with its register."""
    [found] = scene.made().glob(f"evian/evian*-{number:03d}-*{ending}")
    target = folder / found.name
    target.write_bytes(found.read_bytes())
    (folder / "register.csv").write_bytes((found.parent / "register.csv").read_bytes())
    return target


def test_our_own_copies_hold_nothing_else(scene: Scene, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["verify", str(scene.made()), *project_options(scene.folder, "output")]) == 0
    said = plain_spaces(capsys.readouterr().out)
    assert said.count("Rien de caché ni d’oublié") == 15
    assert "leak-" not in said


# Presentations.

Parts = dict[str, bytes]


def parts(change: Callable[[Parts], object]) -> Callable[[Path], None]:
    def edit(path: Path) -> None:
        with zipfile.ZipFile(path) as archive:
            found = {name: archive.read(name) for name in archive.namelist()}
        change(found)
        with zipfile.ZipFile(path, "w") as archive:
            for name, data in found.items():
                archive.writestr(name, data)

    return edit


def slides(change: Callable[[Presentation], object]) -> Callable[[Path], None]:
    def edit(path: Path) -> None:
        deck = pptx.Presentation(str(path))
        change(deck)
        deck.save(str(path))

    return edit


def workbook(change: Callable[[Parts], object]) -> Callable[[Path], None]:
    """A change of the members of the first chart's workbook."""

    def within(found: Parts) -> None:
        name = next(name for name in found if name.endswith(".xlsx"))
        inner = BytesIO(found[name])
        with zipfile.ZipFile(inner) as archive:
            members = {each: archive.read(each) for each in archive.namelist()}
        change(members)
        inner = BytesIO()
        with zipfile.ZipFile(inner, "w") as archive:
            for each, data in members.items():
                archive.writestr(each, data)
        found[name] = inner.getvalue()

    return parts(within)


def replaced(name: str, old: bytes, new: bytes) -> Callable[[Parts], object]:
    def change(found: Parts) -> None:
        assert old in found[name], name
        found[name] = found[name].replace(old, new, 1)

    return change


SHEET, CORE, APP = "xl/worksheets/sheet1.xml", "docProps/core.xml", "docProps/app.xml"
SECOND, NOTES = "xl/worksheets/sheet2.xml", "ppt/notesSlides/notesSlide"
CELL = b'<c r="%s"><v>%d</v></c>'


def cropped(deck: Presentation) -> None:
    picture = BytesIO()
    Image.new("RGB", (40, 30)).save(picture, "PNG")
    deck.slides[1].shapes.add_picture(picture, Pt(1), Pt(1)).crop_left = 0.4


def written_note(deck: Presentation) -> None:
    box = deck.slides[1].shapes.add_textbox(Pt(1), Pt(1), Pt(90), Pt(20))
    box.text_frame.text = "Ne pas dire."
    deck.slides[1].notes_slide.shapes._spTree.append(box._element)


def unlisted(deck: Presentation) -> None:
    listed = deck.slides._sldIdLst
    listed.remove(listed[1])


def hidden_shape(deck: Presentation) -> None:
    deck.slides[1].shapes[0]._element.nvSpPr.cNvPr.set("hidden", "1")


DECKS: dict[str, tuple[str, Callable[[Path], None]]] = {
    "an author": ("leak-metadata", slides(lambda deck: setattr(deck.core_properties, "author", "Jeanne"))),
    "who saved it last": (
        "leak-metadata",
        slides(lambda deck: setattr(deck.core_properties, "last_modified_by", "Jeanne")),
    ),
    "a company": ("leak-metadata", parts(replaced(APP, b"</Properties>", b"<Company>Cabinet</Company></Properties>"))),
    "a property of another program": (
        "leak-metadata",
        parts(
            replaced(
                "docProps/custom.xml",
                b"</Properties>",
                b'<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="3" name="Chemin">'
                b"<vt:lpwstr>C:/Users</vt:lpwstr></property></Properties>",
            )
        ),
    ),
    "a thumbnail": ("leak-metadata", parts(lambda found: found.update({"docProps/thumbnail.jpeg": b"\xff\xd8\xff"}))),
    "a hidden slide": ("leak-hidden", slides(lambda deck: deck.slides[1]._element.set("show", "0"))),
    "a slide taken from the list": ("leak-hidden", slides(unlisted)),
    "a hidden shape": ("leak-hidden", slides(hidden_shape)),
    "a text beside the notes": ("leak-notes", slides(written_note)),
    "the notes of no slide": (
        "leak-notes",
        parts(
            lambda found: found.update({"ppt/notesSlides/notesSlide99.xml": found["ppt/notesSlides/notesSlide1.xml"]})
        ),
    ),
    "a cropped picture": ("leak-crop", slides(cropped)),
    "a picture that is shown nowhere": (
        "leak-crop",
        parts(lambda found: found.update({"ppt/media/image99.png": b"x"})),
    ),
    "the history of changes": (
        "leak-revision",
        parts(lambda found: found.update({"ppt/changesInfos/changesInfo1.xml": b"<a/>"})),
    ),
    "a comment": ("leak-comment", parts(lambda found: found.update({"ppt/comments/comment1.xml": b"<a/>"}))),
    "an author of comments": ("leak-comment", parts(lambda found: found.update({"ppt/commentAuthors.xml": b"<a/>"}))),
    "a remark in the markup": (
        "leak-comment",
        parts(replaced("ppt/slides/slide2.xml", b"</p:sld>", b"<!-- non retenu --></p:sld>")),
    ),
    "a cell below": (
        "leak-workbook",
        workbook(
            replaced(SHEET, b"</sheetData>", b'<row r="40">' + CELL % (b"A40", 7) + b"</row></sheetData>"),
        ),
    ),
    "a cell beside": ("leak-workbook", workbook(replaced(SHEET, b"</row>", CELL % (b"Z1", 7) + b"</row>"))),
    "a hidden column": ("leak-workbook", workbook(replaced(SHEET, b"<col ", b'<col hidden="1" '))),
    "another sheet": (
        "leak-workbook",
        workbook(lambda found: found.update({"xl/worksheets/sheet2.xml": found[SHEET]})),
    ),
    "a comment on a cell": ("leak-workbook", workbook(lambda found: found.update({"xl/comments1.xml": b"<a/>"}))),
    "a workbook of no chart": (
        "leak-workbook",
        parts(lambda found: found.update({"ppt/embeddings/x.xlsx": next(d for n, d in found.items() if ".xlsx" in n)})),
    ),
    "another recipient's name": (
        "leak-recipient",
        parts(replaced("ppt/slides/slide2.xml", b'name="', b'name="pour Ana Silva ')),
    ),
    "another copy's stamp": (
        "leak-recipient",
        parts(replaced(CORE, b"</dc:title>", " Exemplaire n° 2 — Délégation indienne</dc:title>".encode())),
    ),
}


@pytest.mark.parametrize("name", DECKS)
def test_what_a_deck_holds_is_told(name: str, scene: Scene, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, change = DECKS[name]
    path = copy(scene, 1, "deck.pptx", tmp_path)
    assert "leak-" not in told(scene, path, capsys)
    change(path)
    assert code in told(scene, path, capsys)


# PDF files.


def pages(change: Callable[[pikepdf.Pdf], object]) -> Callable[[Path], None]:
    def edit(path: Path) -> None:
        with pikepdf.open(path, allow_overwriting_input=True) as pdf:
            change(pdf)
            pdf.save(path)

    return edit


def said_in_metadata(text: str) -> Callable[[pikepdf.Pdf], object]:
    def change(pdf: pikepdf.Pdf) -> None:
        packet = pdf.Root.Metadata.read_bytes().replace(b"<dc:format>", text.encode() + b"<dc:format>")
        pdf.Root.Metadata.write(packet)

    return change


def taken_out(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[-1].obj
    pdf.Root["/Kept"] = page
    del pdf.pages[-1]


def annotated(pdf: pikepdf.Pdf) -> None:
    note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 9, 9], Contents="Non")
    pdf.pages[0].obj["/Annots"] = pikepdf.Array([pdf.make_indirect(note)])


def extended(path: Path) -> None:
    """An increment, as programs that save in place write it."""
    path.write_bytes(path.read_bytes() + b"\n% suite\n%%EOF\n")


PDFS: dict[str, tuple[str, Callable[[Path], None]]] = {
    "an author": ("leak-metadata", pages(lambda pdf: pdf.docinfo.__setitem__("/Author", "Jeanne"))),
    "an author in the packet": (
        "leak-metadata",
        pages(said_in_metadata("<dc:creator><rdf:Seq><rdf:li>Jeanne</rdf:li></rdf:Seq></dc:creator>")),
    ),
    "data of another program": (
        "leak-metadata",
        pages(lambda pdf: pdf.pages[0].obj.__setitem__("/PieceInfo", pikepdf.Dictionary(A=pikepdf.Dictionary()))),
    ),
    "a page taken out": ("leak-hidden", pages(taken_out)),
    "layers": (
        "leak-hidden",
        pages(lambda pdf: pdf.Root.__setitem__("/OCProperties", pikepdf.Dictionary(OCGs=pikepdf.Array()))),
    ),
    "a cropped page": ("leak-crop", pages(lambda pdf: setattr(pdf.pages[0], "cropbox", [0, 0, 200, 200]))),
    "an earlier version": ("leak-revision", extended),
    "a remark": ("leak-comment", pages(annotated)),
    "another recipient's name": (
        "leak-recipient",
        pages(lambda pdf: pdf.docinfo.__setitem__("/Subject", "comme pour Ana Silva")),
    ),
    "another copy's stamp": (
        "leak-recipient",
        pages(lambda pdf: pdf.docinfo.__setitem__("/Subject", "Exemplaire n° 2 — Délégation indienne")),
    ),
}


@pytest.mark.parametrize("name", PDFS)
@pytest.mark.parametrize("ending", ["brief.pdf", "slides.pdf"])
def test_what_a_pdf_holds_is_told(
    name: str, ending: str, scene: Scene, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, change = PDFS[name]
    path = copy(scene, 1, ending, tmp_path)
    assert "leak-" not in told(scene, path, capsys)
    change(path)
    assert code in told(scene, path, capsys)


def test_a_name_that_stands_in_another_word_is_none(scene: Scene, capsys: pytest.CaptureFixture[str]) -> None:
    """« Chine » is in « machine », and a recipient's name may be a word of the briefing."""
    listed = LIST + "Chine;;presse\nFinancement;;presse\nLevées;;presse\n"
    made = Scene.of(scene.folder, PLAN, listed)
    assert main(made.words("--workers=1", output="words")) == 0
    capsys.readouterr()
    assert main(["verify", str(made.made("words")), *project_options(scene.folder, "words")]) == 0


def test_what_a_pack_holds_is_told_with_its_file(
    scene: Scene, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = project_options(scene.folder, "packs")
    assert main(["pack", "evian", *options]) == 0
    pack = scene.folder / "packs" / "evian" / "evian-pack.zip"
    assert main(["verify", str(pack), *options]) == 0
    with zipfile.ZipFile(pack) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    deck = tmp_path / "evian-deck.pptx"
    deck.write_bytes(members[deck.name])
    DECKS["an author"][1](deck)
    digests = {hashlib.sha256(members[deck.name]).hexdigest(): hashlib.sha256(deck.read_bytes()).hexdigest()}
    sizes = {f'"size": {len(members[deck.name])}': f'"size": {deck.stat().st_size}'}
    manifest = members["manifest.json"].decode()
    for old, new in {**digests, **sizes}.items():
        assert old in manifest
        manifest = manifest.replace(old, new)
    members |= {deck.name: deck.read_bytes(), "manifest.json": manifest.encode()}
    with zipfile.ZipFile(tmp_path / pack.name, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    capsys.readouterr()
    assert main(["verify", str(tmp_path / pack.name), *options]) == 3
    assert "evian-deck.pptx, docProps/core.xml : leak-metadata" in plain_spaces(capsys.readouterr().out)


def test_an_issuer_and_a_marking_are_nothing_hidden(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    briefing = SMALL["briefings/evian.yaml"] + "issuer: Secrétariat de l'UNOC 3\n        marking: Document de travail\n"
    briefing += '        embargo: {until: "2026-03-12T09:00", zone: Europe/Paris}\n'
    options = project(tmp_path, {"briefings/evian.yaml": briefing, "sections/financement.yaml": FINE})
    assert main(["build", *options]) == 0
    assert main(["verify", *options]) == 0, capsys.readouterr().out


FINE = """
        title: Financement
        message: "Les start-up ont levé {levees:short}, plus de quoi grandir"
        blocks:
          - paragraph: "Les start-up ont levé {levees}."
        """
