from pathlib import Path

import pytest
import uharfbuzz as hb
from reportlab.pdfbase.pdfmetrics import stringWidth

from rapport.lines import widest
from rapport.lines.face import FontSet, shape
from rapport.lines.measure import BOLD, REGULAR, fallback_width, widest_width

FRENCH = (
    "Les centres de données annoncés avancent : les trois quarts des exploitants ont trouvé leur terrain, et le "
    "raccordement au réseau électrique prend désormais trois à quatre ans."
)
SAME_WIDTH = str.maketrans({"\u00a0": " ", "\u2010": "-", "\u2011": "-", "−": "+"})
"""Characters that WinAnsi lacks, or that Helvetica names otherwise, and such as have the same width by design."""


@pytest.mark.parametrize(("table", "name"), [(REGULAR, "Helvetica"), (BOLD, "Helvetica-Bold")])
def test_widths_are_those_of_arial_s_model(table: dict[str, float], name: str) -> None:
    assert len(table) > 150
    for char, width in table.items():
        assert width == pytest.approx(stringWidth(char.translate(SAME_WIDTH), name, 1.0)), char


def test_french_is_wider_in_arial(fonts: FontSet) -> None:
    wider = {
        face.style: fallback_width(face, FRENCH) * 1000 / shape(face, FRENCH).advance
        for face in (fonts.regular, fonts.bold)
    }
    assert wider == {"regular": pytest.approx(1.08, abs=0.02), "bold": pytest.approx(1.095, abs=0.02)}


def test_figures_are_wider_still(fonts: FontSet) -> None:
    assert fallback_width(fonts.regular, "2026") * 1000 / shape(fonts.regular, "2026").advance > 1.11


def test_unknown_characters_are_given_a_margin(fonts: FontSet) -> None:
    assert fallback_width(fonts.regular, "\u202f") == pytest.approx(0.125 * 1.1)
    assert fallback_width(fonts.regular, "新") == pytest.approx(1.1)


DEJAVU = Path("/usr/share/fonts/truetype/dejavu")


@pytest.mark.parametrize(("table", "name"), [(widest.REGULAR, "DejaVuSans.ttf"), (widest.BOLD, "DejaVuSans-Bold.ttf")])
def test_the_widest_widths_are_those_of_the_widest_face(table: dict[str, float], name: str) -> None:
    if not (DEJAVU / name).exists():
        pytest.skip("not run: DejaVu Sans is not installed")
    face = hb.Face((DEJAVU / name).read_bytes())
    font = hb.Font(face)
    assert len(table) > 200
    for char, width in table.items():
        glyph = font.get_nominal_glyph(ord(char))
        assert glyph is not None
        assert width == pytest.approx(font.get_glyph_h_advance(glyph) / face.upem, abs=0.0006), char


def test_no_word_is_wider_than_in_the_widest_face(fonts: FontSet) -> None:
    for face in (fonts.regular, fonts.bold):
        for word in (*FRENCH.split(), "2\u202f028,5", "désendettement", "新"):
            assert widest_width(face, word) >= fallback_width(face, word), word
