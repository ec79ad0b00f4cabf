import pytest

from rapport.lines.face import Face, FontSet
from rapport.lines.metrics import coverage, metrics, missing


def test_heights_are_those_office_programs_use(fonts: FontSet) -> None:
    regular = metrics(fonts.regular)
    assert (regular.units_per_em, regular.ascent, regular.descent) == (1000, 984, 273)
    assert (regular.x_height, regular.cap_height) == (486, 660)
    assert regular.pitch == pytest.approx(1.257)


def test_postscript_outlines_have_the_same_heights(fonts: FontSet, postscript_face: Face) -> None:
    assert metrics(postscript_face) == metrics(fonts.regular)


def test_other_bytes_are_refused() -> None:
    with pytest.raises(ValueError, match="Sans regular: no OS/2"):
        metrics(Face.of("Sans", "regular", b"not a font"))


def test_french_is_covered(fonts: FontSet) -> None:
    assert set("ÀÇÉÈÊŒœæ«»’–—…€") <= coverage(fonts.regular)
    assert missing(fonts.italic, "Où\u202f? «\u00a0L’été à Évian\u00a0»\u202f: 2,6\u00a0Md€, cœur.\n") == ()


def test_missing_characters_are_named_once_in_order(fonts: FontSet) -> None:
    assert missing(fonts.regular, "新デリー 新 ok") == ("新", "デ", "リ", "ー")
