"""The canvas: navigation, pages, pictures, and mistakes that are refused."""

from __future__ import annotations

import ast
import re
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from faces import face
from judges.verapdf import failures
from rapport.edition.picture import Picture
from rapport.formats.pdf import canvas as canvas_module
from rapport.formats.pdf.canvas import TaggedCanvas
from rapport.formats.pdf.tags.tree import Element, MarkingError
from rapport.lines.line import Run
from rapport.look.geometry import Box, Pt
from rapport.render.pdf.text import Baseline, Inline, InlineElements, draw_lines
from readback import read_back
from render.pdf.sheet import INK, PROPERTIES, draw, lines, new_canvas, picture, texts, written

AREA = Box(Pt(10), Pt(20), Pt(100), Pt(30))


def test_outline_entries_lead_to_their_places() -> None:
    canvas = new_canvas()
    for page, (title, level) in enumerate([("Un", 0), ("Un et demi", 1), ("Deux", 0)]):
        draw(canvas, lines(title))
        canvas.bookmark(f"place-{page}", 40)
        canvas.outline(title, f"place-{page}", level)
        canvas.showPage()
    document = pypdfium2.PdfDocument(BytesIO(written(canvas)))
    entries = [(entry.get_title(), entry.level, entry.get_dest().get_index()) for entry in document.get_toc()]
    assert entries == [("Un", 0, 0), ("Un et demi", 1, 1), ("Deux", 0, 2)]
    assert next(iter(document.get_toc())).get_dest().get_view()[1][1] == 260


def test_readers_show_the_outline_where_there_is_one() -> None:
    canvas = new_canvas()
    canvas.bookmark("début", 0)
    canvas.outline("Début", "début", 0)
    draw(canvas, lines("Début"))
    with pikepdf.open(BytesIO(written(canvas))) as pdf:
        assert pdf.Root.PageMode == "/UseOutlines"


def test_an_outline_that_skips_a_level_is_refused() -> None:
    canvas = new_canvas()
    canvas.outline("Un", "un", 0)
    with pytest.raises(ValueError, match="can't jump from outline level 0 to level 2"):
        canvas.outline("Trop bas", "trop-bas", 2)


def test_a_link_to_a_later_page_is_found() -> None:
    canvas = new_canvas()
    with canvas.marked(canvas.tree.document.child("Link")):
        pass
    link = canvas.tree.document.child("Link")
    canvas.link(link, AREA, "Aller à la fin", "#fin")
    canvas.showPage()
    canvas.bookmark("fin", 100)
    draw(canvas, lines("Fin"))
    with pikepdf.open(BytesIO(written(canvas))) as pdf:
        annotation = pdf.pages[0].Annots[0]
        assert annotation.Dest[0].objgen == pdf.pages[1].objgen
        assert [float(value) for value in annotation.Rect] == [10, 250, 110, 280]


def test_a_link_to_nowhere_is_refused() -> None:
    canvas = new_canvas()
    canvas.link(canvas.tree.document.child("Link"), AREA, "Nulle part", "#nulle-part")
    draw(canvas, lines("Texte"))
    with pytest.raises(ValueError, match="nulle-part"):
        written(canvas)


def test_mistakes_in_marking_are_refused_at_once() -> None:
    canvas = new_canvas()
    canvas.begin(Element("P"))
    with pytest.raises(MarkingError), canvas.artifact():
        pass
    with pytest.raises(MarkingError):
        canvas.showPage()


def test_what_is_drawn_after_a_page_belongs_to_the_next() -> None:
    canvas = new_canvas()
    block = canvas.tree.document.child("P")
    for text in ("un", "deux"):
        draw_lines(canvas, lines(text), Baseline(50, 50, 12), INK, InlineElements(block))
        canvas.showPage()
    data = written(canvas)
    assert texts(data) == ["un", "deux"]
    assert read_back(data).root.kids[0].kids == ("un", "deux")  # type: ignore[union-attr]


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_an_empty_page_conforms(flavour: str) -> None:
    canvas = new_canvas()
    canvas.showPage()
    assert failures(written(canvas), flavour) == ()  # type: ignore[arg-type]


def picture_of(image: Image.Image, kind: str) -> Picture:
    file = BytesIO()
    image.save(file, kind)
    data = file.getvalue()
    return Picture("carré", data, sha256(data).hexdigest(), f"image/{kind.lower()}", *image.size)


def drawn_picture(image: Image.Image, kind: str) -> bytes:
    canvas = new_canvas()
    figure = canvas.tree.document.child("Figure", alt="Un carré rouge")
    with canvas.marked(figure):
        canvas.draw_picture(picture_of(image, kind), Box(Pt(50), Pt(50), Pt(50), Pt(50)))
    figure.annotate("Layout", Placement="Block", BBox=(50, 200, 100, 250))
    return written(canvas)


