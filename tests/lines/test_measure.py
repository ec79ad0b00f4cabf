import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.lines.face import FontSet
from rapport.lines.line import Run
from rapport.lines.measure import (
    ALL_RULERS,
    TextBlock,
    fits,
    line_count,
    line_pitch,
    natural_width,
    own_width,
    substitute_width,
    text_height,
    unbreakable_width,
    widest_substitute_width,
    wrap,
)
from rapport.read.faces import installed_fonts

TEXT = "La France tient ses promesses\u00a0: 2,6\u00a0milliards d’euros levés"


def block(fonts: FontSet, text: str, size: float = 10.0) -> TextBlock:
    return TextBlock((Run(text, fonts.regular, size),))


def test_lines_are_filled_one_by_one(fonts: FontSet) -> None:
    assert wrap(block(fonts, TEXT), 140.0) == (
        "La France tient ses promesses\u00a0:",
        "2,6\u00a0milliards d’euros levés",
    )


def test_the_substitute_needs_more_lines_and_they_count(fonts: FontSet) -> None:
    title = block(fonts, TEXT)
    assert wrap(title, 140.0, substitute_width) == (
        "La France tient ses",
        "promesses\u00a0: 2,6\u00a0milliards",
        "d’euros levés",
    )
    assert line_count(title, 140.0) == 3


def test_a_line_ends_after_a_hyphen_or_a_dash_but_not_before_a_figure(fonts: FontSet) -> None:
    width = 1.0 + natural_width(block(fonts, "2024–2025").runs)
    assert wrap(block(fonts, "start-up 2024–2025 covid-19 -5 Paris–Delhi G7–Évian"), width) == (
        "start-up",
        "2024–2025",
        "covid-19 -5",
        "Paris–Delhi",
        "G7–Évian",
    )
    assert wrap(block(fonts, "Paris–Delhi G7–Évian"), width - 6.0) == ("Paris–", "Delhi G7–", "Évian")
    assert wrap(block(fonts, "start-up"), 30.0) == ("start-", "up")


def test_line_feeds_end_lines_even_empty_ones(fonts: FontSet) -> None:
    assert wrap(block(fonts, "Bilan\n\nun an après"), 200.0) == ("Bilan", "", "un an après")
    assert wrap(block(fonts, ""), 200.0) == ("",)


def test_a_word_may_run_across_runs(fonts: FontSet) -> None:
    runs = (Run("le ", fonts.regular, 10.0), Run("som", fonts.bold, 10.0), Run("met", fonts.regular, 10.0))
    assert wrap(TextBlock(runs), 40.0) == ("le", "sommet")


def test_a_word_wider_than_its_box_is_cut(fonts: FontSet) -> None:
    assert wrap(block(fonts, "le xxxxxxxxxxxx fin"), 40.0) == ("le", "xxxxxxxx", "xxxx fin")
    assert wrap(block(fonts, "am-a"), 12.0) == ("a", "m-", "a")


def test_an_indent_narrows_the_box(fonts: FontSet) -> None:
    runs = (Run(TEXT, fonts.regular, 10.0),)
    assert wrap(TextBlock(runs, indent=40.0), 180.0) == wrap(TextBlock(runs), 140.0)


def test_the_pitch_is_the_face_s_times_size_and_spacing(fonts: FontSet) -> None:
    runs = (Run("a", fonts.regular, 12.0), Run("b", fonts.regular, 20.0))
    assert line_pitch(TextBlock(runs, spacing=0.9)) == pytest.approx(1.257 * 20 * 0.9)
    assert line_pitch(TextBlock(())) == 0


def test_space_before_is_skipped_at_the_top(fonts: FontSet) -> None:
    runs = (Run("a", fonts.regular, 10.0),)
    one = TextBlock(runs, before=6.0, after=4.0)
    assert text_height((), 100.0) == 0
    assert text_height((one,), 100.0) == pytest.approx(12.57 + 4)
    assert text_height((one, one), 100.0) == pytest.approx(2 * (12.57 + 4) + 6)


def test_what_fits_fits_exactly(fonts: FontSet) -> None:
    title = block(fonts, TEXT)
    height = text_height((title,), 140.0)
    assert fits((title,), 140.0, height)
    assert not fits((title,), 140.0, height - 0.1)


def test_columns_are_as_wide_as_their_widest_word(fonts: FontSet) -> None:
    runs = (Run("recherche et développement", fonts.regular, 10.0),)
    assert unbreakable_width(runs) == pytest.approx(widest_substitute_width(runs[0], "développement"))
    assert natural_width(runs) == pytest.approx(substitute_width(runs[0], runs[0].text))
    assert own_width(runs[0], "développement") < unbreakable_width(runs)
    assert unbreakable_width(()) == natural_width(()) == 0


def test_lines_are_counted_in_the_faces_that_are_asked_for(fonts: FontSet) -> None:
    text = block(fonts, "recherche et développement")
    width = substitute_width(text.runs[0], "recherche et développement")
    assert (line_count(text, width), line_count(text, width, ALL_RULERS)) == (1, 2)


@given(st.text("abé -–\u00a0\n’m", max_size=60), st.floats(12.0, 120.0))
def test_no_character_is_lost_and_no_line_too_wide(text: str, width: float) -> None:
    run = Run(text, installed_fonts().regular, 10.0)
    lines = wrap(TextBlock((run,)), width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "").replace("\n", "")
    for line in lines:
        assert sum(own_width(run, part) for part in re.split("( )|(?<=[-–])", line.rstrip(" ")) if part) <= width + 0.1
