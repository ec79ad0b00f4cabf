"""Fonts are embedded by the glyphs drawn, and read back as the text that was set."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

import pikepdf
import pytest
import uharfbuzz as hb

from faces import face
from rapport.formats.pdf.fonts import read_metrics, subset, to_unicode
from rapport.formats.pdf.glyphs import CodeTable, GlyphFont
from rapport.lines.face import shape
from readback import read_back
from render.pdf.sheet import one_line

HARD = "L’été : 12\u00a0% ; «\u202fcœur\u202f» — non\u2011dit, fini — Œuvre, 1\u202f000\u00a0€ fiancé"


@contextmanager
def first_font(data: bytes) -> Iterator[Any]:
    with pikepdf.open(BytesIO(data)) as pdf:
        yield pdf.pages[0].Resources.Font.F1


@pytest.mark.parametrize("outlines", ["ttf", "otf"])
def test_text_is_read_back_character_for_character(outlines: str) -> None:
    assert read_back(one_line(HARD, outlines)).root.text == HARD


def test_a_glyph_that_serves_two_characters_has_two_codes() -> None:
    codes = CodeTable()
    assert [codes.code(1, " "), codes.code(1, "\u00a0"), codes.code(1, " ")] == [1, 2, 1]
    assert (codes.glyphs, codes.texts) == ((1, 1), (" ", "\u00a0"))


def test_a_character_without_glyph_is_refused() -> None:
    font = GlyphFont("F1", face())
    with pytest.raises(ValueError, match="no glyph for '中'"):
        font.encode(shape(face(), "中"))


def test_characters_beyond_the_basic_plane_are_written_as_pairs() -> None:
    assert b"<0001> <D83DDE00>" in to_unicode(["\U0001f600"])
    assert b"<0001> <00660069>" in to_unicode(["fi"])


def test_a_section_of_a_cmap_has_a_hundred_lines_at_most() -> None:
    cmap = to_unicode(["x"] * 250).decode()
    assert [line for line in cmap.splitlines() if line.endswith("beginbfchar")] == [
        "100 beginbfchar",
        "100 beginbfchar",
        "50 beginbfchar",
    ]


@pytest.mark.parametrize("outlines", ["ttf", "otf"])
def test_the_program_holds_only_what_is_drawn(outlines: str) -> None:
    program = hb.Face(face(outlines=outlines).data)
    glyphs = [hb.Font(program).get_nominal_glyph(ord(character)) for character in "abc"]
    made = subset(program, glyphs)
    assert sorted(made.glyphs) == sorted([0, *glyphs])
    assert hb.Face(made.data).glyph_count == 4
    assert len(made.data) < 3_000


def test_the_glyphs_that_a_glyph_is_composed_of_come_along() -> None:
    program = hb.Face(face().data)
    font = hb.Font(program)
    made = subset(program, [font.get_nominal_glyph(ord("é"))])
    assert font.get_nominal_glyph(ord("e")) in made.glyphs


def test_the_widths_declared_are_those_of_the_program() -> None:
    with first_font(one_line("Wij")) as font:
        descendant = font.DescendantFonts[0]
        program = hb.Font(hb.Face(descendant.FontDescriptor.FontFile2.read_bytes()))
        mapping = descendant.CIDToGIDMap.read_bytes()
        glyphs = [int.from_bytes(mapping[2 * code : 2 * code + 2], "big") for code in (1, 2, 3)]
        assert [program.get_glyph_h_advance(glyph) for glyph in glyphs] == [int(width) for width in descendant.W[1]]


def test_metrics_are_those_of_the_face() -> None:
    metrics = read_metrics(hb.Face(face("italic").data))
    assert metrics.name == "SourceSansPro-It"
    assert (metrics.ascent, metrics.descent, metrics.cap_height, metrics.italic_angle) == (984, -273, 660, -11)
    assert metrics.box[0] < 0 < metrics.cap_height < metrics.box[3]


def test_other_glyphs_give_another_subset_name() -> None:
    names = []
    for text in ("abc", "abd", "abc"):
        with first_font(one_line(text)) as font:
            names.append(str(font.BaseFont))
    assert names[0] == names[2] != names[1]
    assert [len(name.split("+")[0]) for name in names] == [7, 7, 7]


def test_a_face_that_is_not_used_is_not_embedded() -> None:
    with pikepdf.open(BytesIO(one_line("abc"))) as pdf:
        assert list(pdf.pages[0].Resources.Font.keys()) == ["/F1"]
