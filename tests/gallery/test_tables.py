"""The gallery of tables on slides and pages: nothing overflows, numbers stand under numbers, groups go on by name."""

from __future__ import annotations

import re
import zipfile
from functools import cache
from io import BytesIO

import pypdfium2
import pytest

from editions import edition, section
from gallery.tables import gallery
from judges import ooxml, verapdf
from rapport.arrange.arrange import arrange
from rapport.arrange.studio import TextMeasure
from rapport.edition.edition import Edition
from rapport.edition.text import plain, words
from rapport.lines.columns import past_point
from rapport.render.deck.writer import write_deck
from rapport.render.pdf.brief import draw_brief
from rapport.slides.deck import Deck, Slide
from rapport.slides.elements import Drawing, TableFrame
from rapport.verify.deck_linter.linter import lint
from render.pdf.made_up import charter, fonts
from sketch import tables

SMALLEST = 18.0
"""Points that the text of a table may come down to: what is read from the end of a room."""


@cache
def whole(medium: str = "deck") -> Edition:
    """A section for each table, which its title names."""
    return edition(*(section(name, name, table) for name, table in gallery().items()), medium=medium)


@cache
def plan() -> Deck:
    return arrange(whole(), charter(), fonts()).deck


@cache
def deck() -> bytes:
    return write_deck(plan(), charter()).data


def slides_of(name: str) -> list[Slide]:
    return [slide for slide in plan().slides if tables(slide) and slide.origin.file.endswith(f"/{name}.yaml")]


def frames_of(name: str) -> list[TableFrame]:
    return [frame for slide in slides_of(name) for frame in tables(slide)]


def test_the_gallery_is_large() -> None:
    assert len(gallery()) >= 30


def test_microsoft_s_validator_and_the_linter_find_nothing() -> None:
    assert lint(deck()) == ()
    try:
        assert ooxml.errors(deck(), "pptx") == ()
    except ooxml.NotInstalledError:
        pytest.skip("not run: Microsoft's Open XML validator is not installed")


@pytest.mark.parametrize("name", list(gallery()))
def test_every_row_is_on_a_slide_within_its_place(name: str) -> None:
    content = charter().deck.grid.content
    frames = frames_of(name)
    assert frames
    shown = [
        plain(row.cells[0].paragraphs[0].text)
        for frame in frames
        for row in frame.rows
        if row.kind in ("plain", "total")
    ]
    assert shown == [plain(row.cells[0].text) for row in gallery()[name].rows if row.kind != "group"]
    for frame in frames:
        assert frame.box.bottom <= content.bottom + 0.5
        assert frame.box.right <= content.right + 0.5
        assert min(part.size for row in frame.rows for each in row.cells for part in each.paragraphs) >= SMALLEST - 2


@pytest.mark.parametrize("name", list(gallery()))
def test_numbers_of_a_column_stand_under_one_another(name: str) -> None:
    """On slides: what follows the units' digit begins at one place in each column of numbers, or moves nowhere."""
    for frame in frames_of(name):
        for at, column in enumerate(gallery()[name].columns):
            if not column.counts:
                continue
            cells = [row.cells[at] for row in frame.rows if row.kind in ("plain", "total")]
            ends = [(each, past_point(plain(each.paragraphs[0].text))) for each in cells]
            lengths = {(round(each.outdent, 2), end) for each, end in ends if end is not None}
            by_end = {end: out for out, end in lengths}
            assert len(by_end) == len(lengths)  # equal ends, equal white


@pytest.mark.parametrize(("name", "slides"), [("20-by-7", 3), ("20-by-7-heads", 5)])
def test_twenty_rows_of_seven_columns_take_slides_evenly_filled(name: str, slides: int) -> None:
    frames = frames_of(name)
    assert len(frames) == slides
    heights = [frame.box.height for frame in frames]
    assert max(heights) - min(heights) <= max(row.height for frame in frames for row in frame.rows)
    sizes = {part.size for frame in frames for row in frame.rows for each in row.cells for part in each.paragraphs}
    assert min(sizes) >= SMALLEST


def test_slides_of_one_table_hold_rows_alike() -> None:
    counts = [sum(row.kind == "plain" for row in frame.rows) for frame in frames_of("two-levels-long")]
    assert len(counts) > 3
    assert max(counts) - min(counts) <= 1


def test_a_header_is_broken_before_words_are_squeezed() -> None:
    """A long header over short numbers leaves the words beside them their line."""
    for frame in frames_of("16-with-words"):
        lines = {round(row.height) for row in frame.rows if row.kind == "plain"}
        assert len(frames_of("16-with-words")) <= 3
        assert lines


