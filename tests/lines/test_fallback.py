import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from rapport.lines.face import FontSet
from rapport.lines.fallback import BOLD, REGULAR, fallback_width
from rapport.lines.shaping import shape

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