PICTURES = {
    "a photograph": (Image.new("RGB", (20, 20), "red"), "JPEG"),
    "a drawing": (Image.new("RGB", (20, 20), "red"), "PNG"),
    "a photograph for print": (Image.new("CMYK", (20, 20), (0, 255, 255, 0)), "JPEG"),
    "a transparent drawing": (Image.new("RGBA", (20, 20), (255, 0, 0, 255)), "PNG"),
    "a drawing with a palette": (Image.new("RGB", (20, 20), "red").convert("P"), "PNG"),
}


@pytest.mark.parametrize("name", PICTURES)
def test_pictures_are_seen_and_conform(name: str) -> None:
    data = drawn_picture(*PICTURES[name])
    red, green, blue = picture(data).getpixel((75, 75))  # type: ignore[misc]
    assert (red > 250, green < 5, blue < 5) == (True, True, True)
    assert failures(data, "ua1") == failures(data, "2a") == ()
    assert read_back(data).root.find("Figure")[0].entries == {"Alt": "Un carré rouge"}


def test_the_same_picture_twice_is_written_once() -> None:
    noise = picture_of(Image.effect_noise((100, 100), 50), "PNG")
    canvas = new_canvas()
    with canvas.artifact():
        canvas.draw_picture(noise, AREA)
        canvas.draw_picture(noise, AREA.moved(dy=50))
    with pikepdf.open(BytesIO(written(canvas))) as pdf:
        assert len(pdf.pages[0].get_images()) == 1


def test_a_photograph_is_embedded_as_it_is() -> None:
    photograph = picture_of(Image.effect_noise((100, 100), 50).convert("RGB"), "JPEG")
    canvas = new_canvas()
    with canvas.artifact():
        canvas.draw_picture(photograph, AREA)
    assert photograph.data in written(canvas)


def test_transparency_lets_the_page_through() -> None:
    image = Image.new("RGBA", (2, 1), (255, 0, 0, 255))
    image.putpixel((1, 0), (255, 0, 0, 0))
    drawn = picture(drawn_picture(image, "PNG"))
    assert (drawn.getpixel((55, 75)), drawn.getpixel((95, 75))) == ((255, 0, 0), (255, 255, 255))


def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(OSError, match="cannot identify"):
        new_canvas().draw_picture(Picture("faux", b"<html>", "0", "image/png", 1, 1), AREA)


WORDS = st.text(st.sampled_from("abcdefghijklmnopéàœ’-1"), min_size=1, max_size=30)
TAGS = st.one_of(
    st.none(),
    st.builds(Inline, st.integers(0, 3), language=st.just("en")),
    st.builds(Inline, st.integers(0, 3), target=st.just("https://example.org"), contents=st.just("Site")),
    st.builds(Inline, st.integers(0, 3), expansion=st.just("Organisation")),
)
PARAGRAPHS = st.lists(st.lists(st.tuples(WORDS, TAGS), min_size=1, max_size=12), min_size=1, max_size=4)


@settings(max_examples=40)
@given(PARAGRAPHS, st.floats(40, 300), st.sampled_from(["justified", "ragged", "balanced"]))
def test_any_text_is_read_back_once_and_in_order(paragraphs, measure, alignment) -> None:  # type: ignore[no-untyped-def]
    canvas = TaggedCanvas((400, 5_000), PROPERTIES)
    for number, paragraph in enumerate(paragraphs):
        parts = enumerate(paragraph)
        runs = [Run(f" {word}" if place else word, face(), 10.0, tag=tag) for place, (word, tag) in parts]
        draw(canvas, lines(runs, measure, alignment), 50 + 1_200 * number)
    blocks = read_back(written(canvas)).root.find("P")
    said = [" ".join(word for word, _ in paragraph) for paragraph in paragraphs]
    assert [block.text for block in blocks] == said


def private_names() -> set[str]:
    """The private names of ReportLab's canvas that our own code for PDF reads, sets or overrides."""
    known = {name for name in (*dir(Canvas), *vars(Canvas(""))) if name.startswith("_") and not name.startswith("__")}
    folder = Path(canvas_module.__file__).parent
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in (folder / "canvas.py", *folder.rglob("tags/*.py"))]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    read = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    overridden = {node.name for node in nodes if isinstance(node, ast.FunctionDef)}
    return known & (read | overridden)


def test_every_private_name_of_reportlab_is_listed_with_its_reason() -> None:
    listed = set(re.findall(r"`(_\w+)`", canvas_module.__doc__ or ""))
    assert private_names() == listed
