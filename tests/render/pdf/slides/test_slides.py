"""Slides on pages of their own, and over their notes: drawn, judged and read back by other means."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest
from msgspec.structs import replace

from decks import deck, paragraph, slide, text, title, whole_deck
from editions import TARGET_DECK
from judges.verapdf import Flavour, failures
from rapport.arrange.arrange import arrange
from rapport.artefact import Artefact
from rapport.edition.text import plain, words
from rapport.lines.face import FontSet
from rapport.look.charter import Charter
from rapport.look.geometry import Box, Pt
from rapport.render.pdf.slides.document import draw_slides, draw_with_lines
from rapport.render.pdf.slides.notes import draw_notes
from rapport.slides.deck import Deck
from readback import Node, Readback, read_back
from render.pdf.made_up import charter, fonts
from render.pdf.sheet import picture
from sketch import boxes, tables

Draw = Callable[[Deck, Charter, FontSet], Artefact]
HEADINGS = ("H1", "H2", "H3", "H4")


@cache
def target() -> Deck:
    """The plan of the visual target."""
    return arrange(TARGET_DECK, charter(), fonts()).deck


@cache
def drawn(draw: Draw, made: Callable[[], Deck] = target) -> bytes:
    return draw(made(), charter(), fonts()).data


@cache
def reading(draw: Draw = draw_slides, made: Callable[[], Deck] = target) -> Readback:
    return read_back(drawn(draw, made))


def squeezed(string: str) -> str:
    """A text without its spaces: where lines end is not what is tested."""
    return re.sub(r"\s+", "", string)


def sections(draw: Draw = draw_slides) -> tuple[Node, ...]:
    """The element of each slide."""
    return reading(draw).root.find("Sect")


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
@pytest.mark.parametrize("made", [target, whole_deck])
@pytest.mark.parametrize("draw", [draw_slides, draw_notes, draw_with_lines])
def test_conforms(draw: Draw, made: Callable[[], Deck], flavour: Flavour) -> None:
    assert failures(drawn(draw, made), flavour) == ()


@pytest.mark.parametrize("draw", [draw_slides, draw_notes])
def test_the_same_plan_gives_the_same_bytes(draw: Draw) -> None:
    artefact = draw(target(), charter(), fonts())
    assert artefact.data == drawn(draw)
    assert artefact.kind == ("slides" if draw is draw_slides else "notes")


@pytest.mark.parametrize("draw", [draw_slides, draw_notes])
def test_nothing_is_drawn_outside_structure_and_artifacts(draw: Draw) -> None:
    assert not any(string.strip() for string in reading(draw).unmarked)


@pytest.mark.parametrize("draw", [draw_slides, draw_notes])
def test_every_text_of_the_plan_is_read_in_its_order(draw: Draw) -> None:
    for planned, element in zip(target().slides, sections(draw), strict=True):
        read = squeezed(element.text)
        place = 0
        for box in (planned.title, *boxes(planned)):
            for item in box.paragraphs:
                string = squeezed(plain(item.text) + plain(item.unit))
                assert string in read[place:], string
                place = read.index(string, place)


def test_one_page_a_slide_of_its_size() -> None:
    with pikepdf.open(BytesIO(drawn(draw_slides))) as pdf:
        assert [tuple(map(float, page.mediabox)) for page in pdf.pages] == [(0, 0, 960, 540)] * 10


def test_titles_come_first_and_levels_are_never_skipped() -> None:
    headings = [node.tag for node in reading().root.walk() if node.tag in HEADINGS]
    levels = [HEADINGS.index(tag) for tag in headings]
    assert headings == ["H1", *["H2"] * 8, "H3"]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    for element in sections():
        assert element.kids
        first = element.kids[0]
        assert isinstance(first, Node)
        assert first.tag in HEADINGS


def test_the_outline_names_every_slide() -> None:
    with pikepdf.open(BytesIO(drawn(draw_slides))) as pdf:
        (cover,) = pdf.open_outline().root
        titles = [item.title for item in cover.children]
    assert titles == [plain(planned.title.paragraphs[0].text) for planned in target().slides[1:9]]


def test_the_agenda_links_to_slides_but_not_on_paper() -> None:
    assert len(reading().root.find("Link")) == 8  # seven sections, one of them again where its part opens
    assert reading(draw_notes).root.find("Link") == ()


def test_a_table_has_its_headers_and_rows() -> None:
    planned = next(planned for planned in target().slides if tables(planned))
    (frame,) = tables(planned)
    table, _comparison = reading().root.find("Table")
    head, *rows = table.find("TR")
    assert [cell.attributes["Scope"] for cell in head.find("TH")] == ["/Column"] * 5
    assert [[cell.tag for cell in row.kids if isinstance(cell, Node)] for row in rows] == [["TH", *["TD"] * 4]] * 4
    assert len(rows) == len(frame.rows) - 1


def test_a_chart_says_what_it_shows() -> None:
    figures = [node.entries["Alt"] for node in reading().root.find("Figure")]
    assert "Graphique à colonnes. Fin 2027\u00a0: 240\u00a0MW\u202f; fin 2029\u00a0: 700\u00a0MW." in figures


def test_the_signs_of_a_timeline_say_their_status() -> None:
    figures = [node.entries["Alt"] for node in reading().root.find("Figure")]
    assert figures.count("Prévu") == 4
    assert figures.count("Objectif") == 1


def test_items_stand_in_lists_within_those_they_belong_to() -> None:
    listed = [paragraph("Un", level=1), paragraph("Un un", level=2), paragraph("Deux", level=1)]
    made = deck(slide("a", "content", title("Titre"), text("Texte", "body", AREA, paragraph("Avant"), *listed)))
    root = read_back(draw_slides(made, charter(), fonts()).data).root
    outer, inner = root.find("L")
    assert [node.text.strip() for node in inner.find("LBody")] == ["Un un"]
    assert [node.tag for node in outer.kids if isinstance(node, Node)] == ["LI", "LI"]
    assert {node.text.strip() for node in root.find("Lbl")} == {"–"}


def test_what_every_slide_repeats_is_no_content() -> None:
    title_at_foot = target().title
    for planned, element, artifact in zip(target().slides, sections(), reading().artifacts, strict=True):
        if planned.layout != "cover":
            assert str(planned.number) in artifact
        if plain(planned.footer) == title_at_foot:
            assert title_at_foot in artifact
        elif planned.footer:
            assert squeezed(plain(planned.footer)) in squeezed(element.text)


def test_notes_stand_under_their_slide_with_their_sources() -> None:
    for planned, element in zip(target().slides, sections(draw_notes), strict=True):
        read = squeezed(element.text)
        for said in (*planned.speech, *planned.sources):
            assert squeezed(plain(said)) in read


def test_the_slide_is_drawn_reduced_over_its_notes() -> None:
    page = picture(drawn(draw_notes))
    assert page.size == (596, 842)
    green = page.getpixel((300, 65))
    assert green == (11, 90, 76)
    assert page.getpixel((300, 500)) == (255, 255, 255)


def test_figures_are_said_to_stand_where_the_reduced_slide_shows_them() -> None:
    figures = [node for node in reading(draw_notes).root.find("Figure") if "BBox" in node.attributes]
    assert figures
    for node in figures:
        left, bottom, right, top = map(float, node.attributes["BBox"])
        assert 51 <= left < right <= 545
        assert 510 <= bottom < top <= 842


def test_long_notes_go_on_on_another_page() -> None:
    long = slide("a", "content", title("Titre"), speech=tuple(words("Une phrase à dire. " * 40) for _ in range(9)))
    data = draw_notes(deck(long), charter(), fonts()).data
    with pikepdf.open(BytesIO(data)) as pdf:
        assert len(pdf.pages) == 3
    assert squeezed(read_back(data).root.text).count("Unephraseàdire.") == 360
    assert failures(data, "ua1") == ()


def test_a_slide_without_notes_or_foot() -> None:
    bare = replace(slide("a", "title-only", title("Titre")), speech=(), sources=(), footer=())
    assert len(read_back(draw_notes(deck(bare), charter(), fonts()).data).artifacts) == 1


AREA = Box(Pt(48), Pt(150), Pt(864), Pt(330))


def test_slides_stand_beside_lines_three_a_page() -> None:
    read = reading(draw_with_lines)
    assert len(read.artifacts) == -(-len(target().slides) // 3)
    assert [node.tag for node in sections(draw_with_lines)] == ["Sect"] * len(target().slides)
