"""A whole deck: valid, sound, the same each time, and read back by other programs."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from pptx import Presentation
from pptx.shapes.base import BaseShape

import decks
from judges import ooxml
from judges.ooxml import Judge
from parts import Parts, parts_of, spoiled
from rapport.edition.edition import Furniture
from rapport.edition.text import Span, plain, words
from rapport.language.languages import shape_names
from rapport.look.charter import Charter
from rapport.look.geometry import Pt
from rapport.render.deck.writer import write_deck
from rapport.slides.deck import Deck, Part
from rapport.slides.elements import ElementGroup, PictureFrame, SlideParagraph, TableFrame, TextBox
from rapport.verify.deck_linter.linter import lint


def test_microsoft_finds_nothing(whole: bytes, office_errors: Judge) -> None:
    assert office_errors(whole, "pptx") == ()


def test_microsoft_speaks_of_a_spoiled_deck(whole: bytes, office_errors: Judge) -> None:
    found = office_errors(spoiled(whole, "ppt/slides/slide1.xml", "<a:rPr ", '<a:rPr size="big" '), "pptx")
    assert [error.part for error in found] == ["/ppt/slides/slide1.xml"]


@pytest.mark.parametrize("version", ["Office2007", "Office2013", "Office2021"])
def test_older_versions_find_nothing(whole: bytes, office_errors: Judge, version: str) -> None:
    assert office_errors(whole, "pptx") == ooxml.errors(whole, "pptx", version) == ()


def test_microsoft_finds_nothing_in_the_workbooks(whole: bytes, office_errors: Judge) -> None:
    books = [data for name, data in parts_of(whole).items() if name.endswith(".xlsx")]
    assert len(books) == len(decks.every_chart())
    assert [office_errors(book, "xlsx") for book in books] == [()] * len(books)


def test_the_linter_finds_nothing(whole: bytes) -> None:
    assert lint(whole) == ()


def test_the_same_plan_gives_the_same_bytes(whole: bytes, charter: Charter) -> None:
    assert write_deck(decks.whole_deck(), charter).data == whole


def test_neither_hash_seed_nor_zone_nor_locale_count(whole: bytes) -> None:
    program = """if True:
        import sys, pathlib, decks, conftest
        from rapport.read.charter.charter import read_charter
        from rapport.render.deck.writer import write_deck
        charter = read_charter(conftest.ASSETS / "charter.yaml")
        sys.stdout.buffer.write(write_deck(decks.whole_deck(), charter).data)"""
    elsewhere = {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, env=os.environ | elsewhere, check=True)
    assert done.stdout == whole


def test_every_text_is_read_back(whole: bytes) -> None:
    plan = decks.whole_deck()
    for slide, read in zip(plan.slides, Presentation(io.BytesIO(whole)).slides, strict=True):
        shown = "\n".join(_texts(read.shapes))
        for text in _planned(plan, slide.number):
            assert text in shown.replace("\v", "\n")


def test_notes_are_read_back(whole: bytes) -> None:
    first, *_, last = Presentation(io.BytesIO(whole)).slides
    assert first.notes_slide.notes_text_frame is not None
    assert (
        first.notes_slide.notes_text_frame.text == f"Ce que dit l’orateur\u00a0: cover.\nSources\n{plain(decks.SOURCE)}"
    )
    assert not last.has_notes_slide


def test_charts_are_read_back(whole: bytes) -> None:
    slides = list(Presentation(io.BytesIO(whole)).slides)
    column = next(shape for shape in slides[2].shapes if shape.has_chart)
    series = column.chart.plots[0].series[0]
    assert (series.name, list(series.values)) == ("Puissance", [240.0, None, 700.0])
    assert column.is_placeholder


def test_tables_are_read_back(whole: bytes) -> None:
    frame = next(shape for shape in Presentation(io.BytesIO(whole)).slides[11].shapes if shape.has_table)
    table = frame.table
    assert table.first_row
    assert [cell.text for cell in table.rows[2].cells] == ["Montereau-Vallée-de-la-Seine", "4\u00a0Md€", "Estimé"]


def test_title_is_first_and_furniture_last(whole: bytes) -> None:
    for slide in list(Presentation(io.BytesIO(whole)).slides)[1:]:
        kinds = [str(shape.placeholder_format.type) for shape in slide.placeholders]
        names = [shape.name for shape in slide.shapes]
        assert kinds[0].startswith("TITLE")
        assert names[-2:] == ["Pied de page", "Numéro de diapositive"]


def test_properties_are_those_of_the_plan(whole: bytes) -> None:
    core = Presentation(io.BytesIO(whole)).core_properties
    assert (core.title, core.subject) == (
        "Intelligence artificielle\u00a0: le bilan de la France",
        "Sommet du G7 d’Évian",
    )
    assert (core.author, core.last_modified_by, core.language, core.version) == ("", "", "fr-FR", "1.0")
    assert core.created is not None
    assert core.created.isoformat().startswith("2026-02-10T00:00:00")
    assert decks.whole_deck().content_digest in parts_of(whole)["docProps/custom.xml"].decode()


def test_sections_hold_the_slides_of_their_parts(whole: bytes) -> None:
    main = parts_of(whole)["ppt/presentation.xml"].decode()
    assert main.count("<p14:section ") == 2
    assert 'name="Corps &amp; annexes"' in main
    assert main.count("<p14:sldId ") == len(decks.whole_deck().slides)


def test_nothing_tells_where_the_deck_was_made(whole: bytes) -> None:
    for name, data in parts_of(whole).items():
        assert str(Path.home()).encode() not in data, name
        assert b"python-pptx" not in data, name


def test_only_layouts_in_use_are_there(charter: Charter) -> None:
    alone = write_deck(decks.deck(decks.cover()), charter).data
    assert [name for name in parts_of(alone) if name.startswith("ppt/slideLayouts/slide")] == [
        "ppt/slideLayouts/slideLayout1.xml"
    ]


def test_colours_and_faces_are_those_of_the_theme(whole: bytes) -> None:
    for name, data in _xml(parts_of(whole)):
        assert b"srgbClr" not in data or "/theme/" in name, name
        faces = set(re.findall(rb'typeface="([^"]*)"', data))
        assert "/theme/" in name or all(face.startswith(b"+") for face in faces), name


def test_a_deck_in_english_names_its_shapes_in_english(charter: Charter, office_errors: Judge) -> None:
    data = write_deck(
        replace(decks.whole_deck(), language="en-GB", names=Furniture(tuple(shape_names("en_GB").items()))), charter
    ).data
    layout = parts_of(data)["ppt/slideLayouts/slideLayout5.xml"].decode()
    assert "Chart and message" in layout
    assert "Graphique" not in layout
    assert "'Data'!$B$2:$B$4" in parts_of(data)["ppt/charts/chart1.xml"].decode()
    assert office_errors(data, "pptx") == ()
    assert [finding.code for finding in lint(data)] == []


def test_a_thousand_slides_in_a_chain_of_links(charter: Charter) -> None:
    count = 1_000
    slides = []
    for number in range(count):
        link = SlideParagraph((Span("Suite", link=f"#s{(number + 1) % count}"),), "body", Pt(18), Pt(25))
        box = decks.text("Texte", "body", decks.box(48, 150, 864, 330), link)
        slides.append(decks.slide(f"s{number}", "content", decks.title(f"Diapositive {number}"), box))
    parts = parts_of(write_deck(decks.deck(*slides), charter).data)
    assert b'Target="slide2.xml"' in parts["ppt/slides/_rels/slide1.xml.rels"]
    assert b'Target="slide1.xml"' in parts["ppt/slides/_rels/slide1000.xml.rels"]


def test_a_link_to_no_slide_is_refused(charter: Charter) -> None:
    link = SlideParagraph((Span("Suite", link="#nowhere"),), "body", Pt(18), Pt(25))
    box = decks.text("Texte", "body", decks.box(48, 150, 864, 330), link)
    with pytest.raises(KeyError, match="nowhere"):
        write_deck(decks.deck(decks.slide("s", "content", decks.title("Un"), box)), charter)


def test_a_section_of_no_slide_is_refused(charter: Charter) -> None:
    with pytest.raises(KeyError, match="nowhere"):
        write_deck(decks.deck(decks.cover(), parts=(Part("Partie", ("cover", "nowhere")),)), charter)


def test_a_character_that_xml_cannot_hold_is_refused(charter: Charter) -> None:
    with pytest.raises(ValueError, match=r"U\+0007"):
        write_deck(decks.deck(decks.slide("s", "title-only", decks.title("Son\u0007nette"))), charter)


def test_the_same_picture_is_kept_once(whole: bytes) -> None:
    assert [name for name in parts_of(whole) if name.startswith("ppt/media/")] == ["ppt/media/image1.png"]


def test_a_kind_of_picture_that_slides_do_not_show_is_refused(charter: Charter) -> None:
    frame = PictureFrame("Image", decks.box(48, 150, 40, 30), replace(decks.picture(), media_type="image/webp"), "")
    with pytest.raises(ValueError, match="image/webp"):
        write_deck(decks.deck(decks.slide("s", "picture", decks.title("Une image"), frame)), charter)


def test_libreoffice_draws_every_slide(whole: bytes, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if not office:
        pytest.skip("not run: LibreOffice is not installed")
    (tmp_path / "deck.pptx").write_bytes(whole)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        office,
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "deck.pptx"),
    ]
    subprocess.run(command, capture_output=True, timeout=180, check=True)
    pages = (tmp_path / "deck.pdf").read_bytes().count(b"/Type/Page/")
    assert pages == len(decks.whole_deck().slides)


def test_a_word_of_the_plan_may_be_anything(charter: Charter, office_errors: Judge) -> None:
    odd = "< & > \" ' ]]> \U0001f600 \u202f\u00a0\u2011 &amp; #NAME? ='1'"
    slide = decks.slide("odd", "title-only", decks.title(odd), footer=words(odd), speech=(words(odd),))
    data = write_deck(decks.deck(slide, title=odd, issuer=odd, parts=(Part(odd, ("odd",)),)), charter).data
    (read,) = Presentation(io.BytesIO(data)).slides
    assert read.shapes.title is not None
    assert read.shapes.title.text_frame.text == odd
    assert office_errors(data, "pptx") == ()


def test_a_deck_without_slides_is_valid(charter: Charter, office_errors: Judge) -> None:
    assert office_errors(write_deck(decks.deck(decks.cover()), charter).data, "pptx") == ()


def _xml(parts: Parts) -> Iterator[tuple[str, bytes]]:
    return ((name, data) for name, data in parts.items() if name.endswith(".xml"))


def _texts(shapes: object) -> Iterator[str]:
    for shape in shapes:  # type: ignore[attr-defined]
        assert isinstance(shape, BaseShape)
        if shape.has_text_frame:
            yield shape.text_frame.text  # type: ignore[attr-defined]
        elif getattr(shape, "has_table", False) and shape.has_table:
            yield from (cell.text for row in shape.table.rows for cell in row.cells)  # type: ignore[attr-defined]
        elif hasattr(shape, "shapes"):
            yield from _texts(shape.shapes)


def _planned(plan: Deck, number: int) -> Iterator[str]:
    slide = plan.slides[number - 1]
    yield plain(slide.footer)
    for element in (slide.title, *slide.elements):
        leaves = element.elements if isinstance(element, ElementGroup) else (element,)
        for leaf in leaves:
            if isinstance(leaf, TextBox):
                yield from (plain(item.text) + plain(item.unit) for item in leaf.paragraphs)
            elif isinstance(leaf, TableFrame):
                yield from (plain(cell.paragraphs[0].text) for row in leaf.rows for cell in row.cells)


@pytest.mark.parametrize(("count", "runs"), [(3, 1), (12, 2)])
def test_a_footer_on_two_lines_is_no_field(charter: Charter, count: int, runs: int) -> None:
    """LibreOffice takes a footer of one run for a field, whose words it cuts."""
    footer = " ".join(["rapport annuel"] * count)
    slide = decks.slide("long", "title-only", decks.title("Titre"), footer=words(footer))
    presentation = Presentation(io.BytesIO(write_deck(decks.deck(slide), charter).data))
    [found] = [shape for shape in presentation.slides[0].placeholders if shape.text_frame.text == footer]
    assert len(found.text_frame.paragraphs[0].runs) == runs
