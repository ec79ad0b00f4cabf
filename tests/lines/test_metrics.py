import struct

import pytest

from rapport.lines.face import Face, FontSet, coverage, metrics, missing


def test_heights_are_those_office_programs_use(fonts: FontSet) -> None:
    regular = metrics(fonts.regular)
    assert (regular.units_per_em, regular.ascent, regular.descent) == (1000, 984, 273)
    assert (regular.x_height, regular.cap_height) == (486, 660)
    assert regular.pitch == pytest.approx(1.257)


def test_postscript_outlines_have_the_same_heights(fonts: FontSet, postscript_face: Face) -> None:
    assert metrics(postscript_face) == metrics(fonts.regular)


def test_where_an_older_table_says_no_heights_they_are_those_of_the_letters(fonts: FontSet) -> None:
    data = bytearray(fonts.regular.data)
    entry = data.index(b"OS/2")  # tag, checksum, offset and length
    struct.pack_into(">L", data, entry + 12, 78)  # where version 1 ends, less its pages of code
    old, new = metrics(Face.of("Sans", "regular", bytes(data))), metrics(fonts.regular)
    assert (old.ascent, old.descent) == (new.ascent, new.descent)
    assert old.x_height == pytest.approx(new.x_height, rel=0.03)
    assert old.cap_height == pytest.approx(new.cap_height, rel=0.03)


def test_other_bytes_are_refused() -> None:
    with pytest.raises(ValueError, match="Sans regular: no OS/2"):
        metrics(Face.of("Sans", "regular", b"not a font"))


def test_french_is_covered(fonts: FontSet) -> None:
    assert set("ÀÇÉÈÊŒœæ«»’–—…€") <= coverage(fonts.regular)
    assert missing(fonts.italic, "Où\u202f? «\u00a0L’été à Évian\u00a0»\u202f: 2,6\u00a0Md€, cœur.\n") == ()


def test_missing_characters_are_named_once_in_order(fonts: FontSet) -> None:
    assert missing(fonts.regular, "新デリー 新 ok") == ("新", "デ", "リ", "ー")
