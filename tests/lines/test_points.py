from typing import get_args

import pytest

from rapport.lines.face import FontSet, shape
from rapport.lines.line import Costs, LineSetting, Run
from rapport.lines.points import Breakpoint, Story, frame, places, stories, too_wide
from rapport.lines.words import Kind, Level


def story(fonts: FontSet, *texts: str) -> Story:
    (only,) = stories([Run(text, fonts.regular, 10.0) for text in texts], LineSetting(100.0), lambda word: (3,))
    return only


def points(fonts: FontSet, text: str, setting: LineSetting, level: Level = "hyphens") -> list[Breakpoint]:
    return places(frame(story(fonts, text), setting), level).points()


def test_every_kind_of_break_has_its_cost() -> None:
    assert all(kind == "space" or getattr(Costs(), kind) > 0 for kind in get_args(Kind))


def test_a_line_s_width_is_a_difference(fonts: FontSet) -> None:
    _, hyphen, after, end = points(fonts, "sommet de", LineSetting(100.0))
    kinds = [(point.kind, point.item, point.at) for point in (hyphen, after, end)]
    assert kinds == [("hyphen", 0, 3), ("space", 1, 0), ("space", 2, 0)]
    assert hyphen.width + hyphen.extra == pytest.approx(width(fonts, "som") + width(fonts, "-"))
    assert end.width - hyphen.next_width == pytest.approx(width(fonts, "met") + width(fonts, " ") + width(fonts, "de"))
    assert end.width - after.next_width == pytest.approx(width(fonts, "de"))


def test_an_indent_makes_the_first_line_wider(fonts: FontSet) -> None:
    start, *_, end = points(fonts, "un an", LineSetting(100.0, indent=12.0), "written")
    assert end.width - start.next_width == pytest.approx(
        12.0 + width(fonts, "un") + width(fonts, " ") + width(fonts, "an")
    )


def test_what_hangs_takes_no_room(fonts: FontSet) -> None:
    start, comma, _ = points(fonts, "«un, an", LineSetting(100.0, hanging=1.0), "written")
    whole = width(fonts, "«un,")
    assert comma.width + comma.extra - start.next_width == pytest.approx(
        whole - 0.6 * width(fonts, ",") - 0.3 * width(fonts, "«")
    )


def test_only_what_is_wider_than_the_measure_may_be_cut(fonts: FontSet) -> None:
    parts = story(fonts, "un établis", "sement de l’État")
    assert [word.text for word, _, _ in parts.items] == ["un", "établis", "sement", "de", "l’État"]
    assert too_wide(parts, 40.0) == {1, 2}
    assert too_wide(parts, 90.0) == set()


def test_a_word_is_measured_before_it_is_divided(fonts: FontSet) -> None:
    """Points are made when they are asked for: the sums at each word's end say whether they are worth it."""
    found = places(frame(story(fonts, "sommet de"), LineSetting(100.0)), "hyphens")
    assert [round(reach, 3) for reach, _, _ in found.reaches] == [
        pytest.approx(width(fonts, "sommet"), abs=0.01),
        pytest.approx(width(fonts, "sommet de"), abs=0.01),
    ]
    assert [point.kind for point in found.within(0)] == ["hyphen", "space"]
    least, most = found.extras
    assert all(least <= point.extra <= most for point in found.points())


def width(fonts: FontSet, text: str) -> float:
    return shape(fonts.regular, text).advance / 100
