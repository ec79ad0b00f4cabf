import pytest

from rapport.lines.face import FontSet, hang_left, hang_right, shape, shaper
from rapport.lines.line import Line, LineSetting, Run
from rapport.lines.paragraph import set_paragraph

TEXT = "«\u00a0Un an après, les engagements tiennent, les chantiers avancent.\u00a0»"


def hung(fonts: FontSet, hanging: float) -> tuple[Line, ...]:
    return set_paragraph((Run(TEXT, fonts.regular, 10.0),), LineSetting(80.0, hanging=hanging))


def test_letters_stay_inside(fonts: FontSet) -> None:
    assert hang_right(shaper(fonts.regular), "fin") == hang_left(shaper(fonts.regular), "fin") == 0
    assert hang_right(shaper(fonts.regular), "") == hang_left(shaper(fonts.regular), "") == 0


@pytest.mark.parametrize("char", "-,.;:’»")
def test_punctuation_stands_out_in_part(fonts: FontSet, char: str) -> None:
    assert 0 < hang_right(shaper(fonts.regular), "fin" + char) < shape(fonts.regular, char).advance


def test_a_quotation_mark_hangs_at_the_left(fonts: FontSet) -> None:
    (first, *_) = hung(fonts, 1.0)
    expected = 0.3 * shape(fonts.regular, "«").advance / 100
    assert first.fragments[0].x == pytest.approx(-expected)


def test_a_line_that_ends_with_a_comma_reaches_beyond_the_measure(fonts: FontSet) -> None:
    for hanging, beyond in ((0.0, 0.0), (0.5, 0.3), (1.0, 0.6)):
        line = next(line for line in hung(fonts, hanging) if line.text.endswith(","))
        last = line.fragments[-1]
        comma = shape(fonts.regular, ",").advance / 100
        assert line.width == pytest.approx(80.0)
        assert last.x + last.width == pytest.approx(80.0 + beyond * comma)
