import pytest
import uharfbuzz as hb

from rapport.lines.face import Face, FontSet, Shaper, shape, shaper


def texts(face: Face, text: str) -> list[str]:
    return [glyph.text for glyph in shape(face, text).glyphs]


def without(face: Face, code: int) -> Face:
    """The face with hardly a character left, that one not among them."""
    wanted = hb.SubsetInput()
    wanted.unicode_set.update({0x20, 0x2D, 0x61, 0xA0, 0xAD, 0x202F} - {code})
    return Face.of(face.family, face.style, hb.subset(hb.Face(face.data), wanted).blob.data)


def test_letters_are_kerned(fonts: FontSet) -> None:
    pair = shape(fonts.regular, "AV")
    first, second = pair.glyphs
    assert first.advance < first.nominal
    assert pair.advance == first.advance + second.advance


def test_a_ligature_stands_for_all_its_letters(fonts: FontSet) -> None:
    assert texts(fonts.regular, "efficace") == ["e", "ff", "i", "c", "a", "c", "e"]


def test_discretionary_ligatures_stay_away(fonts: FontSet) -> None:
    assert texts(fonts.regular, "constitution") == list("constitution")


def test_a_composed_letter_is_one_glyph(fonts: FontSet) -> None:
    assert texts(fonts.regular, "e\u0301t") == ["e\u0301", "t"]


def test_a_string_is_shaped_once(fonts: FontSet) -> None:
    assert shape(fonts.regular, "sommet") is shape(fonts.regular, "sommet")
    assert shaper(fonts.regular) is shaper(fonts.regular)


def test_the_no_break_space_is_as_wide_as_the_space(fonts: FontSet) -> None:
    space, bound = shape(fonts.regular, " "), shape(fonts.regular, "\u00a0")
    assert bound.advance == space.advance
    assert space.stretchable
    assert bound.stretchable
    assert bound.glyphs[0].text == "\u00a0"


def test_the_narrow_space_is_the_face_s_own(fonts: FontSet) -> None:
    narrow = shape(fonts.regular, "\u202f")
    assert (narrow.advance, narrow.stretchable, narrow.glyphs[0].text) == (125, False, "\u202f")


def test_a_face_without_narrow_space_lends_its_space(fonts: FontSet) -> None:
    narrow = shape(without(fonts.regular, 0x202F), "\u202f")
    (glyph,) = narrow.glyphs
    assert (narrow.advance, glyph.nominal) == (125, 200)


def test_the_added_hyphen_differs_from_the_written_one(fonts: FontSet) -> None:
    added, written = shape(fonts.regular, "\u00ad"), shape(fonts.regular, "-")
    assert added.glyphs[0].text == "\u00ad"
    assert added.glyphs[0].id != written.glyphs[0].id


def test_a_face_without_soft_hyphen_lends_its_hyphen(fonts: FontSet) -> None:
    face = without(fonts.regular, 0xAD)
    assert shape(face, "\u00ad").glyphs[0].id == shape(face, "-").glyphs[0].id


def test_a_no_break_hyphen_looks_like_a_hyphen(fonts: FontSet) -> None:
    drawn, written = shape(fonts.regular, "\u2011"), shape(fonts.regular, "-")
    assert drawn.glyphs[0].id == written.glyphs[0].id
    assert drawn.glyphs[0].text == "\u2011"


@pytest.mark.parametrize("word", ["établissement", "AVATAR", "œuvre", "d’intérêt", "efficace"])
def test_both_outline_formats_have_the_same_widths(fonts: FontSet, postscript_face: Face, word: str) -> None:
    assert Shaper(postscript_face).shape(word).advance == Shaper(fonts.regular).shape(word).advance
