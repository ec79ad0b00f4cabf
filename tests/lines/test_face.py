from rapport.lines.face import Face, FontSet, names


def test_a_face_is_its_digest() -> None:
    face = Face.of("Sans", "regular", b"font program")
    assert face == Face.of("Sans", "regular", b"font program")
    assert face != Face.of("Sans", "regular", b"another program")
    assert b"font program".decode() not in repr(face)


def test_semibold_gives_way_to_bold(fonts: FontSet) -> None:
    assert [face.style for face in fonts.faces if face.bold] == ["semibold", "bold", "bold italic"]


def test_a_set_answers_by_style(fonts: FontSet) -> None:
    assert fonts.face("semibold") is fonts.semibold
    assert fonts.face("bold italic") is fonts.bold_italic


def test_a_font_names_itself(fonts: FontSet) -> None:
    assert names(fonts.semibold.data) == ("Source Sans Pro", "Semibold")
    assert names(fonts.bold_italic.data) == ("Source Sans Pro", "Bold Italic")