def test_a_group_is_named_again_where_it_goes_on() -> None:
    _first, *others = frames_of("groups-long")
    assert others
    headings = [
        plain(row.cells[0].paragraphs[0].text) for frame in others for row in frame.rows[1:2] if row.kind == "group"
    ]
    assert headings
    assert all(heading.endswith("groupe (suite)") or heading == "Second groupe" for heading in headings)
    assert any(heading.endswith("(suite)") for heading in headings)


def test_three_rows_of_a_group_stay_on_each_side_of_a_break() -> None:
    for frame in frames_of("groups-long"):
        kinds = [row.kind for row in frame.rows[1:]]
        runs = [len(run) for run in re.findall("p+", "".join(kind[0] for kind in kinds))]
        assert all(run >= 3 for run in runs)


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_verapdf_finds_nothing_on_pages(flavour: verapdf.Flavour) -> None:
    assert verapdf.failures(draw_brief(whole("brief"), charter(), fonts()).data, flavour) == ()


def test_the_brief_holds_every_row_and_repeats_headers() -> None:
    data = draw_brief(whole("brief"), charter(), fonts()).data
    with pypdfium2.PdfDocument(data) as document:
        texts = "".join(page.get_textpage().get_text_range() for page in document)
    squeezed = re.sub(r"\s+", "", texts)
    for table in gallery().values():
        for row in table.rows:
            for cell in row.cells[:1]:
                assert re.sub(r"\s+", "", plain(cell.text)) in squeezed
    assert "Premiergroupe(suite)" in squeezed or "Secondgroupe(suite)" in squeezed


def test_group_rows_span_all_columns_of_native_tables() -> None:
    with zipfile.ZipFile(BytesIO(deck())) as package:
        slides = [package.read(name) for name in package.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)]
    (found,) = [slide for slide in slides if words("Annoncé")[0].text.encode() in slide and b"<a:tbl>" in slide]
    assert found.count(b'gridSpan="2"') == 2


def test_an_author_s_widths_and_sides_are_kept() -> None:
    (frame,) = frames_of("asked-widths")
    assert [round(width / frame.box.width, 3) for width in frame.widths] == [0.5, 0.2, 0.3]
    sides = [[each.paragraphs[0].align for each in row.cells] for row in frame.rows]
    assert sides == [["start", "start", "center"]] * 3
    assert not any(each.outdent for row in frame.rows for each in row.cells)


def test_heads_stand_over_those_of_several_columns_on_each_slide() -> None:
    frames = frames_of("two-levels-long")
    assert len(frames) > 1
    for frame in frames:
        upper, heads = frame.rows[:2]
        assert [(plain(cell.paragraphs[0].text), cell.span) for cell in upper.cells] == [
            ("", 1), ("Exécuté", 2), ("", 0), ("Voté", 1), ("", 1)
        ]  # fmt: skip
        assert [plain(cell.paragraphs[0].text) for cell in heads.cells] == ["Poste", "2020", "2021", "2022", "2023"]


def test_a_head_has_room_for_its_words_over_narrow_columns() -> None:
    (frame,) = frames_of("two-levels-wide-head")
    (head,) = [each for each in frame.rows[0].cells if plain(each.paragraphs[0].text)]
    assert frame.rows[0].height < 2 * head.paragraphs[0].leading + 2 * frame.padding


def test_a_head_over_an_inner_column_has_room_beside_its_gutter() -> None:
    (frame,) = frames_of("two-levels-inner-head")
    at, head = next(
        (at, cell) for at, cell in enumerate(frame.rows[0].cells) if "Prévision" in plain(cell.paragraphs[0].text)
    )
    measure = TextMeasure(fonts(), 0.0)
    assert measure.widest_word(head.paragraphs[0]) <= frame.widths[at] - frame.gutters[at]


def test_lines_of_rows_stand_in_their_cells() -> None:
    (slide,) = slides_of("trends")
    (frame,) = tables(slide)
    drawn = [each for each in slide.elements if isinstance(each, Drawing)]
    assert len(drawn) == sum(bool(row.cells[-1].trend) for row in frame.rows)
    for each in drawn:
        assert frame.box.right - frame.widths[-1] - 0.1 <= each.box.x
        for x, y in (point for shape in each.shapes for point in shape.points):
            assert each.box.x - 0.1 <= x <= each.box.right + 0.1
            assert each.box.y - 4 <= y <= each.box.bottom + 4
